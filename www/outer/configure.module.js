// The configurator: holds the settings, and brings form, check, preview, file and code together.
// Everything stays in this page's memory: it stores nothing, sends nothing, and leaves the address alone.
// It fetches its schema, the reader, the example and the loader's own bytes from its own folder, no more.
import { codes, integrity, places } from "./configure-code.module.js";
import { reader } from "./configure-check.module.js";
import { makeForm } from "./configure-form.module.js";
import { makePreview } from "./configure-preview.module.js";
import { MOST_BYTES, at, path, put, read, write } from "./configure-settings.module.js";
import { element, firstWord, word } from "./configure-words.module.js";

const PAUSE = 400;
const find = (id) => document.getElementById(id);

let settings = {};
let before;
let schema, check, form, timer, script, isSaved = true;
const preview = makePreview(find("preview-box"), find("preview-silent"));

// ---- From the settings to everything that shows them

const file = () => write(settings, schema);

function changed() {
  isSaved = false;
  find("save-said").textContent = "";
  clearTimeout(timer);
  timer = setTimeout(told, PAUSE);
}

/** Says what the check finds, and shows the settings in the preview and as text. */
function told() {
  const text = file();
  const { problems, repairs, old } = check(text, today());
  form.show(problems);
  find("check-said").textContent = word(problems.length > 0 ? "configure-problems" : "configure-fine");
  find("check-count").textContent = problems.length > 0 ? String(problems.length) : "";
  list("problems", problems.map(problemLine));
  list("repairs", repairs.map(repairLine));
  list("old", old.map(oldLine));
  find("text-settings").value = text;
  preview.change(text);
  drawCodes();
}

function today() {
  const now = new Date();
  return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
}

function list(name, lines) {
  find(`${name}-box`).hidden = lines.length === 0;
  find(name).replaceChildren(...lines);
}

/** What is wrong, as a way to its field; what has no field can be taken out. */
function problemLine({ path: place, expected }) {
  const says = firstWord(`configure-expected-${expected}`, "configure-expected-other");
  const where = pair("configure-place", code(place));
  if (expected !== "known-key" && form.label(place)) return element("li", {}, way(place, says), where);
  const line = element("li", {}, element("span", { text: says }), where);
  if (at(settings, path(place)) !== undefined) {
    const remove = element("button", { type: "button", class: "button button--quiet", text: `${word("configure-take-out")}: ${place}` });
    remove.addEventListener("click", () => {
      put(settings, path(place), undefined);
      changed();
      find("check-title").tabIndex = -1;
      find("check-title").focus();
    });
    line.append(remove);
  }
  return line;
}

/** A button that names a field, and goes there. */
function way(place, says) {
  const label = element("strong", { text: form.label(place) });
  const go = element("button", { type: "button", class: "link" }, label, says === undefined ? "" : ` ${says}`);
  go.addEventListener("click", () => form.go(place));
  return go;
}

const pair = (name, value) => element("span", { class: "problems__place", text: `${word(name)} ` }, value);
const code = (text) => element("code", { text });

/** A colour of theirs, and the one that the planner uses. */
function repairLine({ path: place, from, to }) {
  const colour = (text) => element("span", { class: "swatch" }, swatch(text), code(text));
  return element("li", {}, way(place),
    pair("configure-repair-from", colour(from)),
    pair("configure-repair-to", colour(to)),
    pair("configure-place", code(place)));
}

const oldLine = ({ path: place, until }) =>
  element("li", {}, way(place), pair("configure-source-until", code(until)), pair("configure-place", code(place)));

function swatch(colour) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ width: 24, height: 24, rx: 4, fill: colour })) box.setAttribute(name, value);
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(box);
  return drawing;
}

// ---- Where to start from

function take(next, said) {
  before = settings;
  settings = next;
  form.fill();
  find("undo").hidden = false;
  find("start-said").textContent = word(said);
  clearTimeout(timer);
  told();
}

function takeText(text) {
  const next = read(text);
  // A key that stands twice is gone once the file is in the form.
  const isTwice = check(text, today()).problems.some(({ expected }) => expected === "once");
  if (next) take(next, isTwice ? "configure-opened-twice" : "configure-opened");
  else find("start-said").textContent = word("configure-not-read");
  return next !== undefined;
}

