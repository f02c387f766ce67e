/* Text of an exported image: the faces it is set in, the widths that they give, its lines. */
"use strict";

(() => {
  const styles = () => getComputedStyle(document.documentElement);
  const token = (name) => styles().getPropertyValue(`--${name}`).trim();
  const pen = document.createElement("canvas").getContext("2d");

  /* ---- Faces: the @font-face rules of the page for the families of the tokens ---------------- */

  const unquoted = (family) => family.trim().replace(/^["']|["']$/g, "");
  const families = () => ["sans", "serif"].map((name) => unquoted(token(name).split(",")[0]));

  const rules = () => [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules].map((rule) => [rule, sheet.href || location.href]))
    .filter(([rule]) => rule instanceof CSSFontFaceRule)
    .filter(([rule]) => families().includes(unquoted(rule.style.getPropertyValue("font-family"))))
    .filter(([rule]) => (rule.style.getPropertyValue("font-style") || "normal") === "normal");

  const asDataUri = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`police ${address} : ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    let binary = "";
    for (let at = 0; at < bytes.length; at += 0x8000) {
      binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    }
    return `data:font/woff2;base64,${btoa(binary)}`;
  };

  const embedded = async ([rule, base]) => {
    const source = rule.style.getPropertyValue("src").match(/url\(\s*["']?([^"')]+)/);
    if (!source) return "";
    const uri = await asDataUri(new URL(source[1], base));
    const range = rule.style.getPropertyValue("unicode-range");
    return `@font-face{font-family:${rule.style.getPropertyValue("font-family")};`
      + `font-weight:${rule.style.getPropertyValue("font-weight") || "400"};font-style:normal;`
      + `${range ? `unicode-range:${range};` : ""}src:url(${uri}) format("woff2")}`;
  };

  let held;

  /* The faces as CSS with their files inside, asked once a page. A file that cannot be had is left
     out: the page could not load it either, and text is measured in what stands for it. */
  const faces = () => {
    const given = (rule) => embedded(rule).catch(() => "");
    held ??= Promise.all(rules().map(given)).then((parts) => parts.join("\n"));
    return held;
  };

  /* Widths are true only once the faces are there. */
  const ready = () => Promise.allSettled(
    [400, 600].flatMap((weight) => families().map((name) =>
      document.fonts.load(`${weight} 16px "${name}"`))),
  );

  /* ---- Lines ---------------------------------------------------------------------------------- */

  const width = (text, { size, family, weight = 400 }) => {
    pen.font = `${weight} ${size}px ${family}`;
    return pen.measureText(text).width;
  };

  const styled = (style, run) => (run.strong ? { ...style, weight: 600 } : style);

  /* Breaks at ordinary spaces only: French no-break spaces hold, and no line begins with a dot. */
  const pieces = (runs) => runs.flatMap((run) =>
    run.text.replaceAll(" ·", "\u00a0·").split(/(?<= )/).filter(Boolean).map((text) => ({ ...run, text })));

  /* Pieces that no space parts hold together: a number and its name, a word and its full stop. */
  const words = (runs) => {
    const found = [];
    for (const piece of pieces(runs)) {
      const last = found.at(-1);
      if (last && !last.at(-1).text.endsWith(" ")) last.push(piece);
      else found.push([piece]);
    }
    return found;
  };

  const wide = (word, style) =>
    word.reduce((sum, piece) => sum + width(piece.text, styled(style, piece)), 0);

  const shown = (word, style) =>
    wide([...word.slice(0, -1), { ...word.at(-1), text: word.at(-1).text.trimEnd() }], style);

  /* A word wider than the line, an address for one, is cut after a sign, else where it must be. */
  const cut = (word, style, room) => {
    if (shown(word, style) <= room) return [word];
    return word.flatMap((piece) => {
      const fits = (text) => width(text.trimEnd(), styled(style, piece)) <= room;
      return piece.text.split(/(?<=[&?]|[^/:]\/)/)
        .flatMap((part) => (fits(part) ? [part] : letters(part, fits)))
        .map((text) => [{ ...piece, text }]);
    });
  };

  const letters = (word, fits) => {
    const parts = [""];
    for (const letter of word) {
      const longer = parts.at(-1) + letter;
      if (parts.at(-1) && !fits(longer)) parts.push(letter);
      else parts[parts.length - 1] = longer;
    }
    return parts;
  };

  const merged = (line) => {
    const runs = [];
    for (const piece of line) {
      const last = runs.at(-1);
      if (last && Boolean(last.strong) === Boolean(piece.strong)) last.text += piece.text;
      else runs.push({ ...piece });
    }
    const end = runs.at(-1);
    if (end) end.text = end.text.trimEnd();
    return runs;
  };

  /* Runs of text [{ text, strong }] as lines of runs, none wider than room. */
  const wrap = (runs, style, room) => {
    const lines = [[]];
    let taken = 0;
    for (const word of words(runs).flatMap((item) => cut(item, style, room))) {
      if (lines.at(-1).length && taken + shown(word, style) > room) {
        lines.push([]);
        taken = 0;
      }
      lines.at(-1).push(...word);
      taken += wide(word, style);
    }
    return lines.filter((line) => line.length).map(merged);
  };

  /* The same lines with no short last one: the narrowest room that needs no more lines. */
  const balance = (runs, style, room) => {
    const count = wrap(runs, style, room).length;
    let [low, high] = [room / 2, room];
    while (high - low > 4) {
      const middle = (low + high) / 2;
      if (wrap(runs, style, middle).length > count) low = middle;
      else high = middle;
    }
    return wrap(runs, style, high);
  };

  window.figureImage = { ...window.figureImage, token, faces, ready, width, wrap, balance };
})();
