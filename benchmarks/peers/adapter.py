"""How the side-by-side reads our home page and moves its filter (variable ADAPTER).

The page is asked over all years, as the others show them. It has no table of actions, no share of
priority quarters and no funders, and its map tells an indicator: those keys are left out. The map,
the lines, both bar charts and the gaps must be drawn all the same, outlines included, the amounts
that the bars say add up, and the list by quarter must add up to the number of actions, or hold its
fifty rows where it goes by pages. A figure is in its final form as the server draws it: plotly
comes to the one that is touched, which ``python -m benchmarks`` measures.
"""

from __future__ import annotations

import os
from typing import Any

from adapters import ALL, A  # type: ignore[import-not-found]  # measure/ is on the path there

PORT = os.environ.get("OURS_PORT", "9120")
PROBE = """
window.__content = "main";
window.__sig = () => {
  const H = window.__H, root = document.querySelector("#page-vivante");
  if (!root || !document.documentElement.classList.contains("vivant")) return null;
  const all = (selector) => [...root.querySelectorAll(selector)];
  const drawing = (card) => root.querySelector(`.carte-${card} .trace > svg`);
  const cards = ["carte", "ecart", "tendance", "montants", "nombres"].map(drawing);
  const amount = (link) => Number(H.dig(/: ?([\\d\\s]+) ?€/.exec(link.textContent)?.[1] ?? "0"));
  const bars = (svg) => [...svg.querySelectorAll("a[data-choix^='annee=']")];
  const [n, granted] = all(".texte-corps p strong").map((e) => e.textContent);
  if (cards.some((svg) => !svg?.querySelector("path, rect, circle")) || !granted) return null;
  if (root.querySelector("path[data-contours]:not([d])")) return null;
  const last = (row) => row.cells[row.cells.length - 1].textContent;
  const rows = all(".carte-liste tbody tr").filter((row) => row.cells.length > 1);
  const paged = root.querySelector(".carte-liste .pages") !== null;
  const sum = String(H.sum(rows.map((row) => H.dig(last(row)))));
  const same = paged ? rows.length > 40 : sum === H.dig(n);
  return {
    n: same ? H.dig(n) : null,
    granted: H.dig(granted),
    stacked: H.sum(bars(cards[3]).map(amount)),
  };
};
"""


CHOOSE = """(label) => {
  const lines = [...document.querySelectorAll("#page-vivante [data-cle=pilier] .form-check")];
  const boxes = lines.map((line) => line.querySelector("input"));
  lines.forEach((line, rank) => { boxes[rank].checked = line.textContent.trim() === label; });
  boxes[0].dispatchEvent(new Event("change", { bubbles: true }));
}"""
"""Tick one box of the pillars alone, or none."""


class Ours(A):  # type: ignore[misc]  # A comes with the side-by-side
    """Our home page."""

    url = f"http://127.0.0.1:{PORT}/?periode=2015-2024"
    keys: tuple[str, ...] = ("n", "granted", "stacked")
    charts = "#page-vivante .trace > svg"
    probe = PROBE

    def change(self, page: Any, value: str) -> None:
        """Choose a pillar in the filter bar, as a reader does."""
        page.evaluate(CHOOSE, "" if value == ALL else value)


IN_VIEW = """() => {
  for (const box of document.querySelectorAll("#page-vivante .panneau")) {
    const { top, bottom } = box.getBoundingClientRect();
    box.toggleAttribute("data-en-vue", bottom > 0 && top < innerHeight);
  }
  window.__content = "[data-en-vue]";
}"""


class InView(Ours):
    """The same page, of which a change counts what is in the window: what is out of it waits for
    its turn."""

    keys = ("n", "granted")

    def change(self, page: Any, value: str) -> None:
        """Choose a pillar, the panels in the window being those that count from now on."""
        page.evaluate(IN_VIEW)
        super().change(page, value)


ADAPTERS = {"ours": Ours(), "vue": InView()}
