// The code that a partner pastes, made from where this page stands and from a few answers. It holds no
// sentence: the words in the code come from the page. Where the planner stands is the folder of this page.
import { word } from "./configure-words.module.js";

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const attributes = (pairs) =>
  pairs.filter(([, value]) => value !== "" && value !== undefined && value !== false).map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`)).join("");

/** The folder of this page; and the same of the one version that it is. */
export function places(version) {
  const follow = new URL("./", location.href);
  const pinned = new URL(follow.href.replace(/\/v\d+\/$/, `/${version}/`));
  return { follow: follow.href, pinned: pinned.href, origin: follow.origin };
}

/** How the script has to look for a browser that checks it. */
export async function integrity() {
  if (!globalThis.crypto?.subtle) return undefined;
  const response = await fetch("./embed.js");
  const digest = await crypto.subtle.digest("SHA-384", await response.arrayBuffer());
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/** The planner's own page with a short name of settings. */
function address(place, { name, page }) {
  const made = new URL("index.html", place);
  if (name) made.searchParams.set("settings", name);
  if (page) made.searchParams.set("open", page);
  return made.href;
}

function options({ name, where, title, page, leave, height, eager }) {
  return [
    ["data-settings", where || name],
    ["data-title", title],
    ["data-open", page],
    ["data-leave", leave],
    ["data-height", height],
    ["data-eager", eager],
  ];
}

const inside = (place, answers) => `  <p><a href="${escaped(address(place, answers))}">${escaped(word("configure-own-page"))}</a></p>`;

const script = (place, more) => `<script async src="${escaped(new URL("embed.js", place).href)}"${attributes([["referrerpolicy", "no-referrer"], ...more, ["data-cfasync", "false"]])}></script>`;

/** Each kind of code, by the id of its box. */
export function codes(answers, { follow, pinned, origin }, check) {
  const place = (where, more) =>
    [`<div${attributes([["data-pbp", where], ...options(answers)])}>`, inside(where, answers), "</div>", script(where, more)].join("\n");
  const asElement = [
    `<personal-budget-planner${attributes([["src", follow], ...options(answers).map(([name, value]) => [name.replace("data-", ""), value])])}>`,
    inside(follow, answers),
    "</personal-budget-planner>",
    script(follow, []),
  ].join("\n");
  const bare = `<iframe${attributes([
    ["src", address(follow, answers)],
    ["title", answers.title || word("configure-loader-title")],
    ["width", "100%"],
    ["height", "900"],
    ["loading", "lazy"],
    ["referrerpolicy", "no-referrer"],
    ["allow", "clipboard-write; web-share"],
  ])}></iframe>`;
  return {
    follow: place(follow, []),
    pinned: check ? place(pinned, [["integrity", check], ["crossorigin", "anonymous"]]) : "",
    element: asElement,
    bare,
    "policy-frame": `frame-src ${origin}`,
    // The loader fetches a settings file that lies on the partner's own website.
    "policy-script": `script-src ${origin}${answers.where ? "; connect-src 'self'" : ""}`,
    origin,
  };
}
