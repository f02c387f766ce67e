"""The attributes of a layer by their titles, of which some hold a person, or name one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from dashboard.importers.unnaming.met import MetPersons


def titles_without(titles: Sequence[str], persons: MetPersons) -> Iterator[str]:
    """Those titles, a number instead of each that names a person: no two become the same."""
    numbers = itertools.count(1)
    free = (title for number in numbers if (title := f"COL_{number}") not in titles)
    for title in titles:
        yield title if persons.out_of(title) == title else next(free)
