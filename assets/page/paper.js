/* What is drawn for the screen is drawn again for an A4, at its width, before the browser prints;
   folds are open, the address and the day are those of the moment. */
"use strict";

(() => {
  const PAPER = 688;
  const GAP = 16;
  /* Texts of a figure, 12 pixels on the screen, hold on paper a little smaller. */
  const SCALE = 0.8;
  const MAP = 0.875;
  const WIDEST_MAP = 470;
  const KEPT_CLOSED = ":not(.tiroir-export):not(.tiroir-tableau):not(.menu):not(.tiroir)";
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  let closed = [];

  /* Panels that stand side by side on the screen do on paper, but for those around a tall one. */
  const widthOf = (box) => {
    const panel = box.closest(".panneau");
    const row = panel?.parentElement;
    const beside = row?.children.length > 1 && !row.querySelector(":scope > .panneau-haut");
    const span = beside ? Number(panel.className.match(/large-(\d+)/)?.[1] ?? 12) : 12;
    return ((PAPER + GAP) * span / 12 - GAP) / SCALE;
  };

  const sizeOf = (box) => {
    const width = widthOf(box);
    if (!box.closest(".carte-carte")) return [width, parseFloat(box.style.height)];
    const shown = Math.min(width, WIDEST_MAP);
    return [shown, shown * MAP];
  };

  /* Plotly draws at once what it is asked to size; the drawing then fits whatever the paper is. */
  const draw = (graph) => {
    const box = graph.closest(".trace");
    if (!box || !graph._fullLayout) return;
    const [width, height] = sizeOf(box).map(Math.round);
    window.Plotly.relayout(graph, { width, height });
    for (const svg of all("svg.main-svg", graph)) svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    box.style.setProperty("--forme", `${width} / ${height}`);
    box.style.setProperty("--largeur", `${Math.round(width * SCALE)}px`);
    box.classList.add("au-papier");
  };

  const undraw = (box) => {
    box.classList.remove("au-papier");
    const graph = box.querySelector(".js-plotly-plot");
    for (const svg of all("svg.main-svg", graph)) svg.removeAttribute("viewBox");
    window.Plotly.relayout(graph, { width: undefined, height: undefined, autosize: true });
  };

  const tell = () => {
    const day = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long" })
      .format(new Date())
      .replace(/^1 /, "1er ");
    for (const line of all("[data-adresse]")) line.textContent = location.href;
    for (const line of all("[data-jour]")) line.textContent = day;
  };

  /* The first sheet says at its head what is shown, the others in their margin; all say at their
     foot where it is, for a pile comes apart, and the foot of the page takes no sheet of its own. */
  const running = document.createElement("style");
  const quoted = (text) => JSON.stringify(text.replace(/\s+/g, " ").trim());
  const repeat = () => {
    const said = all(".papier-tete > *").map((line) => line.textContent).filter(Boolean).join(" · ");
    const foot = [location.href, ...all(".pied .publication").map((line) => line.textContent)];
    const { fontFamily } = getComputedStyle(document.body);
    running.textContent = `@page { font-family: ${fontFamily};
      @top-left { content: ${quoted(said)}; } @bottom-left { content: ${quoted(foot.join(" · "))}; } }
      @page :first { @top-left { content: none; } }
      @media print { .pied { display: none !important; } }`;
    document.head.append(running);
  };

  const before = () => {
    closed = all(`main details:not([open])${KEPT_CLOSED}`);
    closed.forEach((fold) => { fold.open = true; });
    all("main .js-plotly-plot").forEach(draw);
    tell();
    repeat();
  };

  const after = () => {
    running.remove();
    closed.forEach((fold) => { fold.open = false; });
    closed = [];
    all(".au-papier").forEach(undraw);
  };

  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
})();
