"""Participations by group of people, masked cells left out of the sums."""

from __future__ import annotations

import json

import numpy as np

from dashboard.domain.indicator import Status
from dashboard.domain.participations import Count, Participations, PeopleGroup, Reach
from dashboard.store.archive import Archive, ResultRow

SUMS = ", ".join(
    f"sum({name}) as {name}"
    for name in (
        *("prevu", "reel", "prevu_lignes", "reel_lignes"),
        *("prevu_compare", "reel_compare", "compare"),
    )
)
MARKS = ", ".join(f"max({name}) as {name}" for name in ("prevu_masque", "reel_masque"))


def told(archive: Archive, table: str, key: str, ranks: np.ndarray, axis: str) -> Participations:
    """Those of the rows or rollups of that table, by group of that axis, planned and real."""
    rows = archive.query(
        f"select groupe, {SUMS}, {MARKS} from {table} where axe = ?"
        f" and {key} in (select value from json_each(?)) group by groupe order by groupe",
        (axis, json.dumps(ranks.tolist())),
    )
    masked = any(row["prevu_masque"] or row["reel_masque"] for row in rows)
    return Participations(tuple(map(_group, rows)), masked)


def _group(row: ResultRow) -> PeopleGroup:
    compared = (row["prevu_compare"], row["reel_compare"]) if row["compare"] else None
    return PeopleGroup(
        row["groupe"], _reach(row, "prevu"), _reach(row, "reel"), compared, row["compare"] or 0
    )


def _reach(row: ResultRow, measure: str) -> Reach:
    return Reach(_count(row, measure), row[f"{measure}_lignes"])


def _count(row: ResultRow, measure: str) -> Count:
    """The sum of what is published of a group, or why there is none."""
    if row[measure] is not None:
        return int(row[measure])
    return Status.SECRET if row[f"{measure}_masque"] else Status.NOT_PUBLISHED
