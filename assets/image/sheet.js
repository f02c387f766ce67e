/* The sheet of an exported image: head, figure laid out anew, what is said of it, foot. One SVG. */
"use strict";

(() => {
  const kit = window.figureImage;
  const { token, face, paragraph, stack, round, escape } = kit;
  const MARGIN = 36;
  const GAP = 14;
  const STRETCH = 1.6;
  const NARROWEST = 480;
  const LOWEST = 120;
  const LEGIBLE = 0.8;
  const GROWTHS = [1, 1.1, 1.2, 1.35, 1.5, 1.8];
  /* A sheet left white over more than that share is set larger, the largest first; what stays white
     is then shared above and below, a little more below. */
  const SPARSE = 0.1;
  const LARGER = [0.73, 0.8, 0.9];
  const ABOVE = 0.4;

  /* Sizes in pixels at scale 1; `view` is the width in which text keeps its size on screen, so that
     13 pixels of a chart read like 10 points on paper. `notes`: how many fit without crowding. */
  const PRESETS = {
    "diapositive": { width: 1600, height: 900, view: 1000, perInch: 120, notes: 2, beside: true },
    "a4": { width: 1240, height: 1754, view: 760, perInch: 150, notes: Infinity },
    "demi-page": { width: 1240, height: 877, view: 800, perInch: 150, notes: 2, beside: true },
    "carre": { width: 1200, height: 1200, view: 800, perInch: 150, notes: 3 },
    "ecran": { width: 960, height: 0, view: 960, perInch: 96, notes: Infinity },
  };

  const elsewhere = (kept) =>
    `Les ${kept ? "autres " : ""}limites se lisent à l’adresse de la vue.`;

  /* ---- What is said, as blocks ------------------------------------------------------------------ */

  const head = (content, room) => stack([
    kit.title(content.title, room, [27, 23, 20]),
    paragraph(content.subtitle, face(15), room),
    kit.view(content.filters, content.tags, room),
  ], 6);

  const said = (content, room, count) => {
    const kept = content.notes.slice(0, count);
    const notes = kept.length < content.notes.length ? [...kept, elsewhere(count)] : kept;
    return stack([
      kit.legend(content.legend, room),
      content.key.length && paragraph(content.key, face(12.5), room),
      content.reading.length && paragraph(content.reading, face(14, { colour: token("ink") }), room),
      content.verdict && kit.boxed(content.verdict, room),
      stack(notes.map((note) => paragraph(note, face(12), room)), 3),
    ], 9);
  };

  const foot = (content, room) => stack([
    kit.line(room),
    paragraph(content.source, face(12), room),
    content.notice && paragraph(content.notice, face(12), room),
    paragraph(content.stamp, face(12, { colour: token("ink-3") }), room),
  ], 3);

  /* ---- Where the figure stands ------------------------------------------------------------------- */

  /* The figure is never drawn lower or narrower than it was designed: it is scaled down instead,
     so that its labels cannot collide. Nor is it stretched out of shape. */
  const fitted = (room, height, { natural, ratio }) => {
    const scale = Math.min(1, height / natural, room / NARROWEST);
    const width = room / scale;
    const tallest = ratio ? Math.max(width * ratio, natural) : natural * STRETCH;
    const drawn = Math.min(height / scale, tallest);
    return { scale, width, height: drawn, taken: drawn * scale };
  };

  /* Head above, figure over the whole width, words below. */
  const oneColumn = (content, page, count) => {
    const above = head(content, page.room);
    const texts = said(content, page.room, count);
    const top = MARGIN + above.height + GAP;
    const height = page.bottom - top - (texts.height ? texts.height + GAP : 0);
    const box = fitted(page.room, height, content);
    const draw = (drop) =>
      above.draw(MARGIN, MARGIN + drop) + texts.draw(MARGIN, top + box.taken + GAP + drop);
    return { box, left: MARGIN, top, draw, free: height - box.taken, possible: height > LOWEST };
  };

  const split = (room) => {
    const wide = Math.round(room * 0.64);
    return { wide, narrow: room - wide - 2 * GAP };
  };

  /* Head above, figure at the left, words at its right. */
  const twoColumns = (content, page, count) => {
    const { wide, narrow } = split(page.room);
    const above = head(content, page.room);
    const texts = said(content, narrow, count);
    const top = MARGIN + above.height + GAP;
    const box = fitted(wide, page.bottom - top, content);
    const free = page.bottom - top - Math.max(box.taken, texts.height);
    const draw = (drop) =>
      above.draw(MARGIN, MARGIN + drop) + texts.draw(MARGIN + wide + 2 * GAP, top + drop);
    return { box, left: MARGIN, top, draw, free, possible: texts.height <= page.bottom - top };
  };

  /* Head and words at the left, the figure beside them over the whole height: for what is tall. */
  const aside = (content, page, count) => {
    const { wide, narrow } = split(page.room);
    const texts = stack([head(content, narrow), said(content, narrow, count)], GAP);
    const box = fitted(wide, page.bottom - MARGIN, content);
    const free = page.bottom - MARGIN - Math.max(box.taken, texts.height);
    const draw = (drop) => texts.draw(MARGIN, MARGIN + drop);
    const left = MARGIN + narrow + 2 * GAP;
    return { box, left, top: MARGIN, draw, free, possible: texts.height <= page.bottom - MARGIN };
  };

  /* The same with the foot under the words: the figure has the whole height. */
  const poster = (content, page, count) => {
    const { wide, narrow } = split(page.room);
    const texts = stack([head(content, narrow), said(content, narrow, count)], GAP);
    const below = foot(content, narrow);
    const end = page.tall - MARGIN - below.height;
    const box = fitted(wide, page.tall - 2 * MARGIN, content);
    const draw = () => texts.draw(MARGIN, MARGIN) + below.draw(MARGIN, end);
    const left = MARGIN + narrow + 2 * GAP;
    const possible = MARGIN + texts.height + 2 * GAP <= end;
    return { box, left, top: MARGIN, draw, free: 0, possible };
  };

  /* A way whose foot runs under everything: at the foot of the sheet, or right under the words of a
     sheet that stays white. */
  const footed = (way) => (content, page, count) => {
    const below = foot(content, page.room);
    const end = page.tall - MARGIN - below.height;
    const found = way(content, { ...page, bottom: end - GAP }, count);
    const free = found.free > SPARSE * page.tall ? found.free - GAP : 0;
    const drop = free * ABOVE;
    const draw = () => found.draw(drop) + below.draw(MARGIN, end - free + drop);
    return { ...found, top: found.top + drop, draw };
  };

  const STACKED = [footed(oneColumn)];
  const BESIDE = [...STACKED, footed(twoColumns), footed(aside), poster];

  /* A height that holds everything at its natural size. */
  const naturalHeight = (content, room) => {
    const blocks = [head(content, room), said(content, room, Infinity), foot(content, room)];
    return 2 * MARGIN + content.natural + blocks.reduce((sum, { height }) => sum + height + GAP, 0);
  };

  /* What a page of that width offers: every way, from the most notes to none. */
  const offers = (content, preset, growth) => {
    const view = preset.view * growth;
    const room = view - 2 * MARGIN;
    const tall = preset.height ? preset.height * view / preset.width : naturalHeight(content, room);
    const ways = preset.beside ? BESIDE : STACKED;
    const most = Math.min(preset.notes, content.notes.length);
    const counts = Array.from({ length: most + 1 }, (_, missing) => most - missing);
    return counts
      .flatMap((count) => ways.map((way) => ({ ...way(content, { room, tall }, count), count })))
      .filter((it) => it.possible)
      .map((it) => ({ ...it, view, tall, figure: it.box.scale / growth }));
  };

  /* The first offer whose figure stays legible; a sheet too full is set a little smaller. */
  const arrange = (content, preset) => {
    const tried = GROWTHS.map((growth) => offers(content, preset, growth));
    const fine = tried.flat().find((it) => it.box.scale >= LEGIBLE);
    const best = () => tried.flat().reduce((a, b) => (b.figure > a.figure ? b : a));
    return (fine && larger(content, preset, fine)) ?? fine ?? best();
  };

  /* The same said in larger letters, where the sheet would stay white. */
  const larger = (content, preset, { free, tall, count }) =>
    (preset.height && free > SPARSE * tall ? LARGER : [])
      .flatMap((growth) => offers(content, preset, growth))
      .find((it) => it.box.scale >= 1 && it.count === count);

  /* ---- The drawing itself, nested as true vector --------------------------------------------------- */

  const nested = async (content, { box, left, top }) => {
    const size = { width: Math.round(box.width), height: Math.round(box.height) };
    const text = await content.draw(size.width, size.height);
    const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    if (root.nodeName !== "svg") throw new Error("le dessin de la figure est illisible");
    const frame = {
      x: round(left),
      y: round(top),
      width: round(size.width * box.scale),
      height: round(size.height * box.scale),
      viewBox: `0 0 ${size.width} ${size.height}`,
      overflow: "visible",
      "aria-hidden": "true",
    };
    Object.entries(frame).forEach(([name, value]) => root.setAttribute(name, value));
    root.removeAttribute("style");
    return new XMLSerializer().serializeToString(root);
  };

  const assembled = (content, size, faces, body) =>
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    + ` width="${size.width}" height="${size.height}" viewBox="0 0 ${round(size.view)} ${round(size.tall)}"`
    + ' role="img" aria-labelledby="image-titre image-description" xml:lang="fr" lang="fr">'
    + `<title id="image-titre">${escape(content.title)}</title>`
    + `<desc id="image-description">${escape(content.description)}</desc>`
    + `<style>${faces}</style>`
    + `<rect width="${round(size.view)}" height="${round(size.tall)}" fill="${token("paper")}"/>${body}</svg>`;

  /* The image of a content at a preset, as the text of an SVG. */
  const sheet = async (content, name) => {
    const preset = PRESETS[name];
    const [faces] = await Promise.all([kit.faces(), kit.ready()]);
    const chosen = arrange(content, preset);
    const { view, tall } = chosen;
    const figure = await nested(content, chosen);
    const size = { view, tall, width: preset.width, height: Math.round(tall * preset.width / view) };
    return { svg: assembled(content, size, faces, figure + chosen.draw()), ...size, perInch: preset.perInch };
  };

  window.figureImage = { ...window.figureImage, sheet };
})();
