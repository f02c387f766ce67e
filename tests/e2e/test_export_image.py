"""The image of a figure, made by the browser: what a reader gets in one or two gestures."""

from __future__ import annotations

import base64
import re
import struct
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import BrowserContext, Download, Locator, Page, expect

pytestmark = pytest.mark.slow

SVG = "{http://www.w3.org/2000/svg}"
SIZES = {
    "PNG, diapositive 16\u00a0:\u00a09": (1600, 900),
    "PNG, page A4": (1240, 1754),
    "PNG, demi-page": (1240, 877),
    "PNG, carré": (1200, 1200),
}
WIDE, TALL = "SVG, diapositive", "SVG, page A4"
PAGES = {
    "/quartiers": (WIDE, TALL, "SVG, demi-page", "SVG, carré"),
    "/actions": (WIDE, TALL),
    "/evolutions": (WIDE, TALL, "SVG, demi-page", "SVG, carré"),
}
BOXES = """() => {
  const root = document.documentElement;
  const scale = root.getScreenCTM().a;
  const texts = [...root.querySelectorAll("text")].filter((text) => text.textContent.trim());
  return texts.map((text) => {
    const box = text.getBoundingClientRect();
    const own = text.parentNode === root;
    const sides = [box.left, box.top, box.right, box.bottom].map((side) => side / scale);
    return [text.textContent, own, ...sides];
  });
}"""


class Box(NamedTuple):
    """A text of an image and its sides; ``own`` where it is not inside the drawing."""

    text: str
    own: bool
    left: float
    top: float
    right: float
    bottom: float


@pytest.fixture(params=["real", "fictional"])
def site(request: pytest.FixtureRequest) -> str:
    """The address of each territory in turn."""
    return str(request.getfixturevalue(str(request.param)))


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("html.vivant").wait_for(state="attached")


def _figure(page: Page, slug: str) -> Locator:
    return page.locator(f"figure.carte-{slug}")


def _unfold(card: Locator) -> None:
    card.locator(".tiroir-export > summary").click()


def _taken(page: Page, button: Locator) -> Download:
    with page.expect_download() as waited:
        button.click()
    return waited.value


