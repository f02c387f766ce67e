/* The page itself: names of graphs for those who listen, links followed in place, copy, print.
   page/takeover.js, page/keep.js, page/address.js and page/paper.js do the rest. No framework. */
"use strict";

(() => {
  const SHARED = ["pilier", "annee", "periode", "quartier", "generation"];
  const root = () => document.getElementById("react-entry-point");
  const first = () => document.getElementById("premier-rendu");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  /* ---- Graphs have a name, and only one voice --------------------------------------------- */

  const nameGraphs = () => {
    for (const box of all(".trace[data-alt]")) {
      all("svg.main-svg", box).forEach((svg, place) => nameLayer(svg, place, box.dataset.alt));
    }
  };

  const nameLayer = (svg, place, label) => {
    if (place > 0) return setOnce(svg, "aria-hidden", "true");
    setOnce(svg, "role", "img");
    return setOnce(svg, "aria-label", label);
  };

  const setOnce = (element, name, value) => {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };

  let asked = 0;
  const soon = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(nameGraphs);
  };

  const hideHovers = () => {
    for (const graph of all(".js-plotly-plot")) {
      if (window.Plotly && graph._fullLayout) window.Plotly.Fx.unhover(graph);
    }
  };

  /* ---- Links, drawers, copy, print --------------------------------------------------------- */

  const say = (sentence) => {
    const region = all('[role="status"]').at(-1);
    if (!region) return;
    region.textContent = "";
    setTimeout(() => { region.textContent = sentence; }, 60);
  };

  /* Menu links carry the filters of the moment to the other pages; « Fiche de séance » the view. */
  const follow = (link) => {
    const query = new URLSearchParams(location.search);
    const whole = link.dataset.entier !== undefined;
    if (!whole) for (const key of [...query.keys()]) if (!SHARED.includes(key)) query.delete(key);
    const text = query.toString();
    link.setAttribute("href", text ? `${link.dataset.suit}?${text}` : link.dataset.suit);
  };

  /* Another view of the same page, on the live page: the address changes, dcc.Location hears it. */
  const move = (href) => {
    history.pushState({}, "", href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    document.dispatchEvent(new CustomEvent("vue-changee"));
  };

  const plainClick = (event) =>
    event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

  const onLink = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link) return;
    if (link.dataset.suit) follow(link);
    if (event.type !== "click" || !plainClick(event) || event.defaultPrevented) return;
    if (!stays(link)) return;
    event.preventDefault();
    move(link.getAttribute("href"));
  };

  const stays = (link) => link.dataset.vue !== undefined && root()?.contains(link) && !first();

  /* On the live page the address already says what the form would send. */
  const onSubmit = (event) => {
    if (first() || !root()?.contains(event.target) || event.target.method !== "get") return;
    event.preventDefault();
    const field = document.activeElement;
    field.blur();
    field.focus();
  };

  const copyAddress = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      say("Lien copié : il ouvre exactement cette vue.");
    } catch {
      window.prompt("Copiez ce lien :", location.href);
    }
  };

  const fullScreen = (figure) => {
    if (document.fullscreenElement) document.exitFullscreen();
    else figure.requestFullscreen?.();
  };

  const onKey = (event) => {
    if (event.key !== "Escape") return;
    hideHovers();
    const opened = event.target.closest?.("details.menu[open], details.tiroir[open]");
    if (!opened) return;
    opened.open = false;
    opened.querySelector("summary").focus();
  };

  /* ---- Start ------------------------------------------------------------------------------------ */

  const start = () => {
    nameGraphs();
    new MutationObserver(soon).observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["data-alt"],
    });
    for (const kind of ["click", "auxclick", "contextmenu"]) document.addEventListener(kind, onLink);
    document.addEventListener("submit", onSubmit);
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", (event) => {
      if (event.target.closest?.("[data-copier]")) copyAddress();
      if (event.target.closest?.("[data-imprimer]")) window.print();
      const wide = event.target.closest?.("[data-ecran]");
      if (wide) fullScreen(wide.closest("figure"));
    });
    document.addEventListener("dire", (event) => say(event.detail));
  };

  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start);
})();
