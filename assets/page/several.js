/* A control that folds its boxes (page.js closes it): what is chosen stands on its head, no more boxes
   than the page takes are ticked. */

const { all, on } = window.observatoire;
const CONTROL = ".plusieurs";
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

document.addEventListener("controles-remis", () => all(CONTROL).forEach(show));

/* Before the page moves its address, so that a box too many is never asked. */
on("change", CONTROL, show, true);

/* « Tous les piliers »: no box, hence no filter. */
on("click", `${CONTROL} .plis button`, (button) => {
  const boxes = boxesOf(button.closest(CONTROL));
  for (const box of boxes) box.checked = false;
  boxes[0].dispatchEvent(new Event("change", { bubbles: true }));
});
