"""The pages of a list that one searches: what the address asks, what stands on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

Item = TypeVar("Item")

EACH = 25
"""Rows of a page."""


def words_of(said: Mapping[str, str]) -> str:
    """The words that the address asks for, one space between them."""
    return " ".join(said.get("q", "").split())[:100]


def page_of(said: Mapping[str, str]) -> int:
    """The page that the address asks for; the first one where it asks for none."""
    page = said.get("page", "1")
    return max(1, int(page)) if page.isascii() and page.isdigit() and len(page) < 7 else 1


def pages_of(count: int) -> int:
    """How many pages so many rows fill; one at least."""
    return max(1, -(-count // EACH))


def start(count: int, page: int) -> tuple[int, int]:
    """How many of so many rows stand before that page, and which one it is: the last one where
    there are fewer."""
    page = min(page, pages_of(count))
    return (page - 1) * EACH, page


def cut(found: Sequence[Item], page: int) -> tuple[tuple[Item, ...], int]:
    """What stands on that page, and which one it is: the last one where there are fewer."""
    before, page = start(len(found), page)
    return tuple(found[before : before + EACH]), page
