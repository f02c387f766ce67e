/* Figures: their names, their tables, what tells the series apart, contrasts inside. */
() => {
  const TEXT = 4.5;
  const MARK = 3;
  /* The ground of a map; its communes may be shaded, from the lightest to the darkest, by a scale
     whose values are written. */
  const BACKDROP = /^(communes|eau)\b/;

  /* A drawing whose marks are links is a group: none is hidden from those who listen. */
  const unnamed = () => all("main svg").filter((e) => !e.closest("[aria-hidden=true]")
    && !e.parentElement.closest("svg")
    && !(e.getAttribute("role") === (e.querySelector("a") ? "group" : "img")
      && e.getAttribute("aria-label")))
    .map(short);

  const names = () => all("main svg:is([role=img], [role=group])").map((e) => e.getAttribute("aria-label"))
    .flatMap((label) => [
      ...(label.length > 150 ? [`${label.length} signes : ${label}`] : []),
      ...(/Tableau des données ci-après/.test(label) ? [] : [`sans renvoi au tableau : ${label}`]),
    ]);

  /* A word explained in the sentence of the figure stands before its table, and so do the years of a
     map, which are part of its drawing. */
  const SENTENCES = ".lecture, .verdict, .temps, [popover]";
  const far = () => all("figure").filter((e) => e.querySelector(".trace")
    && e.querySelector("details table")).filter((e) => {
    const drawing = e.querySelector(".trace");
    const next = all(FOCUSABLE, e).find((stop) =>
      drawing.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING
      && !drawing.contains(stop) && !stop.closest(SENTENCES));
    return !next || !said(next).startsWith("Tableau");
  }).map(titled);

  /* On a sheet for paper, what comes with the figure stands around it. */
  const bare = () => all("figure").flatMap((e) => {
    const home = e.closest("article") ?? e;
    const source = home.querySelector(".source");
    return [
      ...(e.getAttribute("role") === "figure" && e.ariaLabel ? [] : [short(e)]),
      ...(home.querySelector(".lecture, .fiche-phrases li") ? [] : [`sans lecture : ${titled(e)}`]),
      ...(source && said(source).length > 12 ? [] : [`sans source : ${titled(e)}`]),
      ...(/(?<!\d)(19|20)\d\d(?!\d)/.test(home.textContent) ? [] : [`sans année : ${titled(e)}`]),
    ];
  });

  /* Two series of one frame that only their colour tells apart, none of them named on the spot. */
  const style = (t) => JSON.stringify([
    t.type, t.mode, t.line?.dash, t.line?.width, t.marker?.symbol, t.marker?.pattern?.shape,
    t.fillpattern?.shape, t.marker?.line?.width, t.xaxis, t.yaxis,
  ]);
  const hue = (t) => JSON.stringify([t.line?.color, t.fillcolor, t.marker?.color]);
  const alike = (graph) => {
    const series = graph.data.filter((t) => !BACKDROP.test(t.name ?? "") && t.visible !== false);
    const written = JSON.stringify([
      graph.layout.annotations, series.filter((t) => /text/.test(t.mode || t.textposition))
        .map((t) => t.text)]);
    return series.filter((one) => !written.includes(JSON.stringify(one.name ?? "").slice(1, -1))
      && series.some((other) => other !== one && style(one) === style(other)
        && hue(one) !== hue(other)))
      .map((t) => `${titled(graph)} : ${t.name} ne se distingue que par sa couleur`);
  };

  /* Opacity of a shape, those of what holds it included. */
  const opacity = (e) => {
    let value = 1;
    for (let at = e; at && at.tagName !== "FIGURE"; at = at.parentElement) {
      value *= Number(getComputedStyle(at).opacity);
    }
    return value;
  };
  const SHAPES = "path, rect, circle, polygon, ellipse";
  const painted = (e) => {
    const fill = getComputedStyle(e).fill;
    const pattern = /url\("?#([^")]+)/.exec(fill);
    if (!pattern) {
      const [r, g, b, a] = rgba(fill);
      return [r, g, b, a * Number(getComputedStyle(e).fillOpacity) * opacity(e)];
    }
    const base = document.getElementById(pattern[1])?.querySelector("rect");
    return base ? rgba(getComputedStyle(base).fill) : [0, 0, 0, 0];
  };
  const covers = (shape, x, y) => {
    const box = shape.getBoundingClientRect();
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
    const matrix = shape.getScreenCTM();
    return Boolean(matrix) && shape.isPointInFill(new DOMPoint(x, y).matrixTransform(matrix.inverse()));
  };
  const halo = (e) => {
    const { stroke, strokeWidth, paintOrder } = getComputedStyle(e);
    return stroke !== "none" && parseFloat(strokeWidth) >= 2 && paintOrder.startsWith("stroke")
      ? laid(rgba(stroke), [255, 255, 255, 1]) : null;
  };
  const under = (e, shapes, x, y) => shapes
    .filter((s) => s.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)
    .filter((s) => !s.closest("defs, clipPath") && covers(s, x, y))
    .reduce((below, s) => laid(painted(s), below), ground(e.closest(".trace")));
  const faint = (box) => {
    const shown = (e) => !e.closest(".eveil > .statique");
    const shapes = all(SHAPES, box).filter(shown);
    return all("text", box).filter(shown).filter((e) => seen(e) && said(e)).filter((e) => {
      const { left, width, top, height } = e.getBoundingClientRect();
      const own = painted(e);
      return width && [0.2, 0.5, 0.8].some((part) => {
        const below = halo(e) || under(e, shapes, left + width * part, top + height / 2);
        return contrast(laid(own, below), below) < TEXT - 0.01;
      });
    }).map((e) => `${titled(e)} : ${said(e)}`);
  };

  /* A mark stands out by its fill or by its outline; a line and what it holds are one mark. */
  const strength = (mark) => {
    const { stroke, strokeWidth, strokeOpacity } = getComputedStyle(mark);
    const below = ground(mark.closest(".trace[data-figure]"));
    const line = parseFloat(strokeWidth) ? rgba(stroke) : [0, 0, 0, 0];
    line[3] *= Number(strokeOpacity) * opacity(mark);
    const { width, height } = mark.getBoundingClientRect();
    const colours = [line, painted(mark)].filter((colour) => colour[3] > 0);
    if (!width || !height || !colours.length) return Infinity;
    return Math.max(...colours.map((colour) => contrast(laid(colour, below), below)));
  };
  const dim = (box) => all(".scatterlayer > .trace, .barlayer > .trace", box)
    .filter((layer) => !BACKDROP.test(layer.__data__?.[0]?.trace?.name ?? ""))
    .flatMap((layer) => {
      const lines = all("path.js-line, path.js-fill", layer).map(strength)
        .filter(Number.isFinite);
      return [
        ...all(".point path, path.point", layer).filter((mark) => strength(mark) < MARK - 0.01)
          .map(short),
        ...(lines.length && Math.max(...lines) < MARK - 0.01
          ? [layer.__data__[0].trace.name ?? "une ligne"] : []),
      ];
    }).map((what) => `${titled(box)} : ${what}`);

  /* Every number that a hover shows stands in the table of its figure; « 28 autres » adds up rows
     that the table gives one by one. */
  const numbers = (text) => (text.match(/\d[\d\u202f\u00a0]*(?:,\d+)?/g) || [])
    .map((found) => found.replace(/[\u202f\u00a0]/g, ""));
  const hovered = (graph) => {
    const figure = graph.closest("figure");
    const held = new Set(all("table td, table th, table caption", figure).flatMap((e) =>
      numbers(said(e).replace(/(?<=\d) (?=\d{3})/g, "\u202f"))));
    const shown = graph.data.filter((t) => t.hoverinfo !== "skip" && t.hoverinfo !== "none")
      .flatMap((t) => [t.hovertext ?? t.text ?? []].flat());
    return shown.filter((words) => typeof words === "string"
      && !/^\d+ autres/.test(words)
    && numbers(words.replaceAll("<br>", " ")).some((number) => !held.has(number)))
      .map((words) => `${titled(graph)} : ${words}`);
  };

  return {
    R09: unnamed(),
    R10: names(),
    R11: far(),
    R12: bare(),
    R13: graphs().flatMap(alike),
    R14: all("figure .trace").flatMap(faint),
    R15: all("figure .trace").flatMap(dim),
    R21: graphs().flatMap(hovered),
  };
}
