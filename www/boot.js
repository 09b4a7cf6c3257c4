// Starts the planner, seals the page, and stands in for the wasm when it cannot speak.
// It starts the first program, hands it what a partner set, and once its page is drawn fetches the whole
// planner, the later file and the spares, then forbids every further load. When the first program hands
// over, the whole planner goes on in its place. It keeps the last good state and file outside the wasm,
// shows the recovery panel after a crash and starts a fresh instance in the same sealed page. It starts two
// workers, the simulation's and that of documents, and carries messages between them and the wasm. It tells the
// page around it that it listens, and takes from it that everything be cleared, settings, and no more.
// It holds no rule and no word: all it can say stands in index.html as [data-when="…"].
// Used by index.html only; the wasm calls `globalThis.pbp`, at the end of this file.

const SLOW_MS = 15000;
const SETTINGS_MS = 8000;
const AROUND_MS = 1000;
const SPARES_MS = 30000;
const REST_MS = 90000;
const WORKER_MS = 8000;
const SILENT_MS = { simulation: 10000, documents: 60000 };
const REST_PAUSES_MS = [0, 500, 1500, 3000];
const TWICE_MS = 60000;
/** Firefox lets a page leave for 5 seconds after a click. */
const LOADER_LEAVES_MS = 3000;
const CLEAR_PAUSE_MS = 1000;
const CALLED_MS = 1000;
const CLOCK_MS = 10000;
const MINUTE_MS = 60000;
const SPARES = 3;
/** Where this device keeps a plan, if the person wants it: one place for each address and its settings. */
const STORE_KEY = `pbp-plan-1:${location.pathname}${location.search}`;
const SEAL =
  "default-src 'none'; script-src 'wasm-unsafe-eval'; style-src 'none'; img-src data: blob:; " +
  "connect-src 'none'; worker-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const find = (id) => document.getElementById(id);
const address = (path) => new URL(path, document.baseURI).href;
/** A crash ends the timers of the wasm, and not these. */
const ours = new Set();
const wait = (time) => new Promise((done) => ours.add(setTimeout(done, time)));
const framed = window.parent !== window;
const here = new URL(".", import.meta.url).href;
const tag = document.querySelector("script[data-wasm]");
/** What the address may ask for, and the shape of it. Nothing else of the address is read; what has another
 *  shape is asked for as nothing, which the planner reports. */
const TOKENS = {
  settings: /^[a-z0-9-]{1,40}$/,
  from: /^message$/,
  open: /^[a-z-]{1,40}$/,
  lang: /^[a-z]{2}(-[a-z]{2,8})?$/,
  nation: /^[a-z-]{1,40}$/,
  leave: /^(on|off)$/,
  height: /^fixed$/,
  frame: /^[2-9]$/,
};
const query = new URLSearchParams(location.search);
const given = Object.entries(TOKENS).filter(([name]) => query.has(name));
const { settings: named, from, ...asked } = Object.fromEntries(
  given.map(([name, shape]) => [name, shape.test(query.get(name)) ? query.get(name) : ""]),
);
const isFixed = asked.height === "fixed";
const MOST_SETTINGS = 1024 * 1024;

/** Both are out of the document while they have nothing to say. */
const plain = find("pbp-plain");
const kept = find("pbp-kept");
const heading = find("pbp-plain-heading");
const startAgain = find("recover-start");
const wayOut = find("recover-leave");
const unusedLine = find("recover-unused");
const texts = { plain: find("recover-text"), kept: find("kept-text") };
let app = find("pbp-app");

/** loading → running ⇄ crashed; loading → failed. */
let phase = "loading";
let crashedAt = -Infinity;
let settings = "";
let settingsProblem = "";
let heardHost = "";
let clearedAt = -Infinity;
/** The page around us said what it is: a loader's, or our outer frame. */
let isSaid;
const said = new Promise((done) => {
  isSaid = done;
});
/** Whether the page around us is our own outer frame, which opens links for us. */
let isInOuter = false;
/** A loader leaves for us, for the partner's own safe page, which may take its time. */
let hasLoader = false;
let giveSettings = null;

/** The rest of the planner: "coming", "here", or "missing" when it was asked for and did not arrive whole. */
let rest = "coming";
let asking = null;
let restIsHere;
const restArrived = new Promise((done) => {
  restIsHere = done;
});
/** Its parts, each nothing until it is here: the compiled module, the later file's text, and the glues,
 *  one for each life of the whole planner. */
let whole = null;
let later = null;
let glues = [];
let gluesAsked = 0;

