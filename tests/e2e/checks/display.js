/* Nothing is lost, nothing needs to be scrolled sideways. */
() => {
  const wide = () => document.documentElement.scrollWidth - window.innerWidth;
  const UNCUT = "select, input, svg, svg *, .invisible, .boite-table, .trace, .trace *";

  /* Words that the box which holds them cuts. */
  const cut = () => all("body *").filter((e) => {
    if (e.matches(UNCUT) || !said(e) || !seen(e)) return false;
    const { overflowX, overflowY, clipPath, position } = getComputedStyle(e);
    const clips = (value) => value === "hidden" || value === "clip";
    if (clipPath !== "none" && position === "absolute") return false;
    return (clips(overflowX) && e.scrollWidth > e.clientWidth + 1)
      || (clips(overflowY) && e.scrollHeight > e.clientHeight + 1);
  }).map((e) => `coupé : ${short(e)}`);

  const beyond = wide();
  return { R20: [...(beyond > 0 ? [`déborde de ${beyond} px`] : []), ...cut()] };
}
