"""Identifiers that last: a row met again keeps its own, a new one takes the next number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

from dashboard.importers.imported import Row, Rows


def numbered(
    rows: Iterable[Row], held: Rows, identity: Callable[[Row], Hashable], prefix: str
) -> Rows:
    """The rows with an ``id`` each: that of the held row of the same identity, else a new one.

    New ones read ``PREFIX-2020-114``, after the last number held for that year.
    """
    known: dict[Hashable, list[str]] = defaultdict(list)
    for row in held:
        known[identity(row)].append(row["id"])
    last: dict[str, int] = defaultdict(int)
    for row in held:
        number = re.fullmatch(r".*?(\d+)", row["id"])
        last[row["annee"]] = max(last[row["annee"]], int(number[1]) if number else 0)
    found = []
    for row in rows:
        same = known[identity(row)]
        if not same:
            last[row["annee"]] += 1
        code = same.pop(0) if same else f"{prefix}-{row['annee']}-{last[row['annee']]:03d}"
        found.append(row | {"id": code})
    return tuple(found)
