"""A figure is the server's drawing until a reader touches it; it is then plotly's, in its place."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import LIVE, Reader, press, touched

AWAKE = f"{LIVE}.eveil"
CHANGES = [
    ("annee", "2018"),
    ("pilier", "emploi"),
    ("annee", "2021"),
    ("pilier", "cohesion-sociale"),
]
SHOWN = """() => [...document.querySelectorAll("#page-vivante .trace > svg")]
  .map((drawing) => drawing.outerHTML.replace(/ data-contours="[^"]*"/g, "")
    .replace(/<path d="([^"]*)"([^>]*)>/g, (whole, d, rest) => `<path${rest} d="${d}">`)
    .replace(/<path([^>]*?) d="([^"]*)"([^>]*)>/g, (whole, one, d, rest) =>
      `<path${one}${rest} d="${d}">`))"""
PRINTED = """() => [...document.querySelectorAll("#page-vivante .vif")]
  .filter((drawing) => drawing.checkVisibility()).length"""


def figure(page: Page, slug: str) -> Locator:
    return page.locator(f"#page-vivante .carte-{slug} > .trace")


def point(page: Page, mark: Locator) -> None:
    """Move the pointer over a mark, as a hand does."""
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x - 4, y)
    page.mouse.move(x, y)


def test_no_first_visit_waits_for_plotly(another: Callable[..., Reader], real: str) -> None:
    reader = another()
    reader.allowed.append("ERR_FAILED")
    reader.page.route("**/plotly.js", lambda route: route.abort())
    page = reader.open(f"{real}/actions")
    reader.choose("annee", "2020")
    expect(page.locator("#page-vivante .decompte")).to_contain_text("601\u202f557")
    assert page.locator(f"{LIVE} > svg a").count() > 20
    point(page, figure(page, "montants").locator("a").first)
    page.wait_for_timeout(500)
    assert page.locator(AWAKE).count() == 0
    assert figure(page, "montants").locator("> svg").is_visible()


def test_the_figure_that_is_pointed_at_becomes_plotly_s_in_its_place_and_no_other(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/?annee=2016")
    box = figure(page, "ecart")
    box.locator("a").first.scroll_into_view_if_needed()
    before = box.bounding_box()
    point(page, box.locator("a").first)
    expect(box).to_have_class(re.compile("eveil"))
    assert box.bounding_box() == before
    expect(box.locator(".hovertext")).to_contain_text("€")
    assert page.locator(AWAKE).count() == 1


def test_a_page_that_scrolls_under_the_pointer_touches_nothing(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/actions")
    page.mouse.move(400, 400)
    for _ in range(6):
        page.mouse.wheel(0, 500)
        page.wait_for_timeout(60)
    assert page.locator(AWAKE).count() <= 1


def test_a_change_of_view_draws_again_what_the_reader_had_touched_alone(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/?annee=2016")
    bars = figure(page, "montants").locator("a[data-choix='annee=2018']", has_text="Cohésion")
    press(page, bars)
    page.wait_for_url("**annee=2018**")
    expect(page.locator("#annonce")).to_contain_text("2018")
    expect(figure(page, "montants")).to_have_class(re.compile("eveil"))
    expect(figure(page, "montants").locator(".vif .xtick b")).to_have_count(0)
    assert page.locator(AWAKE).count() == 1


@pytest.mark.parametrize("territory", ["real", "fictional"])
@pytest.mark.parametrize("path", ["/", "/evolutions?indicateur=taux-pauvrete"])
def test_what_a_change_draws_is_what_a_fresh_page_shows(
    reader: Reader, request: pytest.FixtureRequest, territory: str, path: str
) -> None:
    page = reader.open(f"{request.getfixturevalue(territory)}{path}")
    for key, value in CHANGES:
        with page.expect_response("**/_dash-update-component*"):
            reader.choose(key, value)
        page.wait_for_timeout(300)
    page.wait_for_function("() => !document.querySelector('path[data-contours]:not([d])')")
    followed = page.evaluate(SHOWN)
    page.reload()
    reader.live()
    assert page.evaluate(SHOWN) == followed


def test_the_keyboard_reaches_a_mark_hears_it_presses_it_and_stays_there(
    reader: Reader, real: str
) -> None:
    page = reader.open(f"{real}/actions")
    mark = figure(page, "montants").locator("a[data-choix='annee=2018']").first
    assert "2018" in (mark.locator("title").text_content() or "")
    mark.focus()
    expect(figure(page, "montants").locator(".hovertext")).to_contain_text("2018")
    page.keyboard.press("Escape")
    expect(figure(page, "montants").locator(".hovertext")).to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url("**annee=2018**")
    expect(page.locator("#annonce")).to_contain_text("2018")
    assert page.evaluate("document.activeElement.dataset.choix") == "annee=2018"


def test_exploring_opens_zoom_and_move_and_closes_them(reader: Reader, real: str) -> None:
    page = reader.open(f"{real}/evolutions?indicateur=taux-pauvrete")
    card = page.locator("#page-vivante .carte-tendance")
    button, tools = card.locator("[data-explorer]"), card.locator(".modebar-btn")
    button.click()
    expect(tools).to_have_count(5)
    said = {tool.get_attribute("aria-label") for tool in tools.all()}
    assert said == {"Zoom", "Déplacer", "Agrandir", "Réduire", "Réinitialiser les axes"}
    reach = "document.querySelector('.carte-tendance .vif')._fullLayout.xaxis.range"
    whole = page.evaluate(reach)
    card.get_by_role("button", name="Agrandir").click()
    page.wait_for_function(f"() => ({reach})[0] > {whole[0]}")
    button.click()
    expect(tools).to_have_count(0)
    expect(button).to_have_attribute("aria-pressed", "false")


def test_no_figure_sends_its_data_away_nor_traps_the_wheel(reader: Reader, real: str) -> None:
    page = touched(reader.open(real))
    found = page.evaluate(
        "[...document.querySelectorAll('.vif')].map(({ _context: c, _fullLayout: l }) => "
        "[c.displayModeBar, c.showSendToCloud, c.scrollZoom, c.locale, l.dragmode])"
    )
    assert len(found) > 3
    assert found == [[False, False, False, "fr", False]] * len(found)


def test_paper_shows_the_drawing_of_the_server(reader: Reader, real: str) -> None:
    page = touched(reader.open(real))
    assert page.evaluate(PRINTED) > 3
    page.emulate_media(media="print")
    assert page.evaluate(PRINTED) == 0
    assert page.locator(f"{LIVE} > svg").first.is_visible()


def test_a_finger_that_touches_a_figure_wakes_it(
    reader_with: Callable[..., Reader], real: str
) -> None:
    reader = reader_with(viewport={"width": 390, "height": 844}, has_touch=True)
    page = reader.open(f"{real}/evolutions?indicateur=taux-pauvrete")
    box = figure(page, "tendance")
    box.scroll_into_view_if_needed()
    box.tap(position={"x": 60, "y": 120})
    expect(box).to_have_class(re.compile("eveil"))
