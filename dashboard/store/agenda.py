"""What a contract announces, what happened, whom to turn to: orientations, dates, contacts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from dashboard.domain.contract import Contact, Event, Orientation
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


def contacts(archive: Archive, areas: Collection[str]) -> tuple[Contact, ...]:
    """The organisations to turn to; of some areas, by their codes, those that serve one of them."""
    found = (
        Contact(
            row["nom"],
            row["role"],
            row["detail"],
            row["source"],
            tuple(code for code in row["quartiers"].split("|") if code),
        )
        for row in archive.document("contacts")
    )
    return tuple(c for c in found if not areas or not c.areas or {*areas} & {*c.areas})
