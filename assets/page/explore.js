/* A figure drawn by plotly over the server's drawing, whose links remain: they are what the keyboard
   reaches, and what a press follows. */

const { all, tell } = window.observatoire;
const CONFIG = { showSendToCloud: false, displaylogo: false, scrollZoom: false };
const TOOLS = [["zoom2d", "pan2d", "zoomIn2d", "zoomOut2d", "resetScale2d"]];

/* What plotly says by itself: its tools. Numbers and years are written by the server. */
const dictionary = {
  "Double-click to zoom back out": "Double-cliquer pour revenir à la vue entière",
  "Pan": "Déplacer",
  "Reset axes": "Réinitialiser les axes",
  "Zoom": "Zoom",
  "Zoom in": "Agrandir",
  "Zoom out": "Réduire",
};

const ways = (open) => ({
  ...CONFIG,
  locale: "fr",
  locales: { fr: { dictionary } },
  displayModeBar: open,
  modeBarButtons: TOOLS,
  doubleClick: open ? "reset" : false,
});

/* The points of closed rings drawn by steps, « M3,-4l1,0 0,2Z » : a first one, then what to add. */
const points = (path) => path.split("Z").slice(0, -1).flatMap((ring, rank) => {
  const [first, rest] = ring.slice(1).split("l");
  let at = [0, 0];
  const made = [first, ...rest.split(" ")].map((step) => {
    const [x, y] = step.split(",").map(Number);
    at = [at[0] + x, at[1] + y];
    return at;
  });
  return rank ? [[null, null], ...made] : made;
});

const outlined = (held) => (trace) => {
  if (!trace.x?.contours) return trace;
  const ring = points(trace.x.contours.map((rank) => held[rank]).join(""));
  return { ...trace, x: ring.map(([x]) => x), y: ring.map(([, y]) => (y === null ? null : -y)) };
};

const whole = async (data) => (data.some((trace) => trace.x?.contours)
  ? data.map(outlined(await window.observatoire.outlines()))
  : data);

const freed = (layout) => Object.fromEntries(Object.entries(layout).map(([key, value]) => (
  /^[xy]axis/.test(key) ? [key, { ...value, fixedrange: false }] : [key, value]
)));

const laid = (box, layout, open) => ({
  ...(open ? freed(layout) : layout),
  autosize: true,
  dragmode: open && (box.matches(".trace-carte") ? "pan" : "zoom"),
});

const linkOf = (box, pick) => pick && box.querySelector(`a[data-choix="${CSS.escape(pick)}"]`);

/* A press follows the link of the drawing; quarters too many to be links are asked about. */
const press = (box, pick, name, event) => {
  const { clientX, clientY, ctrlKey, metaKey, shiftKey } = event;
  const how = { bubbles: true, cancelable: true, clientX, clientY, ctrlKey, metaKey, shiftKey };
  const link = linkOf(box, pick);
  if (link) link.dispatchEvent(new MouseEvent("click", how));
  else if (pick) tell("choisir", { pick, name, event });
};

const listen = (box, graph) => {
  graph.on("plotly_click", ({ points: [{ customdata, hovertext }], event }) => {
    press(box, customdata, hovertext, event);
  });
  graph.on("plotly_clickannotation", ({ annotation: { name }, event }) => {
    press(box, name, name, event);
  });
  /* A hand points at nothing but what can be pressed. */
  graph.on("plotly_hover", ({ points: found }) => {
    graph.classList.toggle("pressable", found.some(({ customdata }) => Boolean(customdata)));
  });
  graph.on("plotly_unhover", () => graph.classList.remove("pressable"));
};

const fit = (graph) => {
  const { width, height } = graph._fullLayout ?? {};
  if (!graph.isConnected || !width || !graph.offsetWidth) return;
  if (width !== graph.offsetWidth || height !== graph.offsetHeight) window.Plotly.Plots.resize(graph);
};
const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => fit(target)));

/* Its buttons are for all; the drawing itself says nothing that the links do not. */
const hush = (box, graph, open) => {
  graph.setAttribute(...(open ? ["role", "group"] : ["aria-hidden", "true"]));
  if (open) graph.setAttribute("aria-label", box.querySelector(".statique").getAttribute("aria-label"));
  for (const svg of all("svg.main-svg", graph)) svg.setAttribute("aria-hidden", "true");
};

window.observatoire.explore = async (box, { data, layout }, open) => {
  const graph = document.createElement("div");
  graph.className = "vif";
  const traces = await whole(data);
  box.append(graph);
  await window.Plotly.newPlot(graph, traces, laid(box, layout, open), ways(open));
  hush(box, graph, open);
  box.classList.add("eveil");
  box.classList.toggle("sur-fond", !open && Boolean(box.querySelector(".fond")));
  listen(box, graph);
  sizes.observe(graph);
};

/* The bubble of the mark that the keyboard reached. */
window.observatoire.bubble = (link) => {
  const graph = link.closest(".trace").querySelector(".vif");
  const said = link.querySelector("title")?.textContent;
  if (!graph?._fullData) return;
  for (const { index, customdata = [], hovertext, text, xaxis, yaxis } of graph._fullData) {
    const at = customdata.findIndex((pick, rank) => pick === link.dataset.choix
      && [hovertext?.[rank], text?.[rank]].includes(said));
    if (at >= 0) {
      window.Plotly.Fx.hover(graph, [{ curveNumber: index, pointNumber: at }], `${xaxis}${yaxis}`);
      return;
    }
  }
  window.Plotly.Fx.unhover(graph);
};

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const graph of all(".vif")) window.Plotly.Fx.unhover(graph);
});
