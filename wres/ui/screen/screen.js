// The presenter's screen: shows the HTML it is given, and tells the program which key was pressed.
// Blanking and what lies over the screen need no answer of the program, so they are done here.
const TELLS = {
  ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "back", PageUp: "back",
  s: "skip", r: "reveal", p: "practice",
};
const LAYERS = "fdnjhxe";
const HAS_KEYS_OF_ITS_OWN = "input, select, textarea, button, a, summary";

function open(root, name) {
  for (const layer of root.querySelectorAll("[data-layer]")) {
    layer.hidden = layer.dataset.layer !== name;
  }
  const first = root.querySelector(`[data-layer="${name}"]:not([hidden]) :is(select, input)`);
  if (first) first.focus(); else root.focus();
}

function opened(root) {
  return root.querySelector("[data-layer]:not([hidden])");
}

// Streamlit waits longer after each try, so after a long absence it would be back late. The
// address and the store say where the session is, so the page can simply be opened again.
const ASKS_EVERY = 12;

// The answer may come late, when the page is back by itself and somebody is pressing keys again.
function reloadOnceThere(isStillLost) {
  const base = location.pathname.replace(/\/present\/?$/, "");
  fetch(`${base}/_stcore/health`, { cache: "no-store" })
    .then((answer) => { if (answer.ok && isStillLost()) location.reload(); })
    .catch(() => {});
}

// The screen changes while somebody fills a form in: another phone answers, another minute goes.
function remember(root) {
  const layer = opened(root);
  if (!layer) return null;
  const kept = layer.dataset.kept || "";
  const field = layer.contains(document.activeElement) ? document.activeElement.name : "";
  const fields = layer.dataset.event === "decide" ? Object.fromEntries(new FormData(layer)) : {};
  return { name: layer.dataset.layer, kept, field, fields };
}

function restore(root, kept) {
  open(root, kept.name);
  const layer = opened(root);
  if (!layer) return;
  if ((layer.dataset.kept || "") !== kept.kept) {
    // A decision was kept: its form is done. One that was refused stays, to be mended.
    open(root, "");
    return;
  }
  for (const [name, value] of Object.entries(kept.fields)) {
    const field = layer.querySelector(`[name="${name}"]`);
    if (field) field.value = value;
  }
  const field = kept.field && layer.querySelector(`[name="${kept.field}"]`);
  if (field) field.focus();
}

function listen(root) {
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const layer = opened(root);
    if (key === "Escape") {
      event.stopPropagation();
      if (layer) { open(root, ""); } else { root.tell("story"); }
      return;
    }
    const typing = event.target.matches && event.target.matches(HAS_KEYS_OF_ITS_OWN);
    if (typing && !(layer && layer.dataset.layer === key && event.target.tagName === "SELECT")) {
      // The program's own short keys must not hear what is typed either.
      event.stopPropagation();
      return;
    }
    if (key === "Enter" && layer && layer.dataset.sure) {
      root.tell(layer.dataset.sure);
      open(root, "");
    } else if (key === "b" || key === ".") {
      root.classList.toggle("rs-blank");
    } else if (LAYERS.includes(key) && key.length === 1) {
      if (root.querySelector(`[data-layer="${key}"]`)) {
        open(root, layer && layer.dataset.layer === key ? "" : key);
      }
    } else if (TELLS[key]) {
      root.classList.remove("rs-blank");
      if (layer) open(root, "");
      root.tell(event.shiftKey && key === "ArrowRight" ? "skip" : TELLS[key]);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const fieldsOf = (form) => Object.fromEntries(new FormData(form));
  const onChange = (event) => {
    const form = event.target.closest("form[data-event='filter']");
    if (form) root.tell("filter", fieldsOf(form));
  };
  const onSubmit = (event) => {
    event.preventDefault();
    if (event.target.dataset.event !== "decide") return;
    root.tell("decide", fieldsOf(event.target));
  };
  let wasLost = false, quiet = 0, lostFor = 0;
  const looking = setInterval(() => {
    // Back is it only when the page has run again: a key pressed before that would be lost.
    const app = document.querySelector("[data-test-connection-state]");
    const connected = app && app.dataset.testConnectionState === "CONNECTED";
    const ran = app && app.dataset.testScriptState === "notRunning";
    quiet = connected ? quiet + (ran ? 1 : 0) : 0;
    wasLost = !connected || (wasLost && quiet < 2);
    const isLost = wasLost;
    lostFor = connected ? 0 : lostFor + 1;
    if (lostFor > 0 && lostFor % ASKS_EVERY === 0) reloadOnceThere(() => lostFor > 0);
    let line = root.querySelector(".rs-lost");
    if (isLost && !line) {
      line = document.createElement("p");
      line.className = "rs-lost";
      line.setAttribute("role", "status");
      line.textContent = root.lost;
      root.append(line);
    } else if (!isLost && line) {
      line.remove();
    }
  }, 500);
  window.addEventListener("keydown", onKey, true);
  root.addEventListener("change", onChange);
  root.addEventListener("submit", onSubmit);
  return () => {
    clearInterval(looking);
    window.removeEventListener("keydown", onKey, true);
    root.removeEventListener("change", onChange);
    root.removeEventListener("submit", onSubmit);
  };
}

export default function (component) {
  const { parentElement, data, setTriggerValue } = component;
  let root = parentElement.querySelector(".rs");
  if (!root) {
    root = document.createElement("section");
    root.className = "rs";
    root.tabIndex = -1;
    root.setAttribute("aria-label", "Presenter's screen");
    parentElement.append(root);
  }
  root.tell = (name, fields) => {
    root.told = (root.told || 0) + 1;
    setTriggerValue("event", { name, fields: fields || {}, number: root.told });
  };
  if (root.shown !== data.html) {
    const kept = remember(root);
    root.shown = data.html;
    root.innerHTML = data.html;
    if (kept) restore(root, kept); else root.focus();
  }
  root.lost = data.lost;
  // This runs at every change of the screen; who listens twice would press twice. The end of an
  // earlier run may come after the beginning of this one, and must not take its ears away.
  const mine = {};
  root.owner = mine;
  if (!root.leave) root.leave = listen(root);
  return () => {
    if (root.owner !== mine) return;
    if (root.leave) root.leave();
    root.leave = null;
  };
}
