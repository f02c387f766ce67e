"""What stands in a cell that held a person, and which cells of such a column hold none."""

from __future__ import annotations

import re

WITHDRAWN = "(retiré)"
"""What stands in a cell of such a column that held something."""

_NOBODY = re.compile(
    r"\s*(?:\d{0,3}(?:[.,]\d{1,4})?\s*%?|oui|non|vrai|faux|true|false|o|n|x)\s*", re.IGNORECASE
).fullmatch
"""A count, a share, or whether."""


def holds_nobody(cell: str) -> bool:
    """Whether the cell of such a column tells no person: it is blank, a number of three digits at
    most, a share, yes or no. A column of « Élus présents » may count them."""
    return _NOBODY(cell) is not None
