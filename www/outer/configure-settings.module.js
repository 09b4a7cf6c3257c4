// A settings file as plain values: reading, writing and changing it by path. Knows neither form nor page.
// A path is a list of keys and numbers, like ["contacts", 0, "name"].
export const MOST_BYTES = 1024 * 1024;

/** The path as the check names it: contacts[0].name */
export const written = (path) =>
  path.reduce((text, key) => (typeof key === "number" ? `${text}[${key}]` : text ? `${text}.${key}` : key), "");

/** The other way round. */
export const path = (text) =>
  text.split(".").flatMap((part) => {
    const [, key, numbers] = /^([^[]*)((?:\[\d+\])*)$/.exec(part) || [null, part, ""];
    return [key, ...[...numbers.matchAll(/\d+/g)].map(([number]) => Number(number))];
  });

const own = (value, key) =>
  value !== null && typeof value === "object" && Object.hasOwn(value, key) ? value[key] : undefined;

/** What stands there, or nothing. */
export const at = (settings, place) => place.reduce(own, settings);

/** Puts a value there, and what it needs around it; nothing takes it out, and what is empty then. */
export function put(settings, place, value) {
  const [key, ...rest] = place;
  if (rest.length > 0) {
    const inner = own(settings, key);
    const fits = typeof rest[0] === "number" ? Array.isArray(inner) : isObject(inner);
    if (!fits && value === undefined) return;
    if (!fits) define(settings, key, typeof rest[0] === "number" ? [] : {});
    put(settings[key], rest, value);
    if (value === undefined && isObject(settings[key]) && Object.keys(settings[key]).length === 0) {
      // A row of a list stays, empty or not: its place is what the form shows.
      if (!Array.isArray(settings)) delete settings[key];
    }
  } else if (value !== undefined) define(settings, key, value);
  else if (Array.isArray(settings)) settings.splice(key, 1);
  else delete settings[key];
}

// Not by assignment: a file may hold a key like __proto__.
const define = (settings, key, value) =>
  Object.defineProperty(settings, key, { value, writable: true, enumerable: true, configurable: true });

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** The settings in a file's text, or nothing where it is none. */
export function read(text) {
  try {
    const settings = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isObject(settings) ? settings : undefined;
  } catch {
    return undefined;
  }
}

/** The file: known keys in the order of the schema, unknown ones after them in their own order. */
export function write(settings, schema) {
  const inOrder = (value, given) => {
    if (!isObject(value) && !Array.isArray(value)) return value;
    const part = shapeOf(given ?? {}, value, schema);
    if (Array.isArray(value)) return value.map((item) => inOrder(item, part.items));
    const known = Object.keys(part.properties ?? {});
    const others = Object.keys(value).filter((key) => !known.includes(key));
    const result = {};
    for (const key of [...known.filter((key) => Object.hasOwn(value, key)), ...others]) {
      define(result, key, inOrder(value[key], part.properties?.[key]));
    }
    return result;
  };
  return `${JSON.stringify(inOrder(settings, schema), null, 2)}\n`;
}

/** The part of the schema that a value follows: a figure may stand by itself or beside its source. */
function shapeOf(part, value, schema) {
  if (part.$ref) return schema.$defs[part.$ref.replace("#/$defs/", "")];
  return part.anyOf?.find((way) => (way.type === "array") === Array.isArray(value) && (way.properties || way.items)) ?? part;
}
