/* Language, title, headings, landmarks, identifiers, menus: what holds a page together. */
() => {
  const ENGLISH = new RegExp(
    "\\b(the|of|and|with|your|this|loading|updating|download|reset|autoscale|toggle|hide|close|"
    + "previous|next|submit|chart|click|select\\.\\.\\.|undefined|null|nan|none)\\b", "i");
  const SPOKEN = ["aria-label", "title", "alt", "placeholder", "data-title"];
  const READ = "button, summary, label:not(:has(textarea)), label > span, legend, caption, option, "
    + ".vide, .etiquette, .avis";
  const french = (e) => e.closest("[lang]")?.lang === "fr";

  const language = () => [
    ...(document.documentElement.lang === "fr" ? [] : ["langue de la page absente"]),
    ...all(READ).filter((e) => french(e) && ENGLISH.test(said(e))).map(said),
    ...all("*").filter(french).flatMap((e) => SPOKEN.map((name) => e.getAttribute(name)))
      .filter((words) => words && ENGLISH.test(words)),
  ];

  const headings = () => {
    const levels = all("h1, h2, h3, h4, h5, h6").filter(seen).map((e) => Number(e.tagName[1]));
    const empty = all("h1, h2, h3, h4, h5, h6").filter((e) => !said(e)).map(short);
    const skipped = levels.filter((level, place) => place && level > levels[place - 1] + 1);
    return [
      ...empty,
      ...skipped.map((level) => `un niveau est sauté avant un titre de niveau ${level}`),
      ...(levels.filter((level) => level === 1).length === 1 && levels[0] === 1
        ? [] : [`titres de niveau : ${levels.join(" ")}`]),
    ];
  };

  /* A header or a footer inside an article is its own, not that of the page. */
  const OF_PAGE = ["header", "header nav", "main", "footer"];
  const ofPage = (selector) => all(selector).filter((e) => !e.closest("article"));

  const landmarks = () => {
    const wrong = OF_PAGE.filter((selector) => ofPage(selector).length !== 1);
    const roles = all("header, main, footer, nav, [role=search], .evitement, [role=status]");
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lost = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const home = node.parentElement;
      if (!node.data.trim() || home.closest("script, style") || !seen(home)) continue;
      if (!roles.some((role) => role.contains(home))) lost.push(`hors repère : ${said(home)}`);
    }
    return [...wrong.map((selector) => `repère ${selector}`), ...lost];
  };

  const identifiers = () => {
    const ids = all("[id]").map((e) => e.id);
    return [
      ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `double : ${id}`),
      ...all("a[href^='#']").map((e) => e.getAttribute("href").slice(1))
        .filter((id) => !document.getElementById(id) && !all("[data-ancre]")
          .some((e) => e.dataset.ancre === id)).map((id) => `ancre perdue : ${id}`),
      ...["aria-labelledby", "aria-describedby", "aria-controls", "for"].flatMap((name) =>
        all(`[${name}]`).flatMap((e) => e.getAttribute(name).split(/\s+/))
          .filter((id) => id && !document.getElementById(id))
          .map((id) => `${name} sans cible : ${id}`)),
      ...all("a a, a button, button a, button button, label label, p p").map(short),
    ];
  };

  const menus = () => {
    const order = OF_PAGE.map((selector) => ofPage(selector)[0]);
    const placed = order.every((e, place) => e && (!place || Boolean(
      order[place - 1].compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)));
    const plan = all("footer a").some((e) => e.pathname === "/plan-du-site");
    return [
      ...(placed ? [] : ["l’entête, le menu, le contenu et le pied ne se suivent pas"]),
      ...(plan ? [] : ["aucun lien vers le plan du site"]),
      ...all("nav").filter((e) => !e.ariaLabel).map(short),
      ...(all("header nav a").length > 4 ? [] : ["le menu est incomplet"]),
    ];
  };

  const declared = () => {
    const wanted = ["/accessibilite", "/mentions-legales", "/plan-du-site", "/donnees"];
    const links = all("footer a");
    const state = links.filter((e) => e.pathname === "/accessibilite").map(said).join(" ");
    return [
      ...wanted.filter((path) => !links.some((e) => e.pathname === path)),
      ...(/ conforme/.test(state) ? [] : ["le pied ne dit pas l’état de conformité"]),
      ...(links.some((e) => /contact/i.test(said(e))) ? [] : ["aucun contact"]),
    ];
  };

  /* Frames, and the code of those that other sites may paste. */
  const framed = () => [
    ...all("iframe"),
    ...all(".encarts textarea").flatMap((e) => all("iframe",
      new DOMParser().parseFromString(e.value, "text/html"))),
  ].filter((e) => !e.title.trim()).map((e) => `cadre sans titre : ${short(e)}`);

  /* Lines that begin as those of a list, links one after the other: what a list looks like. */
  const BULLET = /^\s*(?:[-–•*·]\s|\d{1,2}[.)]\s)/;
  const outside = (e) => [...e.childNodes].filter((node) => node.nodeName !== "A")
    .map((node) => node.textContent).join("").replace(/[\s·,;|/–-]/g, "");
  const lists = () => [
    ...all("li").filter((e) => !e.parentElement.matches("ul, ol, menu"))
      .map((e) => `hors liste : ${short(e)}`),
    ...all("ul, ol").filter((e) => !e.children.length).map((e) => `liste vide : ${short(e)}`),
    ...all("main p, main dd").filter((e) => BULLET.test(e.textContent))
      .map((e) => `puce sans liste : ${short(e)}`),
    ...all("p, td, div, nav, section").filter((e) => e.querySelectorAll(":scope > br").length > 1)
      .map((e) => `lignes sans liste : ${short(e)}`),
    ...all("p, div, nav, section, footer, header")
      .filter((e) => all(":scope > a", e).length > 2 && !outside(e))
      .map((e) => `liens sans liste : ${short(e)}`),
  ];

  const title = document.title;
  return {
    R01: language(),
    R02: /\S – .*Contrat de ville/.test(title) ? [] : [`titre : ${title}`],
    R03: [...headings(), ...landmarks()],
    R25: menus(),
    R30: framed(),
    R31: identifiers(),
    R33: lists(),
    R34: declared(),
  };
}
