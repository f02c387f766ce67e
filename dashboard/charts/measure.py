"""About how wide a text is, where no browser measures it."""

from __future__ import annotations

from dashboard.text import Text, plain

_NARROW = frozenset("iIjlftr.,;:’'|!()[] \u00a0\u202f·-/")
_WIDE = frozenset("mwMW%@…—")
_BOLD = 1.05
"""How much wider bold letters are."""


def ems(text: str) -> float:
    """The width of a line in Source Sans, as a share of its size."""
    return sum(0.27 if c in _NARROW else 0.8 if c in _WIDE else 0.5 for c in text)


def width(text: Text, size: float) -> float:
    """Pixels of the longest line of a label, wider where some of it is bold."""
    bold = _BOLD if any(span.strong for span in text) else 1.0
    return max(ems(line) for line in plain(text).split("\n")) * size * bold
