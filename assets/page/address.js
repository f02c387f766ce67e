/* The address: a control that is touched moves it, Dash follows it, and controls follow Back, or a
   link to another view of the page. */

const { all, isLive, keys: { lignes, chemin, periode = [] }, on, page, tell } = window.observatoire;
const BOX = "#page-vivante [data-cle]";
let asked = location.search;

const fields = (box) => all("select, input", box);
const isMark = ({ type }) => type === "radio" || type === "checkbox";

/* Boxes in their order, so that an address has one spelling; all that there is asks for nothing. */
const ticked = (box) => {
  const values = fields(box).filter((field) => field.checked).map((field) => field.value);
  const whole = box.dataset.entier?.split(" ") ?? [""];
  return whole.every((value) => values.includes(value)) ? "" : values.join(",");
};

const valueOf = (box) => {
  const [first] = fields(box);
  return isMark(first) ? ticked(box) : first.value.trim();
};

/* A box may stand for other spellings of its value. */
const meant = ({ dataset: { dit = "" } }, value) => {
  const known = new Map(dit.split(" ").map((pair) => pair.split("=")));
  return value.split(",").map((one) => known.get(one) ?? one);
};

const setValue = (box, value) => {
  const values = meant(box, value);
  for (const field of fields(box)) {
    if (isMark(field)) field.checked = values.includes(field.value);
    else field.value = value;
  }
};

const shown = (query, key, silent) => query.get(key) ?? silent ?? "";

const put = (query, key, value) => {
  if (value) query.set(key, value);
  else query.delete(key);
  if (key !== lignes) query.delete(lignes);
};

/* The address with two years as it is spelled now: older ones held both in one key. */
const spelledNow = (search) => {
  const query = new URLSearchParams(search);
  const [older, since, year] = periode;
  const [first, last] = (query.get(older) || "").split("-");
  query.delete(older);
  if (last && !query.has(since)) query.set(since, first);
  if (last && !query.has(year)) query.set(year, last);
  return query;
};

const turn = (query, box) => {
  const { cle: key, defaut: silent } = box.dataset;
  const value = valueOf(box);
  if (value !== shown(query, key, silent)) put(query, key, value === silent ? "" : value);
};

/* Where the path itself holds the year of a report or the quarter of a portrait, another one is
   another page. */
const inPath = (query) => {
  const head = location.pathname.replace(/[^/]*$/, "");
  const value = query.get(chemin);
  if (!value || location.pathname === head + value) return "";
  query.delete(chemin);
  const rest = query.toString();
  return `${head}${value}${rest ? `?${rest}` : ""}`;
};

const follow = () => {
  if (asked === location.search) return;
  asked = location.search;
  page.ariaBusy = true;
  window.dash_clientside.set_props("page", { search: asked });
};

/* The address after those controls moved; one that already says so is left alone, so that Back is
   never trapped. */
const turned = (boxes) => {
  const query = spelledNow(location.search);
  const before = query.toString();
  for (const box of boxes) turn(query, box);
  const after = query.toString();
  if (after === before) return;
  const elsewhere = inPath(query);
  if (elsewhere) {
    location.assign(elsewhere);
    return;
  }
  const search = after ? `?${after}` : "";
  history.pushState({}, "", `${location.pathname}${search}${location.hash}`);
  follow();
};

/* After Back, or a link to another view of the page, controls show what the address says. */
const showAddress = () => {
  const query = spelledNow(location.search);
  for (const box of all(BOX)) {
    const { cle: key, defaut: silent } = box.dataset;
    if (query.has(key) || silent !== undefined) setValue(box, shown(query, key, silent));
  }
  tell("controles-remis");
};

const onMove = () => {
  if (!isLive()) return;
  showAddress();
  follow();
};

/* What the reader set before the page was live. */
const isTouched = (field) => (isMark(field)
  ? field.checked !== field.defaultChecked
  : field.value !== (field.defaultValue
    ?? all("option", field).find((option) => option.defaultSelected)?.value ?? field.value));

if (!page) return;
window.addEventListener("popstate", onMove);
document.addEventListener("page-vivante", () => {
  turned(all(BOX).filter((box) => fields(box).some(isTouched)));
  follow();
});
on("change", BOX, (box) => isLive() && turned([box]));

/* Another view of the page, by a link or by the button of a form; ``instead`` of this one, Back
   then skips it. */
window.observatoire.move = (href, instead) => {
  history[instead ? "replaceState" : "pushState"]({}, "", href);
  onMove();
};
window.observatoire.send = (form) => turned(all(BOX, form).filter(
  (box) => box.querySelector("input[type=search]"),
));
