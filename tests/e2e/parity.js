/* Draws each figure twice, as the server does and by plotly, in boxes of one size, and tells the texts
   and the marks that only one of the two holds. What plotly adds for the pointer is left out. */
async (figures) => {
  const TEXT = 4, MARK = 2;
  const all = (selector, from) => [...from.querySelectorAll(selector)];
  const stage = document.body.appendChild(document.createElement("div"));
  stage.style.cssText = "position: fixed; inset: 0 auto auto 0; width: 700px; z-index: 99; background: #fff";

  const box = (css, width, height) => {
    const made = stage.appendChild(document.createElement("div"));
    made.className = css;
    made.style.cssText = `position: absolute; inset: 0 auto auto 0; width: ${width}px;`
      + `height: ${height}px !important; max-height: none; aspect-ratio: auto`;
    made.style.setProperty("height", `${height}px`, "important");
    return made;
  };

  const bare = (text) => text.replace(/\s+/g, " ").trim();
  const words = (home) => all("text", home)
    .filter((e) => bare(e.textContent) && !e.closest(".hoverlayer"))
    .map((e) => {
      const { left, right, top, bottom } = e.getBoundingClientRect();
      const lines = all(":scope > tspan", e).filter((line) => line.hasAttribute("dy"));
      const said = lines.length ? [...e.childNodes].map((n) => n.textContent).join("") : e.textContent;
      return { said: bare(said), at: [(left + right) / 2, (top + bottom) / 2] };
    });

  const opacity = (e, home) => {
    let value = 1;
    for (let at = e; at && at !== home; at = at.parentElement) {
      value *= Number(getComputedStyle(at).opacity);
    }
    return value;
  };
  const painted = (e) => {
    const { fill, fillOpacity, stroke, strokeWidth, strokeOpacity } = getComputedStyle(e);
    const seen = (colour, alpha) => colour !== "none" && !/, 0\)$/.test(colour) && Number(alpha) > 0;
    return seen(fill, fillOpacity) || (seen(stroke, strokeOpacity) && parseFloat(strokeWidth) > 0);
  };
  const corners = (e) => {
    const { x, y, width, height } = e.getBBox();
    const matrix = e.getScreenCTM();
    return [[x, y], [x + width, y + height]]
      .map(([a, b]) => new DOMPoint(a, b).matrixTransform(matrix));
  };
  /* The pieces of a line are one path for one of the two, several for the other. */
  const pieces = (e) => {
    const drawn = e.tagName === "path" ? e.getAttribute("d").split(/(?=M)/) : [];
    if (drawn.length < 2) return [edges(corners(e))];
    return drawn.map((d) => {
      const piece = e.cloneNode();
      piece.setAttribute("d", d);
      e.after(piece);
      const found = edges(corners(piece));
      piece.remove();
      return found;
    });
  };
  const edges = ([one, other]) => [
    Math.min(one.x, other.x), Math.max(one.x, other.x),
    Math.min(one.y, other.y), Math.max(one.y, other.y),
  ];

  /* What stands out of the window of a map is cut by both, each in its way. */
  const within = (area) => ([left, right, top, bottom]) => [
    Math.max(left, area[0]), Math.min(right, area[1]),
    Math.max(top, area[2]), Math.min(bottom, area[3]),
  ];
  const areaOf = ({ _fullLayout: { xaxis, yaxis } }) => [
    xaxis._offset, xaxis._offset + xaxis._length, yaxis._offset, yaxis._offset + yaxis._length,
  ];
  const there = ([left, right, top, bottom]) => right >= left && bottom >= top
    && (right - left > 0.5 || bottom - top > 0.5);

  /* A hatch is cut out of the plot area: it stands where what cuts it does, piece by piece. */
  const cut = (e) => {
    const clip = document.getElementById(/#([^")]+)/.exec(e.getAttribute("clip-path"))[1]);
    const path = clip.querySelector("path");
    const matrix = path.transform.baseVal.consolidate().matrix;
    const { left, top, width: wide, height: tall } = e.getBoundingClientRect();
    return path.getAttribute("d").split(/(?=M)/).map((d) => {
      const piece = path.cloneNode();
      piece.setAttribute("d", d);
      path.after(piece);
      const { x, y, width, height } = piece.getBBox();
      piece.remove();
      return edges([[x, y], [x + width, y + height]].map(([a, b]) => {
        const { x: across, y: down } = new DOMPoint(a, b).matrixTransform(matrix);
        return { x: left + across * wide, y: top + down * tall };
      }));
    });
  };

  const LEFT_OUT = "defs, .bglayer, .draglayer, .hoverlayer, .crisp.bg, rect.bg, .modebar-container";
  const ground = (e) => e.tagName === "rect" && e.nextElementSibling?.tagName === "text"
    && /^(#fff|rgba)/.test(e.getAttribute("fill"));
  const flat = (e) => e.closest(".barlayer, .statique") && e.matches("rect, .point path")
    && !(e.getBBox().width && e.getBBox().height);
  const marks = (home, area) => all("path, line, rect, circle", home)
    .filter((e) => !e.closest(LEFT_OUT) && !e.matches(".main-svg > rect") && !ground(e) && !flat(e))
    .filter((e) => painted(e) && opacity(e, home) > 0)
    .flatMap((e) => (e.matches(".statique [clip-path]") ? cut(e) : pieces(e)))
    .map(area ? within(area) : (mark) => mark).filter(there);

  const near = (one, other, most) => one.every((value, rank) => Math.abs(value - other[rank]) <= most);
  const alone = (ones, others, same) => {
    const left = [...others];
    return ones.filter((one) => {
      const at = left.findIndex((other) => same(one, other));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  const texts = (one, other) => one.said === other.said && near(one.at, other.at, TEXT);
  const round = (values) => values.map(Math.round).join(" ");

  const faults = [];
  for (const { name, svg, figure, width, height, map } of figures) {
    const ours = box(map ? "trace trace-carte" : "trace", width, height);
    ours.innerHTML = svg;
    const theirs = box("", width, height);
    const layout = { ...figure.layout, width, height };
    await window.Plotly.newPlot(theirs, figure.data, layout, { displayModeBar: false });
    const [said, told] = [words(ours), words(theirs)];
    const area = map && areaOf(theirs);
    const [drawn, shown] = [marks(ours, area), marks(theirs, area)];
    const tell = (who, what) => what && faults.push(`${name}, ${who} seul : ${what}`);
    alone(said, told, texts).forEach((t) => tell("le serveur", `« ${t.said} » ${round(t.at)}`));
    alone(told, said, texts).forEach((t) => tell("plotly", `« ${t.said} » ${round(t.at)}`));
    const same = (one, other) => near(one, other, MARK);
    alone(drawn, shown, same).forEach((m) => tell("le serveur", round(m)));
    alone(shown, drawn, same).forEach((m) => tell("plotly", round(m)));
    window.Plotly.purge(theirs);
    stage.replaceChildren();
  }
  stage.remove();
  return faults;
}
