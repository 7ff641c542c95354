// The keys of the pack: the same as on the presenter's screen, as far as they need no network.
const leaves = [...document.querySelectorAll(".rs")];
let at = 0;

function show(next) {
  at = Math.min(Math.max(next, 0), leaves.length - 1);
  leaves.forEach((leaf, place) => leaf.toggleAttribute("data-waits", place !== at));
  document.querySelectorAll(".rs-blank").forEach((leaf) => leaf.classList.remove("rs-blank"));
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === " " && event.target.closest("summary")) return;
  if (["ArrowRight", "PageDown", " ", "s"].includes(key)) show(at + 1);
  else if (["ArrowLeft", "PageUp"].includes(key)) show(at - 1);
  else if (key === "Home") show(0);
  else if (key === "End") show(leaves.length - 1);
  else if (key === "b" || key === ".") leaves[at].classList.toggle("rs-blank");
  else if (key === "n") {
    const note = leaves[at].querySelector(".rs-note");
    if (note) note.hidden = !note.hidden;
  } else if (key === "t") {
    const table = leaves[at].querySelector(".rs-more");
    if (table) table.open = !table.open;
  } else return;
  event.preventDefault();
});
