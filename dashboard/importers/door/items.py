"""A JSON list or document: its depth, its numbers and its texts bounded."""

from __future__ import annotations

import json
import math
from typing import Any

from dashboard.domain import french
from dashboard.importers.door.file import bounded
from dashboard.importers.door.text import text_of
from dashboard.importers.imported import Document, Refused, refuse
from dashboard.schema.problem import quote

MAX_ITEMS = 200_000
MAX_HOLDERS = 600_000
"""Lists and objects, the points of outlines among them: the largest official file has 150,000."""
MAX_COMMAS = 2_000_000
"""What separates values: the largest official file has 300,000."""
_DIGITS = 18
"""Digits of the largest whole number that is read as one."""


def is_json(document: Document) -> bool:
    """Whether the bytes begin as a JSON list or object does."""
    return document.content[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"[", b"{")


def json_of(document: Document) -> Any:
    """What the JSON holds; None where it is none, is too deep, or repeats no standard.

    Refused where an object says one name twice, differently: neither is believed.
    A whole number beyond 18 digits stays a text; ``Infinity`` and ``NaN`` are None: no reader may
    take them for numbers.
    """
    _check_counts(bounded(document))
    try:
        found = json.loads(
            text_of(document),
            object_pairs_hook=lambda pairs: _once(document.name, pairs),
            parse_int=_whole,
            parse_float=_decimal,
            parse_constant=lambda _: None,
        )
    except (ValueError, RecursionError):
        return None
    if isinstance(found, list) and len(found) > MAX_ITEMS:
        raise _too_many(document.name, MAX_ITEMS, "éléments")
    return found


def _check_counts(document: Document) -> None:
    """Count what the document would become before any of it is made."""
    holders = document.content.count(b"[") + document.content.count(b"{")
    if holders > MAX_HOLDERS:
        raise _too_many(document.name, MAX_HOLDERS, "listes, objets ou points")
    if document.content.count(b",") > MAX_COMMAS:
        raise _too_many(document.name, MAX_COMMAS, "valeurs")


def _too_many(name: str, limit: int, what: str) -> Refused:
    message = f"le fichier a plus de {french.number(limit)} {what}."
    return refuse(name, message, "Donnez le fichier officiel d’une seule année.")


def _once(file: str, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        said = next((pair for pair in pairs if found[pair[0]] != pair[1]), None)
        if said is not None:
            name, value = said
            told = " et ".join(quote(str(item)) for item in (value, found[name]))
            message = f"un même élément dit deux fois {quote(name)} : {told}."
            raise refuse(file, message, "Gardez la bonne valeur.")
    return found


def _whole(text: str) -> int | str:
    return int(text) if len(text) <= _DIGITS else text


def _decimal(text: str) -> float | None:
    value = float(text)
    return value if math.isfinite(value) else None
