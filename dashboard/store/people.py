"""Participations by group of people, masked cells left out of the sums."""

from __future__ import annotations

import json

import numpy as np

from dashboard.domain.indicator import Status
from dashboard.domain.people import Count, People
from dashboard.store.archive import Archive, Row


def told(archive: Archive, table: str, key: str, ranks: np.ndarray, axis: str) -> People:
    """Those of the rows or strata of that table, by group of that axis, planned and real."""
    rows = archive.query(
        "select groupe, mesure, sum(nombre) as total, max(masque) as masque"
        f" from {table} where axe = ? and {key} in (select value from json_each(?))"
        " group by groupe, mesure",
        (axis, json.dumps(ranks.tolist())),
    )
    groups = sorted({row["groupe"] for row in rows})
    counts = {(row["groupe"], row["mesure"]): _count(row) for row in rows}
    return People(
        tuple((g, _of(counts, g, "prévu"), _of(counts, g, "réel")) for g in groups),
        any(row["masque"] for row in rows),
    )


def _of(counts: dict[tuple[str, str], Count], group: str, measure: str) -> Count:
    return counts.get((group, measure), Status.NOT_PUBLISHED)


def _count(row: Row) -> Count:
    """The sum of what is published of a group, or why there is none."""
    if row["total"] is not None:
        return int(row["total"])
    return Status.SECRET if row["masque"] else Status.NOT_PUBLISHED
