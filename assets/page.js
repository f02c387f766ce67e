/* The page itself: links followed in place, copy, print, full screen; page/ does the rest. */

const { all, isLive, keys: { suivent = [] }, on, page, say } = window.observatoire;

/* Menu links carry the filters of the moment to the other pages; « Fiche de séance » the view. */
const follow = (link) => {
  const query = new URLSearchParams(location.search);
  const whole = link.dataset.entier !== undefined;
  if (!whole) for (const key of [...query.keys()]) if (!suivent.includes(key)) query.delete(key);
  link.href = `${link.dataset.suit}${query.size ? "?" : ""}${query}`;
};

const plainClick = (event) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

const stays = (link) => link.dataset.vue !== undefined && page?.contains(link) && isLive();

on("click auxclick contextmenu", "a[data-suit]", follow);
on("click", "a[href]", (link, event) => {
  if (!plainClick(event) || event.defaultPrevented || !stays(link)) return;
  event.preventDefault();
  link.closest(".filtres-actifs")?.focus({ preventScroll: true });
  window.observatoire.move(link.getAttribute("href"));
});

/* On the live page the address already says what the form would send. */
on("submit", "#page-vivante form:not([data-image], [data-page])", (form, event) => {
  if (!isLive() || form.method !== "get") return;
  event.preventDefault();
  window.observatoire.send(form);
});

/* ---- Copy, print ------------------------------------------------------------------------------ */

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

on("click", "[data-copier]", async (button) => {
  const address = lasting(button.dataset);
  try {
    await navigator.clipboard.writeText(address);
    say("Lien copié : il ouvre exactement cette vue.");
    confirm(button);
  } catch {
    window.prompt("Copiez ce lien :", address);
  }
});

on("click", "[data-imprimer]", () => window.print());

/* ---- Full screen ------------------------------------------------------------------------------ */

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

on("click", "figure [data-ecran]", (button) => {
  const figure = button.closest("figure");
  if (figure === wide()) narrow();
  else widen(figure);
});
document.addEventListener("fullscreenchange", () => document.fullscreenElement || narrow());

/* ---- Folds over the page ---------------------------------------------------------------------- */

const close = (fold) => {
  if (fold.contains(document.activeElement)) fold.querySelector("summary").focus();
  fold.open = false;
};

/* Escape closes what is open around the focus; boxes that hang over the page, from anywhere, as does
   a press elsewhere. */
on("keydown", "*", (element, { key }) => {
  if (key !== "Escape") return;
  if (!document.querySelector(".choix")) narrow();
  const around = element.closest("details.menu[open], details.tiroir[open]");
  [...all(".plis[open]"), ...(around ? [around] : [])].forEach(close);
});
on("pointerdown focusin", "*", (element) => {
  for (const fold of all(".plis[open]")) if (!fold.contains(element)) fold.open = false;
});
