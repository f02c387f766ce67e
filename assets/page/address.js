/* The address: what clientside callbacks call, in window.dash_clientside.observatoire, and the
   controls that follow Back, or a link to another view of the page. */
"use strict";

(() => {
  const { lignes, chemin, periode = [] } = window.observatoire.keys;
  const root = () => document.getElementById("react-entry-point");
  const first = () => document.getElementById("premier-rendu");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  const none = () => window.dash_clientside.no_update;

  /* What Dash says has moved: {id, value} of pattern ids only. */
  const moved = () => (window.dash_clientside.callback_context?.triggered || [])
    .filter(({ prop_id: name }) => name.startsWith("{"))
    .map(({ prop_id: name, value }) => (
      { id: JSON.parse(name.slice(0, name.lastIndexOf("."))), value }
    ));

  const asText = (value) => (Array.isArray(value) ? value.join(",") : String(value ?? "").trim());

  /* What the address leaves out for that control; undefined when the page does not know.
     Dash writes a pattern id as JSON with its keys in alphabetical order. */
  const fallback = (id) => {
    const sorted = Object.fromEntries(Object.entries(id).sort(([a], [b]) => (a < b ? -1 : 1)));
    const field = document.getElementById(JSON.stringify(sorted));
    return field?.closest("[data-cle]")?.dataset.defaut;
  };

  const shown = (query, key, silent) => query.get(key) ?? silent ?? "";

  const put = (query, key, value) => {
    if (value) query.set(key, value);
    else query.delete(key);
    if (key !== lignes) query.delete(lignes);
  };

  /* The address with two years as it is spelled now: older ones held both in one key. */
  const spelledNow = (search) => {
    const query = new URLSearchParams(search || "");
    const [older, since, year] = periode;
    const [first, last] = (query.get(older) || "").split("-");
    query.delete(older);
    if (last && !query.has(since)) query.set(since, first);
    if (last && !query.has(year)) query.set(year, last);
    return query;
  };

  /* A control moves the address only where the reader touched it: one that an answer brings, maybe
     an older one, says what was shown, not what is asked. */
  const touched = new Set();
  const onTouch = ({ target }) => {
    const key = target.closest?.("[data-cle]")?.dataset.cle;
    if (key) touched.add(key);
  };
  document.addEventListener("input", onTouch, true);
  document.addEventListener("change", onTouch, true);

  const turn = (query, id, value) => {
    if (!touched.delete(id.key)) return;
    const silent = fallback(id);
    if (value === shown(query, id.key, silent)) return;
    put(query, id.key, value === silent ? "" : value);
  };

  /* After Back, or a link to another view of the page, controls show what the address says. */
  const showAddress = (query) => {
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

  /* Where the path itself holds the year of a report or the quarter of a portrait, another one is
     another page. */
  const inPath = (query) => {
    const head = location.pathname.replace(/[^/]*$/, "");
    const value = query.get(chemin);
    if (!value || location.pathname === head + value) return "";
    query.delete(chemin);
    const rest = query.toString();
    return `${head}${value}${rest ? `?${rest}` : ""}`;
  };

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.observatoire = {
    /* The address after a control moved.
         values            Input(ids.control(ALL, ALL), "value")
         ids, search       State(ids.control(ALL, ALL), "id"), State(ids.ADDRESS, "search")
       Gives "?…" ("" for the default view) for Output(ids.ADDRESS, "search"), or no_update when
       nothing moved or when the address already says so: the Back button is never trapped. */
    adresse(values, ids, search) {
      const query = spelledNow(search);
      const before = query.toString();
      for (const { id, value } of moved()) turn(query, id, asText(value));
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
  };

  /* Back, forward, a link followed in place: page.js sends "vue-changee". */
  const onMove = () => {
    touched.clear();
    if (!first()) showAddress(spelledNow(location.search));
  };
  window.addEventListener("popstate", onMove);
  document.addEventListener("vue-changee", onMove);
})();
