/* A panel whose view changes is filled anew: what the reader had there stays, that is open
   folds, the place in a wide table, the focus. */

const { all } = window.observatoire;
const PANEL = ".panneau[id]";
const FOCUSABLE = "a[href], button, summary, select, input:not([type=hidden]), [tabindex]";

const folds = new Map();
const scrolls = new Map();
let held = null;

const panelOf = (element) => element.closest?.(PANEL) || null;

/* A name that a fold or a table keeps when its panel is built again. */
const nameOf = (element, panel) => {
  const card = element.closest(".carte");
  const kind = `${card ? card.className : ""}/${element.className}`;
  const alike = all(`.${element.className.split(" ").join(".")}`, panel).filter(
    (other) => other.closest(".carte")?.className === card?.className,
  );
  return `${panel.id}/${kind}/${alike.indexOf(element)}`;
};

const onToggle = (event) => {
  const panel = panelOf(event.target);
  if (panel && event.target.className) folds.set(nameOf(event.target, panel), event.target.open);
};

const onScroll = (event) => {
  const panel = event.target.matches?.(".boite-table") ? panelOf(event.target) : null;
  if (panel) scrolls.set(nameOf(event.target, panel), event.target.scrollLeft);
};

const onFocus = (event) => {
  const panel = panelOf(event.target);
  const place = panel ? all(FOCUSABLE, panel).indexOf(event.target) : -1;
  const { choix: choice, tenu: name } = event.target.dataset;
  held = place < 0 ? null : { id: panel.id, place, choice, name, element: event.target };
};

/* The reader who clicks elsewhere lets go; an element that vanishes does not. */
const onBlur = (event) => {
  setTimeout(() => {
    const gone = document.activeElement !== event.target && event.target.isConnected;
    if (gone && held?.element === event.target) held = null;
  });
};

const restore = (panel) => {
  for (const fold of all("details[class]", panel)) {
    const open = folds.get(nameOf(fold, panel));
    if (open !== undefined && open !== fold.open) fold.open = open;
  }
  for (const box of all(".boite-table", panel)) {
    const left = scrolls.get(nameOf(box, panel));
    if (left) box.scrollLeft = left;
  }
};

/* The mark that chooses the same, in a drawing that may hold more marks or fewer. */
const marked = (panel, choice) => (choice
  ? panel.querySelector(`a[data-choix="${CSS.escape(choice)}"]:not([tabindex])`)
  : null);

/* What keeps its name, wherever it stands in the panel that is built again. */
const namesake = (panel, name) => name && panel.querySelector(`[data-tenu="${name}"]`);

const refocus = () => {
  if (!held || held.element.isConnected || document.activeElement !== document.body) return;
  const panel = document.getElementById(held.id);
  const heir = panel && (namesake(panel, held.name) || (marked(panel, held.choice)
    ?? all(FOCUSABLE, panel)[held.place]));
  if (heir?.tagName === held.element.tagName) heir.focus({ preventScroll: true });
};

document.addEventListener("toggle", onToggle, true);
document.addEventListener("scroll", onScroll, true);
document.addEventListener("focusin", onFocus);
document.addEventListener("focusout", onBlur);
document.addEventListener("panneaux-refaits", ({ detail: panels }) => {
  panels.forEach(restore);
  refocus();
});
document.addEventListener("page-vivante", () => {
  all(PANEL, document).forEach((panel) => {
    for (const fold of all("details[class]", panel)) folds.set(nameOf(fold, panel), fold.open);
  });
  const now = document.activeElement;
  if (now) onFocus({ target: now });
});
