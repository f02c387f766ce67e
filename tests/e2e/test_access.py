"""For everyone: axe finds nothing, no page scrolls sideways, the keyboard goes all through."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import ROOT
from tests.e2e.conftest import Reader

AXE = (ROOT / "tests" / "e2e" / "axe.min.js").read_text(encoding="utf-8")
PAGES = (
    "/?annee=2016",
    "/quartiers?comparer=QP073001,QP073002",
    "/quartiers/QP073001",
    "/quartiers/QVA-73065-CHANTEMERLE",
    "/actions?annee=2020&recherche=sport",
    "/actions/P147-2016-001",
    "/evolutions",
    "/bilan/2016",
    "/donnees",
    "/aide",
    "/accessibilite",
    "/mentions-legales",
    "/plan-du-site",
)
FOCUS = """() => {
  const e = document.activeElement;
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  return [e.tagName, (e.textContent || e.name || '').trim().slice(0, 40),
          parseFloat(style.outlineWidth) || 0, style.outlineStyle, box.width * box.height];
}"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(
    another: Callable[..., Reader], real: str, path: str, width: int
) -> None:
    reader = another(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = reader.open(real + path)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]] == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_at_320_pixels(
    another: Callable[..., Reader], real: str, path: str
) -> None:
    reader = another(viewport={"width": 320, "height": 640})
    page = reader.open(real + path)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0


@pytest.mark.parametrize("path", ["/", "/quartiers", "/evolutions"])
def test_every_drawing_has_a_name_and_its_table_comes_next(
    reader: Reader, real: str, path: str
) -> None:
    page = reader.open(real + path)
    for box in page.locator(".trace[data-alt]").all():
        box.scroll_into_view_if_needed()
        first = box.locator("svg.main-svg").first
        first.wait_for(state="attached")
        page.wait_for_function("e => e.getAttribute('role') === 'img'", arg=first.element_handle())
        label = first.get_attribute("aria-label") or ""
        assert 0 < len(label) <= 150
        assert label.endswith("Tableau des données ci-après.")
        figure = box.locator("xpath=ancestor::figure")
        assert figure.get_attribute("role") == "figure"
        assert figure.locator("summary").first.inner_text().startswith("Tableau")


def test_the_keyboard_starts_with_the_skip_link_and_is_never_trapped(
    reader: Reader, real: str
) -> None:
    page = reader.open(real)
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)[1] == "Aller au contenu"
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        tag, words, width, style, area = page.evaluate(FOCUS)
        seen.append((tag, words))
        assert area > 0, (tag, words)
        assert width >= 2, (tag, words)
        assert style != "none", (tag, words)
    assert len(set(seen)) > 25
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUS)[1] == seen[-2][1]


def test_a_choice_keeps_the_focus_where_it_is(reader: Reader, real: str) -> None:
    page = reader.open(real)
    page.focus("select[name=annee]")
    reader.choose("annee", "2016")
    page.wait_for_timeout(1500)
    assert page.evaluate("document.activeElement.name") == "annee"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_speaks_french_and_has_its_landmarks(
    another: Callable[..., Reader], real: str, path: str
) -> None:
    reader = another()
    page = reader.open(real + path)
    assert page.locator("html").get_attribute("lang") == "fr"
    for landmark in ("header", "nav", "main", "footer"):
        assert page.locator(landmark).count() >= 1, landmark
    assert page.locator("h1").count() == 1
    footer = page.locator("footer").inner_text()
    for said in ("Accessibilité", "Mentions légales", "Plan du site", "Données et méthodes"):
        assert said in footer
    words = page.locator("body").inner_text()
    for english in ("Loading", "Updating", "Error", "Select...", "Show", "Download"):
        assert english not in words
