"""What the public may read of versions: neither who, nor which file, nor the rows themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import PurePath

from dashboard.depot import compare
from dashboard.depot.moved_totals import TotalAxis, moved
from dashboard.depot.package import SHAPES
from dashboard.depot.version import Files, Version
from dashboard.domain import logo
from dashboard.domain.chronicle import Change, Kind, PublicAct, PublicWithdrawal, YearTotal
from dashboard.schema import TABLES
from dashboard.system import clock


def published(version: Version, before: int, files: tuple[Files, Files]) -> PublicAct:
    """The act by which that version is served in place of number ``before``: ``files`` are those
    of both, before and after. A reason given before reasons were public stays unsaid."""
    deposit = version.deposit
    return PublicAct(
        when=_now(),
        kind=Kind.PUBLISHED,
        number=version.number,
        before=before,
        why=deposit.why if deposit.public else "",
        source=deposit.origin.source,
        licence=deposit.origin.licence,
        changes=changes(*files),
        totals=totals(*files),
    )


def returned(number: int, before: int, why: str, files: tuple[Files, Files]) -> PublicAct:
    """The act by which that earlier version is served again, for that reason."""
    rows, euros = changes(*files), totals(*files)
    return PublicAct(_now(), Kind.RETURNED, number, before, why, changes=rows, totals=euros)


def changes(before: Files, after: Files) -> tuple[Change, ...]:
    """What each table, layer or settings file gains, changes and loses."""
    return tuple(
        Change(title(one.file), one.added, one.changed, one.removed)
        for one in compare.changes(before, after)
        if one.added or one.changed or one.removed
    )


def totals(before: Files, after: Files) -> tuple[YearTotal, ...]:
    """The euros of each year and stage that moved."""
    return tuple(
        YearTotal(one.code, one.stage, *map(_euros, (one.before, one.after)))
        for one in moved(before, after)
        if one.axis is TotalAxis.YEAR
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


def _euros(amount: object) -> float | None:
    return None if amount is None else float(str(amount))


def _day(when: str) -> dt.date:
    return clock.here(dt.datetime.fromisoformat(when)).date()


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
