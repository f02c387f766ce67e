/* The component that draws a figure (dashboard/html/graph.py). Dash builds a panel anew at each
   change of view: the box that plotly drew in steps aside and comes back in the new panel, and
   plotly changes only what differs. A box that no panel takes back is purged. */
"use strict";

(() => {
  const CONFIG = {
    displayModeBar: false,
    showSendToCloud: false,
    displaylogo: false,
    responsive: false,
    scrollZoom: false,
    doubleClick: false,
    locale: "fr",
  };
  const FILL = "height:100%;width:100%";
  const aside = new Map();
  const told = new WeakMap();
  const heard = new WeakSet();

  const tell = (box, name, value) => told.get(box)?.({ [name]: { ...value, timestamp: Date.now() } });

  /* A map opens a choice for the quarter that is pressed (page/choose.js); elsewhere what is pressed
     filters the page. */
  const chosen = (box, spelled, name, { clientX: x, clientY: y }) => {
    const code = box.layout.meta?.choose && spelled?.match(/^quartier=(.+)$/)?.[1];
    if (!code) return false;
    document.dispatchEvent(new CustomEvent("choisir", { detail: { code, name, x, y } }));
    return true;
  };

  const bare = (text) => text.replace(/<br>/g, " ").replace(/<[^>]*>/g, "");

  const listen = (box) => {
    box.on("plotly_click", ({ points, event }) => {
      const [{ customdata, hovertext }] = points;
      if (chosen(box, customdata, hovertext ?? "", event)) return;
      tell(box, "clickData", { points: points.map(({ customdata }) => ({ customdata })) });
    });
    box.on("plotly_clickannotation", ({ annotation: { name, text }, event }) => {
      if (chosen(box, name, bare(text), event)) return;
      tell(box, "clickAnnotationData", { annotation: { name } });
    });
    /* A hand points at nothing but what can be pressed. */
    box.on("plotly_hover", ({ points }) => {
      box.classList.toggle("pressable", points.some(({ customdata }) => Boolean(customdata)));
    });
    box.on("plotly_unhover", () => box.classList.remove("pressable"));
  };

  const fit = (box) => {
    const { width, height } = box._fullLayout ?? {};
    if (!box.isConnected || !width || !box.offsetWidth) return;
    if (width !== box.offsetWidth || height !== box.offsetHeight) window.Plotly.Plots.resize(box);
  };
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => fit(target)));

  const made = () => {
    const box = document.createElement("div");
    box.style.cssText = FILL;
    sizes.observe(box);
    return box;
  };

  const take = (id) => {
    const box = aside.get(id) ?? made();
    aside.delete(id);
    return box;
  };

  const leave = (id, box) => {
    box.remove();
    aside.set(id, box);
    setTimeout(() => {
      if (aside.get(id) !== box) return;
      aside.delete(id);
      sizes.unobserve(box);
      window.Plotly.purge(box);
    });
  };

  /* Outlines that no view changes came with the page: a figure gives their ranks there. */
  const held = JSON.parse(document.getElementById("traces")?.textContent || "[]");
  const outline = (ranks) => (ranks.length === 1
    ? held[ranks[0]]
    : ranks.flatMap((rank, place) => (place ? [null, ...held[rank]] : held[rank])));
  const whole = (trace) => (trace.x?.trace
    ? { ...trace, x: outline(trace.x.trace), y: outline(trace.y.trace) }
    : trace);

  const draw = async (box, { data, layout: shown }) => {
    const layout = { ...shown, autosize: true };
    const figure = { data: data.map(whole), layout, config: CONFIG };
    await window.Plotly.react(box, figure);
    if (!box.on || heard.has(box)) return;
    heard.add(box);
    listen(box);
  };

  /* Once all boxes are in their panels, the last first: where a box stands is asked before another
     is drawn, and the browser lays the page out once. */
  let asked = [];
  const ask = (box, figure) => {
    if (!asked.length) queueMicrotask(flush);
    asked.push([box, figure]);
  };
  const flush = () => {
    const all = asked;
    asked = [];
    all.reverse().forEach(([box, figure]) => draw(box, figure));
  };

  window.observatoire.Graph = ({ id, figure, setProps }) => {
    const { createElement, useLayoutEffect, useRef } = window.React;
    const home = useRef(null);
    const held = useRef(null);
    useLayoutEffect(() => {
      const box = take(id);
      held.current = box;
      home.current.append(box);
      return () => leave(id, box);
    }, [id]);
    useLayoutEffect(() => {
      told.set(held.current, setProps);
    });
    useLayoutEffect(() => {
      ask(held.current, figure);
    }, [id, figure]);
    return createElement("div", { id, ref: home, className: "graphe", style: { height: "100%" } });
  };
})();
