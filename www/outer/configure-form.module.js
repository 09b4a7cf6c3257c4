// The form of the configurator, made from the settings' schema: groups in closed folds, and for each
// setting a label, a hint, a field and a place for what is wrong. It reads and writes the settings by
// path and knows no rule: what is right or wrong the check says.
import { element, firstWord, word } from "./configure-words.module.js";
import { at, put, written } from "./configure-settings.module.js";

const WORDS = "configure-key";
const dashed = (text) => text.replaceAll("_", "-");

/** Makes the form in `place`. `changed` is called after each change of `settings()`. */
export function makeForm(place, schema, settings, changed) {
  const fields = new Map();
  const form = { schema, settings, changed, fields };

  function fill() {
    fields.clear();
    place.replaceChildren(...groups(form));
  }

  return { fill, show: (problems) => show(form, problems), label: (name) => nearest(fields, name)?.label, go: (name) => go(form, name) };
}

// ---- Groups

function groups(form) {
  const found = new Map();
  for (const [key, part] of Object.entries(form.schema.properties)) {
    // Which schema a file follows is for editors of code.
    if (key.startsWith("$")) continue;
    for (const [path, leaf] of grouped(form, [key], part)) {
      const name = leaf["x-group"];
      if (!found.has(name)) found.set(name, []);
      found.get(name).push([path, leaf]);
    }
  }
  return [...found].map(([name, parts]) => group(form, name, parts));
}

/** An object without a label of its own only holds its parts together. */
function grouped(form, path, part) {
  const schema = resolve(form, part);
  if (kind(schema) !== "object") return [[path, schema]];
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
    const leaf = resolve(form, inner);
    return grouped(form, [...path, key], leaf["x-group"] ? leaf : { ...leaf, "x-group": schema["x-group"] });
  });
}

function group(form, name, parts) {
  const fold = element("details", { class: "fold", id: `group-${name}`, "data-group": name });
  const title = element("span", { class: "fold__title", text: word(`configure-group-${dashed(name)}`) });
  const filled = element("span", { class: "fold__count" });
  const wrong = element("span", { class: "fold__wrong", hidden: true });
  fold.append(element("summary", { class: "fold__summary" }, title, filled, wrong));
  fold.append(element("div", { class: "fold__inside" }, ...parts.map(([path, schema]) => part(form, path, schema))));
  for (const event of ["input", "change"]) fold.addEventListener(event, () => count(form, fold));
  count(form, fold);
  return fold;
}

function count(form, fold) {
  // A figure with a source stands under two names.
  const inside = [...new Set(form.fields.values())].filter(({ box }) => fold.contains(box));
  const isFilled = ({ box, path }) => box.matches(".field, .set--picks") && at(form.settings(), path) !== undefined;
  const filled = inside.filter(isFilled).length;
  const wrong = inside.filter(({ error }) => !error.hidden).length;
  const [counted, marked] = [fold.querySelector(".fold__count"), fold.querySelector(".fold__wrong")];
  counted.textContent = filled > 0 ? `${word("configure-filled")} ${filled}` : "";
  marked.textContent = `${word("configure-problems-here")} ${wrong}`;
  marked.hidden = wrong === 0;
}

// ---- One setting

function part(form, path, given) {
  const schema = resolve(form, given);
  const makers = { list, object, picks, sourced };
  return (makers[kind(schema)] ?? leaf)(form, path, schema);
}

/** What kind of field a part of the schema asks for. */
function kind(schema) {
  if (schema["x-kind"] === "list" && schema.items.enum) return "picks";
  return schema["x-kind"] ?? (schema.properties ? "object" : "text");
}

function resolve(form, schema) {
  const name = schema.$ref?.replace("#/$defs/", "");
  return name ? { ...form.schema.$defs[name], ...schema, $ref: undefined } : schema;
}

/** The id of the words of a setting: the schema names it, or its path does. */
const named = (path, schema) =>
  schema["x-words"] ?? `${WORDS}-${path.filter((key) => typeof key === "string").map(dashed).join("-")}`;

const idOf = (path) => dashed(path.join("-"));

