/* A map moved by keys, by two fingers, by a drag: each ends at a view that the server draws. */
"use strict";

(() => {
  const held = new Map();
  let [box, from, dragged] = [null, null, false];

  const now = () => {
    const [one, other = one] = held.values();
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

  document.addEventListener("pointerdown", (event) => {
    const map = event.target.closest?.("[data-cadre]");
    if (!map || event.button) return;
    held.set(event.pointerId, event);
    const alone = event.pointerType === "touch" && !map.closest(".plein-ecran");
    if (held.size > Number(alone)) [box, from, dragged] = [map, now(), false];
  }, true);
  document.addEventListener("pointermove", (event) => {
    if (!held.has(event.pointerId) || !held.set(event.pointerId, event) || !from) return;
    const { x, y, gap } = now();
    dragged ||= Math.hypot(x - from.x, y - from.y) + Math.abs(gap - from.gap) > 6;
    const { left, top } = box.getBoundingClientRect();
    const transform = `translate(${x - from.x}px, ${y - from.y}px) scale(${gap / from.gap})`;
    if (dragged) follow({ transform, transformOrigin: `${from.x - left}px ${from.y - top}px` });
  });
  const lift = (event) => {
    if (from && held.has(event.pointerId)) {
      if (dragged && event.type === "pointerup") go(reached(now()));
      else follow({ transform: "" });
      from = null;
    }
    held.delete(event.pointerId);
  };
  for (const kind of ["pointerup", "pointercancel"]) document.addEventListener(kind, lift);

  /* The press that ends a drag chooses nothing. */
  document.addEventListener("click", (event) => {
    if (!dragged || !event.target.closest?.("[data-cadre]")) return;
    dragged = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  document.addEventListener("keydown", (event) => {
    const figure = event.target.closest?.(".deplacer, [data-cadre]")?.closest("figure");
    const step = figure?.querySelector(`[data-touche="${CSS.escape(event.key)}"]`);
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (step.href) step.click();
  });
})();
