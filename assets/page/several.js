/* A control that folds its boxes: what is chosen stands on its head, Escape or a press elsewhere folds
   it, no more boxes than the page takes are ticked. */
"use strict";

(() => {
  const { page } = window.observatoire;
  const CONTROL = ".plusieurs";
  const all = (selector, from = page ?? document) => [...from.querySelectorAll(selector)];
  const boxesOf = (control) => all("input", control);
  const nameOf = (box) => box.closest(".form-check").textContent.trim();

  const words = ({ dataset: { tout, noun, entier } }, ticked) => {
    const values = ticked.map(({ value }) => value);
    const whole = entier && entier.split(" ").every((value) => values.includes(value));
    if (!values.length || whole) return tout;
    return values.length > 1 ? `${values.length}\u00a0${noun}` : nameOf(ticked[0]);
  };

  /* Boxes that the page closed by itself keep their reason. */
  const shut = new WeakSet();
  const show = (control) => {
    const ticked = boxesOf(control).filter((box) => box.checked);
    control.querySelector(".choix-dit").textContent = words(control, ticked);
    const full = ticked.length >= Number(control.dataset.plus);
    for (const box of boxesOf(control).filter((one) => !one.disabled || shut.has(one))) {
      box.disabled = full && !box.checked;
      shut.add(box);
    }
  };

  const close = (fold) => {
    if (fold.contains(document.activeElement)) fold.querySelector("summary").focus();
    fold.open = false;
  };
  const away = ({ target }) => {
    for (const fold of all(".plis[open]")) if (!fold.contains(target)) fold.open = false;
  };
  document.addEventListener("pointerdown", away);
  document.addEventListener("focusin", away);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && all(".plis[open]").forEach(close));
  document.addEventListener("controles-remis", () => all(CONTROL).forEach(show));

  /* Before the page moves its address, so that a box too many is never asked. */
  document.addEventListener("change", ({ target }) => {
    const control = target.closest?.(CONTROL);
    if (control) show(control);
  }, true);

  /* « Tous les piliers »: no box, hence no filter. */
  document.addEventListener("click", ({ target }) => {
    const control = target.closest?.(".plis button")?.closest(CONTROL);
    if (!control) return;
    for (const box of boxesOf(control)) box.checked = false;
    boxesOf(control)[0].dispatchEvent(new Event("change", { bubbles: true }));
  });
})();
