/* The look of every figure. Figures leave the server without template; the one below is built once
   from the custom properties of tokens.css and laid under each figure as it is drawn. */
"use strict";

(() => {
  if (!window.Plotly) return;

  const styles = getComputedStyle(document.documentElement);
  const token = (name) => styles.getPropertyValue(`--${name}`).trim();

  /* A length in pixels, whether the token is in px or in rem. */
  const pixels = (name) => {
    const rem = token(name).endsWith("rem") ? parseFloat(styles.fontSize) : 1;
    return parseFloat(token(name)) * rem;
  };

  const axis = () => ({
    ...{ automargin: false, ticklabeloverflow: "allow", fixedrange: true, ticks: "" },
    ...{ zeroline: false, showline: false, gridcolor: token("rule-2"), linecolor: token("rule") },
    tickfont: { size: pixels("chart-small"), color: token("ink-2") },
  });

  const base = () => {
    const text = { family: token("sans"), size: pixels("chart-text") };
    return {
      font: { ...text, color: token("ink-2") },
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      dragmode: false,
      hovermode: "closest",
      showlegend: false,
      hoverlabel: {
        align: "left",
        namelength: -1,
        bgcolor: token("paper"),
        bordercolor: token("ink-3"),
        font: { ...text, color: token("ink") },
      },
      modebar: { bgcolor: token("paper"), color: token("ink-3"), activecolor: token("qpv") },
      xaxis: axis(),
      yaxis: axis(),
    };
  };

  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  let template;

  const themed = (layout = {}) => (
    still.matches ? { ...layout, transition: { duration: 0 } } : layout
  );

  /* Plotly writes what it finds into the layout that it is given, a map's domain for one. It gets a
     copy, so that the layout may be drawn again at another size. */
  const lent = (layout) => {
    template ??= { layout: base() };
    return { ...structuredClone(layout), template };
  };

  /* Plotly takes (graph, data, layout, config) or (graph, { data, layout, config }). */
  const wrap = (draw) => (graph, first, layout, config) => {
    const figure = Array.isArray(first) || !first ? { data: first, layout, config } : first;
    return draw(graph, { ...figure, layout: lent(themed(figure.layout)) });
  };

  window.Plotly.newPlot = wrap(window.Plotly.newPlot);
})();
