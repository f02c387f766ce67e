/* Outlines. A drawing that replaces another names those of its map by their ranks; the list of the
   publication, asked once, holds what draws each. */
"use strict";

(() => {
  const address = window.observatoire.page?.dataset.contours;
  let asked = null;
  let held = null;

  const ask = () => (asked ??= fetch(address).then((answer) => answer.json()).then((list) => {
    held = list;
    return list;
  }));

  const ranks = (path) => path.dataset.contours.split(" ");
  const trace = (path) => path.setAttribute("d", ranks(path).map((rank) => held[rank]).join(""));

  const fill = async () => {
    const bare = [...document.querySelectorAll("path[data-contours]:not([d])")];
    if (!bare.length) return;
    if (!held) await ask();
    bare.forEach(trace);
  };

  document.addEventListener("panneaux-refaits", fill);
  document.addEventListener("page-vivante", () => {
    if (document.querySelector(".trace-carte")) ask();
  });
  window.observatoire.outlines = ask;
})();
