"""Formulas that stand for those of a file: each gives the value that the file kept, and says
nothing else."""

from __future__ import annotations

NO_VALUE = "NA()"
"""For one that gave none: computed again, it gives none either."""
_LITERAL = 250
"""Characters of a text in a formula."""


def giving(text: str) -> str:
    """A formula that gives that text."""
    parts = [text[at : at + _LITERAL] for at in range(0, len(text), _LITERAL)] or [""]
    return "&".join('"{}"'.format(part.replace('"', '""')) for part in parts)
