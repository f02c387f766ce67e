/* Image of a figure, made here: a click on button[data-image] reads the card that holds it, lays a
   sheet, and downloads or copies it. What happens is said in the status region. */
"use strict";

(() => {
  const { describe, sheet } = window.figureImage;
  const SHARPNESS = 2;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const own = (selector, from) => from.querySelector(selector);

  /* ---- What the card says -------------------------------------------------------------------------- */

  const runs = (element) => {
    if (!element) return [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      if (parentElement.closest(".invisible")) continue;
      found.push({ text: data, strong: Boolean(parentElement.closest("strong")) });
    }
    return found;
  };

  const words = (element) => runs(element).map(({ text }) => text).join("").trim();

  /* A swatch as the page shows it: its colours come from the style sheet, hatches included. */
  const mark = (element) => {
    const style = getComputedStyle(element);
    return {
      width: parseFloat(style.width),
      height: parseFloat(style.height),
      radius: style.borderTopLeftRadius === "50%" ? Infinity : parseFloat(style.borderTopLeftRadius),
      fill: style.backgroundColor,
      edge: {
        width: parseFloat(style.borderTopWidth),
        colour: style.borderTopColor,
        dashed: style.borderTopStyle === "dashed",
      },
      hatch: hatch(style.backgroundImage),
      text: element.textContent.trim(),
    };
  };

  const hatch = (image) => {
    const angle = image.match(/repeating-linear-gradient\((-?[\d.]+)deg/);
    if (!angle) return null;
    const colours = image.match(/rgba?\([^)]*\)/g);
    const lengths = image.match(/[\d.]+px/g).map(parseFloat);
    return {
      angle: Number(angle[1]),
      colour: colours[0],
      base: colours.at(-1),
      stripe: lengths[1],
      period: lengths.at(-1),
    };
  };

  const legend = (card) => all(".legende li", card).map((item) => {
    const swatch = own(".pastille", item);
    const label = swatch ? item.textContent.slice(swatch.textContent.length) : item.textContent;
    return { label: label.trim(), mark: mark(swatch || item) };
  });

  /* Names behind the numbers of a map, from its own table: on paper nothing else tells them. */
  const key = (card) => all(".tiroir-tableau th:has(.pastille-numero)", card).flatMap((head, rank) => {
    const number = own(".pastille-numero", head).textContent;
    const name = head.textContent.slice(number.length).trim();
    const where = head.nextElementSibling?.textContent.trim();
    return [
      { text: `${rank ? " · " : ""}${number}\u00a0`, strong: true },
      { text: where ? `${name} (${where})` : name },
    ];
  });

  const FICTIONAL = "Territoire fictif";

  const tags = (box) => {
    const found = (box.dataset.marques || "").split(" · ").filter(Boolean);
    const fictional = document.querySelector(".cadre-fictif") !== null;
    const labels = new Set(fictional ? [FICTIONAL, ...found] : found);
    return [...labels].map((label) => ({ label, notice: label === FICTIONAL }));
  };

  const today = () => new Intl.DateTimeFormat("fr-FR", { dateStyle: "long" })
    .format(new Date()).replace(/^1 /, "1er ");

  const address = () => {
    try {
      return decodeURI(location.href);
    } catch {
      return location.href;
    }
  };

  const described = (content, alt) =>
    [alt, content.filters, content.reading.map(({ text }) => text).join("").trim(), content.source]
      .filter(Boolean).join("\n");

  const read = (card, graph) => {
    const box = graph.closest(".trace");
    const content = {
      title: box.dataset.titre,
      subtitle: box.dataset.sousTitre,
      tags: tags(box),
      filters: box.dataset.filtres,
      legend: legend(card),
      key: key(card),
      reading: runs(own(".lecture", card)),
      verdict: words(own(".verdict", card)),
      notes: all(".tiroir-limites .notes li", card).map(words),
      source: `Source\u00a0: ${box.dataset.source}`,
      notice: words(document.querySelector(".bandeau")),
      stamp: `Exporté le ${today()} · ${address()}`,
      natural: box.clientHeight || graph.clientHeight || 320,
      ratio: ratio(graph),
      draw: (width, height) => drawing(graph, width, height),
    };
    return { ...content, description: described(content, box.dataset.alt || "") };
  };

  /* ---- The drawing ----------------------------------------------------------------------------------- */

  const drawing = (graph, width, height) => {
    const layout = { ...window.figureTheme.layoutOf(graph), width, height, autosize: false };
    const figure = { data: graph.data, layout, config: { locale: "fr" } };
    return window.Plotly.toImage(figure, { format: "svg", width, height, imageDataOnly: true });
  };

  /* Height over width of a map, whose two axes share one scale; null where a figure may stretch. */
  const ratio = (graph) => {
    const { xaxis, yaxis } = window.figureTheme.layoutOf(graph);
    if (!yaxis?.scaleanchor || !xaxis?.range || !yaxis.range) return null;
    return Math.abs((yaxis.range[1] - yaxis.range[0]) / (xaxis.range[1] - xaxis.range[0]));
  };

  const painted = async (svg, width, height) => {
    const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    try {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      canvas.getContext("2d").drawImage(image, 0, 0, width, height);
      return await new Promise((give) => { canvas.toBlob(give, "image/png"); });
    } finally {
      URL.revokeObjectURL(address);
    }
  };

  const asPng = async (made, content, scale) => {
    const blob = await painted(made.svg, made.width * scale, made.height * scale);
    if (!blob) throw new Error("le navigateur n’a pas pu peindre l’image");
    const texts = { Title: content.title, Description: content.description };
    return describe(blob, texts, made.perInch * scale);
  };

  /* ---- Giving it ---------------------------------------------------------------------------------------- */

  const say = (button, sentence) => {
    const seen = own("[data-retour]", button.closest("figure"));
    if (seen) seen.textContent = sentence;
    const region = all('[role="status"]').at(-1);
    if (!region) return;
    region.textContent = "";
    setTimeout(() => { region.textContent = sentence; }, 60);
  };

  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const fileName = (button, extension) => {
    const { fichier } = own(".trace", button.closest("figure")).dataset;
    return `${fichier}-${button.dataset.format}.${extension}`;
  };

  const saved = (button, blob, extension) => {
    const name = fileName(button, extension);
    save(blob, name);
    return `Image enregistrée\u00a0: ${name}`;
  };

  /* The promise goes to the clipboard as it is: a browser grants the copy to the click itself. */
  const copied = async (button, png) => {
    const item = window.ClipboardItem && navigator.clipboard?.write
      ? new window.ClipboardItem({ "image/png": png }) : null;
    if (item) {
      try {
        await navigator.clipboard.write([item]);
        return "Image copiée\u00a0: collez-la dans votre document.";
      } catch {
        /* Refused by the browser: the file is given below. */
      }
    }
    const name = saved(button, await png, "png");
    return `Ce navigateur ne permet pas de copier l’image ici, elle est donc téléchargée. ${name}`;
  };

  const scaleOf = (button) =>
    Number(own("[data-echelle] select", button.closest("figure"))?.value) || SHARPNESS;

  const make = (button, graph) => {
    const content = read(button.closest("figure"), graph);
    const made = sheet(content, button.dataset.format);
    if (button.dataset.image === "svg") {
      const asFile = ({ svg }) => new Blob([svg], { type: "image/svg+xml" });
      return made.then((it) => saved(button, asFile(it), "svg"));
    }
    const png = made.then((it) => asPng(it, content, scaleOf(button)));
    if (button.dataset.image === "copie") return copied(button, png);
    return png.then((blob) => saved(button, blob, "png"));
  };

  const FAILED = "L’image n’a pas pu être faite. Réessayez, ou prenez les données de la figure.";
  const EARLY = "La figure n’est pas encore dessinée\u00a0: réessayez dans un instant.";

  const STEP = 100;
  const STEPS = 50;

  /* The drawing of a card as its view has it: one that waits its turn (page/draw.js) takes it now. */
  const drawn = async (card) => {
    card.dispatchEvent(new Event("dessiner", { bubbles: true }));
    for (let turn = 0; turn < STEPS; turn += 1) {
      const graph = own(".trace .js-plotly-plot", card);
      if (graph && own("svg.main-svg .infolayer", graph)) return graph;
      await new Promise((done) => setTimeout(done, STEP));
    }
    return null;
  };

  let busy = false;

  const answer = async (button) => {
    busy = true;
    say(button, "Préparation de l’image…");
    try {
      const graph = await drawn(button.closest("figure"));
      return say(button, graph ? await make(button, graph) : EARLY);
    } catch (error) {
      console.error(error);
      return say(button, FAILED);
    } finally {
      busy = false;
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-image]");
    if (button && !busy) answer(button);
  });
})();
