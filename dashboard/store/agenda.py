"""What a contract announces and what happened: the orientations of a year, the dated facts."""

from __future__ import annotations

import datetime as dt

from dashboard.domain.contract import Event, Orientation
from dashboard.store.archive import Archive


def orientations(archive: Archive, year: int) -> tuple[Orientation, ...]:
    """The orientations announced for that year; empty where none is known."""
    return tuple(
        Orientation(
            row["code"],
            int(row["annee"]),
            row["titre"],
            row["texte"],
            row["theme"],
            row["source"],
        )
        for row in archive.document("orientations")
        if int(row["annee"]) == year
    )


def events(archive: Archive) -> tuple[Event, ...]:
    """The dated facts of the contract, in order."""
    rows = sorted(archive.document("evenements"), key=lambda row: str(row["date"]))
    return tuple(
        Event(
            dt.date.fromisoformat(row["date"]),
            row["precision"],
            row["titre"],
            row["texte"],
            row["source"],
        )
        for row in rows
    )
