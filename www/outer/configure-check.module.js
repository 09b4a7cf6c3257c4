// The planner's own reader of settings, as a small wasm that imports nothing (src/bin/settings.rs).
// It says what is wrong by path, what it changed and what is out of date; the words stand in the page.
// It has no clock: the day comes from this device, as a number like 20261122.

/** Fetches the reader. Gives a function from a file's text to what it says about it. */
export async function reader() {
  const response = await fetch("./settings.wasm");
  const { instance } = await WebAssembly.instantiate(await response.arrayBuffer(), {});
  const { memory, input, check, output } = instance.exports;
  return (text, day) => {
    const bytes = new TextEncoder().encode(text);
    const place = input(bytes.length);
    if (place === 0) return { problems: [{ path: "settings", expected: "smaller" }], repairs: [], old: [] };
    new Uint8Array(memory.buffer).set(bytes, place);
    const length = check(day);
    const answer = new Uint8Array(memory.buffer, output(), length);
    return JSON.parse(new TextDecoder().decode(answer));
  };
}
