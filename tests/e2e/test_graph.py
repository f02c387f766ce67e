"""A figure follows the view without being drawn anew, and shows what a fresh page would."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import Reader

ALL_DRAWN = """() => [...document.querySelectorAll("#react-entry-point .trace[data-alt]")]
  .every((box) => box.querySelector("svg.main-svg .infolayer"))"""
MARKED = "() => [...document.querySelectorAll('.js-plotly-plot')].map((box, n) => (box.rang = n))"
RANKS = "() => [...document.querySelectorAll('.js-plotly-plot')].map((box) => box.rang ?? null)"
STILL = """() => new Promise((done) => {
  setTimeout(done, 20000);
  let quiet = setTimeout(done, 500);
  new MutationObserver(() => { clearTimeout(quiet); quiet = setTimeout(done, 500); })
    .observe(document.body, { subtree: true, childList: true, attributes: true });
})"""
SHOWN = """() => [...document.querySelectorAll(".js-plotly-plot")].map((graph) => {
  const edge = (e) => (parseFloat(e.style.strokeWidth) ? e.style.stroke : "");
  const look = (e) => [e.tagName, e.getAttribute("d") ?? "", e.getAttribute("x") ?? "",
    e.style.fill.replace(/url.*/, "motif"), edge(e), e.style.fontWeight,
    e.children.length ? "" : e.textContent].join("|");
  const said = graph.calcdata.map(([{ trace }]) => JSON.stringify([trace.hovertext, trace.text]));
  return [...said, ...[...graph.querySelectorAll(MARKS)].map(look)];
})""".replace("MARKS", '"svg.main-svg :is(path, text, rect, circle):not(defs *)"')
CHANGES = [
    ("annee", "2018"),
    ("pilier", "emploi"),
    ("annee", "2021"),
    ("pilier", "cohesion-sociale"),
]


def settled(page: Page) -> None:
    page.wait_for_function(ALL_DRAWN)
    page.evaluate(STILL)


@pytest.mark.parametrize("territory", ["real", "fictional"])
@pytest.mark.parametrize("path", ["/", "/evolutions"])
def test_what_changed_in_part_is_what_a_fresh_page_shows(
    reader: Reader, request: pytest.FixtureRequest, territory: str, path: str
) -> None:
    site = request.getfixturevalue(territory)
    page = reader.open(f"{site}{path}")
    for key, value in CHANGES:
        reader.choose(key, value)
        settled(page)
        followed = page.evaluate(SHOWN)
        page.reload()
        reader.live()
        settled(page)
        fresh = page.evaluate(SHOWN)
        assert [differ(*pair) for pair in zip(followed, fresh, strict=True)] == [[]] * len(fresh)


def differ(ones: list[str], others: list[str]) -> list[str]:
    """The marks that only one of two drawings holds."""
    one, other = Counter(ones), Counter(others)
    return [*(one - other).elements(), *(other - one).elements()]


def test_a_drawing_is_kept_from_view_to_view(reader: Reader, real: str) -> None:
    page = reader.open(real)
    settled(page)
    ranks = page.evaluate(MARKED)
    assert len(ranks) > 3
    reader.choose("annee", "2018")
    settled(page)
    assert page.evaluate(RANKS) == ranks


def test_no_figure_has_a_mode_bar_nor_sends_its_data_away(reader: Reader, real: str) -> None:
    page = reader.open(real)
    settled(page)
    configs = page.evaluate(
        "[...document.querySelectorAll('.js-plotly-plot')].map((g) => "
        "[g._context.displayModeBar, g._context.showSendToCloud, g._context.locale])"
    )
    assert configs == [[False, False, "fr"]] * len(configs)
    assert page.locator(".modebar-btn").count() == 0
