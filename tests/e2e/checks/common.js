/* What every check is written with. */
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const seen = (e) => e.checkVisibility({ visibilityProperty: true });
const said = (e) => e.textContent.replace(/\s+/g, " ").trim();
const short = (e) => e.outerHTML.replace(/\s+/g, " ").slice(0, 110);
const named = (e) => said(e) || e.ariaLabel || "";
const FOCUSABLE = "a[href], button, summary, select, input:not([type=hidden]), textarea, [tabindex]";

/* Colours as [red, green, blue, opacity]. */
const rgba = (text) => {
  const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) || []).map(Number);
  return text === "transparent" || text === "none" ? [0, 0, 0, 0] : [r, g, b, a];
};
const laid = ([r, g, b, a], under) =>
  [r, g, b].map((value, place) => value * a + under[place] * (1 - a)).concat(1);
const luminance = (colour) => {
  const [r, g, b] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
/* The colour that the page paints behind an element, itself left out. */
const ground = (element) => {
  const behind = [];
  for (let e = element.parentElement; e; e = e.parentElement) {
    behind.unshift(rgba(getComputedStyle(e).backgroundColor));
  }
  return behind.reduce((under, top) => laid(top, under), [255, 255, 255, 1]);
};
/* The figures that are drawn live, each with what plotly was given. */
const graphs = () => all(".js-plotly-plot").filter((e) => e.data && e._fullLayout);
const titled = (e) => e.closest("figure")?.ariaLabel || "figure sans nom";
