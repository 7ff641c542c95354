// Draws what is only read: headings, sentences, lists, tables, links and what is folded away.
// Every text becomes a text and never markup. A link to a page of ours is a step in the history of
// the browser, which Streamlit follows without opening the program anew.
const SAFE = /^(https?:\/\/|#|[a-z_]*(\?|$)|card\/)/;
const BAR = '[data-testid="stSidebar"]';
const NARROW = 768;
const SOON_MILLISECONDS = 5000;

function element(tag, name, ...inside) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...inside);
  return made;
}

function isPlainPress(event) {
  return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

function closeMenu(from) {
  if (!from.closest(BAR) || window.innerWidth >= NARROW) return;
  const button = document.querySelector('[data-testid="stSidebarCollapseButton"] button');
  if (button) button.click();
}

function follow(event) {
  if (event.defaultPrevented || !isPlainPress(event)) return;
  event.preventDefault();
  const from = event.currentTarget;
  closeMenu(from);
  history.pushState({}, "", from.href);
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}

function symbol(name) {
  const icon = element("span", "wres-icon");
  icon.dataset.icon = name;
  icon.setAttribute("aria-hidden", "true");
  return icon;
}

function link(told) {
  const made = element("a", "");
  if (!SAFE.test(told.href)) return element("span", "", told.text);
  made.setAttribute("href", told.href);
  if (told.icon) made.append(symbol(told.icon));
  made.append(element("span", "", told.text));
  if (told.current) made.setAttribute("aria-current", "page");
  if (told.anew) {
    made.target = "_blank";
    made.rel = "noopener noreferrer";
  } else if (!told.href.startsWith("#")) {
    made.addEventListener("click", follow);
  }
  return made;
}

function press(told, name = "wres-press") {
  const made = element("button", name, told.text);
  made.type = "button";
  made.dataset.press = told.press;
  return made;
}

// What it opens the server draws below it.
function opener(told) {
  const made = press(told, told.prints ? "wres-opener wres-prints" : "wres-opener");
  made.setAttribute("aria-expanded", String(told.open));
  return made;
}

function switched(told) {
  const made = press(told, "wres-switch");
  made.setAttribute("role", "switch");
  made.setAttribute("aria-checked", String(told.on));
  if (!told.about) return element("div", "wres-links", made);
  const about = element("span", "wres-quiet", told.about);
  about.id = `about_${told.press}`;
  made.setAttribute("aria-describedby", about.id);
  return element("div", "wres-links", made, about);
}

function run(told) {
  if (typeof told === "string") return told;
  return told.bold ? element("strong", "", told.bold) : link(told);
}

function cells(tag, texts) {
  return element("tr", "", ...texts.map((text) => {
    const cell = element(tag, "", text);
    if (tag === "th") cell.scope = "col";
    return cell;
  }));
}

function table(told) {
  const caption = element("caption", told.heard ? "wres-heard" : "", told.caption);
  const head = element("thead", "", cells("th", told.columns));
  const body = element("tbody", "", ...told.rows.map((row) => cells("td", row)));
  return element("div", "wres-table", element("table", "", caption, head, body));
}

function folded(told) {
  const made = element("details", "", element("summary", "", told.label));
  made.append(element("div", "wres-folded", ...all(told.parts)));
  made.dataset.key = told.key || told.label;
  made.dataset.open = told.open;
  made.open = told.open;
  return made;
}

function card(told) {
  return element("div", "wres-card", ...all(told.parts));
}

function notice(told) {
  const made = element("div", "wres-notice", symbol(told.icon));
  made.setAttribute("role", "note");
  made.append(element("p", "", ...told.runs.map(run)));
  return made;
}

function heading(told) {
  const made = element(`h${told.level}`, "", told.text);
  if (told.anchor) made.id = told.anchor;
  if (told.window) document.title = told.window;
  return made;
}

// The menu is not drawn anew when a filter is changed: what the address says otherwise than when
// the menu was drawn is laid over its links.
function carry(made, names, before) {
  const asked = new URLSearchParams(location.search);
  const changed = names.filter((name) => asked.get(name) !== before.get(name));
  for (const one of made.querySelectorAll("a")) {
    const [page, query] = one.dataset.drawn.split("?");
    const kept = new URLSearchParams(query);
    for (const name of changed) {
      if (asked.get(name)) kept.set(name, asked.get(name)); else kept.delete(name);
    }
    one.setAttribute("href", `${page}?${kept}`);
  }
}

function menu(told) {
  const sections = told.sections.map((section) => {
    const points = section.links.map((one) => element("li", "", link(one)));
    const list = element("ul", "", ...points);
    list.setAttribute("aria-label", section.name);
    return element("div", "", element("strong", "", section.name), list);
  });
  const made = element("nav", "wres-menu", ...sections);
  made.setAttribute("aria-label", told.name);
  for (const one of made.querySelectorAll("a")) one.dataset.drawn = one.getAttribute("href");
  const before = new URLSearchParams(location.search);
  for (const moment of ["pointerover", "pointerdown", "focusin"]) {
    made.addEventListener(moment, () => carry(made, told.carried, before));
  }
  return made;
}

const DRAWS = {
  heading,
  table,
  folded,
  opener,
  switch: switched,
  card,
  sentence: (told) => element("p", "", ...told.runs.map(run)),
  quiet: (told) => element("p", "wres-quiet", ...told.runs.map(run)),
  notice,
  list: (told) => element("ul", "", ...told.items.map((runs) => element("li", "", ...runs.map(run)))),
  links: (told) => element("div", "wres-links", ...told.links.map((one) => (one.press ? press(one) : link(one)))),
  // Hidden on the screen by the name of its class, as all that is for paper alone.
  paper: (told) => element("p", "wres-chosen_in_print", told.text),
  menu,
};

function drawn(told) {
  return DRAWS[told.kind](told);
}

const FOLDS = ["folded", "opener"];

// Folded parts that follow one another stand side by side where there is room.
function all(parts) {
  const made = [];
  for (const [place, part] of parts.entries()) {
    const one = drawn(part);
    if (part.kind === "folded") one.told = JSON.stringify(parts.slice(place, place + 2));
    if (!FOLDS.includes(part.kind)) {
      made.push(one);
      continue;
    }
    const last = made[made.length - 1];
    if (last && last.className === "wres-folds") last.append(one);
    else made.push(element("div", "wres-folds", one));
  }
  return made;
}

function named(one) {
  return one.dataset.press || one.textContent;
}

// What somebody opened, closed or reached stays so when the words change around it.
function place(root) {
  const held = document.activeElement;
  const reached = root.contains(held) ? held : null;
  const all = folds(root);
  const changed = all.filter(([, one]) => String(one.open) !== one.dataset.open);
  const had = new Set(all.map(([, one]) => one.told));
  return { opened: new Map(changed.map(([key, one]) => [key, one.open])), reached, had };
}

// Each fold under its key, or under its label and its place among those with the same.
function folds(root) {
  const seen = new Map();
  return [...root.querySelectorAll("details")].map((one) => {
    const place = seen.get(one.dataset.key) || 0;
    seen.set(one.dataset.key, place + 1);
    return [`${one.dataset.key} ${place}`, one];
  });
}

// What opens between two parts of a page moves folds from one to the other, while the page is the
// same: what stands in a fold and in what comes next tells which it was.
const turned = { page: "", folds: new Map() };

function turnedHere() {
  if (turned.page !== location.pathname) {
    turned.page = location.pathname;
    turned.folds.clear();
  }
  return turned.folds;
}

function openAgain(root, { opened, had }) {
  for (const [key, one] of folds(root)) {
    if (opened.has(key)) one.open = opened.get(key);
    else if (!had.has(one.told) && turnedHere().has(one.told)) one.open = turnedHere().get(one.told);
  }
}

// A button that was pressed may stand in another part when what it opens is there.
const last = { press: "", at: 0 };

function focusAgain(root) {
  if (document.activeElement !== document.body || Date.now() - last.at > SOON_MILLISECONDS) return;
  const same = root.querySelector(`button[data-press="${CSS.escape(last.press)}"]`);
  if (same) same.focus({ preventScroll: true });
}

// The same link is the one that leads to the same place, as many are called alike.
function find(root, reached) {
  if (!reached) return;
  const able = [...root.querySelectorAll("a, button, summary")];
  const alike = able.filter((one) => named(one) === named(reached));
  const href = reached.getAttribute("href");
  const there = href && alike.find((one) => one.getAttribute("href") === href);
  const same = there || (alike.length === 1 && alike[0]);
  if (same) same.focus({ preventScroll: true });
}

// Streamlit does this for headings of its own.
function arrive(root) {
  const at = location.hash && root.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`);
  if (at) at.scrollIntoView();
}

function pressed(event) {
  const button = event.target.closest("button[data-press]");
  if (button) {
    Object.assign(last, { press: button.dataset.press, at: Date.now() });
    event.currentTarget.press("press", button.dataset.press);
  }
  const label = event.target.closest("summary");
  // The browser turns it after this.
  const fold = label && label.parentElement;
  if (fold) setTimeout(() => turnedHere().set(fold.told, fold.open));
}

// Every page has a part that is read, so what mends each of them comes from here, after its words.
function mend() {
  if (window.wresIsReachable) return;
  import("./reachable.js").then((found) => found.default()).catch(() => {});
}

export default function ({ data, parentElement, setTriggerValue }) {
  const text = new TextDecoder().decode(data);
  let root = parentElement.querySelector(":scope > .wres-prose");
  const isNew = !root;
  if (isNew) {
    root = element("div", "wres-prose");
    root.addEventListener("click", pressed);
    parentElement.append(root);
  }
  root.press = setTriggerValue;
  if (root.told === text) return;
  const before = place(root);
  root.told = text;
  root.replaceChildren(...all(JSON.parse(text)));
  openAgain(root, before);
  find(root, before.reached);
  focusAgain(root);
  mend();
  if (isNew) arrive(root);
}
