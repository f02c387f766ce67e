/* A figure is the server's drawing. The one that a reader points at, touches, reaches with the
   keyboard or opens becomes plotly's, in the same place (page/explore.js, which comes with plotly):
   when the browser has nothing else to do, or at the first touch. */
"use strict";

(() => {
  const BOX = ".trace[data-figure]";
  const LONGEST_WAIT = 3000;
  const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 200));
  const touched = new Set();
  const opened = new Set();
  const figures = new Map();
  let coming = null;

  const nameOf = (box) => box.dataset.figure.split("?")[0];

  const load = () => (coming ??= new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = window.observatoire.page.dataset.plotly;
    script.addEventListener("load", done);
    script.addEventListener("error", () => {
      coming = null;
      fail(new Error(script.src));
    });
    document.head.append(script);
  }));

  const figureOf = ({ dataset: { figure: address } }) => {
    if (!figures.has(address)) figures.set(address, fetch(address).then((answer) => answer.json()));
    return figures.get(address);
  };

  /* Where the pointer is, so that what it points at is said as soon as it can be. */
  let pointer = null;

  /* What is pressed is not taken away: the press comes to its end first. */
  const wake = async (box) => {
    touched.add(nameOf(box));
    if (box.dataset.eveil) return;
    box.dataset.eveil = "1";
    try {
      const [figure] = await Promise.all([figureOf(box), load()]);
      await window.observatoire.pressed();
      if (!box.isConnected) return;
      await window.observatoire.explore(box, figure, opened.has(nameOf(box)));
      if (box.matches(":hover") && pointer) point(pointer);
      if (box.contains(document.activeElement)) tell(document.activeElement);
    } catch {
      delete box.dataset.eveil;
      figures.delete(box.dataset.figure);
    }
  };

  const point = ({ clientX, clientY }) => {
    const target = document.elementFromPoint(clientX, clientY);
    target?.dispatchEvent(new MouseEvent("mousemove", { clientX, clientY, bubbles: true }));
  };

  const tell = (element) => {
    const link = element.closest?.("a[data-choix]");
    if (link) window.observatoire.tell?.(link);
  };

  const reached = (event) => {
    const box = event.target.closest?.(BOX);
    if (box && window.observatoire.isLive()) wake(box);
  };

  /* A page that scrolls under a pointer at rest touches nothing. */
  document.addEventListener("pointermove", (event) => {
    pointer = event;
    if (event.movementX || event.movementY) reached(event);
  }, { passive: true });
  document.addEventListener("pointerdown", reached);
  document.addEventListener("focusin", (event) => {
    reached(event);
    tell(event.target);
  });

  const press = (button) => {
    const box = button.closest("figure").querySelector(BOX);
    const name = nameOf(box);
    if (!opened.delete(name)) opened.add(name);
    sleep(box);
    mark(box);
    wake(box);
  };

  const sleep = (box) => {
    box.querySelector(".vif")?.remove();
    box.classList.remove("eveil");
    delete box.dataset.eveil;
  };

  const mark = (box) => {
    const button = box.closest("figure")?.querySelector("[data-explorer]");
    button?.setAttribute("aria-pressed", opened.has(nameOf(box)));
  };

  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-explorer]");
    if (button) press(button);
  });

  /* What a change of view drew again is plotly's again where the reader had touched it, once it has
     been painted. */
  document.addEventListener("panneaux-refaits", ({ detail: panels }) => {
    const boxes = panels.flatMap((panel) => [...panel.querySelectorAll(BOX)]);
    figures.clear();
    boxes.forEach(mark);
    const again = boxes.filter((box) => touched.has(nameOf(box)));
    if (again.length) requestAnimationFrame(() => setTimeout(() => again.forEach(wake)));
  });

  document.addEventListener("page-vivante", () => {
    if (document.querySelector(BOX)) idle(() => load().catch(() => {}), { timeout: LONGEST_WAIT });
  });
})();