function startsWork() {
  find("open-file").addEventListener("change", async ({ target }) => {
    const [chosen] = target.files;
    if (!chosen) return;
    if (chosen.size > MOST_BYTES) find("start-said").textContent = word("configure-too-large");
    else if (takeText(await chosen.text())) isSaved = true;
    // The same file can be chosen again.
    target.value = "";
  });
  find("paste-use").addEventListener("click", () => {
    const { value } = find("paste-text");
    if (value.length > MOST_BYTES) find("start-said").textContent = word("configure-too-large");
    else if (takeText(value)) find("paste-text").value = "";
  });
  find("example").addEventListener("click", async () => {
    const response = await fetch("./settings/demoshire.json").catch(() => undefined);
    if (response?.ok) takeText(await response.text());
    else find("start-said").textContent = word("configure-failed");
  });
  find("empty").addEventListener("click", () => take({}, "configure-emptied"));
  find("undo").addEventListener("click", () => take(before, "configure-put-back"));
}

// ---- The preview, the file and the code

function previewWorks() {
  for (const width of ["phone", "desktop"]) {
    find(`width-${width}`).addEventListener("input", () => { find("preview-box").dataset.width = width; });
  }
  find("preview-load").addEventListener("click", () => preview.start(file()));
}

function fileWorks() {
  find("save-file").addEventListener("click", () => {
    const address = URL.createObjectURL(new Blob([file()], { type: "application/json" }));
    const link = element("a", { href: address, download: "planner-settings.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    isSaved = true;
    find("save-said").textContent = word("configure-save-again");
  });
  addEventListener("beforeunload", (event) => {
    if (!isSaved && Object.keys(settings).length > 0) event.preventDefault();
  });
  for (const button of document.querySelectorAll("[data-copies]")) {
    button.addEventListener("click", () => copy(find(button.dataset.copies)));
  }
}

async function copy(box) {
  const said = document.querySelector(`[data-said="${box.id}"]`);
  try {
    await navigator.clipboard.writeText(box.value);
    said.textContent = word("configure-copied");
  } catch {
    box.focus();
    box.select();
    said.textContent = word("configure-not-copied");
  }
}

/** What an answer must look like, so that the loader takes it. */
const SHAPES = { where: /\.json$/, name: /^[a-z0-9-]{1,40}$/, leave: /^https:\/\// };

/** The answers that can be used. An answer in another shape is left out of the code, and told. */
function answers() {
  const used = {};
  for (const name of ["where", "name", "title", "page", "leave", "height", "eager"]) {
    const field = find(`answer-${name}`);
    const value = field.value.trim();
    const isWrong = value !== "" && SHAPES[name] !== undefined && !SHAPES[name].test(value);
    used[name] = isWrong ? "" : value;
    if (SHAPES[name] === undefined) continue;
    find(`error-answer-${name}`).hidden = !isWrong;
    if (isWrong) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
  // The loader does not read the settings: without this, Shift in the partner's page would still leave.
  const leave = settings.leave_button === false ? "off" : used.leave;
  return { ...used, leave, eager: used.eager === "yes" };
}

function drawCodes() {
  const made = codes(answers(), places(document.body.dataset.version), script);
  for (const name of ["follow", "pinned", "element", "bare"]) find(`text-${name}`).value = made[name];
  for (const name of ["policy-frame", "policy-script"]) find(`text-${name}`).textContent = made[name];
  for (const place of document.querySelectorAll("[data-origin]")) place.textContent = made.origin;
}

async function codeWorks() {
  for (const event of ["input", "change"]) find("answers").addEventListener(event, drawCodes);
  drawCodes();
  script = await integrity().catch(() => undefined);
  find("integrity-none").hidden = script !== undefined;
  drawCodes();
}

// ---- The beginning

async function begin() {
  for (const name of ["form", "answers"]) find(name).addEventListener("submit", (event) => event.preventDefault());
  codeWorks();
  const [schemaFile, made] = await Promise.all([fetch("./settings-1.schema.json").then((response) => response.json()), reader()]);
  [schema, check] = [schemaFile, made];
  form = makeForm(find("form"), schema, () => settings, changed);
  form.fill();
  startsWork();
  previewWorks();
  fileWorks();
  told();
  preview.start(file());
  document.body.dataset.ready = "yes";
}

begin().catch(() => find("form").replaceChildren(element("p", { class: "note", role: "alert", text: word("configure-failed") })));
