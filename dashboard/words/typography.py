"""French typography, set once on everything that a page shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache
from operator import attrgetter, is_not
from typing import Any

from dashboard.domain import french
from dashboard.domain.lazy_sequence import LazySequence

_RAW = frozenset(
    {
        "href",
        "anchor",
        "claim",
        "slug",
        "file_name",
        "value",
        "chart",
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
    kind = block.__class__
    if kind is str:
        words = _set(block)
        return block if words == block else words
    if kind is tuple:
        made = [typeset(item) for item in block]
        return tuple(made) if any(map(is_not, made, block)) else block
    if kind is LazySequence:
        return block.then(typeset)
    return _typeset_fields(block)


def _typeset_fields(block: Any) -> Any:
    names, read = _read(block.__class__)
    held = read(block)
    made = [typeset(item) if item else item for item in held]
    if not any(map(is_not, made, held)):
        return block
    return replace(block, **dict(zip(names, made, strict=True)))


@lru_cache(KNOWN)
def _set(words: str) -> str:
    return french.typeset(french.mended(words))


@cache
def _read(kind: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The fields of a value that are read, the others being addresses, keys, numbers and flags,
    and what takes them from it; none where it has no fields."""
    held = fields(kind) if is_dataclass(kind) else ()
    names = tuple(item.name for item in held if item.name not in _RAW and item.type not in _FLAGS)
    if len(names) > 1:
        return names, attrgetter(*names)
    return names, lambda block: tuple(getattr(block, name) for name in names)
