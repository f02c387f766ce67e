/* The live page. What the server drew stays: Dash holds the address and asks (components/live.py),
   and what it answers goes into the places of the page, by their ids. */
"use strict";

window.observatoire = {
  /* What the server says of the keys of the address (dashboard/keys): those that follow the reader,
     those that stand for another, the one of the rows, of the map, the one that the path holds. */
  keys: JSON.parse(document.querySelector("[data-cles]")?.dataset.cles ?? "{}"),

  /* The page whose content follows its address; null on one that never changes. */
  page: document.getElementById("page-vivante"),

  isLive: () => document.documentElement.classList.contains("vivant"),
};

(() => {
  const { observatoire } = window;
  const say = (what, detail) => document.dispatchEvent(new CustomEvent(what, { detail }));

  const wake = () => {
    document.documentElement.classList.add("vivant");
    say("page-vivante");
  };

  const put = ([name, html]) => {
    const place = document.getElementById(name);
    if (place) place.innerHTML = html;
    return place?.matches(".panneau") ? [place] : [];
  };

  const show = ({ title, places }) => {
    document.title = title;
    const panels = Object.entries(places).flatMap(put);
    if (panels.length) say("panneaux-refaits", panels);
  };

  observatoire.LivePage = ({ answer }) => {
    const { useLayoutEffect } = window.React;
    useLayoutEffect(wake, []);
    useLayoutEffect(() => { if (answer) show(answer); }, [answer]);
    return null;
  };

  if (!observatoire.page) document.documentElement.classList.add("vivant");
})();