function frame(form, path, schema, box) {
  const id = idOf(path);
  const hint = word(`${named(path, schema)}-hint`);
  const parts = {
    box,
    path,
    label: labelOf(path, schema),
    hint: hint === undefined ? undefined : element("p", { class: "hint", id: `hint-${id}`, text: hint }),
    error: element("p", { class: "error", id: `error-${id}`, hidden: true }),
  };
  form.fields.set(written(path), parts);
  return { id, ...parts, described: [parts.hint?.id, parts.error.id].filter(Boolean).join(" ") };
}

const labelOf = (path, schema) => firstWord(named(path, schema), `${named(path, schema)}-label`);

/** The parts of an object under a legend. */
function object(form, path, schema) {
  const box = element("fieldset", { class: "set" }, element("legend", { class: "set__legend", text: labelOf(path, schema) }));
  const { hint, error } = frame(form, path, schema, box);
  if (hint) box.append(hint);
  box.append(error, ...Object.entries(schema.properties).map(([key, inner]) => part(form, [...path, key], inner)));
  return box;
}

/** One field. `access` reads and writes its setting; by itself it stands at its path. */
function leaf(form, path, schema, access = standing(form, path)) {
  const box = element("div", { class: "field" });
  const { id, hint, error, described } = frame(form, path, schema, box);
  const label = element("label", { class: "field__label", for: `value-${id}`, text: labelOf(path, schema) });
  const make = { "yes-no": yesOrNo, choice, colour }[kind(schema)] ?? text;
  const control = make(access, path, schema, { id: `value-${id}`, "aria-describedby": described });
  box.append(label, ...[hint, error, control].filter(Boolean));
  return box;
}

const shown = (value) => (value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value));

/** Keeps what was chosen or typed; nothing typed is no setting. */
const standing = (form, path) => ({
  get: () => at(form.settings(), path),
  set: (value) => {
    put(form.settings(), path, value);
    form.changed();
  },
});

const WHOLE = new Set(["weeks", "nights", "number", "points", "minutes", "whole"]);
const MODES = { amount: "decimal", percent: "decimal", phone: "tel", https: "url" };

function text(access, path, schema, attributes) {
  const what = kind(schema);
  const isWhole = WHOLE.has(what) || schema.type === "integer";
  const isLong = (schema.maxLength ?? 0) > 200;
  const control = element(isLong ? "textarea" : "input", {
    ...attributes,
    class: `control control--${what}`,
    autocomplete: "off",
    spellcheck: what === "text" ? "true" : "false",
    inputmode: isWhole ? "numeric" : MODES[what],
    ...(isLong ? { rows: 3 } : { type: "text" }),
  });
  control.value = shown(access.get());
  control.addEventListener("input", () => {
    const typed = control.value.trim();
    const value = isWhole && /^\d{1,9}$/.test(typed) ? Number(typed) : typed;
    access.set(value === "" ? undefined : value);
  });
  return control;
}

/** Answers to choose from. Nothing is chosen beforehand; a value that is none of them is shown as it is. */
function select(access, attributes, answers) {
  const control = element("select", { ...attributes, class: "control control--choice", autocomplete: "off" });
  const value = access.get();
  const isStrange = value !== undefined && !answers.some(([answer]) => answer === value);
  control.append(element("option", { value: "", text: word("configure-not-set") }));
  control.append(...answers.map(([answer, label]) => element("option", { value: String(answer), text: label })));
  if (isStrange) control.append(element("option", { value: "?", text: shown(value) }));
  control.value = isStrange ? "?" : shown(value);
  // Chromium's driver chooses without an input event, and so may other tools that people use.
  control.addEventListener("change", () => {
    if (control.value !== "?") access.set(answers.find(([answer]) => String(answer) === control.value)?.[0]);
  });
  return control;
}

const yesOrNo = (access, path, schema, attributes) =>
  select(access, attributes, [[true, word("configure-yes")], [false, word("configure-no")]]);

const choice = (access, path, schema, attributes) =>
  select(access, attributes, (schema.enum ?? []).map((key) => [key, answerOf(path, schema, key)]));

