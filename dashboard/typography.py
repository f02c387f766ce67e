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
    if not is_dataclass(block) or isinstance(block, type):
        return block
    read = {name: getattr(block, name) for name in _read(type(block))}
    changed = {name: typeset(held) for name, held in read.items() if held}
    changed = {name: made for name, made in changed.items() if made is not read[name]}
    return replace(block, **changed) if changed else block


@lru_cache(KNOWN)
def _set(words: str) -> str:
    return french.typeset(french.mended(words))


@cache
def _read(kind: type) -> tuple[str, ...]:
    """The fields of a value that are read, the others being addresses, keys and numbers."""
    return tuple(item.name for item in fields(kind) if item.name not in _RAW)
