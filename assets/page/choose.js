/* A quarter pressed on a map: its page, this page for it alone, or for it beside those that are
   chosen. The list beside the map does the same with two links, without script. page/explore.js sends "choisir" for one that is no link. */

const { all, keys: { carte, ensemble, lignes }, on, page: root } = window.observatoire;
const portraits = root?.dataset.portraits;

/* A place has a code a perimeter: whichever the address names, its chip knows them all. */
const alike = (code) => all(`[data-filtre="${carte}"]`, root)
  .map(({ dataset }) => dataset.alias.split(" "))
  .find((codes) => codes.includes(code)) ?? [code];

/* This page with that key set, or without it. */
const turned = (key, value) => {
  const query = new URLSearchParams(location.search);
  if (value) query.set(key, value);
  else query.delete(key);
  query.delete(lignes);
  return `${location.pathname}${query.size ? "?" : ""}${query}`;
};

/* What may be done with that quarter: the words of each way, the quarters that it leaves. */
const ways = (code) => {
  const chosen = (new URLSearchParams(location.search).get(carte) ?? "").split(",").filter(Boolean);
  const others = chosen.filter((one) => !alike(code).includes(one));
  if (!chosen.length) return [["Filtrer cette page", [code]]];
  if (!others.length) return [["Retirer ce filtre", []]];
  const alone = ["Filtrer sur lui seul", [code]];
  if (others.length < chosen.length) return [alone, ["Retirer ce filtre", others]];
  return others.length < ensemble ? [alone, ["L’ajouter aux quartiers choisis", [...others, code]]] : [alone];
};

const made = (tag, text, more = {}) =>
  Object.assign(document.createElement(tag), { textContent: text, ...more });

const page = (code) => {
  const link = made("a", "Ouvrir la page du quartier", { className: "btn btn-primary" });
  link.href = `${portraits}${code}`;
  link.dataset.suit = link.getAttribute("href");
  return link;
};

const view = (words, href) => {
  const link = made("a", words, { className: "btn btn-secondary", href });
  link.dataset.vue = "1";
  return link;
};
const filter = ([words, codes]) => view(words, turned(carte, codes.join(",")));

/* The map around that quarter, where its list can zoom on it. */
const nearer = (code) => root.querySelector(`[data-cle="cadre"] option[value="${CSS.escape(code)}"]`)
  && view("Zoomer sur ce quartier", turned("cadre", code));

const place = (box, { x, y }) => {
  const { offsetWidth: width, offsetHeight: height } = box;
  const room = (at, size, whole) => Math.max(8, Math.min(at, whole - size - 8));
  box.style.left = `${room(x - width / 2, width, document.body.clientWidth)}px`;
  box.style.top = `${room(y + 12, height, window.innerHeight)}px`;
};

const open = (code, name, at) => {
  const box = made("div", "", { className: "choix", popover: "auto" });
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", name);
  const alone = location.pathname.startsWith(portraits);
  box.append(made("p", name), page(code), ...(alone ? [] : ways(code).map(filter)), nearer(code) ?? "");
  box.addEventListener("click", ({ target }) => target.closest("a") && box.hidePopover());
  box.addEventListener("toggle", ({ newState }) => newState === "closed" && box.remove());
  root.append(box);
  box.showPopover();
  place(box, at);
  box.querySelector("a").focus();
};

const codeOf = (pick) => pick.match(/^quartier=(.+)$/)?.[1];

/* A press of the keyboard has no place: that of its mark stands for it. */
const placeOf = (link, { detail, clientX: x, clientY: y }) => {
  const { left, bottom } = link.getBoundingClientRect();
  return detail || x || y ? { x, y } : { x: left, y: bottom };
};

on("click", "#page-vivante .trace-carte a[data-choix]", (link, event) => {
  const code = codeOf(link.dataset.choix);
  if (!code || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(code, (link.querySelector("title") ?? link).textContent, placeOf(link, event));
}, true);
document.addEventListener("choisir", ({ detail: { pick, name, event } }) => {
  const code = codeOf(pick);
  if (code) open(code, name, { x: event.clientX, y: event.clientY });
});
