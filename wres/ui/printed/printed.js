// The line of what was chosen on a page: it is in the page for paper alone.
export default function ({ data, parentElement }) {
  let line = parentElement.querySelector(".wres-chosen");
  if (!line) {
    line = document.createElement("p");
    line.className = "wres-chosen";
    parentElement.append(line);
  }
  line.textContent = data.text;
}
