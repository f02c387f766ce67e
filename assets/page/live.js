/* The live page. What the server drew stays: Dash holds the address and asks (components/live.py),
   and what it answers goes into the places of the page, by their ids. */

/* The page whose content follows its address; null on one that never changes. */
const page = document.getElementById("page-vivante");

const isLive = () => document.documentElement.classList.contains("vivant");

const all = (selector, from = document) => [...from.querySelectorAll(selector)];

const tell = (what, detail) => document.dispatchEvent(new CustomEvent(what, { detail }));

/* What a reader does to what the selector names, whenever it was drawn: ``act(element, event)``. */
const on = (kinds, selector, act, first = false) => {
  const heard = (event) => {
    const element = event.target.closest?.(selector);
    if (element) act(element, event);
  };
  for (const kind of kinds.split(" ")) document.addEventListener(kind, heard, first);
};

/* The status region says it, even what it said just before. */
const say = (sentence) => {
  const region = all('[role="status"]').at(-1);
  if (!region) return;
  region.textContent = "";
  setTimeout(() => { region.textContent = sentence; }, 60);
};

const wake = () => {
  document.documentElement.classList.add("vivant");
  tell("page-vivante");
};

const put = ([name, html]) => {
  const place = document.getElementById(name);
  if (place) place.innerHTML = html;
  return place?.matches(".panneau") ? [place] : [];
};

const show = ({ title, places }) => {
  document.title = title;
  const panels = Object.entries(places).flatMap(put);
  page.ariaBusy = null;
  if (panels.length) tell("panneaux-refaits", panels);
};

const LivePage = ({ answer }) => {
  const { useLayoutEffect } = window.React;
  useLayoutEffect(wake, []);
  useLayoutEffect(() => { if (answer) show(answer); }, [answer]);
  return null;
};

/* What the server says of the keys of the address (dashboard/keys): those that follow the reader,
   those that stand for another, the one of the rows, of the map, the one that the path holds. */
const keys = JSON.parse(document.querySelector("[data-cles]")?.dataset.cles ?? "{}");

window.observatoire = { LivePage, all, isLive, keys, on, page, say, tell };
if (!page) document.documentElement.classList.add("vivant");
