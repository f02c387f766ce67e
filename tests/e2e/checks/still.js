/* For who asked for less motion. */
() => {
  const longest = (text) => Math.max(...text.split(",").map(parseFloat));
  return {
    R27: [
      ...all("body *").filter((e) => {
        const style = getComputedStyle(e);
        return longest(style.transitionDuration) > 0.01
          || (style.animationName !== "none" && longest(style.animationDuration) > 0.01);
      }).map((e) => `bouge encore : ${short(e)}`),
    ],
  };
}
