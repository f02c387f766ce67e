"""From files to the base that servers share, and back: all that is kept, as it is, once each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select, text
from sqlalchemy.orm import Session as Unit

from dashboard.depot.folder import FolderShelf
from dashboard.depot.moving import move
from dashboard.depot.shared import SharedShelf
from dashboard.domain import french
from dashboard.postgres.address import Address, Unreachable
from dashboard.postgres.connection import connected
from dashboard.postgres.layout import prepare
from dashboard.publication import sharing
from dashboard.publication.following import Follower
from dashboard.staff.base import StaffBase, opened
from dashboard.staff.base.tables import BaseTable, Draft
from dashboard.staff.drafts import drafts, filing
from dashboard.staff.drafts.drafts import OPEN
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings

TableDump = dict[str, list[dict[str, Any]]]
HELD = "{where} tient déjà d’autres comptes : rien n’y est versé. Donnez une base ou un VAR vide."


def pour(settings: StaffSettings, shared: Address) -> Iterator[str]:
    """Keep in the base all that lies in ``VAR``, whose files stay as they are; says each thing once
    it is done. NotDone where the base holds something else; whoever is stopped begins again."""
    with connected(shared) as base:
        prepare(base)
    moved = move(FolderShelf(settings.var), SharedShelf(shared))
    yield f"Dépôt : {french.counted(moved, 'version')}."
    for slug in _published(settings.var):
        with sharing.together(settings.var, slug):
            yield f"Publications de « {slug} »."
    with _both(settings, shared) as (files, base):
        yield _told(_copied(files, base, shared.said))
        for number in _open(base):
            filing.send(drafts.place(settings, number))


def bring_back(settings: StaffSettings, shared: Address) -> Iterator[str]:
    """The same from the base to the files of ``VAR``; the base stays as it is. Unreachable where a
    publication cannot be taken."""
    moved = move(SharedShelf(shared), FolderShelf(settings.var))
    yield f"Dépôt : {french.counted(moved, 'version')}."
    for slug in _served(shared):
        wrong = Follower(shared, settings.var, slug).once()
        if wrong:
            raise Unreachable(wrong)
        yield f"Publications de « {slug} »."
    with _both(settings, shared) as (files, base):
        yield _told(_copied(base, files, str(settings.var)))
        for number in _open(files):
            filing.fetch(drafts.place(settings, number))


@contextmanager
def _both(settings: StaffSettings, shared: Address) -> Iterator[tuple[StaffBase, StaffBase]]:
    """The base of files and the shared one, each in its last form."""
    with closing(opened(settings.own_base)) as files, closing(opened(shared.of_alchemy)) as base:
        yield files, base


def _published(var: Path) -> list[str]:
    return sorted(path.name.removeprefix("courante-") for path in var.glob("courante-*"))


def _served(shared: Address) -> list[str]:
    with connected(shared, reads=True) as base:
        return sharing.territories(base)


def _copied(source: StaffBase, target: StaffBase, where: str) -> int:
    """Copy every row; how many. Nothing where the target holds just these."""
    with source.unit() as old, target.unit() as new:
        wanted, held = _rows(old), _rows(new)
        if held == wanted:
            return sum(map(len, wanted.values()))
        if any(held.values()):
            raise NotDone(HELD.format(where=where))
        for table in BaseTable.metadata.sorted_tables:
            if wanted[table.name]:
                new.execute(insert(table), wanted[table.name])
        _count_on(new)
        return sum(map(len, wanted.values()))


def _rows(unit: Unit) -> TableDump:
    """Every row of every table, in the order of its key."""
    return {
        table.name: [
            dict(row) for row in unit.execute(select(table).order_by(*table.primary_key)).mappings()
        ]
        for table in BaseTable.metadata.sorted_tables
    }


def _count_on(unit: Unit) -> None:
    """Have PostgreSQL number what comes next after what was copied; a file does by itself."""
    if unit.get_bind().dialect.name != "postgresql":
        return
    for table in BaseTable.metadata.sorted_tables:
        if "id" in table.columns:
            last = unit.scalar(select(func.max(table.columns["id"])))
            sequence = func.pg_get_serial_sequence(table.name, text("'id'"))
            unit.execute(select(func.setval(sequence, last or 1, last is not None)))


def _open(base: StaffBase) -> list[int]:
    with base.unit() as unit:
        return list(unit.scalars(select(Draft.id).where(Draft.state.in_(OPEN))))


def _told(count: int) -> str:
    return f"Comptes, journal, brouillons et travaux : {french.counted(count, 'ligne')}."
