"""Identifiers that last: a row met again keeps its own, a new one takes the next number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from dashboard.importers.imported import Records
from dashboard.schema import Record

IdentityMarks = tuple[Hashable, ...]
"""What tells a line from others, the surest first; the next serve where it finds nothing."""


def paired(fresh: Sequence[IdentityMarks], held: Sequence[IdentityMarks]) -> dict[int, int]:
    """For each fresh line that is a held one, the rank of that one; each serves once."""
    found: dict[int, int] = {}
    free = set(range(len(held)))
    for level in range(max((len(marks) for marks in fresh), default=0)):
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for rank in sorted(free, reverse=True):
            waiting[held[rank][level]].append(rank)
        for index, marks in enumerate(fresh):
            if index not in found and waiting.get(marks[level]):
                found[index] = waiting[marks[level]].pop()
                free.discard(found[index])
    return found


def numbered(
    rows: Iterable[Record], held: Records, known: dict[int, str], prefix: str
) -> Iterator[Record]:
    """The rows, one by one, with an ``id`` each: the known one of their rank, else a new one.

    New ones read ``PREFIX-2020-114``, after the last number held for that year.
    """
    last: dict[str, int] = defaultdict(int)
    for row in held:
        number = re.fullmatch(r".*?(\d+)", row["id"])
        last[row["annee"]] = max(last[row["annee"]], int(number[1]) if number else 0)
    for rank, row in enumerate(rows):
        if rank not in known:
            last[row["annee"]] += 1
        new = f"{prefix}-{row['annee']}-{last[row['annee']]:03d}"
        yield row | {"id": known.get(rank, new)}
