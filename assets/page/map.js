/* A map moved by keys, or by two fingers: each ends at a view that the server draws. One finger scrolls
   the page. */

const { on } = window.observatoire;
const fingers = new Map();
let [box, from] = [null, null];

const now = () => {
  const [one, other] = fingers.values();
  const [x, y] = [(one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2];
  return { x, y, gap: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1 };
};
const follow = (style) => [...box.children].forEach((part) => Object.assign(part.style, style));

/* The window in which what was under the fingers is under them still. */
const reached = ({ x, y, gap }) => {
  const { left, top, width, height } = box.getBoundingClientRect();
  const [west, south, east, north] = box.dataset.cadre.split(" ").map(Number);
  const metres = Math.max((east - west) / width, (north - south) / height);
  const times = gap / from.gap;
  const aside = (start, end, middle) => metres * (start - middle - (end - middle) / times);
  const across = (west + east) / 2 + aside(from.x, x, left + width / 2);
  const along = (south + north) / 2 - aside(from.y, y, top + height / 2);
  return [(east - west) / times, across, along].map(Math.round).join("_");
};

const go = (cadre) => {
  const query = new URLSearchParams(location.search);
  query.set("cadre", cadre);
  const link = box.closest("figure").querySelector(".pas");
  Object.assign(link, { href: `?${query}` }).dataset.vue = 1;
  link.click();
};

on("pointerdown", "[data-cadre]", (map, event) => {
  if (event.pointerType !== "touch") return;
  fingers.set(event.pointerId, event);
  if (fingers.size === 2) [box, from] = [map, now()];
}, true);
document.addEventListener("pointermove", (event) => {
  if (!fingers.has(event.pointerId) || !fingers.set(event.pointerId, event) || !from) return;
  const [{ x, y, gap }, { left, top }] = [now(), box.getBoundingClientRect()];
  const transform = `translate(${x - from.x}px, ${y - from.y}px) scale(${gap / from.gap})`;
  follow({ transform, transformOrigin: `${from.x - left}px ${from.y - top}px` });
});
const lift = ({ type, pointerId }) => {
  if (fingers.has(pointerId) && from) {
    if (type === "pointerup") go(reached(now()));
    else follow({ transform: "" });
    from = null;
  }
  fingers.delete(pointerId);
};
for (const kind of ["pointerup", "pointercancel"]) document.addEventListener(kind, lift);

on("keydown", ".deplacer, [data-cadre]", (element, event) => {
  const figure = element.closest("figure");
  const step = figure?.querySelector(`[data-touche="${CSS.escape(event.key)}"]`);
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (step.href) step.click();
});
