/* From a tablet on, a table that is not folded shows all its columns: what has to be scrolled for is
   not seen to exist. */
() => {
  const TABLET = 768;
  const beyond = innerWidth < TABLET ? [] : all(".boite-table").filter((e) =>
    e.checkVisibility() && !e.closest(".outil-corps, .pli") && e.scrollWidth > e.clientWidth + 1);
  return { R20: beyond.map((e) => `dépasse de son cadre : ${e.ariaLabel}`) };
}