function colour(access, path, schema, attributes) {
  const typed = text(access, path, schema, attributes);
  const label = element("span", { class: "hidden", text: word("configure-picker") });
  const picker = element("input", { type: "color", class: "picker", autocomplete: "off" });
  const follow = () => {
    if (/^#[0-9a-f]{6}$/i.test(typed.value.trim())) picker.value = typed.value.trim().toLowerCase();
  };
  follow();
  typed.addEventListener("input", follow);
  picker.addEventListener("input", () => {
    typed.value = picker.value;
    typed.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return element("div", { class: "row" }, typed, element("label", { class: "row__picker" }, label, picker));
}

/** A figure with where it comes from: in the file the figure alone, or beside an object that is its source. */
function sourced(form, path, schema) {
  const whole = schema.anyOf.map((way) => resolve(form, way)).find((way) => way.properties?.source);
  const figure = { ...resolve(form, whole.properties.value), "x-words": named(path, schema) };
  const given = () => at(form.settings(), path);
  const hasSource = () => isObject(given()) && !Array.isArray(given());
  const parts = () => (hasSource() ? { source: {}, ...given() } : { value: given(), source: {} });
  // Without a word about its source a figure stands alone again.
  const keep = (next) => {
    const isAlone = Object.keys(next.source).length === 0;
    put(form.settings(), path, isAlone ? next.value : JSON.parse(JSON.stringify(next)));
    form.changed();
  };
  const value = { get: () => parts().value, set: (value) => keep({ ...parts(), value }) };
  const box = element("div", { class: "sourced" });
  const isList = kind(figure) === "list";
  const single = isList
    ? list(form, path, figure, () => (hasSource() ? [...path, "value"] : path))
    : leaf(form, path, figure, value);
  const label = labelOf(path, schema);
  const title = element("summary", { text: word("configure-source") }, element("span", { class: "hidden", text: `: ${label}` }));
  const about = element("fieldset", {}, element("legend", { class: "hidden", text: `${word("configure-source")}: ${label}` }));
  const fold = element("details", { class: "source" }, title, about);
  box.append(single, fold);
  form.fields.set(`${written(path)}.value`, form.fields.get(written(path)));
  for (const [key, part] of Object.entries(resolve(form, whole.properties.source).properties)) {
    about.append(leaf(form, [...path, "source", key], resolve(form, part), {
      get: () => parts().source[key],
      set: (text) => {
        const { [key]: before, ...others } = parts().source;
        keep({ ...parts(), source: text === undefined ? others : { ...others, [key]: text } });
        // The rows stand one step deeper beside a source.
        if (isList) single.dispatchEvent(new Event("moved"));
      },
    }));
  }
  fold.open = hasSource();
  return box;
}

const isObject = (value) => value !== null && typeof value === "object";

/** Any of a few answers, as boxes to tick. */
function picks(form, path, schema) {
  const inner = resolve(form, schema.items);
  const box = element("fieldset", { class: "set set--picks" }, element("legend", { class: "set__legend", text: labelOf(path, schema) }));
  const { id, hint, error } = frame(form, path, schema, box);
  const chosen = () => [at(form.settings(), path)].flat().filter((value) => value !== undefined);
  const ticks = inner.enum.map((key) => {
    const tick = element("input", { type: "checkbox", id: `value-${id}-${dashed(key)}`, autocomplete: "off", checked: chosen().includes(key) });
    tick.addEventListener("input", () => {
      const others = chosen().filter((value) => value !== key);
      // In the order of the schema, so that the same answers give the same file.
      const next = tick.checked ? [...others, key] : others;
      const known = inner.enum.filter((value) => next.includes(value));
      const strange = next.filter((value) => !inner.enum.includes(value));
      put(form.settings(), path, next.length > 0 ? [...known, ...strange] : undefined);
      form.changed();
    });
    return element("label", { class: "choices__one" }, tick, ` ${answerOf(path, schema, key)}`);
  });
  box.append(...[hint, error, element("div", { class: "choices" }, ...ticks)].filter(Boolean));
  return box;
}

const answerOf = (path, schema, key) => firstWord(`${named(path, schema)}-${dashed(key)}`) || key;

// ---- Lists

/** Rows of one kind. `base` says where they stand now; by itself that is the list's own path. */
function list(form, path, schema, base = () => path) {
  const box = element("fieldset", { class: "set" });
  const { id, hint, error } = frame(form, path, schema, box);
  const rows = element("div", { class: "list", id: `list-${id}` });
  const add = element("button", { type: "button", class: "button button--quiet", id: `add-${id}`, text: `${word("configure-add")}: ${labelOf(path, schema)}` });
  const draw = () => {
    for (const [name, field] of form.fields) if (rows.contains(field.box)) form.fields.delete(name);
    const items = at(form.settings(), base());
    rows.replaceChildren(...(Array.isArray(items) ? items : []).map((_, index) => row(form, [...base(), index], schema, draw, add)));
  };
  add.addEventListener("click", () => {
    const items = at(form.settings(), base());
    const index = Array.isArray(items) ? items.length : 0;
    put(form.settings(), [...base(), index], kind(resolve(form, schema.items)) === "object" ? {} : "");
    draw();
    form.changed();
    rows.lastElementChild.querySelector("input, select, textarea").focus();
  });
  draw();
  box.addEventListener("moved", draw);
  box.append(element("legend", { class: "set__legend", text: labelOf(path, schema) }));
  if (hint) box.append(hint);
  box.append(error, rows, add);
  return box;
}

function row(form, path, schema, draw, add) {
  const [index] = path.slice(-1);
  const inner = resolve(form, schema.items);
  const title = `${labelOf(path, schema)} ${index + 1}`;
  const box = element("fieldset", { class: "item" }, element("legend", { class: "item__legend", text: title }));
  const { error } = frame(form, path, schema, box);
  const parts = kind(inner) === "object" ? Object.entries(inner.properties).map(([key, each]) => part(form, [...path, key], each)) : [leaf(form, path, inner)];
  const remove = element("button", { type: "button", class: "button button--quiet", id: `remove-${idOf(path)}`, text: `${word("configure-remove")}: ${title}` });
  remove.addEventListener("click", () => {
    const place = path.slice(0, -1);
    put(form.settings(), path, undefined);
    if (at(form.settings(), place)?.length === 0) put(form.settings(), place, undefined);
    draw();
    form.changed();
    add.focus();
  });
  box.append(error, ...parts, remove);
  return box;
}

// ---- What is wrong

/** The field that a problem's path names, or the nearest around it. */
function nearest(fields, name) {
  for (let text = name; text; text = text.replace(/(\.[^.[]*|\[\d+\]|[^.[]+)$/, "")) {
    if (fields.has(text)) return fields.get(text);
  }
  return undefined;
}

const words = (expected) => firstWord(`configure-expected-${expected}`, "configure-expected-other");

function show(form, problems) {
  const wrong = new Map();
  for (const { path, expected } of problems) {
    const field = nearest(form.fields, path);
    if (field && !wrong.has(field)) wrong.set(field, expected);
  }
  for (const field of form.fields.values()) {
    const expected = wrong.get(field);
    const isWrong = expected !== undefined;
    field.error.hidden = !isWrong;
    field.error.replaceChildren(...(isWrong ? [element("span", { class: "hidden", text: `${word("configure-problem")} ` }), words(expected)] : []));
    field.box.classList.toggle("is-wrong", isWrong);
    const control = field.box.matches(".field") && field.box.querySelector(".control");
    if (control && isWrong) control.setAttribute("aria-invalid", "true");
    else if (control) control.removeAttribute("aria-invalid");
  }
  for (const fold of document.querySelectorAll(".fold[data-group]")) count(form, fold);
}

/** Opens what is folded over a field, and puts the focus into it. */
function go(form, name) {
  const { box } = nearest(form.fields, name);
  for (let fold = box.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) fold.open = true;
  box.scrollIntoView({ block: "center" });
  box.querySelector("input, select, textarea, button").focus({ preventScroll: true });
}
