"""Make the pictures of the README and of the guides again, in a real browser.

Run from the root of the project, with both territories served:
``python -m scripts.captures http://127.0.0.1:8050 http://127.0.0.1:8051`` (real, then fictional),
with the address of a Chromium in ``CHROMIUM``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path("docs/images")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SETTLED_MS = 1_200
NO_GUTTER = "html { scrollbar-gutter: auto !important; }"
"""A browser without scroll bars still keeps their place: an empty strip in the picture."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: address, size of the window, what is done first, the element that is cut out."""

    name: str
    path: str
    width: int = 1440
    height: int = 1500
    before: Callable[[Page], None] = lambda page: None
    element: str = ""
    fictional: bool = False


def _open_export(page: Page) -> None:
    page.locator(".carte-montants .tiroir-export summary").click()


def _open_table(page: Page) -> None:
    page.locator(".carte-montants .tiroir-tableau summary").click()


SHOTS = (
    Shot("accueil", "/?annee=2016"),
    Shot("elus-emploi-2016", "/actions?annee=2016&pilier=emploi", 1280, 1000),
    Shot(
        "elus-ecart",
        "/evolutions?annee=2019&quartier=QP073002&indicateur=niveau-vie-median",
        1280,
        1000,
    ),
    Shot("elus-bilan", "/bilan/2016", 1280, 1000),
    Shot("conseils-carte", "/quartiers", 1280, 1000),
    Shot("conseils-portrait", "/quartiers/QP073001", 1280, 1000),
    Shot("conseils-telephone", "/quartiers/QP073001", 390, 844),
    Shot("conseils-tableau", "/actions?annee=2016", 1280, 900, _open_table, ".carte-montants"),
    Shot("agents-exporter", "/actions?annee=2016", 1280, 900, _open_export, ".carte-montants"),
    Shot("agents-donnees", "/donnees", 1280, 1000),
    Shot("agents-exemple", "/", 1280, 800, fictional=True),
)


def take(browser: Browser, shot: Shot, base: str) -> bytes:
    """The picture as the browser gives it, PNG."""
    size = {"width": shot.width, "height": shot.height}
    page = browser.new_page(viewport=size, locale="fr-FR", reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(base + shot.path, wait_until="networkidle")
    page.add_style_tag(content=NO_GUTTER)
    page.wait_for_timeout(SETTLED_MS)
    shot.before(page)
    page.wait_for_timeout(SETTLED_MS)
    raw = page.locator(shot.element).first.screenshot() if shot.element else page.screenshot()
    page.close()
    return raw


def main(real: str, fictional: str, names: list[str]) -> None:
    """Write every picture, or those named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as played:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = played.chromium.launch(executable_path=path, args=list(QUIET))
        for shot in SHOTS:
            if names and shot.name not in names:
                continue
            content = take(browser, shot, fictional if shot.fictional else real)
            (FOLDER / f"{shot.name}.png").write_bytes(content)
            print(f"{shot.name}.png : {len(content) // 1000} ko")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
