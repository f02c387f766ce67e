/* Under the colours that the reader imposes, what only a ground or a shadow told must still tell. */
() => {
  const plain = (e) => {
    const { borderTopWidth, borderTopStyle, borderBottomWidth, textDecorationLine } = getComputedStyle(e);
    const lined = (borderTopStyle !== "none" && parseFloat(borderTopWidth)) || parseFloat(borderBottomWidth);
    return !lined && !textDecorationLine.includes("underline");
  };
  const current = (e) => {
    const style = getComputedStyle(e);
    const rest = all("a, span", e.parentElement.parentElement).filter((other) =>
      other !== e && !other.hasAttribute("aria-current"))[0];
    if (!rest) return false;
    const other = getComputedStyle(rest);
    return style.fontWeight === other.fontWeight && style.textDecorationLine === other.textDecorationLine
      && style.borderBottomColor === other.borderBottomColor
      && style.borderInlineStartColor === other.borderInlineStartColor;
  };
  const kept = (e) => getComputedStyle(e).forcedColorAdjust !== "none";
  return {
    C01: [
      ...all(".btn, .form-select, .form-control, .puce").filter((e) => seen(e) && plain(e))
        .map((e) => `sans bord : ${short(e)}`),
      ...all("nav [aria-current]").filter((e) => seen(e) && current(e))
        .map((e) => `page en cours invisible : ${short(e)}`),
      ...all("figure .trace, .pastille").filter((e) => seen(e) && kept(e))
        .map((e) => `couleurs perdues : ${short(e)}`),
      ...all(".trace").filter((e) => seen(e) && contrast(rgba(getComputedStyle(e).backgroundColor),
        [255, 255, 255, 1]) > 1.2).map((e) => `figure sur fond sombre : ${short(e)}`),
    ],
  };
}
