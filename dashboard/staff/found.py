"""What a page needs of what the checks found: every part of it, and what is to be confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

PARTS = (
    "refusal", "title", "licence", "notes", "account", "aside", "refused", "remarks", "blocking",
    "doubts", "questions", "sweeping", "doubtful", "nothing", "changes", "totals", "axes",
    "collisions", "since", "sight", "matched", "indicators", "jumps", "pages", "cells",
)  # fmt: skip


def whole(found: Mapping[str, Any]) -> dict[str, Any]:
    """What the checks found, None for what they did not come to."""
    return {**dict.fromkeys(PARTS), **found}


def to_confirm(found: Mapping[str, Any]) -> Iterator[str]:
    """What is out of the usual, point by point, in sentences."""
    if found.get("sweeping"):
        yield "Plus de la moitié des lignes d’une année seraient retirées : le fichier est entier."
    if found.get("doubtful"):
        yield "Des lignes seraient retirées alors que le fichier en a de refusées : c’est voulu."
    yield from found.get("questions", ())
    yield from found.get("jumps", ())
