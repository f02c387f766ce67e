/* The page itself: take-over of the server's page by the live one, names of graphs for those who
   listen, small comforts, and the functions that clientside callbacks call. No framework. */
"use strict";

(() => {
  const SHARED = ["pilier", "annee", "periode", "quartier", "generation"];
  const LONGEST_WAIT = 8000;
  const root = () => document.getElementById("react-entry-point");
  const first = () => document.getElementById("premier-rendu");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  /* ---- 1. Take-over -------------------------------------------------------------------------
     The server's HTML (#premier-rendu) stands beside #react-entry-point, which layout.css hides
     as long as #premier-rendu exists. Both hold the same tree: elements correspond by rank. */

  const FOCUSABLE = "a[href], button, summary, select, input:not([type=hidden]), [tabindex]";
  const started = performance.now();

  /* The server's ids step aside before the live page brings its own: no id stands twice. */
  const standAside = () => {
    for (const element of all("[id]", first())) {
      element.dataset.ancre = element.id;
      element.removeAttribute("id");
    }
    if (location.hash) reach(location.hash.slice(1));
  };

  const target = (name) => {
    const server = first();
    if (!server) return document.getElementById(name);
    return all("[data-ancre]", server).find((element) => element.dataset.ancre === name) || null;
  };

  const reach = (name) => {
    const element = target(decodeURIComponent(name));
    if (!element) return false;
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    if (!element.matches(FOCUSABLE)) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView();
    return true;
  };

  const drawn = (box) => box.querySelector("svg.main-svg .infolayer") !== null;

  const inView = (box) => {
    const { top, bottom } = box.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  };

  /* The live tree hangs from the top of the document: where it stands is where it will stand. */
  const ready = () => {
    const live = root();
    if (!live || !live.querySelector("main")) return false;
    if (performance.now() - started > LONGEST_WAIT) return true;
    return all(".trace", live).filter(inView).every(drawn);
  };

  const rank = (element, selector, from) => all(selector, from).indexOf(element);

  const twin = (element, selector) => {
    const place = rank(element, selector, first());
    const found = place < 0 ? null : all(selector, root())[place];
    return found && found.tagName === element.tagName ? found : null;
  };

  /* A value set so that React sees the change, as if the reader had made it on the live page. */
  const setValue = (field, value) => {
    const kind = Object.getPrototypeOf(field);
    Object.getOwnPropertyDescriptor(kind, "value").set.call(field, value);
    field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
    if (field.tagName === "INPUT") field.dispatchEvent(new Event("focusout", { bubbles: true }));
  };

  const carryChanges = () => {
    const server = first();
    for (const fold of all("details", server)) {
      const live = twin(fold, "details");
      if (live) live.open = fold.open;
    }
    for (const box of all(".boite-table", server)) {
      const live = twin(box, ".boite-table");
      if (live) live.scrollLeft = box.scrollLeft;
    }
    return all("select, input:not([type=hidden])", server).flatMap(changed);
  };

  /* What to do to the live twin of a field that the reader already changed: nothing, or one act. */
  const changed = (field) => {
    const live = twin(field, "select, input:not([type=hidden])");
    if (!live || live.name !== field.name) return [];
    if (field.type === "radio" || field.type === "checkbox") {
      return field.checked !== field.defaultChecked && field.checked !== live.checked
        ? [() => live.click()]
        : [];
    }
    const initial = field.tagName === "SELECT"
      ? [...field.options].find((option) => option.defaultSelected)?.value ?? field.options[0]?.value
      : field.defaultValue;
    return field.value !== initial ? [() => setValue(live, field.value)] : [];
  };

  const swap = () => {
    const server = first();
    const acts = carryChanges();
    const held = server.contains(document.activeElement) ? document.activeElement : null;
    const heir = held ? twin(held, FOCUSABLE) : null;
    const [left, top] = [window.scrollX, window.scrollY];
    server.remove();
    document.documentElement.classList.add("vivant");
    window.scrollTo({ left, top, behavior: "instant" });
    if (heir) heir.focus({ preventScroll: true });
    acts.forEach((act) => act());
    document.dispatchEvent(new CustomEvent("page-vivante"));
  };

  const watch = () => {
    if (!first()) return;
    if (ready()) swap();
    else setTimeout(watch, performance.now() - started > LONGEST_WAIT ? 500 : 60);
  };

  /* ---- 2. Graphs have a name, and only one voice --------------------------------------------- */

  const nameGraphs = () => {
    for (const box of all(".trace[data-alt]")) {
      all("svg.main-svg", box).forEach((svg, place) => nameLayer(svg, place, box.dataset.alt));
    }
  };

  const nameLayer = (svg, place, label) => {
    if (place > 0) return setOnce(svg, "aria-hidden", "true");
    setOnce(svg, "role", "img");
    return setOnce(svg, "aria-label", label);
  };

  const setOnce = (element, name, value) => {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };

  let asked = 0;
  const soon = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(nameGraphs);
  };

  const hideHovers = () => {
    for (const graph of all(".js-plotly-plot")) {
      if (window.Plotly && graph._fullLayout) window.Plotly.Fx.unhover(graph);
    }
  };

  /* ---- 3. Links, drawers, copy, print --------------------------------------------------------- */

  const say = (sentence) => {
    const region = all('[role="status"]').at(-1);
    if (!region) return;
    region.textContent = "";
    setTimeout(() => { region.textContent = sentence; }, 60);
  };

  /* Menu links carry the filters of the moment to the other pages. */
  const follow = (link) => {
    const query = new URLSearchParams(location.search);
    for (const key of [...query.keys()]) if (!SHARED.includes(key)) query.delete(key);
    const text = query.toString();
    link.setAttribute("href", text ? `${link.dataset.suit}?${text}` : link.dataset.suit);
  };

  /* Another view of the same page, on the live page: the address changes, dcc.Location hears it. */
  const move = (href) => {
    history.pushState({}, "", href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    showAddress();
  };

  const plainClick = (event) =>
    event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

  const onLink = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link) return;
    if (link.dataset.suit) follow(link);
    if (event.type !== "click" || !plainClick(event) || event.defaultPrevented) return;
    const href = link.getAttribute("href");
    if (href.startsWith("#")) {
      if (first() && reach(href.slice(1))) event.preventDefault();
    } else if (stays(link)) {
      event.preventDefault();
      move(href);
    }
  };

  const stays = (link) => link.dataset.vue !== undefined && root()?.contains(link) && !first();

  /* On the live page the address already says what the form would send. */
  const onSubmit = (event) => {
    if (first() || !root()?.contains(event.target) || event.target.method !== "get") return;
    event.preventDefault();
    const field = document.activeElement;
    field.blur();
    field.focus();
  };

  const copyAddress = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      say("Lien copié : il ouvre exactement cette vue.");
    } catch {
      window.prompt("Copiez ce lien :", location.href);
    }
  };

  const onKey = (event) => {
    if (event.key !== "Escape") return;
    hideHovers();
    const opened = event.target.closest?.("details.menu[open], details.tiroir[open]");
    if (!opened) return;
    opened.open = false;
    opened.querySelector("summary").focus();
  };

  let closed = [];
  const beforePrint = () => {
    closed = all("main details:not([open])");
    closed.forEach((fold) => { fold.open = true; });
    const day = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long" }).format(new Date());
    for (const line of all("[data-adresse]")) line.textContent = `${location.href} · ${day}`;
  };

  const afterPrint = () => {
    closed.forEach((fold) => { fold.open = false; });
    closed = [];
  };

  /* ---- 4. What clientside callbacks call ------------------------------------------------------- */

  const none = () => window.dash_clientside.no_update;

  /* What Dash says has moved: {id, property, value} of pattern ids only. */
  const moved = () => (window.dash_clientside.callback_context?.triggered || []).flatMap(
    ({ prop_id: name, value }) => {
      const dot = name.lastIndexOf(".");
      return name.startsWith("{")
        ? [{ id: JSON.parse(name.slice(0, dot)), property: name.slice(dot + 1), value }]
        : [];
    },
  );

  const asText = (value) => (Array.isArray(value) ? value.join(",") : String(value ?? "").trim());

  /* What the address leaves out for that control; undefined when the page does not know.
     Dash writes a pattern id as JSON with its keys in alphabetical order. */
  const fallback = (id) => {
    const sorted = Object.fromEntries(Object.entries(id).sort(([a], [b]) => (a < b ? -1 : 1)));
    const field = document.getElementById(JSON.stringify(sorted));
    return field?.closest("[data-cle]")?.dataset.defaut;
  };

  const shown = (query, key, silent) => {
    if (key === "annee" && query.has("periode")) return query.get("periode");
    return query.get(key) ?? silent ?? "";
  };

  const put = (query, key, value) => {
    if (value) query.set(key, value);
    else query.delete(key);
    if (key === "annee") query.delete("periode");
    if (key !== "page") query.delete("page");
  };

  const turn = (query, id, value) => {
    const silent = fallback(id);
    if (value === shown(query, id.key, silent)) return;
    put(query, id.key, value === silent ? "" : value);
  };

  const toggle = (query, point) => {
    if (!point) return;
    const [key, value] = point;
    put(query, key, query.get(key) === value ? "" : value);
  };

  /* After Back, or a link that removes a filter, controls show what the address says. */
  const showAddress = () => {
    const query = new URLSearchParams(location.search);
    for (const box of all("[data-cle]", root() || document)) {
      const field = box.querySelector("[id^='{']");
      const value = shown(query, box.dataset.cle, box.dataset.defaut);
      const known = query.has(box.dataset.cle) || box.dataset.defaut !== undefined;
      if (!field || !known) continue;
      const many = field.querySelector("input[type=checkbox]") !== null;
      const held = many ? value.split(",").filter(Boolean) : value;
      window.dash_clientside.set_props(JSON.parse(field.id), { value: held });
    }
  };

  /* A point that filters carries « clé=valeur » as its customdata; a second click removes it. */
  const pointed = (click) => {
    const custom = click?.points?.[0]?.customdata;
    const text = Array.isArray(custom) ? custom[0] : custom;
    const found = typeof text === "string" ? text.match(/^([a-z_-]+)=(.+)$/) : null;
    return found ? [found[1], found[2]] : null;
  };

  /* Where the path itself holds the year of a report or the quarter of a portrait, another one is
     another page. */
  const inPath = (query) => {
    const [head, held] = location.pathname.slice(1).split("/");
    const key = { bilan: "annee", quartiers: "quartier" }[head];
    const value = held && key ? query.get(key) : "";
    if (!value || value === held) return "";
    query.delete(key);
    const rest = query.toString();
    return `/${head}/${value}${rest ? `?${rest}` : ""}`;
  };

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.observatoire = {
    /* The address after a control moved or a point was clicked.
         values, clicks    Input(ids.control(ALL, ALL), "value"), Input(ids.graph(ALL), "clickData")
         ids, search       State(ids.control(ALL, ALL), "id"), State(ids.ADDRESS, "search")
       Gives "?…" ("" for the default view) for Output(ids.ADDRESS, "search"), or no_update when
       nothing moved or when the address already says so: the Back button is never trapped. */
    adresse(values, clicks, ids, search) {
      const query = new URLSearchParams(search || "");
      const before = query.toString();
      for (const { id, property, value } of moved()) {
        if (property === "value") turn(query, id, asText(value));
        if (property === "clickData") toggle(query, pointed(value));
      }
      const after = query.toString();
      if (after === before) return none();
      const elsewhere = inPath(query);
      if (elsewhere) {
        location.assign(elsewhere);
        return none();
      }
      return after ? `?${after}` : "";
    },

    /* Sets the title of the window; the text is the Input, the Output any property left alone. */
    titre(text) {
      if (text) document.title = text;
      return none();
    },

    /* Says one sentence in the status region. */
    annonce(text) {
      if (text) say(text);
      return none();
    },
  };

  /* ---- Start ------------------------------------------------------------------------------------ */

  const start = () => {
    if (first()) standAside();
    watch();
    nameGraphs();
    new MutationObserver(soon).observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["data-alt"],
    });
    for (const kind of ["click", "auxclick", "contextmenu"]) document.addEventListener(kind, onLink);
    document.addEventListener("submit", onSubmit);
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", (event) => {
      if (event.target.closest?.("[data-copier]")) copyAddress();
      if (event.target.closest?.("[data-imprimer]")) window.print();
    });
    window.addEventListener("popstate", () => { if (!first()) showAddress(); });
    window.addEventListener("beforeprint", beforePrint);
    window.addEventListener("afterprint", afterPrint);
  };

  /* This script stands after the server's page: its ids step aside before the live page comes. */
  if (document.readyState === "loading" && !first()) document.addEventListener("DOMContentLoaded", start);
  else start();
})();
