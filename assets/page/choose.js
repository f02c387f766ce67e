/* A quarter pressed on a map: its page, or this page for it alone. The list beside the map says the
   same with two links, without script. page/explore.js sends "choisir" for one that is no link. */
"use strict";

(() => {
  const { keys: { carte, lignes }, page: root } = window.observatoire;
  const PORTRAIT = "/quartiers/";

  /* A place has a code a perimeter: whichever the address names, its chip knows them all. */
  const isHeld = (code) => {
    const chip = root.querySelector(`[data-filtre="${carte}"]`);
    return Boolean(chip?.dataset.alias.split(" ").includes(code));
  };

  /* Where this page stands for that quarter alone, or for all of them again. */
  const filtered = (code) => {
    const query = new URLSearchParams(location.search);
    const held = isHeld(code);
    if (held) query.delete(carte);
    else query.set(carte, code);
    query.delete(lignes);
    const text = query.toString();
    return { held, href: text ? `${location.pathname}?${text}` : location.pathname };
  };

  const made = (tag, text, more = {}) =>
    Object.assign(document.createElement(tag), { textContent: text, ...more });

  const page = (code) => {
    const link = made("a", "Ouvrir la page du quartier", { className: "btn btn-primary" });
    link.href = `${PORTRAIT}${code}`;
    link.dataset.suit = `${PORTRAIT}${code}`;
    return link;
  };

  const filter = (code) => {
    const { held, href } = filtered(code);
    const words = held ? "Retirer ce filtre" : "Filtrer cette page";
    const link = made("a", words, { className: "btn btn-secondary", href });
    link.dataset.vue = "1";
    return link;
  };

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
    const alone = location.pathname.startsWith(PORTRAIT);
    box.append(made("p", name), page(code), ...(alone ? [] : [filter(code)]));
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

  const onPress = (event) => {
    const link = event.target.closest?.(".trace-carte a[data-choix]");
    const code = link && codeOf(link.dataset.choix);
    if (!code || !root.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(code, (link.querySelector("title") ?? link).textContent, placeOf(link, event));
  };

  document.addEventListener("click", onPress, true);
  document.addEventListener("choisir", ({ detail: { pick, name, event } }) => {
    const code = codeOf(pick);
    if (code) open(code, name, { x: event.clientX, y: event.clientY });
  });
})();
