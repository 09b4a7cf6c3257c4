// The outer frame's script. It puts the planner into a frame that may show nothing else, passes its height
// on, opens help links from the page's own table, and leaves for it. It holds no answers and fetches nothing.
// It believes nobody: a message counts only from the planner's window or the page around us, with that one's
// origin, and in exactly one of the shapes below. It never passes on what it has not looked at.
// Where a partner's page takes every origin away (sandbox="allow-scripts") it passes on the height alone.
// Used by index.html beside it. The words are there; none stands here.
(() => {
  const SAFE_PAGE = "https://www.bbc.co.uk/weather";
  const SILENT_MS = 15000;
  const HEIGHTS_MS = 100;
  const FOLLOWS_MS = 1000;
  /** A browser lets a page leave for so long after a click: 5 seconds in Firefox. */
  const LOADER_LEAVES_MS = 3000;
  const CALLED_MS = 3000;
  const STILL_HERE_MS = 3000;
  const MOST_SETTINGS = 1024 * 1024;

  /** What our address may say, and nothing else of it reaches the planner. */
  const TOKENS = {
    settings: /^[a-z0-9-]{1,40}$/,
    open: /^[a-z-]{1,40}$/,
    lang: /^[a-z]{2}(-[a-z]{2,8})?$/,
    nation: /^[a-z-]{1,40}$/,
    leave: /^(on|off)$/,
    height: /^fixed$/,
    from: /^message$/,
    frame: /^[2-9]$/,
  };
  const FROM_PLANNER = new Map([
    ["height", "pbp,px,t"],
    ["ready", "pbp,t"],
    ["top", "pbp,t"],
    ["leave", "pbp,t"],
    ["open", "id,pbp,t"],
  ]);
  const FROM_HOST = new Map([["config", "pbp,t"], ["clear", "pbp,t"], ["settings", "json,pbp,t"]]);
  /** How often each is heard at most. A flood is dropped. */
  const PAUSES_MS = { ready: 200, top: 100, open: 1000, clear: 1000 };

  const root = document.documentElement;
  const find = (id) => document.getElementById(id);
  const now = () => performance.now();
  const isFramed = parent !== window;
  const isOpaque = self.origin === "null";
  const tokens = readTokens();
  const isFixed = tokens.get("height") === "fixed";

  let planner = "";
  let frame = null;
  let host = ancestor();
  let isReady = false;
  let isGiven = false;
  let hasLeft = false;
  let wanted = 0;
  let height = 0;
  let changed = -Infinity;
  let waiting = 0;
  let hasLoader = false;
  let hostFollows = false;
  const heard = {};

  function readTokens() {
    const given = new URLSearchParams(location.search);
    const kept = new URLSearchParams();
    if (isFramed) kept.set("embed", "1");
    for (const [name, shape] of Object.entries(TOKENS)) {
      // What has another shape is passed on as nothing, which the planner reports.
      if (given.has(name)) kept.set(name, shape.test(given.get(name)) ? given.get(name) : "");
    }
    // Nobody is there to send them.
    if (!isFramed) kept.delete("from");
    return kept;
  }

  /** Firefox 153 says "null" in a frame that sends no referrer; the loader's first message tells then. */
  function ancestor() {
    const said = isFramed && location.ancestorOrigins?.[0];
    return said && said !== "null" ? said : "";
  }

  /** Both hosts serve the same folder at the same path; ours may stand in a folder of it. Where we are locked
   *  in, the planner has a page that may be framed by nobody in particular. */
  function show() {
    planner = new URL(root.dataset.planner).origin;
    const folder = location.pathname.replace(/[^/]*$/, "").replace(/\/outer\/$/, "/");
    frame = document.createElement("iframe");
    frame.id = "planner";
    frame.title = document.title;
    frame.referrerPolicy = "no-referrer";
    frame.allow = "clipboard-write; web-share";
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-downloads allow-modals");
    const passed = new URLSearchParams(tokens);
    // Between the two of us heights are always told.
    passed.delete("height");
    frame.src = `${planner}${folder}${isOpaque ? "sandboxed" : "index"}.html${query(passed)}`;
    document.body.prepend(frame);
    setTimeout(() => isReady || hasLeft || fail(), SILENT_MS);
  }

  /** The planner did not come. Where it is only late, it takes this away again. */
  function fail() {
    find("silent").hidden = false;
    // Before the frame, which is as tall as a window and shows nothing or a browser's own error.
    document.body.prepend(find("silent"));
  }

  // ---- Height

  function fit(px) {
    wanted = px;
    if (waiting) return;
    const pause = changed + HEIGHTS_MS - now();
    if (pause > 0) waiting = setTimeout(apply, pause);
    else apply();
  }

  function apply() {
    waiting = 0;
    if (wanted === height || hasLeft) return;
    height = wanted;
    changed = now();
    if (hostFollows) root.classList.add("follows");
    frame.style.height = `${height}px`;
    if (isFramed && !isFixed) parent.postMessage({ pbp: 1, t: "height", px: height }, "*");
    setTimeout(look, FOLLOWS_MS);
  }

  /** A page that does not follow after all gets our own scrolling back: nothing may be cut off. */
  function look() {
    // A zoomed page may lose a part of a pixel.
    if (now() - changed < FOLLOWS_MS || !innerHeight || innerHeight + 1 >= height) return;
    hostFollows = false;
    root.classList.remove("follows");
  }

  // ---- What may be asked of us

  function open(id) {
    if (id === "own") return openWindow(ownAddress());
    const line = [...document.querySelectorAll("link[data-id]")].find(({ dataset }) => dataset.id === id);
    if (!line) return;
    if (line.href.startsWith("https:")) return openWindow(line.href);
    call(line.href);
  }

  /** A call or a text: the device takes it from here. In a frame of its own, which goes again: a page around us
   *  whose policy does not name these schemes would take our whole frame away (seen 2026-11-28, Chromium 156). */
  function call(address) {
    const line = document.createElement("iframe");
    line.hidden = true;
    line.src = address;
    document.body.append(line);
    setTimeout(() => line.remove(), CALLED_MS);
  }

  function openWindow(address) {
    window.open(address, "_blank", "noopener,noreferrer");
  }

  /** This page without the page around it. What a partner's page handed over does not come along. */
  function ownAddress() {
    const kept = new URLSearchParams(tokens);
    for (const name of ["embed", "from", "height", "frame"]) kept.delete(name);
    return `${location.origin}${location.pathname}${query(kept)}`;
  }

  function query(parts) {
    const text = parts.toString();
    return text && `?${text}`;
  }

  /** The planner has cleared itself and gone back over its own entries in the history; we made none. */
  function leave() {
    hasLeft = true;
    frame.remove();
    say("leaving");
    // The loader knows the partner's own safe page, and that page may take its time. Without it we go ourselves.
    if (host) parent.postMessage({ pbp: 1, t: "leave" }, host);
    const pause = hasLoader ? LOADER_LEAVES_MS : 0;
    setTimeout(() => {
      try {
        top.location.replace(SAFE_PAGE);
      } catch {
        // Refused. The words below say what to do.
      }
    }, pause);
    setTimeout(() => say("left"), pause + STILL_HERE_MS);
  }

  function say(word) {
    for (const part of find("leaving").children) part.hidden = part.dataset.when !== word;
  }

  // ---- Messages

  /** Which of the shapes the message has, if it has exactly one. */
  function kind(data, shapes) {
    if (typeof data !== "object" || data === null || Object.getPrototypeOf(data) !== Object.prototype) return "";
    const { pbp, t } = data;
    const keys = Object.keys(data);
    return pbp === 1 && keys.length < 4 && keys.sort().join() === shapes.get(t) ? t : "";
  }

  function isTooSoon(t) {
    const time = now();
    if (time - (heard[t] ?? -Infinity) < PAUSES_MS[t]) return true;
    heard[t] = time;
    return false;
  }

  function hearPlanner(data) {
    const t = kind(data, FROM_PLANNER);
    if (t === "height") {
      const { px } = data;
      if (Number.isInteger(px) && px >= 200 && px <= 20000) fit(px);
    } else if (t === "ready" && !isTooSoon(t)) {
      begin();
    } else if (!t || isOpaque) {
      return;
    } else if (t === "top" && !isTooSoon(t)) {
      scrollTo(0, 0);
      if (isFramed) parent.postMessage({ pbp: 1, t }, "*");
    } else if (t === "open" && typeof data.id === "string" && data.id.length <= 200 && !isTooSoon(t)) {
      open(data.id);
    } else if (t === "leave") {
      leave();
    }
  }

  /** The planner listens, perhaps anew. */
  function begin() {
    isReady = true;
    isGiven = false;
    find("silent").hidden = true;
    if (isOpaque) return;
    tell({ pbp: 1, t: "config", outer: 1 });
    if (isFramed) parent.postMessage({ pbp: 1, t: "ready" }, "*");
  }

  function hearHost(data, origin) {
    const t = kind(data, FROM_HOST);
    if (t === "config") {
      host = origin;
      hasLoader = true;
      hostFollows = !isFixed;
    } else if (t === "clear" && !isTooSoon(t)) {
      tell({ pbp: 1, t });
    } else if (t === "settings" && isReady && !isGiven && tokens.get("from")) {
      const { json } = data;
      if (typeof json !== "string" || json.length > MOST_SETTINGS) return;
      isGiven = true;
      tell({ pbp: 1, t, json });
    }
  }

  function tell(message) {
    frame.contentWindow?.postMessage(message, planner);
  }

  addEventListener("message", ({ source, origin, data }) => {
    if (!source || hasLeft || !frame) return;
    if (source === frame.contentWindow) {
      // Without an origin of ours the planner has none either, and only its window tells that it is it.
      if (isOpaque ? origin === "null" : origin === planner) hearPlanner(data);
    } else if (isFramed && source === parent && !isOpaque && origin !== "null") {
      if (origin === (host || origin)) hearHost(data, origin);
    }
  });

  // The page around us may make our frame smaller at any time.
  addEventListener("resize", () => setTimeout(look, FOLLOWS_MS));

  // Back to this page as the browser kept it: after leaving it begins afresh.
  addEventListener("pageshow", ({ persisted }) => persisted && hasLeft && location.reload());

  addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href^='tel:']");
    if (!link) return;
    event.preventDefault();
    call(link.href);
  });
  find("again").onclick = () => location.reload();
  try {
    show();
  } catch {
    // Nobody wrote the planner's origin in.
    fail();
  }
})();