def _bytes(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def _chunks(png: bytes) -> Iterator[tuple[str, bytes]]:
    """The chunks of a PNG, each checked against its own sum."""
    at = 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        named, (told,) = png[at + 4 : at + 8 + size], struct.unpack(">I", png[at + 8 + size :][:4])
        assert zlib.crc32(named) == told
        yield named[:4].decode("ascii"), named[4:]
        at += 12 + size


def _words(png: bytes) -> dict[str, str]:
    found = [body.split(b"\0", 5) for name, body in _chunks(png) if name == "iTXt"]
    return {parts[0].decode("latin-1"): parts[5].decode("utf-8") for parts in found}


def _size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", dict(_chunks(png))["IHDR"][:8])
    return width, height


def _text(svg: bytes) -> str:
    texts = ET.fromstring(svg).iter(f"{SVG}text")
    return " ".join("".join(text.itertext()) for text in texts)


def test_a_slide_of_the_money_by_pillar_takes_two_clicks(page: Page, real: str) -> None:
    _open(page, f"{real}/actions?annee=2016")
    card = _figure(page, "montants")
    card.get_by_text("Exporter", exact=False).first.click()
    slide = _taken(page, card.get_by_role("button", name="PNG, diapositive"))
    png = _bytes(slide)
    assert slide.suggested_filename.endswith("-diapositive.png")
    assert re.fullmatch(r"[a-z0-9_.-]+", slide.suggested_filename)
    assert _size(png) == (3200, 1800)
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
    words = _words(png)
    assert words["Title"] == card.get_by_role("heading").inner_text()
    assert words["Description"].startswith(
        str(card.locator(".trace[data-alt]").get_attribute("data-alt"))
    )
    per_metre, _, unit = struct.unpack(">IIB", dict(_chunks(png))["pHYs"])
    assert unit == 1
    assert round(_size(png)[0] / per_metre * 1000) == 210


def test_each_preset_has_its_size(page: Page, real: str) -> None:
    _open(page, f"{real}/actions?annee=2016")
    card = _figure(page, "piliers")
    _unfold(card)
    for label, (width, height) in SIZES.items():
        png = _bytes(_taken(page, card.get_by_role("button", name=label)))
        assert _size(png) == (width * 2, height * 2)


@pytest.mark.parametrize("scale", [1, 3])
def test_a_png_is_as_fine_as_one_asks(page: Page, real: str, scale: int) -> None:
    _open(page, f"{real}/actions?annee=2016")
    card = _figure(page, "piliers")
    _unfold(card)
    card.get_by_label("Finesse du PNG").select_option(str(scale))
    png = _bytes(_taken(page, card.get_by_role("button", name="PNG, carré")))
    assert _size(png) == (1200 * scale, 1200 * scale)


def test_an_image_says_all_that_its_reader_must_know(page: Page, site: str) -> None:
    _open(page, f"{site}/actions?annee=2016&pilier=social")
    card = _figure(page, "montants")
    _unfold(card)
    svg = _bytes(_taken(page, card.get_by_role("button", name="SVG, page A4")))
    said = _text(svg)
    tags = card.locator(".carte-tete .marque").all_inner_texts()
    must = [
        card.get_by_role("heading").inner_text(),
        card.locator(".source").inner_text(),
        str(page.locator("#vue-imprimee").text_content()),
        str(page.locator(".bandeau").text_content()),
        "Lecture\u00a0:",
        *tags,
        f"{site}/actions?annee=2016&pilier=social",
    ]
    flat = re.sub(r"\s+", "", said)
    assert tags
    assert [words for words in must if re.sub(r"\s+", "", words) not in flat] == []
    assert re.search(r"Exporté le (1er|\d+) [a-zéû]+ \d{4}", said)
    root = ET.fromstring(svg)
    assert root.findtext(f"{SVG}title") == card.get_by_role("heading").inner_text()
    alt = card.locator(".trace[data-alt]").get_attribute("data-alt")
    assert str(root.findtext(f"{SVG}desc")).startswith(str(alt))


def test_a_fictional_territory_is_named_so_in_every_image(page: Page, fictional: str) -> None:
    _open(page, f"{fictional}/evolutions")
    cards = page.locator("figure.carte:has(button[data-image=svg])").all()
    assert cards
    for card in cards:
        _unfold(card)
        svg = _bytes(_taken(page, card.get_by_role("button", name="SVG, carré")))
        assert _text(svg).count("Territoire fictif") >= 2


def test_no_glyph_is_missing_from_the_faces_inside_an_image(page: Page, site: str) -> None:
    _open(page, f"{site}/")
    for card in page.locator("figure.carte:has(button[data-image=svg])").all():
        _unfold(card)
        svg = _bytes(_taken(page, card.get_by_role("button", name="SVG, hauteur libre")))
        known = set.intersection(*map(_glyphs, _faces(svg)))
        assert set(_text(svg)) - known - {"\n"} == set()


def _faces(svg: bytes) -> list[bytes]:
    found = re.findall(rb"data:font/woff2;base64,([A-Za-z0-9+/=]+)", svg)
    assert len(found) == 2
    return [base64.b64decode(face) for face in found]


def _glyphs(face: bytes) -> set[str]:
    with TTFont(BytesIO(face)) as font:
        return {chr(code) for code in font.getBestCmap()}


@pytest.mark.parametrize("path", PAGES)
def test_no_text_is_cut_nor_laid_over_another(
    page: Page, context: BrowserContext, site: str, path: str
) -> None:
    _open(page, site + path)
    reader = context.new_page()
    for fold in page.locator("details.pli:not([open]) > summary").all():
        fold.click()
    for card in page.locator("figure.carte:has(button[data-image=svg])").all():
        _unfold(card)
        for label in PAGES[path]:
            download = _taken(page, card.get_by_role("button", name=label))
            width, height, boxes = _measured(reader, download)
            where = f"{path} {download.suggested_filename}"
            assert _outside(boxes, width, height) == [], where
            assert _overlaps(boxes) == [], where


def _measured(reader: Page, download: Download) -> tuple[float, float, list[Box]]:
    copy = Path(download.path()).with_suffix(".svg")
    copy.write_bytes(_bytes(download))
    reader.goto(copy.as_uri())
    frame = ET.fromstring(copy.read_bytes()).get("viewBox", "").split()
    boxes = [Box(*found) for found in reader.evaluate(BOXES)]
    return float(frame[2]), float(frame[3]), boxes


def _outside(boxes: list[Box], width: float, height: float) -> list[str]:
    return [
        box.text
        for box in boxes
        if box.left < 0 or box.top < 0 or box.right > width or box.bottom > height
    ]


def _overlaps(boxes: list[Box]) -> list[tuple[str, str]]:
    """Pairs that share more than a sliver; those inside the drawing are the figure's own tests."""
    return [
        (one.text, other.text)
        for one, other in combinations(boxes, 2)
        if (one.own or other.own)
        and min(one.right, other.right) - max(one.left, other.left) > 1
        and min(one.bottom, other.bottom) - max(one.top, other.top) > _sliver(one, other)
    ]


def _sliver(one: Box, other: Box) -> float:
    """The box of a line is taller than its letters: two lines of a title may share a quarter."""
    return min(one.bottom - one.top, other.bottom - other.top) / 4


def test_a_map_is_true_vector_with_its_hatches(page: Page, site: str) -> None:
    _open(page, f"{site}/quartiers")
    card = _figure(page, "carte")
    _unfold(card)
    root = ET.fromstring(_bytes(_taken(page, card.get_by_role("button", name="SVG, carré"))))
    assert list(root.iter(f"{SVG}image")) == []
    assert len(list(root.iter(f"{SVG}path"))) > 10
    hatched = page.locator(".legende .pastille-qva").count()
    assert bool(list(root.iter(f"{SVG}pattern"))) is bool(hatched)


def test_the_numbers_of_a_map_are_named_in_its_image(page: Page, real: str) -> None:
    _open(page, f"{real}/quartiers")
    card = _figure(page, "carte")
    _unfold(card)
    for label in PAGES["/quartiers"]:
        said = _text(_bytes(_taken(page, card.get_by_role("button", name=label))))
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
    assert _size(_bytes(download)) == (3200, 1800)
    expect(page.locator("#annonce")).to_contain_text("ne permet pas de copier l’image")


def test_the_keyboard_alone_gets_an_image(page: Page, real: str) -> None:
    _open(page, f"{real}/actions?annee=2016")
    card = _figure(page, "piliers")
    card.locator(".tiroir-export > summary").focus()
    page.keyboard.press("Enter")
    with page.expect_download() as waited:
        for _ in range(3):
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
