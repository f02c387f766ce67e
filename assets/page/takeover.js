/* Take-over. The server's HTML (#premier-rendu) stands beside #page-vivante, which layout.css hides
   as long as #premier-rendu exists. Both hold the same tree: elements correspond by rank. When the
   second is made, the first goes, and what the reader had changed, the scroll and the focus are
   carried over. "page-vivante" is then sent to the document. */
"use strict";

(() => {
  const root = () => document.getElementById("react-entry-point");
  const first = () => document.getElementById("premier-rendu");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  const FOCUSABLE = "a[href], button, summary, select, input:not([type=hidden]), [tabindex]";

  /* The server's ids step aside before the live page brings its own: no id stands twice, but those
     of hatches, the same in both. */
  const standAside = () => {
    for (const element of all("[id]:not(pattern, clipPath)", first())) {
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
    const made = () => root().querySelector("main") !== null;
    if (made()) return swap();
    const watcher = new MutationObserver(() => {
      if (!made()) return;
      watcher.disconnect();
      swap();
    });
    return watcher.observe(root(), { childList: true, subtree: true });
  };

  /* A link inside the page leads to an element whose id stands aside. */
  const onLink = (event) => {
    const link = first() && event.target.closest?.('a[href^="#"]');
    if (link && reach(link.getAttribute("href").slice(1))) event.preventDefault();
  };

  const start = () => {
    if (!first()) {
      document.documentElement.classList.add("vivant");
      return;
    }
    standAside();
    document.addEventListener("click", onLink);
    watch();
  };

  /* This script stands after the server's page: its ids step aside before the live page comes. */
  if (document.readyState === "loading" && !first()) {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
