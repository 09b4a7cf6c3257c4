// The loader. A partner's page includes it once; it puts the planner's frame into every [data-pbp] element and
// every <personal-budget-planner> of the page. It believes nobody: a message counts only from that frame's own
// window, with its origin and in exactly one of four shapes. It tells the planner nothing about the page.
// Options: data-pbp (the address: of the outer frame, or of the planner where there is none), data-settings (a
// name, or the address of a .json file), data-settings-id (of a <script type="application/json">), data-open,
// data-lang, data-nation, data-height="fixed", data-leave ("off", or the https address of a safe page),
// data-title, data-eager. The custom element takes the same without data-, and src for data-pbp.
// It may be included twice, late, or wrapped by another script. Needs no other file.
(() => {
  const key = Symbol.for("pbp-embed");
  if (window[key]) return window[key]();

  const NAME = "personal-budget-planner";
  const safePage = "https://www.bbc.co.uk/weather";
  const most = 1048576;
  const frames = [];
  const shapes = new Map([["height", "pbp,px,t"], ["ready", "pbp,t"], ["top", "pbp,t"], ["leave", "pbp,t"]]);
  const now = () => performance.now();
  let presses = [];
  let withAnotherKey = false;
  let cleared = -Infinity;

  function embed() {
    const isOpen = document.readyState === "loading";
    for (const place of document.querySelectorAll(`[data-pbp],${NAME}`)) {
      // While the page is read, an element that nothing follows may itself be half read.
      const inline = optionOf(place, "settings-id");
      const isHalf = !place.nextSibling || (inline && !document.getElementById(inline)?.nextSibling);
      if ((isOpen && isHalf) || place.querySelector("iframe[data-pbp-frame]")) continue;
      try {
        make(place);
      } catch {
        // An address that cannot be read leaves the partner's own words in place.
      }
    }
  }

  function optionOf(place, name) {
    return place.getAttribute(`data-${name}`) ?? (place.localName === NAME ? place.getAttribute(name) : null);
  }

  function make(place) {
    const option = (name) => optionOf(place, name);
    const base = option("pbp") ?? option("src");
    const src = new URL("index.html", new URL(base.replace(/\/*$/, "/"), location.href));
    if (!/^https?:$/.test(src.protocol)) return;
    const ask = (name, value) => src.searchParams.set(name, value);
    const settings = option("settings");
    const inline = option("settings-id");
    const leave = option("leave");
    const isFixed = option("height") === "fixed";
    ask("embed", 1);
    let handed = null;
    if (inline) handed = Promise.resolve(document.getElementById(inline)?.textContent ?? "");
    else if (/\.json$/.test(settings)) {
      handed = fetch(settings, { credentials: "omit" }).then((answer) => (answer.ok ? answer.text() : ""));
    } else if (settings) ask("settings", settings);
    for (const name of ["open", "lang", "nation"]) if (option(name)) ask(name, option(name));
    if (leave === "off") ask("leave", "off");
    if (isFixed) ask("height", "fixed");
    if (handed) ask("from", "message");

    const element = document.createElement("iframe");
    let number = 1;
    while (document.getElementById(`pbp-frame-${number}`)) number += 1;
    element.id = `pbp-frame-${number}`;
    // What each keeps on the device is its own.
    if (number > 1) ask("frame", Math.min(number, 9));
    element.dataset.pbpFrame = "";
    element.title = option("title") || "Personal budget planner";
    element.loading = option("eager") === null ? "lazy" : "eager";
    element.referrerPolicy = "no-referrer";
    element.allow = "clipboard-write; web-share";
    // One property at a time: a host's policy may forbid style attributes.
    Object.assign(element.style, { display: "block", width: "100%", border: "0", minHeight: "720px" });
    if (isFixed) element.style.height = "720px";
    element.src = src.href;
    frames.push({
      element,
      isFixed,
      origin: src.origin,
      safePage: leave === "off" ? "" : /^https:\/\//.test(leave) ? leave : safePage,
      // What cannot be read is handed over as nothing, so that the planner says so and does not wait.
      handed: handed?.catch(() => "").then((text) => (text.length > most ? "" : text)),
      height: 0,
      changed: -Infinity,
      timer: 0,
    });
    place.replaceChildren(element);
  }

  // Grows at once and shrinks after a pause; a flood of messages makes ten changes a second at most.
  function fit(frame, height) {
    clearTimeout(frame.timer);
    if (height === frame.height || frame.isFixed) return;
    const apply = () => {
      frame.height = height;
      frame.changed = now();
      frame.element.style.height = `${height}px`;
    };
    const rest = frame.changed + 100 - now();
    const pause = height < frame.height ? Math.max(rest, 250) : rest;
    if (pause > 0) frame.timer = setTimeout(apply, pause);
    else apply();
  }

  function tell({ element, origin }, message) {
    if (element.contentWindow) element.contentWindow.postMessage({ pbp: 1, ...message }, origin);
  }

  function toTop({ element }) {
    const { top } = element.getBoundingClientRect();
    const room = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    // Not scrollIntoView: Firefox 153 went on scrolling the page back there afterwards.
    if (top < 0 || top > innerHeight) scrollBy(0, top - room);
  }

  function leave(leaver, others) {
    if (now() - cleared < 1000) return;
    cleared = now();
    for (const frame of others) {
      frame.element.style.visibility = "hidden";
      tell(frame, { t: "clear" });
    }
    const go = () => {
      const address = leaver.safePage || safePage;
      try {
        // A site may itself show this page in a frame.
        top.location.replace(address);
      } catch {
        location.replace(address);
      }
    };
    // A moment for the others to clear themselves, or the browser would ask whether to stay.
    setTimeout(go, others.length ? 250 : 0);
    // Where nobody leaves after all, no hole stays in the page.
    setTimeout(() => {
      for (const { element } of others) element.style.visibility = "";
    }, 8000);
  }

  addEventListener("message", async ({ source, origin, data }) => {
    const frame = frames.find(({ element }) => source && source === element.contentWindow);
    if (!frame || frame.origin !== origin) return;
    if (!data || data.pbp !== 1 || typeof data.t !== "string") return;
    const { t, px } = data;
    if (Object.keys(data).sort().join() !== shapes.get(t)) return;
    if (t === "height" && Number.isInteger(px) && px >= 200 && px <= 20000) fit(frame, px);
    if (t === "ready") {
      // Which origin a later "leave" may be sent to: it comes with any message, so this one says nothing.
      tell(frame, { t: "config" });
      const json = await frame.handed;
      if (json === undefined) return;
      if (/"leave_button"\s*:\s*false/.test(json)) frame.safePage = "";
      tell(frame, { t: "settings", json });
    }
    if (t === "top") toTop(frame);
    if (t === "leave") leave(frame, frames.filter((other) => other !== frame));
  });

  // Back to this page as the browser kept it: cleared frames begin afresh.
  addEventListener("pageshow", (event) => {
    if (!event.persisted || cleared === -Infinity) return;
    cleared = -Infinity;
    for (const { element } of frames) {
      element.style.visibility = "";
      if (element.contentWindow) element.contentWindow.location.replace(element.src);
    }
  });

  // Shift three times within five seconds. Shift that was held for another key does not count.
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift") presses = [];
    else if (!withAnotherKey) presses = [...presses, now()].slice(-3);
    withAnotherKey = event.shiftKey;
    const shown = frames.filter(({ element }) => element.isConnected);
    const leaver = shown.find((frame) => frame.safePage);
    if (presses.length < 3 || now() - presses[0] > 5000 || !leaver) return;
    presses = [];
    leave(leaver, shown);
  }, true);

  window[key] = embed;
  embed();
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", embed);
  // For pages that put it in later.
  if (window.customElements && !customElements.get(NAME)) {
    customElements.define(NAME, class extends HTMLElement {
      connectedCallback() {
        embed();
      }
    });
  }
})();
