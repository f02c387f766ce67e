"""What a press does is said, and a hand points at nothing but what can be pressed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Reader, Window, press, touched

PHONE, DESK = (390, 844), (1440, 900)


@pytest.fixture(params=[PHONE, DESK], ids=["téléphone", "bureau"])
def page(window: Window, request: pytest.FixtureRequest) -> Iterator[Page]:
    opened = window(permissions=["clipboard-read", "clipboard-write"]).new_page()
    width, height = request.param
    opened.set_viewport_size({"width": width, "height": height})
    yield opened
    opened.close()


ANYWHERE = re.compile(".")


def on_map(page: Page, name: str) -> None:
    press(page, page.locator(".carte-carte .statique a", has_text=name).last)


def copy(page: Page) -> Locator:
    """The button that copies the link, pressed: a phone holds it in a drawer."""
    button = page.locator("[data-copier]")
    if not button.is_visible():
        page.locator(".tiroir summary").click()
    button.click()
    return button


def test_the_link_that_is_copied_names_the_year_that_the_address_leaves_out(
    page: Page, real: str
) -> None:
    reader = Reader(page)
    reader.open(f"{real}/quartiers")
    copy(page)
    expect(page.locator("#annonce")).to_contain_text("Lien copié")
    assert "annee=2025" in page.evaluate("navigator.clipboard.readText()")
    reader.hold()


def test_copying_the_address_says_so_to_the_eye_and_to_the_ear(page: Page, real: str) -> None:
    reader = Reader(page)
    reader.open(f"{real}/quartiers?annee=2016")
    button = copy(page)
    expect(button).to_have_text("Lien copié")
    expect(page.locator("#annonce")).to_contain_text("Lien copié")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    expect(button).to_have_text("Copier le lien")
    reader.hold()


def test_a_quarter_of_the_map_opens_its_page(page: Page, real: str) -> None:
    reader = Reader(page)
    reader.open(f"{real}/quartiers?annee=2016")
    on_map(page, "Biollay")
    expect(page.get_by_role("dialog")).to_contain_text("Biollay - Bellevue")
    page.keyboard.press("Enter")
    page.wait_for_url("**/quartiers/QP073001?annee=2016")
    reader.hold()


def test_a_quarter_of_the_map_or_of_the_list_filters_the_page_and_gives_it_back(
    page: Page, real: str
) -> None:
    reader = Reader(page)
    reader.open(f"{real}/quartiers")
    on_map(page, "Biollay")
    page.get_by_role("link", name="Filtrer cette page").click()
    page.wait_for_url("**/quartiers?quartier=QP073001")
    given_back = page.locator(".acte", has_text="retirer le filtre")
    given_back.click()
    expect(given_back).to_have_count(0)
    page.locator(".acte", has_text="Les Hauts-de-Chambéry").click()
    page.wait_for_url("**/quartiers?quartier=QP073002")
    reader.hold()


def test_a_filter_is_given_back_whichever_perimeter_names_its_quarter(
    page: Page, real: str
) -> None:
    reader = Reader(page)
    reader.open(f"{real}/quartiers?quartier=QP073001&generation=2024")
    on_map(page, "Biollay")
    page.get_by_role("link", name="Retirer ce filtre").click()
    page.wait_for_url("**/quartiers?generation=2024")
    reader.hold()


def test_the_map_comes_nearer_by_its_buttons_by_the_keyboard_and_from_a_quarter(
    page: Page, real: str
) -> None:
    reader = Reader(page)
    reader.open(f"{real}/quartiers")
    page.get_by_role("link", name="Zoomer", exact=True).click()
    page.wait_for_url("**/quartiers?cadre=*")
    whole = page.locator(".pas", has_text="Tout voir")
    expect(whole).to_have_attribute("href", ANYWHERE)
    expect(page.get_by_role("link", name="Zoomer", exact=True)).to_be_focused()
    seen = page.url
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(lambda url: url != seen)
    page.keyboard.press("0")
    page.wait_for_url("**/quartiers")
    expect(whole).not_to_have_attribute("href", ANYWHERE)
    on_map(page, "Biollay")
    page.get_by_role("link", name="Zoomer sur ce quartier").click()
    page.wait_for_url("**/quartiers?cadre=QP073001")
    expect(page.locator(".carte-carte .statique")).to_contain_text("Gymnase du Biollay")
    reader.hold()


def test_the_map_fills_the_screen_and_says_how_to_leave(page: Page, real: str) -> None:
    reader = Reader(page)
    reader.open(f"{real}/quartiers")
    button, drawn = (
        page.locator(".carte-carte [data-ecran]"),
        page.locator(".carte-carte div.trace"),
    )
    before = drawn.bounding_box()
    button.click()
    expect(button).to_have_accessible_name("Quitter le plein écran")
    expect(button).to_be_in_viewport()
    page.wait_for_timeout(500)
    wide = drawn.bounding_box()
    assert before
    assert wide
    assert wide["width"] * wide["height"] > 1.2 * before["width"] * before["height"]
    page.keyboard.press("Escape")
    expect(button).to_have_accessible_name(re.compile("^Plein écran"))
    expect(button).to_be_focused()
    reader.hold()


def test_a_hand_points_at_a_bar_that_filters_and_at_no_other(page: Page, real: str) -> None:
    reader = Reader(page)
    reader.open(f"{real}/actions?selon=quartier")
    card = page.locator(".carte-explorer")
    card.scroll_into_view_if_needed()
    touched(page)
    page.wait_for_selector(".carte-explorer .barlayer .point")
    bars = card.locator(".barlayer .point path")
    hands = []
    for at in range(bars.count()):
        box = bars.nth(at).bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(300)
        drag = card.locator(".nsewdrag").first
        hands.append(drag.evaluate("(area) => getComputedStyle(area).cursor"))
    assert hands == ["pointer"] * (len(hands) - 1) + ["default"]
    reader.hold()
