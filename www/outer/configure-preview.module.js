// The planner itself with the settings of the form, in a frame of this page. The settings are handed over by
// message, as the loader does it. A message counts only from the frame's own window, with this page's
// origin and in exactly the agreed shape. Each change makes a new frame: settings are read once, at its start.
import { element, word } from "./configure-words.module.js";

const AFTER = 900;
const PATIENCE = 20000;

/** Keeps the preview in `box`. Gives what to call when settings have changed. */
export function makePreview(box, silent) {
  let frame, json, timer, patience, isWanted = false;

  addEventListener("message", ({ source, origin, data }) => {
    if (!frame || source !== frame.contentWindow || origin !== location.origin) return;
    if (!data || data.pbp !== 1) return;
    const { t, px } = data;
    const shape = Object.keys(data).sort().join();
    if (t === "ready" && shape === "pbp,t") {
      clearTimeout(patience);
      silent.hidden = true;
      for (const message of [{ pbp: 1, t: "config" }, { pbp: 1, t: "settings", json }]) {
        frame.contentWindow.postMessage(message, location.origin);
      }
    }
    if (t === "height" && shape === "pbp,px,t" && Number.isInteger(px) && px >= 200 && px <= 20000) {
      frame.style.height = `${px}px`;
    }
  });

  function draw() {
    const made = element("iframe", {
      class: "preview__frame",
      id: "preview-frame",
      title: word("configure-preview-title"),
      referrerpolicy: "no-referrer",
      allow: "clipboard-write; web-share",
      // Without top navigation: leaving the planner must not take this page and its settings away.
      sandbox: "allow-scripts allow-same-origin allow-forms allow-downloads allow-modals",
      src: "./index.html?embed=1&from=message",
    });
    frame = made;
    box.replaceChildren(made);
    silent.hidden = true;
    clearTimeout(patience);
    patience = setTimeout(() => { silent.hidden = false; }, PATIENCE);
  }

  return {
    /** Draws now, and from now on after each change. */
    start(text) {
      isWanted = true;
      json = text;
      clearTimeout(timer);
      draw();
    },
    change(text) {
      if (text === json || !isWanted) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        json = text;
        draw();
      }, AFTER);
    },
  };
}
