"""The faces of images: how wide their letters are, their files, the same inside an SVG."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from dashboard.words import tokens

SANS, SERIF = "Observatoire Sans", "Observatoire Serif"
"""The names that the files bear: what paints an image draws no text of a family it cannot find."""

FOLDER = tokens.PATH.parent / "fonts"
_FILES = {SANS: ("source-sans-3", (400, 600, 700)), SERIF: ("source-serif-4", (600,))}
_UNKNOWN = 500
"""Thousandths of the size that a letter takes which no face has."""


def files() -> list[str]:
    """The paths of the faces, one file a weight."""
    held = _FILES.values()
    return [str(FOLDER / f"{stem}-{one}.ttf") for stem, weights in held for one in weights]


@lru_cache(maxsize=1)
def embedded() -> str:
    """The rules by which an SVG carries its two families."""
    return "".join(_rule(family, FOLDER / f"{stem}.woff2") for family, (stem, _) in _FILES.items())


def _rule(family: str, path: Path) -> str:
    held = base64.b64encode(path.read_bytes()).decode("ascii")
    source = f'src:url(data:font/woff2;base64,{held}) format("woff2")'
    return f'@font-face{{font-family:"{family}";font-weight:400 700;font-style:normal;{source}}}'


@lru_cache(maxsize=1)
def _widths() -> Mapping[tuple[str, int], Mapping[str, int]]:
    held = json.loads((FOLDER / "largeurs.json").read_text(encoding="utf-8"))
    return {
        (family, int(weight)): table
        for family, weights in held.items()
        for weight, table in weights.items()
    }


def letters() -> frozenset[str]:
    """The letters that every face has."""
    return frozenset.intersection(*(frozenset(table) for table in _widths().values()))


def width(text: str, family: str, weight: int, size: float) -> float:
    """Pixels of a line of text, kerning left aside."""
    table = _widths()[family, weight]
    return sum(table.get(letter, _UNKNOWN) for letter in text) * size / 1000
