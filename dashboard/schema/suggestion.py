"""What somebody meant, told from what she wrote."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from dashboard.domain import french


def suggestion(value: str, known: Sequence[str], otherwise: str) -> str:
    """« Vouliez-vous dire … ? » where a known value looks like it, else that other remedy."""
    return suggested(value, {item: item for item in reversed(known)}, otherwise)


def suggested(value: str, said: Mapping[str, str], otherwise: str) -> str:
    """The same where a value has several words: ``said`` gives to each the value it means."""
    folded = {french.fold(word): known for word, known in said.items()}
    near = difflib.get_close_matches(french.fold(value.strip()), list(folded), n=1, cutoff=0.6)
    if near:
        return f"Vouliez-vous dire «{french.NBSP}{folded[near[0]]}{french.NBSP}»{french.NNBSP}?"
    return otherwise
