/* Outlines. A drawing that replaces another names those of its map by their ranks; the list of the
   publication, asked once, holds what draws each. */

const { all, page } = window.observatoire;
let asked = null;

const ask = () => (asked ??= fetch(page.dataset.contours).then((answer) => answer.json()));

const fill = async () => {
  const bare = all("path[data-contours]:not([d])");
  const held = bare.length ? await ask() : [];
  for (const path of bare) {
    const ranks = path.dataset.contours.split(" ");
    path.setAttribute("d", ranks.map((rank) => held[rank]).join(""));
  }
};

document.addEventListener("panneaux-refaits", fill);
document.addEventListener("page-vivante", () => {
  if (document.querySelector(".trace-carte")) ask();
});
window.observatoire.outlines = ask;
