/* Notes each element as the keyboard reaches it, from the top of the page; gives the elements that
   it should reach. */
() => {
  const label = (e) => `${e.tagName} ${named(e).slice(0, 60) || e.name || ""}`.trim();
  const inside = (low, high, size) => (Math.max(low, 0) + Math.min(high, size)) / 2;
  /* The ring of a mark lies over its drawing, whatever else stands there. */
  const visible = (e) => [...e.getClientRects()].some((box) => {
    const top = document.elementFromPoint(
      inside(box.left, box.right, innerWidth), inside(box.top, box.bottom, innerHeight));
    const figure = top?.closest(".trace[data-figure]");
    return box.width > 0 && top && (e.contains(top) || top.contains(e) || figure?.contains(e));
  });

  let before = null;
  /* On the way back, only which element is met: the rest was seen on the way there. */
  const told = (e) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(e);
    const behind = ground(e);
    return {
      name: label(e),
      text: said(e),
      ring: outlineStyle === "none" ? 0 : parseFloat(outlineWidth),
      contrast: contrast(laid(rgba(outlineColor), behind), behind),
      shown: visible(e),
      after: !before?.isConnected
        || Boolean(before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING),
    };
  };

  /* A window that gets the focus back tells its element again: that is no new stop. */
  const note = ({ target: e }) => {
    if (e === before) return;
    window.__met.push(e);
    window.__walk.push(window.__back ? { name: label(e) } : told(e));
    before = e;
  };

  document.removeEventListener("focusin", window.__note, true);
  const top = document.createElement("span");
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
  window.__walk = [];
  window.__met = [];
  window.__back = false;
  window.__note = note;
  document.addEventListener("focusin", note, true);
  return all(FOCUSABLE).filter((e) => seen(e) && e.tabIndex >= 0 && !e.disabled)
    .filter((e) => e.type !== "radio" || e.checked).map(label);
}