/** A worker: "coming", "here", or "none" where it cannot start or has ended for good. Its jobs that are on:
 *  who hears of each by its number, and the timer that takes silence for death. */
const helper = (name) => ({ name, is: "coming", worker: null, jobs: new Map(), silence: 0 });
const simulation = helper("simulation");
const documents = helper("documents");
let jobs = 0;
/** Raised when whatever waits for the worker of documents is no longer wanted. */
let wanted = 0;

/** What the first program drew stays in sight until the whole planner has drawn. */
let before = null;

/** What outlives a crash. Memory only. */
let state = null;
let handedOver = null;
let file = "";
let rescued = "";
let unsaved = false;

/** After so many minutes without use a shared device is cleared; a partner may set it. */
let idleMinutes = 0;
let used = 0;

// ---- What the page says without the wasm

let told = [];

function say(box, ...words) {
  for (const part of box.querySelectorAll("[data-when]")) {
    part.hidden = !part.dataset.when.split(" ").some((word) => words.includes(word));
  }
}

function tell(...words) {
  told = words;
  say(plain, ...words);
  // A live region that is put in again would be read again.
  if (!plain.isConnected) find("pbp").prepend(plain);
}

function fail(kind) {
  if (phase !== "loading") return;
  phase = "failed";
  tell("boot", "failed", kind, framed ? "framed" : "");
}

let toldHeight = 0;

/** The wasm reports its own height; this is for the times when it is not there. */
new ResizeObserver(() => {
  if (!framed || isFixed || !plain.isConnected) return;
  const tall = Math.ceil(find("pbp").getBoundingClientRect().height / 32) * 32;
  const px = Math.min(Math.max(tall, 224), 20000);
  if (px === toldHeight) return;
  toldHeight = px;
  parent.postMessage({ pbp: 1, t: "height", px }, "*");
}).observe(plain);

// ---- The leave warning

const warns = (event) => {
  event.preventDefault();
  event.returnValue = true;
};

function warn() {
  removeEventListener("beforeunload", warns);
  if (unsaved || rescued) listen.call(window, "beforeunload", warns);
}

// ---- One life of the wasm: all that it listens to ends with it, so that a dead one never answers

const listen = EventTarget.prototype.addEventListener;
let life = new AbortController();

EventTarget.prototype.addEventListener = function (type, heard, options) {
  const all = options && typeof options === "object" ? options : { capture: Boolean(options) };
  return listen.call(this, type, heard, { signal: life.signal, ...all });
};

const Observer = window.ResizeObserver;
window.ResizeObserver = class extends Observer {
  constructor(heard) {
    const { signal } = life;
    super((...seen) => signal.aborted || heard(...seen));
  }
};

function bury() {
  stopJobs(simulation);
  stopJobs(documents);
  life.abort();
  life = new AbortController();
  const timer = setTimeout(Boolean);
  const frame = requestAnimationFrame(Boolean);
  for (let back = 0; back < 10000; back += 1) {
    if (!ours.has(timer - back)) clearTimeout(timer - back);
    cancelAnimationFrame(frame - back);
  }
  before?.remove();
  before = null;
  const fresh = app.cloneNode(false);
  app.replaceWith(fresh);
  app = fresh;
}

// ---- Crash and recovery

