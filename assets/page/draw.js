/* What is in view is drawn first. A figure out of view waits until the browser has nothing else to
   do, or until the reader comes near it; a newer figure takes the place of the one that waits. */
"use strict";

(() => {
  if (!window.Plotly || !window.IntersectionObserver) return;
  const NEAR = "300px 0px";
  const LONGEST_WAIT = 3000;
  const waiting = new Map();
  const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 60));
  let called = false;
  let printing = false;

  const inView = (graph) => {
    const { top, bottom } = graph.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  };

  const draw = (graph) => {
    const held = waiting.get(graph);
    leave(graph);
    held?.done(graph.isConnected ? held.plot() : graph);
  };

  const leave = (graph) => {
    waiting.delete(graph);
    approach.unobserve(graph);
  };

  const approach = new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => draw(target)),
    { rootMargin: NEAR },
  );

  const callNext = () => {
    if (called || !waiting.size) return;
    called = true;
    idle(
      () => {
        called = false;
        const [first] = waiting.keys();
        if (first) draw(first);
        callNext();
      },
      { timeout: LONGEST_WAIT },
    );
  };

  const inTurn = (plot) => (graph, ...figure) => {
    waiting.get(graph)?.done(graph);
    leave(graph);
    if (printing || inView(graph)) return plot(graph, ...figure);
    return new Promise((done) => {
      waiting.set(graph, { plot: () => plot(graph, ...figure), done });
      approach.observe(graph);
      callNext();
    });
  };

  window.Plotly.newPlot = inTurn(window.Plotly.newPlot);
  window.Plotly.react = inTurn(window.Plotly.react);
  window.addEventListener("beforeprint", () => {
    printing = true;
    [...waiting.keys()].forEach(draw);
  });
  window.addEventListener("afterprint", () => {
    printing = false;
  });
})();
