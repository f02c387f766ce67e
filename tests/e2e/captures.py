"""The pictures of the README and of the guides: where each is taken, and how two compare."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.e2e.conftest import Window

WRITTEN = os.environ.get("CAPTURES") == "ecrire"
OF_STAFF = (
    "agents-deposer",
    "agents-colonnes",
    "agents-corriger",
    "agents-relecture",
    "agents-apercu",
    "agents-publie",
)
"""The pictures that the trip of ``test_staff.py`` takes on its way."""
NO_GUTTER = "html { scrollbar-gutter: auto !important; }"
"""A browser without scroll bars still keeps their place: an empty strip in the picture."""
MOVED = """async (addresses) => {
  const TILE = 32, STRAY = 12;
  const loaded = async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  };
  const [one, other] = await Promise.all(addresses.map(loaded));
  const { width, height } = one;
  if (other.width !== width || other.height !== height) return 1;
  const tiles = (image) => {
    const across = Math.ceil(width / TILE), down = Math.ceil(height / TILE);
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, width, height);
    const found = new Float64Array(across * down);
    for (let dot = 0; dot < width * height; dot += 1) {
      const tile = Math.floor(Math.floor(dot / width) / TILE) * across
        + Math.floor((dot % width) / TILE);
      found[tile] += data[dot * 4 + 1] / TILE / TILE;
    }
    return found;
  };
  const [before, after] = [tiles(one), tiles(other)];
  return before.filter((tile, rank) => Math.abs(tile - after[rank]) > STRAY).length / before.length;
}"""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: address, size of the window, what is done first, the element that is cut out."""

    name: str
    path: str
    width: int = 1280
    height: int = 1000
    before: Callable[[Page], None] = lambda page: None
    element: str = ""
    fictional: bool = False


def _open_export(page: Page) -> None:
    page.locator(".carte-montants .tiroir-export summary").click()


def _open_table(page: Page) -> None:
    page.locator(".carte-montants .tiroir-tableau summary").click()


SHOTS = (
    Shot("accueil", "/?annee=2016", 1440, 1500),
    Shot("elus-emploi-2016", "/actions?annee=2016&pilier=emploi", 1280, 1500),
    Shot("elus-ecart", "/evolutions?annee=2019&quartier=QP073002&indicateur=niveau-vie-median"),
    Shot("elus-bilan", "/bilan/2016"),
    Shot("conseils-carte", "/quartiers"),
    Shot("conseils-portrait", "/quartiers/QP073001"),
    Shot("conseils-telephone", "/quartiers/QP073001", 390, 844),
    Shot("conseils-tableau", "/actions?annee=2016", 1280, 900, _open_table, ".carte-montants"),
    Shot("agents-exporter", "/actions?annee=2016", 1280, 900, _open_export, ".carte-montants"),
    Shot("agents-donnees", "/donnees"),
    Shot("agents-exemple", "/", 1280, 800, fictional=True),
)


def take(window: Window, shot: Shot, base: str) -> bytes:
    """The picture as the browser gives it, PNG."""
    page = window(locale="fr-FR", reduced_motion="reduce").new_page()
    page.set_viewport_size({"width": shot.width, "height": shot.height})
    page.goto(base + shot.path)
    page.locator("html.vivant").wait_for(state="attached")
    page.add_style_tag(content=NO_GUTTER)
    shot.before(page)
    page.wait_for_function("document.fonts.status === 'loaded'")
    raw = page.locator(shot.element).first.screenshot() if shot.element else page.screenshot()
    page.close()
    return raw


def moved(reader: Page, one: bytes, other: bytes) -> float:
    """Which share of a picture is elsewhere, or otherwise, in the other; all of it at another size.

    Tile by tile, on their mean grey: letters drawn a little otherwise, or a date, do not count.
    """
    addresses = [f"data:image/png;base64,{base64.b64encode(raw).decode()}" for raw in (one, other)]
    return float(reader.evaluate(MOVED, addresses))