/** A crash of ours, and not a mistake in a script that an extension put into the page. */
function isOurs(error) {
  if (!(error instanceof Error)) return false;
  const stack = String(error.stack);
  if (/-extension:\/\//.test(stack)) return false;
  return error instanceof WebAssembly.RuntimeError || /wasm-function|wasm code/.test(stack) || stack.includes(here);
}

function crash() {
  if (phase === "loading") return fail("stopped");
  if (phase !== "running") return;
  phase = "crashed";
  const now = performance.now();
  if (now - crashedAt < TWICE_MS) state = null;
  crashedAt = now;
  bury();
  offer();
  watchUse();
}

function offer() {
  let next = "none";
  // A page that is not sealed yet can still ask for what has not arrived.
  if (rest === "here" && !glues.length) next = file ? "none" : "none-bare";
  else if (state !== null) next = "with";
  else next = file ? "twice" : "empty";
  tell("crash", next, file ? "file" : "", rest === "missing" ? "missing" : "");
  startAgain.disabled = false;
  texts.plain.value = file;
  focus(heading);
}

function focus(part) {
  if (!part) return;
  part.tabIndex = -1;
  part.focus();
}

async function restart() {
  startAgain.disabled = true;
  if (rest !== "here") {
    tell(...told.filter((word) => word !== "missing"), "coming");
    await fetchRest();
    if (phase === "crashed" && rest !== "here") return offer();
  }
  const glue = await nextGlue();
  if (phase !== "crashed") return;
  if (!glue) return offer();
  handedOver = state;
  if (state === null && file) {
    rescued ||= file;
    file = "";
    texts.kept.value = rescued;
    say(kept);
    app.before(kept);
    warn();
  }
  phase = "running";
  await start(glue, whole);
}

async function nextGlue() {
  let glue = null;
  while (!glue && glues.length) glue = await glues.shift();
  return glue;
}

async function start(glue, module) {
  try {
    await glue.default({ module_or_path: module });
  } catch {
    crash();
  }
}

/** The first program is done: the whole planner takes its place, in the same page, with the same answers. */
async function handOver(json) {
  if (phase !== "running" || rest !== "here") return;
  state = handedOver = json;
  const drawn = app;
  bury();
  drawn.removeAttribute("id");
  drawn.inert = true;
  before = drawn;
  app.after(before);
  const glue = await nextGlue();
  if (phase !== "running") return;
  if (glue) await start(glue, whole);
  else crash();
}

// ---- A shared device, while the wasm is not there to clear it

async function watchUse() {
  const mine = crashedAt;
  used = Date.now();
  while (phase === "crashed" && crashedAt === mine) {
    lookAtClock();
    await wait(CLOCK_MS);
  }
}

/** By the clock, for a tab that slept has no timers. A clock that was put back begins anew. */
function lookAtClock() {
  const unused = Date.now() - used;
  if (phase !== "crashed" || !idleMinutes) return;
  if (unused < 0) used = Date.now();
  else if (unused >= idleMinutes * MINUTE_MS) forget();
  else if (unused >= Math.max(idleMinutes - 5, 1) * MINUTE_MS && !told.includes("unused")) tell(...told, "unused");
}

function use({ type }) {
  used = Date.now();
  // Once the press is over: nothing may move under the finger.
  if (type === "click" || type === "keyup") {
    told = told.filter((word) => word !== "unused");
    unusedLine.hidden = true;
  }
}

// ---- Saving without the wasm

function save(text) {
  const now = new Date();
  now.setMinutes(now.getMinutes() - now.getTimezoneOffset());
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `my-plan-${now.toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  return "saved";
}

async function copy(text, box) {
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    box.querySelector("details").open = true;
    const area = box.querySelector("textarea");
    area.focus();
    area.select();
    return "not-copied";
  }
}

function serve(box, text, around) {
  box.querySelector("[data-do=save]").onclick = () => say(box, ...around(), save(text()));
  box.querySelector("[data-do=copy]").onclick = async () => say(box, ...around(), await copy(text(), box));
}

// ---- Clearing and leaving

function forget() {
  state = handedOver = null;
  file = rescued = "";
  unsaved = false;
  texts.plain.value = texts.kept.value = "";
  kept.remove();
  warn();
  try {
    localStorage.removeItem(STORE_KEY);
  } catch {
    // What cannot be reached holds nothing of ours.
  }
  if (phase === "crashed") tell("left");
}

function leave(event) {
  event.preventDefault();
  const safe = event.currentTarget.href;
  const host = hostOrigin();
  forget();
  if (host) parent.postMessage({ pbp: 1, t: "leave" }, host);
  setTimeout(() => {
    try {
      top.location.replace(safe);
    } catch {
      // Refused: the page says that all is cleared, and our outer frame leaves for us.
    }
  }, hasLoader ? LOADER_LEAVES_MS : 0);
}

// ---- The page around us

/** Firefox 153 says "null" in a frame that sends no referrer; the first message tells then. */
function hostOrigin() {
  const said = framed && location.ancestorOrigins?.[0];
  return said && said !== "null" ? said : heardHost;
}

/** Which message of the page around us it is, if it has exactly the shape of one. */
function kind(data) {
  if (typeof data !== "object" || data?.pbp !== 1 || typeof data.t !== "string") return "";
  const keys = Object.keys(data);
  switch (keys.length < 4 && `${data.t}:${keys.sort()}`) {
    case "config:pbp,t":
      return "config";
    case "config:outer,pbp,t":
      return data.outer === 1 ? "outer" : "";
    case "clear:pbp,t":
      return "clear";
    case "settings:json,pbp,t":
      return typeof data.json === "string" && data.json.length <= MOST_SETTINGS ? "settings" : "";
    default:
      return "";
  }
}

function hear({ source, origin, data }) {
  if (!framed || source !== parent || origin === "null" || origin !== (hostOrigin() || origin)) return;
  const what = kind(data);
  if (what === "config" || what === "outer") {
    heardHost = origin;
    isSaid();
  }
  if (what === "config") hasLoader = true;
  if (what === "outer" && origin === (document.documentElement.dataset.outer || origin)) isInOuter = true;
  if (what === "clear") clear();
  if (what === "settings") giveSettings?.(data.json);
}

/** What the wasm holds is for it to clear, by the event. */
function clear() {
  const now = performance.now();
  if (now - clearedAt < CLEAR_PAUSE_MS) return;
  clearedAt = now;
  forget();
  window.dispatchEvent(new Event("pbp-clear"));
}

/** A sandboxed frame opens nothing itself: the outer frame does, by the link's id, from its own table. Without
 *  one, a call or a text goes by the whole window: a page around us whose policy does not name these schemes
 *  would take our frame away, and the answers with it (seen 2026-11-28, Chromium 156). The page stays, so the
 *  browser need not ask whether to leave it. */
function openLink(event) {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  if (!link) return;
  if (isInOuter && link.dataset.open) {
    event.preventDefault();
    parent.postMessage({ pbp: 1, t: "open", id: link.dataset.open }, hostOrigin());
  } else if (/^(tel|sms):/.test(link.protocol)) {
    link.target = "_top";
    removeEventListener("beforeunload", warns);
    wait(CALLED_MS).then(warn);
  }
}

/** Continue, and Enter in a field: a page around us may forbid forms (a sandbox without allow-forms), and then
 *  browsers tell the page nothing. No form of ours goes anywhere, so we say it ourselves, in every page. */
function submit(event) {
  const button = event.target instanceof Element && event.target.closest("button, input");
  if (!button || button.type !== "submit" || !button.form || event.defaultPrevented) return;
  event.preventDefault();
  button.form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter: button }));
}

// ---- Boot

/** From the file that the address names, or by message from the page around us; once, before the start. */
async function readSettings() {
  const isByMessage = framed && from;
  if (named === undefined && !isByMessage) return;
  settingsProblem = "missing";
  const reading = isByMessage ? settingsByMessage() : settingsByName();
  const text = await Promise.race([reading, wait(SETTINGS_MS)]).catch(() => null);
  giveSettings = null;
  if (typeof text !== "string" || text === "") return;
  settings = text;
  settingsProblem = "";
}

async function settingsByName() {
  if (!named) return null;
  const answer = await fetch(address(`settings/${named}.json`));
  return answer.ok ? await answer.text() : null;
}

function settingsByMessage() {
  return new Promise((done) => {
    giveSettings = done;
  });
}

/** The first program's compiled module, or the word for what went wrong. */
async function compile() {
  if (typeof WebAssembly !== "object") return "old";
  try {
    // Not even an empty module: a policy forbids it. WebKit says so only at the second step.
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return "blocked";
  }
  try {
    return (await fetchModule(tag.dataset.wasm, { integrity: tag.dataset.integrity })) ?? "not-whole";
  } catch (error) {
    // A file of the right integrity that does not compile is newer than the browser.
    return error instanceof WebAssembly.CompileError ? "old" : "not-whole";
  }
}

/** Nothing when it comes as another kind of file. */
async function fetchModule(name, how) {
  const answer = await fetch(address(name), how);
  if (!/^application\/wasm\b/.test(answer.headers.get("content-type"))) return null;
  if (WebAssembly.compileStreaming) return await WebAssembly.compileStreaming(answer);
  return await WebAssembly.compile(await answer.arrayBuffer());
}

async function boot() {
  const slow = setTimeout(() => phase === "loading" && tell("boot", "slow"), SLOW_MS - performance.now());
  const glue = import(address(tag.dataset.js)).catch(() => null);
  // What links do and what the page says of its walls hangs on it.
  const around = framed && Promise.race([said, wait(AROUND_MS)]);
  const [module, first] = await Promise.all([compile(), glue, readSettings(), around]);
  if (typeof module === "string") fail(module);
  else if (!first) fail("not-whole");
  else await start(first, module);
  if (phase === "failed") clearTimeout(slow);
}

/** Integrities are checked, so what arrives is whole. A broken copy that was kept is passed over. What is
 *  here already is not asked for again. */
async function askForRest(cache) {
  const stop = new AbortController();
  wait(REST_MS).then(() => stop.abort());
  const { whole: name, wholeIntegrity, later: laterName, laterIntegrity } = tag.dataset;
  const how = (integrity) => ({ integrity, cache, signal: stop.signal });
  const asked = [
    whole ?? fetchModule(name, how(wholeIntegrity)),
    later ?? fetch(address(laterName), how(laterIntegrity)).then((answer) => answer.text()),
    glues[0] ?? Promise.race([askForGlue(), wait(REST_MS)]),
  ];
  const [module, text, glue] = await Promise.all(asked.map((part) => Promise.resolve(part).catch(() => null)));
  whole ??= module;
  later ??= text;
  glues[0] ??= glue;
  return whole && later && glues[0];
}

/** Each under a name of its own: a browser keeps a script that it was given once, and that it was not. */
function askForGlue() {
  gluesAsked += 1;
  return import(`${address(tag.dataset.wholeJs)}?r=${gluesAsked}`).catch(() => null);
}

async function gatherRest() {
  rest = "coming";
  let isHere = false;
  for (const pause of REST_PAUSES_MS) {
    await wait(pause);
    isHere = await askForRest(pause ? "reload" : "default");
    if (isHere) break;
  }
  rest = isHere ? "here" : "missing";
  if (isHere) restIsHere();
  asking = null;
  window.dispatchEvent(new Event("pbp-rest"));
}

function fetchRest() {
  asking ??= gatherRest();
  return asking;
}

// ---- Workers. Without them the page goes on: the wasm can draw the years itself, only slower, and says
// where no document can be made.

/** Before the seal: a sealed page can start no worker. It gets the module by message and fetches nothing. */
async function startWorker(helper) {
  const { name } = helper;
  const stop = new AbortController();
  const late = wait(WORKER_MS).then(() => stop.abort());
  try {
    const how = { integrity: tag.dataset[`${name}Integrity`], signal: stop.signal };
    const module = await fetchModule(tag.dataset[name], how);
    if (!module || stop.signal.aborted) throw new TypeError("no module");
    const worker = new Worker(address(tag.dataset[`${name}Worker`]));
    helper.worker = worker;
    const ready = new Promise((done, failed) => {
      worker.onmessage = ({ data }) => (data === "ready" ? done() : failed());
      worker.onerror = (event) => {
        event.preventDefault();
        failed();
      };
      worker.onmessageerror = failed;
    });
    worker.postMessage({ module });
    await Promise.race([ready, late.then(() => Promise.reject(new TypeError("no answer")))]);
    worker.onmessage = ({ data }) => hearWorker(helper, data);
    worker.onerror = (event) => {
      event.preventDefault();
      endWorker(helper, "died");
    };
    worker.onmessageerror = () => endWorker(helper, "died");
    helper.is = "here";
    window.dispatchEvent(new Event(`pbp-${name}`));
  } catch {
    endWorker(helper, "none");
  }
}

/** It is not started again: the page is sealed by now. */
function endWorker(helper, why) {
  helper.worker?.terminate();
  helper.worker = null;
  helper.is = "none";
  const told = [...helper.jobs.values()];
  helper.jobs.clear();
  listenForSilence(helper);
  for (const heard of told) heard("failed", why);
  window.dispatchEvent(new Event(`pbp-${helper.name}`));
}

function hearWorker(helper, data) {
  const heard = helper.jobs.get(data?.job);
  if (!heard) return;
  const came = data.words ?? data.bytes;
  const isLast = came || data.failed !== undefined;
  if (isLast) helper.jobs.delete(data.job);
  listenForSilence(helper);
  if (came) heard("done", came);
  else if (isLast) heard("failed", data.failed);
  else heard("progress", data.done);
}

/** While a job is on, each message starts the time anew. */
function listenForSilence(helper) {
  ours.delete(helper.silence);
  clearTimeout(helper.silence);
  if (!helper.jobs.size) return;
  helper.silence = setTimeout(() => endWorker(helper, "silent"), SILENT_MS[helper.name]);
  ours.add(helper.silence);
}

/** Says whether there is a worker for the job. `heard` is told "progress" and how much is done, then once
 *  "done" and what came, or "failed" and why. */
function giveJob(helper, job, heard) {
  if (!helper.worker) return false;
  jobs += 1;
  helper.jobs.set(jobs, heard);
  listenForSilence(helper);
  helper.worker.postMessage({ job: jobs, ...job });
  return true;
}

/** From here on nothing more is heard of the jobs that are on. */
function stopJobs(helper) {
  for (const job of helper.jobs.keys()) helper.worker?.postMessage({ stop: job });
  helper.jobs.clear();
  listenForSilence(helper);
}

/** Starts a job of the simulation, in the place of one that is on. */
function simulate(words, heard) {
  stopJobs(simulation);
  return giveJob(simulation, { words }, heard);
}

/** Has a document made, or a file locked or unlocked. Waits for the worker, and always answers, later. */
function work(kind, what, heard) {
  const mine = wanted;
  const ask = async () => {
    await null;
    if (mine === wanted && !giveJob(documents, { [kind]: what }, heard)) heard("failed", "none");
  };
  if (documents.is === "coming") window.addEventListener("pbp-documents", ask, { once: true });
  else ask();
}

async function loadTheRestAndSeal() {
  fetchRest();
  // However long that takes: a sealed page can load nothing more.
  await restArrived;
  const working = Promise.all([startWorker(simulation), startWorker(documents)]);
  const spares = [];
  for (let number = 1; number <= SPARES; number += 1) spares.push(askForGlue());
  glues.push(...spares);
  const loaded = new Promise((done) => {
    if (document.readyState === "complete") done();
    else listen.call(window, "load", done);
  });
  await Promise.race([Promise.all([...spares, loaded]), wait(SPARES_MS)]);
  await working;
  const wall = document.createElement("meta");
  wall.httpEquiv = "Content-Security-Policy";
  wall.content = SEAL;
  document.head.append(wall);
  document.documentElement.dataset.sealed = "yes";
  window.dispatchEvent(new Event("pbp-sealed"));
}

globalThis.pbp = Object.freeze({
  hold(json) {
    if (phase !== "crashed") state = json;
  },
  held: () => handedOver,
  planFile(json) {
    if (phase !== "crashed") file = json;
  },
  unsaved(is) {
    if (phase === "crashed") return;
    unsaved = is;
    warn();
  },
  forget,
  settings: () => settings,
  settingsProblem: () => settingsProblem,
  /** What the address asks for besides settings: open, lang, nation, leave, height. As JSON. */
  asked: () => JSON.stringify(asked),
  host: hostOrigin,
  inOuter: () => isInOuter,
  hasLoader: () => hasLoader,
  /** The page around us keeps one height, and is told of none. */
  isFixed: () => isFixed,
  /** For the page after a crash: minutes until a shared device is cleared, or 0, and whether there is a way out. */
  partnerSet(minutes, hasWayOut) {
    idleMinutes = minutes;
    wayOut.hidden = !hasWayOut;
  },
  /** The partner's addresses that our outer frame opens; whoever made the bundle wrote them in. */
  opened: () => document.documentElement.dataset.opened ?? "",
  rest: () => rest,
  fetchRest,
  handOver,
  later: () => later,
  simulation: () => simulation.is,
  simulate,
  stopSimulation: () => stopJobs(simulation),
  documents: () => documents.is,
  work,
  stopWork() {
    wanted += 1;
    stopJobs(documents);
  },
  storeKey: () => STORE_KEY,
  mounted() {
    if (phase === "loading") {
      phase = "running";
      plain.remove();
      loadTheRestAndSeal();
    } else if (before) {
      // Numbers that somebody is just reading stay open.
      find("help").open = before.querySelector("details").open;
      before.remove();
      before = null;
    } else if (phase === "running" && plain.isConnected) {
      plain.remove();
      focus(app.querySelector("h1"));
    }
  },
  crashed: crash,
});

kept.remove();
kept.hidden = false;
serve(plain, () => file, () => told);
serve(kept, () => rescued, () => []);
find("boot-again").onclick = () => location.reload();
find("boot-own-page").search = named ? `?settings=${named}` : "";
startAgain.onclick = restart;
wayOut.onclick = leave;
for (const event of ["keydown", "keyup", "pointerdown", "click", "wheel"]) listen.call(window, event, use);
listen.call(document, "visibilitychange", lookAtClock);
listen.call(window, "error", (event) => isOurs(event.error) && crash());
listen.call(window, "unhandledrejection", ({ reason }) => !(reason instanceof DOMException) && isOurs(reason) && crash());
listen.call(window, "message", hear);
listen.call(window, "click", openLink);
listen.call(window, "click", submit);
// From here on we listen, so whoever is around us may answer.
if (framed) parent.postMessage({ pbp: 1, t: "ready" }, "*");

boot().catch(() => fail("stopped"));
