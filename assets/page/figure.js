/* A figure is the server's drawing. The one that a reader points at, touches, reaches with the
   keyboard or opens becomes plotly's, in the same place (page/explore.js, which comes with plotly):
   when the browser has nothing else to do, or at the first touch. */

const { all, isLive, on, page } = window.observatoire;
const BOX = ".trace[data-figure]";
const LONGEST_WAIT = 3000;
const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 200));
const touched = new Set();
const opened = new Set();
let coming = null;

const nameOf = (box) => box.dataset.figure.split("?")[0];

const load = () => (coming ??= new Promise((onload, onerror) => {
  const src = page.dataset.plotly;
  document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
}).catch((error) => {
  coming = null;
  throw error;
}));

const figureOf = async ({ dataset: { figure: address } }) => (await fetch(address)).json();

/* Where the pointer is, so that what it points at is said as soon as it can be. */
let pointer = null;

/* What is pressed is not taken away: the press comes to its end first. */
const wake = async (box) => {
  touched.add(nameOf(box));
  if (box.dataset.eveil) return;
  box.dataset.eveil = "1";
  try {
    const [figure] = await Promise.all([figureOf(box), load()]);
    await window.observatoire.pressed();
    if (!box.isConnected) return;
    await window.observatoire.explore(box, figure, opened.has(nameOf(box)));
    if (box.matches(":hover") && pointer) point(pointer);
    if (box.contains(document.activeElement)) bubble(document.activeElement);
  } catch {
    delete box.dataset.eveil;
  }
};

const point = ({ clientX, clientY }) => {
  const target = document.elementFromPoint(clientX, clientY);
  target?.dispatchEvent(new MouseEvent("mousemove", { clientX, clientY, bubbles: true }));
};

const bubble = (element) => {
  const link = element.closest("a[data-choix]");
  if (link) window.observatoire.bubble?.(link);
};

/* A page that scrolls under a pointer at rest touches nothing. */
const isAtRest = ({ type, movementX, movementY }) => type === "pointermove" && !movementX && !movementY;

document.addEventListener("pointermove", (event) => { pointer = event; });
on("pointermove pointerdown focusin", BOX, (box, event) => isLive() && !isAtRest(event) && wake(box));
on("focusin", "*", bubble);

const press = (button) => {
  const box = button.closest("figure").querySelector(BOX);
  const name = nameOf(box);
  if (!opened.delete(name)) opened.add(name);
  sleep(box);
  mark(box);
  wake(box);
};

const sleep = (box) => {
  box.querySelector(".vif")?.remove();
  box.classList.remove("eveil", "sur-fond");
  delete box.dataset.eveil;
};

const mark = (box) => {
  const button = box.closest("figure")?.querySelector("[data-explorer]");
  button?.setAttribute("aria-pressed", opened.has(nameOf(box)));
};

on("click", "[data-explorer]", press);

/* What a change of view drew again is plotly's again where the reader had touched it, once it has
   been painted. */
document.addEventListener("panneaux-refaits", ({ detail: panels }) => {
  const boxes = panels.flatMap((panel) => all(BOX, panel));
  boxes.forEach(mark);
  const again = boxes.filter((box) => touched.has(nameOf(box)));
  if (again.length) requestAnimationFrame(() => setTimeout(() => again.forEach(wake)));
});

document.addEventListener("page-vivante", () => {
  if (document.querySelector(BOX)) idle(() => load().catch(() => {}), { timeout: LONGEST_WAIT });
});
