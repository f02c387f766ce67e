/* The blocks of an exported image. A block is { height, draw(x, y) → SVG }: text, tags, legend. */
"use strict";

(() => {
  const { token, width, wrap, balance } = window.figureImage;
  const LEADING = 1.38;
  const ASCENT = 0.8;

  const escape = (text) => String(text)
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

  const round = (value) => Math.round(value * 100) / 100;

  const face = (size, more = {}) => ({ size, family: token("sans"), colour: token("ink-2"), ...more });

  const spans = (line, style) => line.map(({ text, strong }) =>
    `<tspan font-weight="${strong ? 600 : style.weight || 400}">${escape(text)}</tspan>`).join("");

  const lineOf = (line, style, x, y) =>
    `<text x="${round(x)}" y="${round(y)}" font-size="${style.size}" fill="${style.colour}"`
    + ` font-family="${escape(style.family)}" xml:space="preserve">${spans(line, style)}</text>`;

  const lines = (found, style, leading) => {
    const step = style.size * leading;
    const first = style.size * ASCENT + (step - style.size) / 2;
    return {
      height: found.length * step,
      draw: (x, y) => found
        .map((line, rank) => lineOf(line, style, x, y + first + rank * step)).join(""),
    };
  };

  const asRuns = (text) => (typeof text === "string" ? [{ text }] : text);

  /* A paragraph: a string, or runs [{ text, strong }], wrapped to the room. */
  const paragraph = (text, style, room) =>
    lines(wrap(asRuns(text), style, room), style, LEADING);

  /* A title: its lines are of one length, and a long one is set smaller. */
  const title = (text, room, sizes) => {
    const style = (size) => face(size, { family: token("serif"), colour: token("ink"), weight: 600 });
    const fits = (size) => wrap(asRuns(text), style(size), room).length <= 2;
    const size = sizes.find(fits) ?? sizes.at(-1);
    return lines(balance(asRuns(text), style(size), room), style(size), 1.2);
  };

  /* Blocks one under the other; empty ones leave no gap. */
  const stack = (blocks, gap) => {
    const kept = blocks.filter((block) => block && block.height > 0);
    const height = kept.reduce((sum, block) => sum + block.height, 0)
      + gap * Math.max(kept.length - 1, 0);
    const draw = (x, y) => kept.map((block) => {
      const drawn = block.draw(x, y);
      y += block.height + gap;
      return drawn;
    }).join("");
    return { height, draw };
  };

  /* Boxes { width, height, draw } side by side while they fit, then on the next row. */
  const flow = (boxes, room, gapX, gapY) => {
    const rows = [];
    let taken = Infinity;
    for (const box of boxes) {
      if (taken + box.width > room) {
        rows.push([]);
        taken = 0;
      }
      rows.at(-1).push({ ...box, left: taken });
      taken += box.width + gapX;
    }
    return stack(rows.map(rowOf), gapY);
  };

  const rowOf = (row) => {
    const height = Math.max(...row.map((box) => box.height));
    const draw = (x, y) => row
      .map((box) => box.draw(x + box.left, y + (height - box.height) / 2)).join("");
    return { height, draw };
  };

  /* « pilier proposé », « Territoire fictif »: what must be seen beside the figure. */
  const tag = ({ label, notice }) => {
    const colour = token(notice ? "notice" : "ink-2");
    const style = face(12.5, { colour, weight: notice ? 600 : 400 });
    const wide = width(label, style) + 14;
    const draw = (x, y) =>
      `<rect x="${round(x + 0.5)}" y="${round(y + 0.5)}" width="${round(wide - 1)}" height="20" rx="4"`
      + ` fill="${notice ? token("notice-ground") : "none"}" stroke="${colour}" stroke-dasharray="3 2"/>`
      + lineOf([{ text: label, strong: notice }], style, x + 7, y + 15);
    return { width: wide, height: 21, draw };
  };

  const inline = (text, room) => {
    const style = face(13);
    const said = paragraph(text, style, room);
    return { ...said, width: Math.min(width(text, style), room) };
  };

  /* What the view is set to, then its tags, on one row where they fit. */
  const view = (filters, tags, room) =>
    flow([...(filters ? [inline(filters, room)] : []), ...tags.map(tag)], room, 10, 5);

  /* ---- Legend --------------------------------------------------------------------------------- */

  let hatches = 0;

  const hatch = ({ angle, stripe, period, colour, base }, name) =>
    `<pattern id="${name}" width="${period}" height="${period}" patternUnits="userSpaceOnUse"`
    + ` patternTransform="rotate(${angle})"><rect width="${period}" height="${period}" fill="${base}"/>`
    + `<rect width="${period}" height="${stripe}" fill="${colour}"/></pattern>`;

  const swatch = (mark, x, y) => {
    const name = `pastille-${hatches += 1}`;
    const edge = mark.edge;
    return (mark.hatch ? hatch(mark.hatch, name) : "")
      + `<rect x="${round(x + edge.width / 2)}" y="${round(y + edge.width / 2)}"`
      + ` width="${round(mark.width - edge.width)}" height="${round(mark.height - edge.width)}"`
      + ` rx="${round(Math.min(mark.radius, mark.height / 2))}"`
      + ` fill="${mark.hatch ? `url(#${name})` : mark.fill}" stroke="${edge.colour}"`
      + ` stroke-width="${edge.width}"${edge.dashed ? ' stroke-dasharray="3 2"' : ""}/>`
      + (mark.text ? centred(mark, x, y) : "");
  };

  const centred = (mark, x, y) => {
    const style = face(Math.min(mark.height * 0.56, 13), { colour: token("ink") });
    const left = x + (mark.width - width(mark.text, style)) / 2;
    return lineOf([{ text: mark.text }], style, left, y + mark.height / 2 + style.size * 0.35);
  };

  const entry = ({ label, mark }, room) => {
    const style = face(13);
    const said = paragraph(label, style, room - mark.width - 8);
    const wide = Math.min(mark.width + 8 + width(label, style), room);
    const height = Math.max(said.height, mark.height);
    const first = Math.min(style.size * LEADING, height);
    const draw = (x, y) =>
      swatch(mark, x, y + Math.max(first - mark.height, 0) / 2)
      + said.draw(x + mark.width + 8, y + Math.max(mark.height - first, 0) / 2);
    return { width: wide, height, draw };
  };

  const legend = (items, room) => flow(items.map((item) => entry(item, room)), room, 20, 5);

  /* The quiet box of a verdict. */
  const boxed = (text, room) => {
    const inside = paragraph(text, face(14, { colour: token("ink") }), room - 31);
    const height = inside.height + 18;
    const draw = (x, y) =>
      `<rect x="${round(x)}" y="${round(y)}" width="${round(room)}" height="${round(height)}"`
      + ` fill="${token("ground")}"/><rect x="${round(x)}" y="${round(y)}" width="3"`
      + ` height="${round(height)}" fill="${token("ink")}"/>${inside.draw(x + 17, y + 9)}`;
    return { height, draw };
  };

  const line = (room) => ({
    height: 1,
    draw: (x, y) => `<rect x="${round(x)}" y="${round(y)}" width="${round(room)}" height="1"`
      + ` fill="${token("rule")}"/>`,
  });

  window.figureImage = {
    ...window.figureImage, escape, round, face, paragraph, title, stack, view, legend, boxed, line,
  };
})();
