"""The places and the streets that stand in a part of the map."""

from __future__ import annotations

from dashboard.domain.landmark import Landmark
from dashboard.domain.location import NameKind
from dashboard.domain.quarter_map import BoundingBox
from dashboard.store.archive import Archive

MOST = 400
"""Landmarks that are looked at: more of them could not be named."""


def landmarks(archive: Archive, box: BoundingBox) -> tuple[Landmark, ...]:
    """Those whose point stands in the box, in metres: the places first, each by its name."""
    west, south, east, north = box
    rows = archive.tuples(
        "select genre, nom, x, y from noms where genre in (?, ?)"
        " and x between ? and ? and y between ? and ?"
        " group by genre, code order by genre, nom limit ?",
        (NameKind.PLACE, NameKind.STREET, west, east, south, north, MOST),
    )
    return tuple(Landmark(name, x, y, kind == NameKind.STREET) for kind, name, x, y in rows)
