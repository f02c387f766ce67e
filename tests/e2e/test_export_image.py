"""The image of a figure, made by the browser: what a reader gets in one or two gestures."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Download, Locator, Page, expect

from tests.e2e import images
from tests.e2e.images import SVG

pytestmark = pytest.mark.slow

PRESETS = ("diapositive", "a4", "demi-page", "carre")


@pytest.fixture(params=["real", "fictional"])
def site(request: pytest.FixtureRequest) -> str:
    """The address of each territory in turn."""
    return str(request.getfixturevalue(str(request.param)))


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("html.vivant").wait_for(state="attached")


def _figure(page: Page, slug: str) -> Locator:
    """The card of a figure, once drawn: those out of sight are drawn later."""
    card = page.locator(f"figure.carte-{slug}")
    card.scroll_into_view_if_needed()
    card.locator(".trace .js-plotly-plot").wait_for(state="attached")
    return card


def _unfold(card: Locator) -> None:
    card.locator(".tiroir-export > summary").click()


def _taken(page: Page, button: Locator) -> Download:
    with page.expect_download() as waited:
        button.click()
    return waited.value


def _bytes(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def test_a_slide_of_the_money_by_pillar_takes_two_clicks(page: Page, real: str) -> None:
    _open(page, f"{real}/actions?annee=2016")
    card = _figure(page, "montants")
    card.get_by_text("Exporter", exact=False).first.click()
    slide = _taken(page, card.get_by_role("button", name="PNG, diapositive"))
    png = _bytes(slide)
    assert slide.suggested_filename.endswith("-diapositive.png")
    assert re.fullmatch(r"[a-z0-9_.-]+", slide.suggested_filename)
    assert images.size(png) == (3200, 1800)
    said = page.locator("#annonce")
    expect(said).to_have_text(f"Image enregistrée\u00a0: {slide.suggested_filename}")
    expect(card.locator("[data-retour]")).to_have_text(said.inner_text())


def test_a_png_carries_its_title_its_text_alternative_and_its_size_on_paper(
    page: Page, real: str
) -> None:
    _open(page, f"{real}/actions?annee=2016")
    card = _figure(page, "montants")
    _unfold(card)
    png = _bytes(_taken(page, card.get_by_role("button", name="PNG, page A4")))
    words = images.texts(png)
    assert words["Title"] == card.get_by_role("heading").inner_text()
    assert words["Description"].startswith(
        str(card.locator(".trace[data-alt]").get_attribute("data-alt"))
    )
    assert round(images.size(png)[0] / images.dots_per_inch(png) * 25.4) == 210


def _text(svg: bytes) -> str:
    texts = ET.fromstring(svg).iter(f"{SVG}text")
    return " ".join("".join(text.itertext()) for text in texts)


def test_a_map_is_true_vector_with_its_hatches(page: Page, site: str) -> None:
    _open(page, f"{site}/quartiers")
    card = _figure(page, "carte")
    _unfold(card)
    root = ET.fromstring(_bytes(_taken(page, card.get_by_role("button", name="SVG, carré"))))
    assert len(list(root.iter(f"{SVG}path"))) > 10
    hatched = page.locator(".legende .pastille-qva").count()
    assert bool(list(root.iter(f"{SVG}pattern"))) is bool(hatched)


def test_the_numbers_of_a_map_are_named_in_its_image(page: Page, real: str) -> None:
    _open(page, f"{real}/quartiers")
    card = _figure(page, "carte")
    _unfold(card)
    for preset in PRESETS:
        button = card.locator(f"button[data-image=svg][data-format={preset}]")
        said = _text(_bytes(_taken(page, button)))
        flat = re.sub(r"\s+", "", said)
        names = card.locator(".tiroir-tableau th:has(.pastille-numero)").all_text_contents()
        assert names
        assert [name for name in names if re.sub(r"\s+", "", name) not in flat] == []


def test_the_image_is_copied_where_the_browser_allows_it(
    page: Page, context: BrowserContext, real: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    _open(page, f"{real}/actions?annee=2016")
    card = _figure(page, "piliers")
    _unfold(card)
    card.get_by_role("button", name="Copier l’image").click()
    expect(page.locator("#annonce")).to_contain_text("Image copiée")
    kinds = "async () => (await navigator.clipboard.read())[0].types"
    assert page.evaluate(kinds) == ["image/png"]


def test_the_image_is_downloaded_where_the_browser_refuses_the_copy(page: Page, real: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    _open(page, f"{real}/actions?annee=2016")
    card = _figure(page, "piliers")
    _unfold(card)
    download = _taken(page, card.get_by_role("button", name="Copier l’image"))
    assert images.size(_bytes(download)) == (3200, 1800)
    expect(page.locator("#annonce")).to_contain_text("ne permet pas de copier l’image")


def test_the_keyboard_alone_gets_an_image(page: Page, real: str) -> None:
    _open(page, f"{real}/actions?annee=2016")
    card = _figure(page, "piliers")
    card.locator(".tiroir-export > summary").focus()
    page.keyboard.press("Enter")
    with page.expect_download() as waited:
        for _ in range(card.locator(".fichiers a").count() + 1):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    assert waited.value.suggested_filename.endswith("-diapositive.png")


def test_a_failure_is_told_in_french(page: Page, real: str) -> None:
    _open(page, f"{real}/actions?annee=2016")
    page.evaluate("() => { window.Plotly.toImage = () => Promise.reject(new Error('essai')); }")
    card = _figure(page, "piliers")
    _unfold(card)
    card.get_by_role("button", name="PNG, carré").click()
    expect(page.locator("#annonce")).to_contain_text("L’image n’a pas pu être faite.")


def test_the_figure_on_screen_is_left_as_it_was(page: Page, real: str) -> None:
    _open(page, f"{real}/quartiers")
    card = _figure(page, "carte")
    drawing = card.locator(".trace svg.main-svg").first
    before = drawing.inner_html()
    _unfold(card)
    _taken(page, card.get_by_role("button", name="SVG, page A4"))
    assert drawing.inner_html() == before
    expect(page.locator("body > div[style*='-5000px']")).to_have_count(0)
