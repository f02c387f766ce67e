"""The image of a figure, as a reader asks for it: two gestures, with or without script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Download, Locator, Page, expect

from tests.e2e import images
from tests.e2e.conftest import Window

pytestmark = pytest.mark.slow


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("html.vivant").wait_for(state="attached")


def _figure(page: Page, slug: str) -> Locator:
    """The card of a figure, its drawer of files open."""
    card = page.locator(f"figure.carte-{slug}")
    card.scroll_into_view_if_needed()
    card.locator(".tiroir-export > summary").click()
    return card


def _taken(page: Page, button: Locator) -> Download:
    with page.expect_download() as waited:
        button.click()
    return waited.value


def _bytes(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def test_a_slide_of_the_money_by_pillar_takes_two_clicks(page: Page, real: str) -> None:
    _open(page, f"{real}/actions?annee=2016")
    card = _figure(page, "montants")
    slide = _taken(page, card.get_by_role("button", name="PNG, diapositive"))
    assert re.fullmatch(r"[a-z0-9_.-]+-diapositive\.png", slide.suggested_filename)
    assert images.size(_bytes(slide)) == (3200, 1800)
    assert page.url == f"{real}/actions?annee=2016"


def test_an_image_is_of_the_view_that_is_shown_and_as_fine_as_asked(page: Page, real: str) -> None:
    _open(page, f"{real}/actions?annee=2016&selon=theme")
    page.locator(".plusieurs[data-cle=pilier] summary").click()
    page.locator(".plusieurs input[value=emploi]").check()
    expect(page.locator("#filtres-actifs")).to_contain_text("emploi")
    card = _figure(page, "explorer")
    card.get_by_label("Finesse du PNG").select_option("1")
    found = _taken(page, card.get_by_role("button", name="PNG, carré"))
    assert "emploi" in found.suggested_filename
    assert images.size(_bytes(found)) == (1200, 1200)


def test_a_drawing_to_retouch_is_one_more_button(page: Page, real: str) -> None:
    _open(page, f"{real}/quartiers")
    card = _figure(page, "carte")
    found = _taken(page, card.get_by_role("button", name="SVG, page A4"))
    assert found.suggested_filename.endswith("-a4.svg")
    assert b"<path" in _bytes(found)


def test_images_are_had_without_script(window: Window, real: str) -> None:
    page = window(java_script_enabled=False).new_page()
    page.goto(f"{real}/actions?annee=2016")
    card = _figure(page, "explorer")
    found = _taken(page, card.get_by_role("button", name="PNG, demi-page"))
    assert images.size(_bytes(found)) == (2480, 1754)
    expect(card.get_by_role("button", name="Copier l’image")).to_be_hidden()
    page.close()


def test_the_image_is_copied_where_the_browser_allows_it(
    page: Page, context: BrowserContext, real: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    _open(page, f"{real}/actions?annee=2016")
    card = _figure(page, "explorer")
    card.get_by_role("button", name="Copier l’image").click()
    expect(page.locator("#annonce")).to_contain_text("Image copiée")
    expect(card.locator("[data-retour]")).to_contain_text("Image copiée")
    kinds = "async () => (await navigator.clipboard.read())[0].types"
    assert page.evaluate(kinds) == ["image/png"]
    context.clear_permissions()


def test_the_image_is_downloaded_where_the_browser_refuses_the_copy(page: Page, real: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    _open(page, f"{real}/actions?annee=2016")
    card = _figure(page, "explorer")
    found = _taken(page, card.get_by_role("button", name="Copier l’image"))
    assert images.size(_bytes(found)) == (3200, 1800)
    expect(page.locator("#annonce")).to_contain_text("ne permet pas de copier l’image")


def test_a_copy_that_fails_is_told_in_french(page: Page, real: str) -> None:
    _open(page, f"{real}/actions?annee=2016")
    page.route("**/figure/**", lambda route: route.fulfill(status=503, body="trop"))
    card = _figure(page, "explorer")
    card.get_by_role("button", name="Copier l’image").click()
    expect(page.locator("#annonce")).to_contain_text("L’image n’a pas pu être faite.")


def test_the_keyboard_alone_gets_an_image(page: Page, real: str) -> None:
    _open(page, f"{real}/actions?annee=2016")
    card = page.locator("figure.carte-explorer")
    card.locator(".tiroir-export > summary").focus()
    page.keyboard.press("Enter")
    with page.expect_download() as waited:
        for _ in range(card.locator(".fichiers a").count() + 1):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    assert waited.value.suggested_filename.endswith("-diapositive.png")
