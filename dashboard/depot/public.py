"""What the public may read of versions: neither who, nor which file, nor the rows themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import PurePath

from dashboard.depot import compare
from dashboard.depot.moved_totals import years
from dashboard.depot.package import SHAPES
from dashboard.depot.version import FileChange, Files, Version
from dashboard.domain import logo
from dashboard.domain.chronicle import Change, Kind, PublicAct, PublicWithdrawal, YearTotal
from dashboard.schema import TABLES
from dashboard.system import clock, progress

COMPARED = 0.9
"""How much of telling two versions apart is done once their rows are compared."""
Moved = tuple[tuple[Change, ...], tuple[YearTotal, ...]]
"""What the public is told of two versions: rows by table, euros by year."""


def published(version: Version, before: int, told: Moved) -> PublicAct:
    """The act by which that version is served in place of number ``before``, which ``told``
    compares. A reason given before reasons were public stays unsaid."""
    deposit = version.deposit
    rows, euros = told
    return PublicAct(
        when=_now(),
        kind=Kind.PUBLISHED,
        number=version.number,
        before=before,
        why=deposit.why if deposit.public else "",
        source=deposit.origin.source,
        licence=deposit.origin.licence,
        changes=rows,
        totals=euros,
    )


def returned(number: int, before: int, why: str, told: Moved) -> PublicAct:
    """The act by which that earlier version is served again, for that reason."""
    rows, euros = told
    return PublicAct(_now(), Kind.RETURNED, number, before, why, changes=rows, totals=euros)


@compare.each_read_once()
def moved(before: Files, after: Files) -> Moved:
    """What goes from those files to these: what each table, layer or settings file gains, changes
    and loses; the euros of each year and stage that moved."""
    with progress.stretch(0.0, COMPARED):
        found = compare.changes(before, after)
    return _changes(found), years(before, after)


def brought(version: Version) -> Moved | None:
    """The same from the version before that one, which it says itself; None where it does not."""
    return None if version.years is None else (_changes(version.changes), version.years)


def _changes(found: Iterable[FileChange]) -> tuple[Change, ...]:
    return tuple(
        Change(title(one.file), one.added, one.changed, one.removed)
        for one in found
        if one.added or one.changed or one.removed
    )


def withdrawn(versions: Iterable[Version]) -> dict[int, PublicWithdrawal]:
    """Which of them are withdrawn, when, and why, by number."""
    return {
        one.number: PublicWithdrawal(_day(one.withdrawn.when), one.withdrawn.why)
        for one in versions
        if one.withdrawn
    }


def title(file: str) -> str:
    """What that file of a territory holds, in words."""
    stem = PurePath(file).stem
    if stem in TABLES:
        return TABLES[stem].title
    if file == logo.FILE:
        return "Logo"
    return SHAPES[stem][0] if stem in SHAPES else "Réglages du territoire"


def _day(when: str) -> dt.date:
    return clock.here(dt.datetime.fromisoformat(when)).date()


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
