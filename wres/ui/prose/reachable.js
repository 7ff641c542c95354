// What Streamlit leaves out for people who use keys, zoom or a screen reader, on every page:
// tables that scroll take the focus, a changed finding is said aloud, and a single letter does
// nothing. docs/accessibility.md lists it, and the style beside this file has the rest.
const QUIET_MILLISECONDS = 400;
const MAIN = '[data-testid="stMain"]';
const RERUN = "r";

function say(words) {
  let voice = document.querySelector(".wres-said");
  if (!voice) {
    voice = document.createElement("div");
    voice.className = "wres-said";
    voice.setAttribute("role", "status");
    document.body.append(voice);
  }
  voice.textContent = words;
}

function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function nameOf(table) {
  return table.getAttribute("aria-label") || (table.caption ? table.caption.textContent : "");
}

// A box grows and shrinks with the window, with the menu beside it and with what folds it away.
const sizes = new ResizeObserver(mendBoxes);

// What is wider or longer than its box scrolls in it, and keys reach the box only at a tab stop.
function mendBoxes() {
  for (const table of document.querySelectorAll('[data-testid="stTable"] table, .wres-table table')) {
    const box = table.parentElement;
    sizes.observe(box);
    if (box.scrollWidth > box.clientWidth) {
      set(box, "tabindex", "0");
      set(box, "role", "group");
      set(box, "aria-label", nameOf(table));
    } else if (box.hasAttribute("tabindex")) {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    }
  }
  for (const box of document.querySelectorAll('[data-testid="stPopoverBody"]')) {
    if (box.scrollHeight > box.clientHeight) set(box, "tabindex", "0");
  }
}

// It is said to mean nothing, and has a name.
function mendDropzones() {
  const wrong = '[data-testid="stFileUploaderDropzone"][role="presentation"]';
  for (const zone of document.querySelectorAll(wrong)) set(zone, "role", "group");
}

function words(selector) {
  const found = document.querySelector(`${MAIN} ${selector}`);
  return found ? found.textContent.trim() : "";
}

function isRunning() {
  const app = document.querySelector('[data-testid="stApp"]');
  return app && app.dataset.testScriptState === "running";
}

// Nothing of the first page is said: the screen reader reads it anyway.
function sayWhatChanged(before) {
  const now = { page: words("h1"), finding: words("h2") };
  if (!now.page) return before;
  if (before && before.page !== now.page) say(`${now.page}. ${now.finding}`);
  else if (before && before.finding !== now.finding) say(now.finding);
  return now;
}

// Streamlit runs the page again at a bare "r"; whoever dictates or slips would lose their place.
function stopLetters(event) {
  const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (bare && event.key.toLowerCase() === RERUN) event.stopPropagation();
}

function watch() {
  let before = null;
  let waiting = 0;
  function settle() {
    mendBoxes();
    mendDropzones();
    if (isRunning()) look();
    else before = sayWhatChanged(before);
  }
  function look() {
    clearTimeout(waiting);
    waiting = setTimeout(settle, QUIET_MILLISECONDS);
  }
  const watcher = new MutationObserver(look);
  watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
  document.addEventListener("toggle", look, true);
  document.documentElement.addEventListener("keydown", stopLetters);
  look();
}

function dress() {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("./reachable.css", import.meta.url).href;
  document.head.append(style);
}

export default function () {
  if (window.wresIsReachable) return;
  window.wresIsReachable = true;
  dress();
  watch();
}
