"""A disk that is full or closed, a base that another holds: at each act of staff a sentence says
it, nothing is lost nor half done, and the same act works once there is room."""

from __future__ import annotations

import errno
import io
import resource
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager

import pytest
from sqlalchemy import Engine, event, func, select
from werkzeug.test import TestResponse

from dashboard.depot import Depot
from dashboard.domain import french
from dashboard.publication import served_version
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase, opening
from dashboard.staff.base.tables import BaseTable, Draft, Job
from dashboard.staff.jobs import jobs
from dashboard.staff.service import unwritten, working
from dashboard.staff.service.unwritten import CLOSED, DAMAGED, FULL, GONE, STANDS, Trouble
from dashboard.staff.settings import BASE, StaffSettings
from tests.staff.conftest import TERRITORY, Browser, Someone, worked
from tests.staff.drafts.test_drafts import GOOD
from tests.staff.pages.test_tables import EVENT

pytestmark = pytest.mark.usefixtures("here")

NOTHING, THE_BASE = 1_000, 460_000
"""Bytes that a file may hold: none of ours fits in the first, the base of staff in the second, no
table of a territory."""
Around = Callable[[StaffSettings], AbstractContextManager[None]]


@contextmanager
def full(_: StaffSettings, room: int = NOTHING) -> Iterator[None]:
    """As on a full disk: no file may grow beyond that (Python ignores SIGXFSZ)."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def held(settings: StaffSettings) -> Iterator[None]:
    """Another program holds the base, and we wait for no time."""
    with pytest.MonkeyPatch.context() as now, closing(_connected(settings)) as other:
        now.setattr(opening, "WAIT", 0)
        other.execute("begin immediate")
        yield


@contextmanager
def closed(_: StaffSettings) -> Iterator[None]:
    """The base is on a disk that takes no writing."""
    event.listen(Engine, "connect", _read_only)
    try:
        yield
    finally:
        event.remove(Engine, "connect", _read_only)


def _read_only(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("pragma query_only = on")


def _connected(settings: StaffSettings) -> sqlite3.Connection:
    return sqlite3.connect(settings.home / BASE, isolation_level=None)


def standing(base: StaffBase, settings: StaffSettings) -> list[object]:
    """How much of everything is kept, the state of each draft, what is served."""
    with base.unit() as unit:
        kept = {
            name: unit.scalar(select(func.count()).select_from(table))
            for name, table in BaseTable.metadata.tables.items()
        }
        states = list(unit.scalars(select(Draft.state)))
    versions = Depot(settings.var).versions(TERRITORY)
    return [kept, states, len(versions), served_version(settings.var, TERRITORY)]


@contextmanager
def spoilt(settings: StaffSettings) -> Iterator[None]:
    """The first bytes of the base are lost, then given back."""
    file = settings.home / BASE
    with closing(_connected(settings)) as last:
        last.execute("pragma wal_checkpoint(truncate)")
    whole = file.read_bytes()
    file.write_bytes(b"perdu" * 20 + whole[100:])
    try:
        yield
    finally:
        file.write_bytes(whole)


TROUBLES: dict[Around, Trouble] = {full: FULL, held: GONE, closed: CLOSED, spoilt: DAMAGED}
WHY = {"motif": "Essai"}
ASKED: tuple[tuple[str, str, Mapping[str, object]], ...] = (
    ("/agents/deposer", "", {"fichier": GOOD}),
    ("/agents/tables/evenements/nouvelle", "", EVENT),
    ("/agents/comptes", "", {"nom": "Marie", "adresse": "m@ville.fr", "role": "lecteur"}),
    ("/agents/brouillons/1", "/apercu", {}),
    ("/agents/brouillons/1", "/publier", WHY),
    ("/agents/versions/1", "/revenir", WHY),
    ("/agents/deconnexion", "", {}),
)
"""What an administrator asks of the site, in this order: a page, the form sent from it."""
DONE = {
    "/agents/deposer": "fini : Le fichier est lu",
    "/apercu": "fini : L’aperçu est prêt",
    "/publier": "fini : La version 2 est publiée",
    "/revenir": "fini : La version 1 est de nouveau servie",
}
"""How the work ends that each of these asks for."""


def ask(who: Browser, page: str, act: str, fields: Mapping[str, object]) -> TestResponse:
    """Send that form."""
    given = {
        name: (io.BytesIO(value), "liste-2019.csv") if isinstance(value, bytes) else value
        for name, value in fields.items()
    }
    hidden = {name: who.token(name) for name in ("csrf_token", "lu")}
    return who.client.post(page + act, data={**hidden, **given})


def test_each_act_says_what_the_disk_or_the_base_refuses_loses_nothing_and_works_after(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    who = someone(StaffRole.ADMIN)
    for page, act, fields in ASKED:
        who.open(page if page != "/agents/deconnexion" else "/agents")
        for around, trouble in TROUBLES.items():
            before = standing(base, published)
            with around(published):
                answer = ask(who, page, act, fields)
            assert (answer.status_code, trouble.title in answer.text) == (503, True), answer.text
            assert french.typeset(STANDS) in answer.text
            assert standing(base, published) == before, (page, act, trouble)
        assert ask(who, page, act, fields).status_code == 303
        if act or page in DONE:
            _fills_then_ends(published, base, who, DONE[act or page])


def _fills_then_ends(settings: StaffSettings, base: StaffBase, who: Browser, ends: str) -> None:
    """The work that waits meets a full disk, says so, changes nothing, and ends once done again."""
    before = standing(base, settings)[1:]
    with full(settings, THE_BASE):
        assert worked(settings, base).startswith("échoué : Le disque est plein")
    after = standing(base, settings)[1:]
    assert (after[0], after[-1]) == (before[0], before[-1])
    depot = Depot(settings.var)
    assert all(depot.files(one) for one in depot.versions(TERRITORY))
    number = _last(base)
    assert "Le disque est plein" in who.open(f"/agents/travaux/{number}").text
    who.send(f"/agents/travaux/{number}/relancer")
    assert worked(settings, base).startswith(ends)


def _last(base: StaffBase) -> int:
    with base.unit() as unit:
        return unit.scalar(select(func.max(Job.id))) or 0


def test_a_work_whose_end_the_disk_refuses_ends_by_a_code_that_says_so(
    published: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    who = someone(StaffRole.EDITOR)
    assert who.load("liste-2019.csv", GOOD).status_code == 303
    with base.unit() as unit:
        job = jobs.take(unit, TERRITORY, "ici")
    assert job is not None
    with full(published), pytest.raises(SystemExit) as ended:
        working.work(published, job.id)
    assert ended.value.code == unwritten.end_of(OSError(errno.ENOSPC, "plein"))
