"""Make assets/fonts: two variable families cut down to the characters French needs.

Usage: python -m scripts.fonts (its sources are the npm packages of scripts/fonts/package.json), or
python -m scripts.fonts images (the faces of images alone, from the fonts that are there).
"""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import AxisTriple, instantiateVariableFont

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ROOT / "scripts" / "fonts" / "node_modules"
TARGET = ROOT / "assets" / "fonts"

WEIGHTS = AxisTriple(400, 400, 700)
TITLE_SIZE = 24  # the optical size of titles and key figures, in points

SPACES = "\u00a0\u2009\u202f"
# Characters a font may lack, and the one it has that is drawn alike.
DRAWN_AS = {"\u2010": "-", "\u2011": "-", "┊": "¦"}
MARKS = "’‘“”„«»‹›–—…•·€−×÷≤≥≈±←→↑↓↗↘▲▼▶◀●○■□✓↕σᵉʳˢ"
CHARACTERS = {
    *map(chr, range(0x20, 0x7F)),
    *map(chr, range(0xA0, 0x100)),
    *"œŒŸ",
    *SPACES,
    *DRAWN_AS,
    *MARKS,
}
THIN_SPACE = 160  # thousandths of an em; the fonts' own, 120, hardly parts the digits of 1 234 567
FEATURES = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "sups", "tnum"]

# The licence reserves the name « Source » to the originals: a modified copy names itself otherwise.
# Only the copyright, the trade mark and the licence keep it.
NAME_KEPT_IN = (0, 7, 13)


@dataclass(frozen=True)
class Family:
    """One family: where its full font lies, what it is cut to, the name its copy bears."""

    package: str
    path: str
    target: str
    name: str
    limits: dict[str, AxisTriple | float]


FAMILIES = (
    Family(
        "source-serif",
        "WOFF2/VAR/SourceSerif4Variable-Roman.ttf.woff2",
        "source-serif-4",
        "Observatoire Serif",
        {"wght": WEIGHTS, "opsz": TITLE_SIZE},
    ),
    Family(
        "source-sans",
        "WOFF2/VF/SourceSans3VF-Upright.ttf.woff2",
        "source-sans-3",
        "Observatoire Sans",
        {"wght": WEIGHTS},
    ),
)

FACES = {"Observatoire Sans": (400, 600, 700), "Observatoire Serif": (600,)}
"""The weights that images set, by family."""


def add_missing(font: TTFont) -> None:
    """Draw what the font lacks, the non-breaking hyphen above all, as the nearest it has."""
    known = font.getBestCmap()
    for table in font["cmap"].tables:
        if table.isUnicode():
            for character, nearest in DRAWN_AS.items():
                table.cmap.setdefault(ord(character), known[ord(nearest)])


def widen_thin_space(font: TTFont) -> None:
    """Make the narrow non-breaking space wide enough to part digits on a screen."""
    font["hmtx"][font.getBestCmap()[0x202F]] = (THIN_SPACE, 0)


def rename(font: TTFont, name: str) -> None:
    """Replace the reserved name wherever the font presents itself; keep whose work it is."""
    for record in list(font["name"].names):
        if record.nameID not in NAME_KEPT_IN and "Source" in str(record):
            spaced = name if record.nameID in (1, 4, 16) else name.replace(" ", "")
            style = str(record).partition("-")[2] if record.nameID >= 256 else ""
            font["name"].setName(
                "-".join(filter(None, (spaced, style))),
                record.nameID,
                record.platformID,
                record.platEncID,
                record.langID,
            )


def subset(font: TTFont) -> None:
    """Keep the characters of CHARACTERS, the features of FEATURES, and nothing of a build."""
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17, 25]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in CHARACTERS])
    subsetter.subset(font)


def make(family: Family) -> Path:
    """Write one family as woff2, its licence beside it; return the path of the font."""
    source = PACKAGES / family.package
    font = TTFont(source / family.path, recalcTimestamp=False)
    add_missing(font)
    subset(font)
    instantiateVariableFont(font, family.limits, inplace=True)
    widen_thin_space(font)
    rename(font, family.name)
    font.flavor = "woff2"
    path = TARGET / f"{family.target}.woff2"
    font.save(path)
    shutil.copyfile(source / "LICENSE.md", TARGET / f"{family.target}.OFL.md")
    return path


def face(family: Family, weight: int) -> TTFont:
    """One weight of a family that is there, as a font that varies no more: what paints images
    takes no other."""
    font = TTFont(TARGET / f"{family.target}.woff2", recalcTimestamp=False)
    instantiateVariableFont(font, {"wght": weight}, inplace=True)
    font.flavor = None
    font["OS/2"].usWeightClass = weight
    return font


def widths(font: TTFont) -> dict[str, int]:
    """The width of each character, in thousandths of the size."""
    scale = 1000 / font["head"].unitsPerEm
    advances = font["hmtx"]
    return {
        chr(code): round(advances[name][0] * scale)
        for code, name in sorted(font.getBestCmap().items())
    }


def make_faces() -> None:
    """Write the faces of images beside their fonts, and how wide their characters are."""
    held: dict[str, dict[int, dict[str, int]]] = {}
    for family in FAMILIES:
        for weight in FACES[family.name]:
            font = face(family, weight)
            held.setdefault(family.name, {})[weight] = widths(font)
            font.save(TARGET / f"{family.target}-{weight}.ttf")
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    (TARGET / "largeurs.json").write_text(f"{text}\n", encoding="utf-8")


def main() -> None:
    """Make every family and say what it weighs and lacks; then the faces of images."""
    if sys.argv[1:] == ["images"]:
        return make_faces()
    TARGET.mkdir(parents=True, exist_ok=True)
    for family in FAMILIES:
        path = make(family)
        lacking = CHARACTERS - set(map(chr, TTFont(path).getBestCmap()))
        print(f"{path.name} : {path.stat().st_size} octets ; absents : {sorted(lacking)}")
    return make_faces()


if __name__ == "__main__":
    main()
