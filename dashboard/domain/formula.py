"""Texts that a spreadsheet would run: a title may come from anyone."""

from __future__ import annotations

import re

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the start of a formula, wide forms included."""

_NUMBER = re.compile(r"[-+]?\d[\d\u00a0\u202f ]*([.,]\d+)?")
_UNSEEN = " \u00a0\u202f\u200b\u200c\u200d\u2060\ufeff"


def runs(words: str) -> bool:
    """Whether a spreadsheet could take that text for a formula: a plain number is none."""
    return words.lstrip(_UNSEEN).startswith(STARTS) and not _NUMBER.fullmatch(words)


def safe(words: str) -> str:
    """The text behind an apostrophe where a spreadsheet could run it."""
    return f"'{words}" if runs(words) else words
