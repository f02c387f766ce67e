"""A JSON list or document: its depth, its numbers and its texts bounded."""

from __future__ import annotations

import json
import math
from typing import Any

from dashboard.domain import french
from dashboard.importers.door.file import bounded
from dashboard.importers.door.text import text_of
from dashboard.importers.imported import Document, refuse

MAX_ITEMS = 200_000
_DIGITS = 18
"""Digits of the largest whole number that is read as one."""


def is_json(document: Document) -> bool:
    """Whether the bytes begin as a JSON list or object does."""
    return document.content[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"[", b"{")


def json_of(document: Document) -> Any:
    """What the JSON holds; None where it is none, is too deep, or repeats no standard.

    A whole number beyond 18 digits stays a text; ``Infinity`` and ``NaN`` are None: no reader may
    take them for numbers.
    """
    try:
        found = json.loads(
            text_of(bounded(document)),
            parse_int=_whole,
            parse_float=_decimal,
            parse_constant=lambda _: None,
        )
    except (ValueError, RecursionError):
        return None
    if isinstance(found, list) and len(found) > MAX_ITEMS:
        message = f"la liste a plus de {french.number(MAX_ITEMS)} éléments."
        raise refuse(document.name, message, "Donnez le fichier officiel d’une seule année.")
    return found


def _whole(text: str) -> int | str:
    return int(text) if len(text) <= _DIGITS else text


def _decimal(text: str) -> float | None:
    value = float(text)
    return value if math.isfinite(value) else None
