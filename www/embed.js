// The partner's one script: puts the planner's frame into every [data-pbp] element of the page.
// It believes nobody: a message counts only from that frame's own window, with the planner's origin
// and in exactly one of four shapes. It tells the planner nothing about the page, and stores nothing.
// Attributes: data-pbp (the planner's address), data-settings, data-title, data-leave, data-eager.
// It may be included twice, late, or wrapped by another script. Needs no other file.
(() => {
  const key = Symbol.for("pbp-embed");
  if (window[key]) return window[key]();

  const frames = [];
  const safePage = "https://www.bbc.co.uk/weather";
  const shapes = new Map([["height", "pbp,px,t"], ["ready", "pbp,t"], ["top", "pbp,t"], ["leave", "pbp,t"]]);
  const now = () => performance.now();
  let presses = [];
  let withAnotherKey = false;
  let cleared = -Infinity;

  function embed() {
    for (const place of document.querySelectorAll("[data-pbp]")) {
      if (place.querySelector("iframe[data-pbp-frame]")) continue;
      try {
        make(place);
      } catch {
        // An address that cannot be read leaves the partner's own words in place.
      }
    }
  }

  function make(place) {
    const { pbp, settings, title, leave, eager } = place.dataset;
    const src = new URL("index.html", new URL(pbp.replace(/\/*$/, "/"), location.href));
    if (!/^https?:$/.test(src.protocol)) return;
    src.searchParams.set("embed", "1");
    if (settings) src.searchParams.set("settings", settings);

    const element = document.createElement("iframe");
    let number = 1;
    while (document.getElementById(`pbp-frame-${number}`)) number += 1;
    element.id = `pbp-frame-${number}`;
    element.dataset.pbpFrame = "";
    element.title = title || "Personal budget planner";
    element.loading = eager === undefined ? "lazy" : "eager";
    element.referrerPolicy = "no-referrer";
    element.allow = "clipboard-write; web-share";
    // One property at a time: a host's policy may forbid style attributes.
    Object.assign(element.style, { display: "block", width: "100%", border: "0", minHeight: "720px" });
    element.src = src.href;
    frames.push({
      element,
      origin: src.origin,
      safePage: /^https:\/\//.test(leave) ? leave : safePage,
      height: 0,
      changed: -Infinity,
      timer: 0,
    });
    place.replaceChildren(element);
  }

  // Grows at once and shrinks after a pause; a flood of messages makes ten changes a second at most.
  function fit(frame, height) {
    clearTimeout(frame.timer);
    if (height === frame.height) return;
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

  function toTop({ element }) {
    const { top } = element.getBoundingClientRect();
    const room = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    // Not scrollIntoView: Firefox 153 went on scrolling the page back there afterwards.
    if (top < 0 || top > innerHeight) scrollBy(0, top - room);
  }

  function leave(leaver, others) {
    if (now() - cleared < 1000) return;
    cleared = now();
    for (const { element } of frames) element.style.visibility = "hidden";
    for (const { element, origin } of others) {
      if (element.contentWindow) element.contentWindow.postMessage({ pbp: 1, t: "clear" }, origin);
    }
    // A moment for the others to clear themselves, or the browser would ask whether to stay.
    setTimeout(() => location.replace(leaver.safePage), others.length ? 250 : 0);
  }

  addEventListener("message", (event) => {
    const frame = frames.find(({ element }) => event.source && event.source === element.contentWindow);
    if (!frame || frame.origin !== event.origin) return;
    const { data } = event;
    if (!data || data.pbp !== 1 || typeof data.t !== "string") return;
    const { t, px } = data;
    if (Object.keys(data).sort().join() !== shapes.get(t)) return;
    if (t === "height" && Number.isInteger(px) && px >= 200 && px <= 20000) fit(frame, px);
    // Which origin a later "leave" may be sent to: it comes with any message, so this one says nothing.
    if (t === "ready") event.source.postMessage({ pbp: 1, t: "config" }, frame.origin);
    if (t === "top") toTop(frame);
    if (t === "leave") leave(frame, frames.filter((other) => other !== frame));
  });

  // Back to this page as the browser kept it: cleared frames begin afresh.
  addEventListener("pageshow", (event) => {
    if (!event.persisted || cleared === -Infinity) return;
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
    if (presses.length < 3 || now() - presses[0] > 5000 || !frames.length) return;
    presses = [];
    leave(frames[0], frames);
  }, true);

  window[key] = embed;
  embed();
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", embed);
})();
