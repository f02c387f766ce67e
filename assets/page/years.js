/* The years of a map. The slider says its year as it moves; « Lecture » takes the step to the next
   year, waits for what the server draws, and goes on until the last one, or any act of the reader. */

const { isLive, move, on, page, say } = window.observatoire;
const SLIDER = "#page-vivante form.temps input";
const PACE = 1500;
const still = window.matchMedia("(prefers-reduced-motion: reduce)");
const status = () => document.getElementById("annonce");
const part = (name) => page.querySelector(`form.temps [data-tenu="${name}"]`);
const after = () => part("apres")?.getAttribute("href");
let [playing, timer, heard] = [false, 0, ""];

const tell = (slider) => {
  const absent = slider.dataset.absents.split(" ").includes(slider.value);
  const words = absent ? `${slider.value} : aucune valeur` : slider.value;
  slider.setAttribute("aria-valuetext", words);
  slider.form.querySelector("output").textContent = words;
};

/* What the plain form would ask. */
const ask = ({ form }) => move(`${location.pathname}?${new URLSearchParams(new FormData(form))}`);

const mark = () => {
  const words = part("lire")?.firstElementChild;
  if (words) words.textContent = words.dataset[playing ? "pause" : "lecture"];
};

const stop = () => {
  if (!playing) return;
  clearTimeout(timer);
  if (heard) say(heard);
  playing = false;
  mark();
};

const play = ({ dataset: { lire: first } }) => {
  [playing, heard] = [!still.matches, ""];
  mark();
  move(after() ?? first);
};

/* One year is told at a time; the whole view, when it stops. */
const onDrawn = () => {
  if (!playing) return;
  heard = status().textContent;
  status().textContent = page.querySelector("form.temps output")?.textContent;
  mark();
  if (after()) timer = setTimeout(() => move(after(), true), PACE);
  else stop();
};

/* Whether an act presses the button itself. */
const isOurs = (element, { type, key }) => element.closest("[data-lire]")
  && (type === "pointerdown" || key === "Enter" || key === " ");

if (!page) return;
on("pointerdown keydown", "*", (element, event) => isOurs(element, event) || stop(), true);
for (const end of ["visibilitychange", "panne"]) document.addEventListener(end, stop);
window.addEventListener("popstate", stop);
document.addEventListener("panneaux-refaits", onDrawn);
document.addEventListener("page-vivante", () => {
  const slider = part("curseur");
  if (slider && slider.value !== slider.defaultValue) ask(slider);
});
on("input", SLIDER, tell);
on("change", SLIDER, (slider) => isLive() && ask(slider));
on("click", "#page-vivante [data-lire]", (button) => (playing ? stop : play)(button));
