"""Reads assets/tokens.css: the one place for colour, type and space."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

PATH = Path(__file__).resolve().parents[2] / "assets" / "tokens.css"


@lru_cache(maxsize=1)
def tokens() -> Mapping[str, str]:
    """Every custom property by its name without dashes: ``tokens()["qpv"]``."""
    text = re.sub(r"/\*.*?\*/", "", PATH.read_text(encoding="utf-8"), flags=re.DOTALL)
    return MappingProxyType(dict(re.findall(r"--([\w-]+):\s*([^;]+);", text)))


def colour(role: str) -> str:
    """The colour of a role, as ``#rrggbb``; KeyError where the tokens name none."""
    return tokens()[role]


def veil(role: str, opacity: float) -> str:
    """The colour of a role seen through, as ``rgba(…)``: the ground of a label over a drawing."""
    channels = (int(colour(role)[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({','.join(str(channel) for channel in channels)},{opacity:g})"


def inked(drawing: str) -> str:
    """A drawing that names its colours (``var(--qpv)``) with the colours themselves: one that is
    shown apart from the page reads no style sheet. KeyError where the tokens name none."""
    return re.sub(r"var\(--([\w-]+)\)", lambda found: colour(found[1]), drawing)


def sans() -> str:
    """The family of everything but titles, as CSS writes it."""
    return tokens()["sans"]


def pixels(name: str) -> int:
    """A token in pixels."""
    return int(tokens()[name].removesuffix("px"))
