/* Before the browser prints, folds are open, the address and the day are those of the moment. */

const { all } = window.observatoire;
const KEPT_CLOSED = ":not(.tiroir-export):not(.tiroir-tableau):not(.menu):not(.tiroir)";

let closed = [];

const tell = () => {
  const day = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long" })
    .format(new Date())
    .replace(/^1 /, "1er ");
  for (const line of all("[data-adresse]")) line.textContent = location.href;
  for (const line of all("[data-jour]")) line.textContent = day;
};

/* The first sheet says at its head what is shown, the others in their margin; all say at their
   foot where it is, for a pile comes apart, and the foot of the page takes no sheet of its own. */
const running = document.createElement("style");
const quoted = (text) => JSON.stringify(text.replace(/\s+/g, " ").trim());
const repeat = () => {
  const said = all(".papier-tete > *").map((line) => line.textContent).filter(Boolean).join(" · ");
  const foot = [location.href, ...all(".pied .publication").map((line) => line.textContent)];
  const { fontFamily } = getComputedStyle(document.body);
  running.textContent = `@page { font-family: ${fontFamily};
    @top-left { content: ${quoted(said)}; } @bottom-left { content: ${quoted(foot.join(" · "))}; } }
    @page :first { @top-left { content: none; } }
    @media print { .pied { display: none !important; } }`;
  document.head.append(running);
};

const before = () => {
  closed = all(`main details:not([open])${KEPT_CLOSED}`);
  closed.forEach((fold) => { fold.open = true; });
  tell();
  repeat();
};

const after = () => {
  running.remove();
  closed.forEach((fold) => { fold.open = false; });
  closed = [];
};

window.addEventListener("beforeprint", before);
window.addEventListener("afterprint", after);
