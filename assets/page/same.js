/* What a figure already shows is not drawn again. Plotly compares lists by identity, and an answer
   brings new ones: a list equal to the one drawn before is handed over in its place, so that a new
   colour or a new label costs a colour or a label, not the whole figure. */
"use strict";

(() => {
  if (!window.Plotly) return;
  const drawn = new WeakMap();

  const isPlain = (value) => value !== null && typeof value === "object" && !ArrayBuffer.isView(value);

  const equal = (one, other) => one.length === other.length
    && one.every((value, rank) => Object.is(value, other[rank]));

  const list = (before, now) => {
    if (now.some(isPlain)) return now.map((value, rank) => kept(before?.[rank], value));
    return Array.isArray(before) && equal(before, now) ? before : now;
  };

  const kept = (before, now) => {
    if (!isPlain(now)) return now;
    if (Array.isArray(now)) return list(before, now);
    return Object.fromEntries(
      Object.entries(now).map(([key, value]) => [key, kept(before?.[key], value)]),
    );
  };

  /* The template is one object for all figures: it is not copied. */
  const handOver = (draw) => (graph, { data, layout: { template, ...layout }, ...rest }) => {
    const before = drawn.get(graph);
    const figure = { data: kept(before?.data, data), layout: kept(before?.layout, layout) };
    drawn.set(graph, figure);
    return draw(graph, { ...rest, data: figure.data, layout: { ...figure.layout, template } });
  };

  window.Plotly.react = handOver(window.Plotly.react);
})();
