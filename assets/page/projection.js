/* A page on a wall: the keys of a keyboard and of a remote control lead from one figure to another.
   « N » alone is heard where a figure has the focus, so that nobody triggers it unawares. */

const { all, on } = window.observatoire;
const screens = all(".projection .diapo");
if (!screens.length) return;
const STEPS = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 };

/* The one that fills most of the window. */
const current = () => {
  const off = screens.map((one) => Math.abs(one.getBoundingClientRect().top));
  return Math.max(0, off.indexOf(Math.min(...off)));
};

const show = (rank) => {
  const screen = screens[Math.min(Math.max(rank, 0), screens.length - 1)];
  history.replaceState(null, "", `#${screen.id}`);
  screen.focus({ preventScroll: true });
  screen.scrollIntoView({ behavior: "instant" });
};

const leave = () => screens[current()].querySelector("[data-vers=page]").click();

const notes = (target) => {
  const fold = target.closest?.(".diapo")?.querySelector(".diapo-notes");
  if (fold) fold.open = !fold.open;
  return Boolean(fold);
};

const answer = ({ key, target }) => {
  if (key in STEPS) show(current() + STEPS[key]);
  else if (key === "Home") show(0);
  else if (key === "End") show(screens.length - 1);
  else if (key === "Escape") leave();
  else return key.toLowerCase() === "n" && notes(target);
  return true;
};

document.addEventListener("keydown", (event) => {
  const held = event.ctrlKey || event.altKey || event.metaKey;
  if (!held && answer(event)) event.preventDefault();
});

on("click", ".diapo-suite a[href^='#']", (way, event) => {
  event.preventDefault();
  show(screens.findIndex((one) => `#${one.id}` === way.hash));
});

if (location.hash || document.referrer) {
  show(Math.max(0, screens.findIndex((one) => `#${one.id}` === location.hash)));
}
