"""Write assets/fallbacks.css: the fonts of a device, at the measures of ours, until ours arrive.

Usage: python -m scripts.fallbacks (from what is committed), or python -m scripts.fallbacks mesures
(measures the fonts of devices again, from the npm packages of scripts/fonts/package.json).

A line set in one of them is then about as long, and exactly as tall, as the line that replaces it:
the page does not move when our fonts come.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

from scripts.fonts import FAMILIES, PACKAGES, TARGET, Family

ROOT = Path(__file__).resolve().parents[1]
SHEET = ROOT / "assets" / "fallbacks.css"
MEASURED = ROOT / "scripts" / "fonts" / "appareils.json"
WEIGHTS = {400: "400 500", 600: "600 700"}
"""The weights that one face of a device sets, by the one of ours that it stands for."""

SAMPLE = """Le contrat de ville, quartier par quartier. Les subventions accordées aux associations
pour l’emploi, la cohésion sociale et le cadre de vie, action par action, année après année ; ce que
les sources ne disent pas reste « non ventilé ». Où en sont les quartiers prioritaires à côté de
l’agglomération ? Un écart se réduit, se creuse, ou l’on ne peut pas dire. 0 1 2 3 4 5 6 7 8 9 €"""
"""French as the pages write it: how often each character comes."""


@dataclass(frozen=True)
class Device:
    """A font that devices have: which of ours it stands for, what the sheet calls it, the names
    under which a device knows it, or one as wide, by weight; the files of packages that are as
    wide."""

    ours: Family
    name: str
    locals: dict[int, tuple[str, ...]]
    files: dict[int, str]


def _fontsource(name: str) -> dict[int, str]:
    files = f"@fontsource/{name}/files/{name}-latin"
    return {400: f"{files}-400-normal.woff2", 600: f"{files}-700-normal.woff2"}


def _dejavu(name: str) -> dict[int, str]:
    files = f"dejavu-fonts-ttf/ttf/{name}"
    return {400: f"{files}.ttf", 600: f"{files}-Bold.ttf"}


SERIF, SANS = FAMILIES
DEVICES = (
    Device(
        SANS,
        "Sans Arial",
        {
            400: ("Arial", "ArialMT", "Helvetica", "Liberation Sans", "Arimo",
                  "NimbusSans-Regular"),
            600: ("Arial Bold", "Arial-BoldMT", "Helvetica Bold", "Liberation Sans Bold",
                  "Arimo Bold", "NimbusSans-Bold"),
        },
        _fontsource("arimo"),
    ),
    Device(
        SANS,
        "Sans Roboto",
        {400: ("Roboto", "Roboto-Regular"), 600: ("Roboto Bold", "Roboto-Bold")},
        _fontsource("roboto"),
    ),
    Device(
        SANS,
        "Sans DejaVu",
        {400: ("DejaVu Sans",), 600: ("DejaVu Sans Bold",)},
        _dejavu("DejaVuSans"),
    ),
    Device(
        SERIF,
        "Serif Georgia",
        {600: ("Georgia Bold", "Georgia-Bold", "Gelasio Bold")},
        _fontsource("gelasio"),
    ),
    Device(
        SERIF,
        "Serif Noto",
        {600: ("Noto Serif Bold", "NotoSerif-Bold")},
        _fontsource("noto-serif"),
    ),
    Device(
        SERIF,
        "Serif Times",
        {600: ("Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold",
               "Tinos Bold")},
        _fontsource("tinos"),
    ),
    Device(
        SERIF,
        "Serif DejaVu",
        {600: ("DejaVu Serif Bold",)},
        _dejavu("DejaVuSerif"),
    ),
)  # fmt: skip
"""In the order in which a page looks for them (assets/tokens.css), the most common first. Titles
alone are in a serif, of one weight."""

HEAD = "/* Made by scripts/fallbacks.py: the fonts of a device, at the measures of ours. */\n"
FACE = """
@font-face {{
  font-family: "{name}";
  font-weight: {weights};
  src: {locals};
  size-adjust: {size:.2%};
  ascent-override: {ascent:.2%};
  descent-override: {descent:.2%};
  line-gap-override: 0%;
}}
"""


def mean_width(font: TTFont) -> float:
    """How wide a character of French is in that font, in ems; what it lacks counts for nothing."""
    known, advances = font.getBestCmap(), font["hmtx"]
    counted = {known[ord(c)]: n for c, n in Counter(SAMPLE).items() if ord(c) in known}
    whole = sum(advances[name][0] * count for name, count in counted.items())
    return float(whole / sum(counted.values()) / font["head"].unitsPerEm)


def measured() -> dict[str, dict[str, float]]:
    """How wide each font of devices is, by its name and its weight, from the packages."""
    return {
        device.name: {
            str(weight): round(mean_width(TTFont(PACKAGES / device.files[weight])), 5)
            for weight in device.locals
        }
        for device in DEVICES
    }


def ours(device: Device, weight: int) -> TTFont:
    """The font that one of a device stands for."""
    return TTFont(TARGET / f"{device.ours.target}-{weight}.ttf")


def sheet(widths: dict[str, dict[str, float]]) -> str:
    """The style sheet, for fonts of devices that wide."""
    return HEAD + "".join(
        _face(device, weight, widths[device.name][str(weight)])
        for device in DEVICES
        for weight in device.locals
    )


def _face(device: Device, weight: int, width: float) -> str:
    font = ours(device, weight)
    size = mean_width(font) / width
    tall = size * font["head"].unitsPerEm
    return FACE.format(
        name=device.name,
        weights=WEIGHTS[weight],
        locals=", ".join(f'local("{name}")' for name in device.locals[weight]),
        size=size,
        ascent=font["hhea"].ascent / tall,
        descent=-font["hhea"].descent / tall,
    )


def main() -> None:
    """Measure the fonts of devices where that is asked; write the sheet."""
    if sys.argv[1:] == ["mesures"]:
        MEASURED.write_text(f"{json.dumps(measured(), indent=2)}\n", encoding="utf-8")
    SHEET.write_text(sheet(json.loads(MEASURED.read_text("utf-8"))), encoding="utf-8")


if __name__ == "__main__":
    main()
