/* Nothing is lost, laid over its neighbour or to be scrolled sideways. */
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

  /* What is asked in a form, and its names, laid over each other. */
  const over = (one, other) => {
    const [a, b] = [one, other].map((e) => e.getBoundingClientRect());
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  };
  const ASKED = "label:not(.invisible), legend:not(.invisible), input, select, textarea, button";
  const crossed = (form) => {
    const held = all(ASKED, form).filter((e) => seen(e) && !e.matches(".invisible, [type=hidden]"));
    return held.flatMap((one, place) => held.slice(place + 1)
      .filter((other) => !one.contains(other) && over(one, other))
      .map((other) => `se chevauchent : ${short(one)} et ${short(other)}`));
  };

  const beyond = wide();
  return {
    R20: [...(beyond > 0 ? [`déborde de ${beyond} px`] : []), ...cut(), ...all("form").flatMap(crossed)],
  };
}
