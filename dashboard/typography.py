"""French typography, set once on everything that a page shows."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache
from operator import is_not
from typing import Any

from dashboard.domain import french
from dashboard.domain.made import Made

_RAW = frozenset(
    {
        "href",
        "anchor",
        "slug",
        "file_name",
        "value",
        "figure",
        "key",
        "kind",
        "sort",
        "sorted",
        "pages",
        "buttons",
    }
)

_FLAGS = ("bool", "int", "float")


KNOWN = 20_000
"""Texts whose typography is remembered: the words of a page come back from view to view."""


def typeset(block: Any) -> Any:
    """The same value with French spaces and apostrophes in everything that is read."""
    if isinstance(block, str):
        words = _set(block)
        return block if words == block else words
    if isinstance(block, tuple):
        made = [typeset(item) for item in block]
        return tuple(made) if any(map(is_not, made, block)) else block
    if isinstance(block, Made):
        return block.then(typeset)
    return _typeset_fields(block)


def _typeset_fields(block: Any) -> Any:
    changed = {}
    for name in _read(block.__class__):
        held = getattr(block, name)
        made = typeset(held) if held else held
        if made is not held:
            changed[name] = made
    return replace(block, **changed) if changed else block


@lru_cache(KNOWN)
def _set(words: str) -> str:
    return french.typeset(french.mended(words))


@cache
def _read(kind: type) -> tuple[str, ...]:
    """The fields of a value that are read, the others being addresses, keys, numbers and flags;
    none where it has no fields."""
    if not is_dataclass(kind):
        return ()
    return tuple(
        item.name for item in fields(kind) if item.name not in _RAW and item.type not in _FLAGS
    )
