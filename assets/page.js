/* The page itself: links followed in place, copy, print.
   The scripts of page/ do the rest. No framework. */
"use strict";

(() => {
  const { keys: { suivent = [] }, page, isLive } = window.observatoire;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

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
    if (!whole) for (const key of [...query.keys()]) if (!suivent.includes(key)) query.delete(key);
    const text = query.toString();
    link.setAttribute("href", text ? `${link.dataset.suit}?${text}` : link.dataset.suit);
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
    link.closest(".filtres-actifs")?.focus({ preventScroll: true });
    window.observatoire.move(link.getAttribute("href"));
  };

  const stays = (link) => link.dataset.vue !== undefined && page?.contains(link) && isLive();

  /* On the live page the address already says what the form would send. */
  const onSubmit = (event) => {
    if (event.target.matches("[data-image], [data-page]")) return;
    if (!isLive() || !page?.contains(event.target) || event.target.method !== "get") return;
    event.preventDefault();
    window.observatoire.send(event.target);
  };

  const LONG_ENOUGH = 4000;
  const COPIED = "Lien copié";

  /* What the press did, where the eye is; the status region says it to those who listen. */
  const confirm = (button) => {
    if (button.classList.contains("fait")) return;
    const words = button.textContent;
    button.style.minWidth = `${button.offsetWidth}px`;
    button.textContent = COPIED;
    button.classList.add("fait");
    setTimeout(() => {
      button.textContent = words;
      button.classList.remove("fait");
    }, LONG_ENOUGH);
  };

  /* The address of the view, with the year that others leave out because it is the last one. */
  const lasting = ({ cle, noms = "", valeur }) => {
    const url = new URL(location.href);
    const said = noms.split(" ").some((name) => url.searchParams.has(name));
    if (cle && !said) url.searchParams.set(cle, valeur);
    return url.href;
  };

  const copyAddress = async (button) => {
    const address = lasting(button.dataset);
    try {
      await navigator.clipboard.writeText(address);
      say("Lien copié : il ouvre exactement cette vue.");
      confirm(button);
    } catch {
      window.prompt("Copiez ce lien :", address);
    }
  };

  /* A figure fills the window, and the screen too where the browser lets it (not on every phone).
     The same button, which says so, or Escape, leads back to where it stood. */
  const WIDE = "plein-ecran";
  const wide = () => document.querySelector(`figure.${WIDE}`);

  const widen = async (figure) => {
    figure.classList.add(WIDE);
    await figure.requestFullscreen?.().catch(() => {});
    await screen.orientation?.lock?.("landscape").catch(() => {});
  };

  const narrow = () => {
    const figure = wide();
    if (!figure) return;
    figure.classList.remove(WIDE);
    if (document.fullscreenElement) document.exitFullscreen();
    const button = figure.querySelector("[data-ecran]");
    button.scrollIntoView({ block: "nearest" });
    button.focus();
  };

  const onKey = (event) => {
    if (event.key !== "Escape") return;
    if (wide() && !document.querySelector(".choix")) narrow();
    const opened = event.target.closest?.("details.menu[open], details.tiroir[open]");
    if (!opened) return;
    opened.open = false;
    opened.querySelector("summary").focus();
  };

  /* ---- Start ------------------------------------------------------------------------------------ */

  const start = () => {
    for (const kind of ["click", "auxclick", "contextmenu"]) document.addEventListener(kind, onLink);
    document.addEventListener("submit", onSubmit);
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", (event) => {
      const copying = event.target.closest?.("[data-copier]");
      if (copying) copyAddress(copying);
      if (event.target.closest?.("[data-imprimer]")) window.print();
      const figure = event.target.closest?.("[data-ecran]")?.closest("figure");
      if (figure) (figure === wide() ? narrow() : widen(figure));
    });
    document.addEventListener("fullscreenchange", () => document.fullscreenElement || narrow());
    document.addEventListener("dire", (event) => say(event.detail));
  };

  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start);
})();
