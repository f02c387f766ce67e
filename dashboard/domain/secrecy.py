"""Statistical secrecy of local counts about people: which cells may be shown.

Policy (domain rule 5): a count from 1 to 4 is masked; if one cell of a row whose total is known is
masked alone, the smallest other cell is masked too, so that no subtraction gives it back.
"""

from __future__ import annotations

from collections.abc import Sequence

THRESHOLD = 5


def masked(cells: Sequence[int | None], total_known: bool = True) -> tuple[bool, ...]:
    """Which cells to hide. ``None`` is an unknown cell: it counts as already hidden.

    With ``total_known`` the hidden cells cannot be recovered from the sum of the row: when exactly
    one is hidden, or when the hidden ones sum to so little that each is known, another one goes.
    """
    hidden = [cell is None or 0 < cell < THRESHOLD for cell in cells]
    if not total_known or not any(hidden):
        return tuple(hidden)
    while _recoverable(cells, hidden):
        candidates = [
            (cell, index)
            for index, cell in enumerate(cells)
            if not hidden[index] and cell is not None and cell > 0
        ] or [(0, index) for index, flag in enumerate(hidden) if not flag]
        if not candidates:
            break
        hidden[min(candidates)[1]] = True
    return tuple(hidden)


def _recoverable(cells: Sequence[int | None], hidden: Sequence[bool]) -> bool:
    unknown = [cell for cell, flag in zip(cells, hidden, strict=True) if flag]
    return len(unknown) == 1 or sum(cell or 0 for cell in unknown) == len(unknown)
