/* Tables, links, words, forms, targets, and what must not move by itself. */
() => {
  const GENERIC = ["ici", "télécharger", "voir", "lire", "cliquez ici", "en savoir plus", "suite",
    "csv", "xlsx", "pdf", "ok", "plus"];
  const COLOURS = "rouge|vert|bleu|jaune|gris|violet|indigo|orange|noir|rose";
  const SIDES = new RegExp(
    `ci-contre|(?:à|de|en bas à|en haut à) (?:gauche|droite)|en (?:${COLOURS})s?\\b(?! et blanc)|`
    + `(?:bouton|lien|point|barre|zone|case|trait|rond|carré)s? (?:${COLOURS})e?s?\\b`, "i");

  const tables = () => all("table").flatMap((e) => [
    ...(e.caption && said(e.caption) ? [] : [`sans titre : ${short(e)}`]),
    ...(e.querySelector("th[scope=col]") ? [] : [`sans en-tête de colonne : ${short(e)}`]),
    ...all("th", e).filter((th) => !["col", "row", "rowgroup", "colgroup"].includes(th.scope))
      .map((th) => `en-tête sans portée : ${said(th)}`),
    ...(e.querySelector("th .tri") && !e.querySelector("th[aria-sort]")
      ? [`tri qui ne se dit pas : ${said(e.caption)}`] : []),
  ]);

  const links = () => [...all("a[href], button, summary")].filter(seen).flatMap((e) => {
    const words = named(e);
    if (!words) return [`sans nom : ${short(e)}`];
    return GENERIC.includes(words.toLowerCase().replace(/[ .…]+$/, "")) ? [`vague : ${words}`] : [];
  }).concat(
    all("a[href^='/export/'], a[href^='/telecharger/'], a[download]").filter((e) =>
      named(e).split(/\s+/).length < 2 || !/[,:«(]/.test(named(e)))
      .map((e) => `fichier sans sujet : ${named(e)}`),
    all("a[target=_blank]").filter((e) => !/nouvel/.test(named(e) + e.title))
      .map((e) => `nouvel onglet non annoncé : ${named(e)}`),
  );

  const regions = () => [
    ...(all("[role=status]").length === 1 ? [] : [`régions d’état : ${all("[role=status]").length}`]),
    ...all(".avis-erreur").filter((e) => e.getAttribute("role") !== "alert").map(short),
  ];

  const sentences = () => all("main p, main li, main caption, main h2, main h3, main dd, main td")
    .filter((e) => SIDES.test(said(e).replace(/[\u00a0\u202f]/g, " "))).map(said);

  const fields = () => [
    ...all("select, input:not([type=hidden]), textarea").filter(seen)
      .filter((e) => !e.labels?.length && !e.ariaLabel).map((e) => `sans étiquette : ${short(e)}`),
    ...all("fieldset").filter((e) => !e.querySelector("legend")).map(short),
    ...all("input[type=radio], input[type=checkbox]").filter((e) => !e.closest("fieldset"))
      .map((e) => `hors groupe : ${short(e)}`),
    ...all("form").filter((e) => seen(e) && !e.ariaLabel).map((e) => `sans nom : ${short(e)}`),
  ];

  /* What is folded away cannot be reached. */
  const folded = () => [
    ...all("details:not([open]) a, details:not([open]) button, details:not([open]) select")
      .filter((e) => !e.closest("summary") && seen(e)).map(short),
    ...all("[aria-hidden=true]").flatMap((e) => [e, ...all(FOCUSABLE, e)])
      .filter((e) => e.matches(FOCUSABLE) && e.tabIndex >= 0 && seen(e)).map(short),
  ];

  const mouse = () => [
    ...all("[tabindex]").filter((e) => e.tabIndex > 0).map((e) => `tabindex : ${short(e)}`),
    ...all("[role=button], [role=link], [role=tab], [role=checkbox], [role=option], [role=slider]")
      .filter((e) => seen(e) && !e.matches(FOCUSABLE)).map((e) => `hors clavier : ${short(e)}`),
    ...all("body *").filter((e) => !e.closest("svg, label, a[href], button, summary, select, input")
      && seen(e)
      && getComputedStyle(e).cursor === "pointer").map((e) => `à la souris seule : ${short(e)}`),
    ...graphs().flatMap(clicks),
  ];
  /* What a click on a figure filters, a list of the page or a link does too. */
  const clicks = (graph) => {
    const keys = graph.data.flatMap((t) => t.customdata ?? []).flat()
      .filter((word) => typeof word === "string" && /^[a-z_-]+=./.test(word));
    return [...new Set(keys)].filter((word) => {
      const [key, value] = word.split("=");
      return !all(`[data-cle="${key}"] option, [data-cle="${key}"] input`)
        .some((e) => e.value === value)
        && !all("a[href]").some((e) => e.dataset.choix === word
          || new URLSearchParams(e.search).get(key) === value
          || e.pathname?.endsWith(`/${value}`));
    }).map((word) => `${titled(graph)} : ${word} n’est qu’à la souris`);
  };

  const ALONE = "abcdefghijklmnopqrstuvwxyz0123456789?/.,;:!+-*";
  const shortcuts = () => {
    const watch = new MutationObserver(() => {});
    watch.observe(document.body, { childList: true, subtree: true, attributes: true });
    const [address, focus] = [location.href, document.activeElement];
    const taken = [...ALONE].filter((key) => !document.body.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));
    const moved = watch.takeRecords().length;
    watch.disconnect();
    return [
      ...all("[accesskey]").map(short),
      ...taken.map((key) => `la touche ${key} est prise`),
      ...(moved || location.href !== address || document.activeElement !== focus
        ? ["une touche seule change la page"] : []),
    ];
  };

  const moving = () => [
    ...all("video, audio, marquee, blink, [autoplay]").map(short),
    ...document.getAnimations().filter((a) => a.effect.getComputedTiming().duration > 5000
      || a.effect.getComputedTiming().iterations === Infinity)
      .map((a) => `animation sans fin : ${short(a.effect.target)}`),
    ...all("meta[http-equiv=refresh]").map(short),
  ];

  /* Sheets that hide or turn something by the way a device is held. */
  const rules = (list) => [...list].flatMap((rule) => [rule, ...rules(rule.cssRules ?? [])]);
  const held = () => [...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules))
    .filter((rule) => /orientation/.test(rule.conditionText ?? ""))
    .filter((rule) => /display:\s*none|visibility:\s*hidden|rotate/.test(rule.cssText))
    .map((rule) => rule.conditionText);

  /* A slider that links beside it move by one step. */
  const stepped = (e) => e.form && all(".pas", e.form).length === 2;

  const dragged = () => [
    ...all("input[type=range], [draggable=true]").filter((e) => !stepped(e)).map(short),
    ...graphs().filter((g) => g._fullLayout.dragmode
      || Object.entries(g._fullLayout).some(([name, axis]) =>
        /^[xy]axis\d*$/.test(name) && !axis.fixedrange)).map((g) => `se fait glisser : ${titled(g)}`),
    ...all("meta[name=viewport]").filter((e) => /user-scalable\s*=\s*no|maximum-scale/
      .test(e.content)).map((e) => `empêche d’agrandir : ${e.content}`),
    ...all("body, main, .trace").filter((e) => getComputedStyle(e).touchAction === "none").map(short),
  ];

  const small = () => (innerWidth > 820 ? [] : all(".btn, header nav a, .form-select, .form-control")
    .filter((e) => seen(e) && e.getBoundingClientRect().height < 43.5))
    .concat(all(FOCUSABLE).filter((e) => seen(e) && e.matches("button, summary, select, input")
      && !e.matches("[type=radio], [type=checkbox], .terme")
      && e.getBoundingClientRect().height < 23.5))
    .map((e) => `${Math.round(e.getBoundingClientRect().height)} px : ${short(e)}`);

  return {
    R07: mouse(),
    R08: shortcuts(),
    R16: tables(),
    R17: links(),
    R18: regions(),
    R22: folded(),
    R23: sentences(),
    R24: fields(),
    R27: moving(),
    R28: held(),
    R29: dragged(),
    R32: small(),
  };
}
