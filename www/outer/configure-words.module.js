// Every word of the configurator, as the page brings them in <template id="words">. No module holds a sentence.
// An id that the page does not have gives nothing; tests/it/configure.rs holds the page to the settings.
const words = new Map();
for (const part of document.getElementById("words").content.querySelectorAll("[data-word]")) {
  words.set(part.dataset.word, part.textContent);
}

/** The words with this id, or nothing. */
export const word = (id) => words.get(id);

/** The first of these ids that has words. */
export const firstWord = (...ids) => ids.map(word).find((found) => found !== undefined) ?? "";

/** An element with these attributes and children; `text` is its text. */
export function element(name, { text, ...attributes } = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  if (text !== undefined) made.textContent = text;
  made.append(...children.filter((child) => child !== undefined));
  return made;
}
