"""Participations by action, masked before anything is published (rules 5 and 9)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

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


def rows_of(participants: pd.DataFrame) -> list[tuple[object, ...]]:
    """One row of ``COLUMNS`` an action and a group of people.

    Women and men on one axis, age bands on another: each axis partitions the same total, so each
    is masked on its own with secondary suppression.
    """
    if participants.empty:
        return []
    found: dict[tuple[str, str, str], dict[str, StoredCount]] = {}
    for key, measure, count in _masked(participants):
        found.setdefault(key, {})[measure] = count
    return [
        (*key, *_told(held.get("prévu", UNKNOWN), held.get("réel", UNKNOWN)))
        for key, held in found.items()
    ]


def _masked(participants: pd.DataFrame) -> Iterator[tuple[tuple[str, str, str], str, StoredCount]]:
    """Each count with its action, axis and group, and its measure."""
    columns = (
        participants[name].tolist() for name in ("action", "mesure", "sexe", "tranche", "nombre")
    )
    lines = [
        (action, measure, *_axis(sex, band), text)
        for action, measure, sex, band, text in zip(*columns, strict=True)
    ]
    masked_together = itemgetter(0, 1, 2)
    for (action, measure, axis), group in groupby(
        sorted(lines, key=masked_together), masked_together
    ):
        names, texts = zip(*[line[3:] for line in group], strict=True)
        counts = [int(text) if text else None for text in texts]
        hidden = secrecy.masked(counts, total_known=axis != "total")
        for name, count, flag in zip(names, counts, hidden, strict=True):
            yield (action, axis, name), measure, (None if flag else count, int(flag))


def _told(planned: StoredCount, real: StoredCount) -> tuple[int | None, ...]:
    """The columns of one action and one group, as ``SUMMED`` and ``MASKED`` name them."""
    counts = planned[0], real[0]
    both = None not in counts
    known = (int(count is not None) for count in counts)
    compared = counts if both else (None, None)
    return (*counts, *known, *compared, int(both), planned[1], real[1])


def _axis(sex: str, band: str) -> tuple[str, str]:
    """The axis of a count, and its group on it; no group where it is a total."""
    if sex:
        return "sexe", sex
    return ("tranche", band) if band else ("total", "")
