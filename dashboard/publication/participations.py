"""Participations by action, masked before anything is published (rules 5 and 9)."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dashboard.domain import secrecy

SUMMED = (
    "prevu",
    "reel",
    "prevu_lignes",
    "reel_lignes",
    "prevu_compare",
    "reel_compare",
    "compare",
)
"""What adds up over actions: planned and real; how many actions tell each; both where an action
tells both, and how many do."""
MASKED = ("prevu_masque", "reel_masque")
"""Whether a count was masked."""
COLUMNS = ("action", "axe", "groupe", *SUMMED, *MASKED)

StoredCount = tuple[int | None, int]
"""A count, None where it is masked or unknown, and whether it is masked."""
UNKNOWN: StoredCount = (None, 0)


def rows_of(people: pd.DataFrame) -> list[tuple[object, ...]]:
    """One row of ``COLUMNS`` an action and a group of people.

    Women and men on one axis, age bands on another: each axis partitions the same total, so each
    is masked on its own with secondary suppression.
    """
    if people.empty:
        return []
    found: dict[tuple[str, str, str], dict[str, StoredCount]] = {}
    for key, measure, count in _masked(people):
        found.setdefault(key, {})[measure] = count
    return [
        (*key, *_told(held.get("prévu", UNKNOWN), held.get("réel", UNKNOWN)))
        for key, held in found.items()
    ]


def _masked(people: pd.DataFrame) -> Iterator[tuple[tuple[str, str, str], str, StoredCount]]:
    """Each count with its action, axis and group, and its measure."""
    marked = people.assign(axe=[_axis(row) for row in people.itertuples(index=False)])
    for (action, measure, axis), group in marked.groupby(["action", "mesure", "axe"], sort=True):
        counts = [int(text) if text else None for text in group["nombre"]]
        names = list(group["sexe"] if axis == "sexe" else group["tranche"])
        hidden = secrecy.masked(counts, total_known=axis != "total")
        for name, count, flag in zip(names, counts, hidden, strict=True):
            key = (str(action), str(axis), name)
            yield key, str(measure), (None if flag else count, int(flag))


def _told(planned: StoredCount, real: StoredCount) -> tuple[int | None, ...]:
    """The columns of one action and one group, as ``SUMMED`` and ``MASKED`` name them."""
    counts = planned[0], real[0]
    both = None not in counts
    known = (int(count is not None) for count in counts)
    compared = counts if both else (None, None)
    return (*counts, *known, *compared, int(both), planned[1], real[1])


def _axis(row: object) -> str:
    if getattr(row, "sexe", ""):
        return "sexe"
    return "tranche" if getattr(row, "tranche", "") else "total"
