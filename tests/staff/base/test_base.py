"""The tables of the base are those that the code declares, whatever base they come from."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session as Unit

from dashboard.staff import journal
from dashboard.staff.accounts import accounts, sessions
from dashboard.staff.accounts.person import person_of
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase, opened, opening
from dashboard.staff.base.tables import Account, BaseTable, Job, JournalEntry, Link, Session
from dashboard.staff.drafts import drafts, loading
from dashboard.staff.drafts.drafts import DraftState
from dashboard.staff.jobs import jobs
from dashboard.staff.jobs.jobs import JobKind, JobState
from dashboard.staff.journal import Act
from dashboard.staff.settings import StaffSettings
from tests.staff.conftest import ON_BOTH, TERRITORY, hired


@ON_BOTH
def test_the_migrations_make_what_the_code_declares(base: StaffBase) -> None:
    with base._engine.begin() as connection:
        found = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(found, BaseTable.metadata) == []


def test_a_base_that_is_up_to_date_is_opened_as_it_is(
    base: StaffBase, settings: StaffSettings
) -> None:
    with base.unit() as unit:
        before = unit.connection().exec_driver_sql("pragma schema_version").scalar()
    opened(settings.base).close()
    with base.unit() as unit:
        assert unit.connection().exec_driver_sql("pragma schema_version").scalar() == before
        assert unit.connection().exec_driver_sql("pragma journal_mode").scalar() == "wal"


def test_nothing_stays_in_the_file_of_what_is_deleted_however_sqlite_was_built(
    tmp_path: Path,
) -> None:
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as connection:
        connection.execute("pragma secure_delete = off")
        opening._prepared(connection, None)
        assert connection.execute("pragma secure_delete").fetchone() == (1,)


@ON_BOTH
def test_the_journal_only_grows(base: StaffBase) -> None:
    with base.unit() as unit:
        journal.write(unit, TERRITORY, "essai", Act.LOADED, "un fichier")
    for act in (update(JournalEntry).values(who="un autre"), delete(JournalEntry)):
        with pytest.raises(DBAPIError, match="le journal ne change pas"), base.unit() as unit:
            unit.execute(act)
    with base.unit() as unit:
        assert [entry.who for entry in journal.last(unit, TERRITORY)] == ["essai"]


@ON_BOTH
def test_a_name_with_a_null_character_is_nobody(base: StaffBase) -> None:
    hired(base, StaffRole.EDITOR)
    with base.unit() as unit:
        assert accounts.find(unit, TERRITORY, "editor@ville.fr\0") is None
        assert accounts.find(unit, TERRITORY, "editor@ville.fr") is not None


@pytest.mark.parametrize("base", ["postgresql"], indirect=True)
def test_two_servers_never_take_the_same_work_nor_wait_for_one_another(base: StaffBase) -> None:
    first, second = asked(base, 2)
    with base.beside() as here, base.beside() as there:
        taken = [jobs.take(unit, TERRITORY, "ici") for unit in (here, there)]
        assert [job.id for job in taken if job] == [first, second]
        assert jobs.take(there, TERRITORY, "là") is None


@ON_BOTH
def test_a_server_that_starts_again_gives_up_its_own_works_and_not_those_of_another(
    base: StaffBase,
) -> None:
    mine, other, lost = asked(base, 3)
    with base.unit() as unit:
        for bench in ("ici", "ailleurs", "perdu"):
            jobs.take(unit, TERRITORY, bench)
        unit.get_one(Job, lost).seen = journal.now() - 2 * jobs.SILENT
    with base.unit() as unit:
        jobs.interrupted(unit, TERRITORY, "ici")
        assert states(unit, mine, other, lost) == [
            JobState.FAILED,
            JobState.RUNNING,
            JobState.RUNNING,
        ]
        jobs.abandoned(unit, TERRITORY)
        assert states(unit, mine, other, lost) == [
            JobState.FAILED,
            JobState.RUNNING,
            JobState.FAILED,
        ]


@pytest.mark.parametrize("base", ["postgresql"], indirect=True)
def test_a_unit_of_work_is_alone_whatever_the_server(
    base: StaffBase, settings: StaffSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.05)
    impatient = StaffBase(settings.base)
    with base.unit():
        with impatient.beside() as other:
            assert other.scalar(text("select 1")) == 1
        with pytest.raises(DBAPIError, match="lock timeout"), impatient.unit():
            pass


@ON_BOTH
def test_a_draft_is_kept_as_many_days_as_the_operator_says(
    base: StaffBase, settings: StaffSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    hired(base, StaffRole.EDITOR)
    monkeypatch.setenv("BROUILLONS_GARDES", "30")
    with base.unit() as unit:
        who = person_of(unit.query(Account).one(), "")
        old, new = (
            loading.receive(unit, settings, who, loading.incoming(name, b"a;b\n"))
            for name in ("vieux.csv", "neuf.csv")
        )
        old.created, new.created = (journal.now() - dt.timedelta(days=days) for days in (31, 31))
        new.changed = journal.now() - dt.timedelta(days=29)
        drafts.expire(unit, settings)
        assert drafts.opened(unit, TERRITORY) == (new,)
        assert not drafts.place(settings, old.id).exists()
        assert journal.last(unit, TERRITORY)[0].who == "service"
        old.state, old.found = str(DraftState.PUBLISHED), {"refused": []}
        drafts.expire(unit, settings)
        unit.refresh(old)
        assert old.found == {}
        monkeypatch.setenv("BROUILLONS_GARDES", "0")
        new.created = new.changed = journal.now() - dt.timedelta(days=9000)
        drafts.expire(unit, settings)
        assert drafts.opened(unit, TERRITORY) == (new,)


def states(unit: Unit, *numbers: int) -> list[str]:
    return [unit.get_one(Job, number).state for number in numbers]


def asked(base: StaffBase, count: int) -> list[int]:
    """That many works that wait, in their order."""
    hired(base, StaffRole.EDITOR)
    with base.unit() as unit:
        account = unit.query(Account).one()
        return [jobs.ask(unit, account.id, TERRITORY, JobKind.CHECK, None).id for _ in range(count)]


@ON_BOTH
def test_what_served_its_time_is_kept_no_longer(
    base: StaffBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, failed = asked(base, 2)
    monkeypatch.setenv("BROUILLONS_GARDES", "30")
    with base.unit() as unit:
        account = unit.query(Account).one()
        token = accounts.invite(unit, account, "essai")
        session = sessions.begin(unit, account)
        for number, state in ((old, JobState.DONE), (failed, JobState.FAILED)):
            job = unit.get_one(Job, number)
            job.asked = {"corrections": ["une case"]}
            jobs.finish(unit, job, state, "")
        kept = [unit.get_one(Job, number).asked for number in (old, failed)]
        assert kept == [{}, {"corrections": ["une case"]}]
        unit.get_one(Job, old).ended = journal.now() - dt.timedelta(days=31)
    with base.unit() as unit:
        for forget in (accounts.expire, sessions.expire):
            forget(unit)
        jobs.expire(unit, TERRITORY)
        assert accounts.invited(unit, TERRITORY, token)
        assert sessions.account_of(unit, session)
        assert [job.id for job in unit.query(Job)] == [failed]
        unit.query(Link).update({Link.expires: journal.now() - dt.timedelta(days=1)})
        unit.query(Session).update({Session.opened: journal.now() - dt.timedelta(hours=11)})
        for forget in (accounts.expire, sessions.expire):
            forget(unit)
        assert (unit.query(Link).count(), unit.query(Session).count()) == (0, 0)


def test_a_typed_draft_of_before_was_changed_when_its_last_edit_was(tmp_path: Path) -> None:
    engine = StaffBase(f"sqlite:///{tmp_path / 'base'}")._engine
    with engine.begin() as connection:
        command.upgrade(opening.migrations(connection), "0011")
        whose = "insert into accounts (territory, email, name, role, created) values "
        connection.exec_driver_sql(f"{whose} ('exemple', '', '', '', '2025-01-01 00:00:00')")
        for _ in range(2):
            connection.exec_driver_sql(
                "insert into drafts (territory, owner, created, base, file, checksum, state, found)"
                " values ('exemple', 1, '2025-01-01 00:00:00', 0, '', '', '', '{}')"
            )
        for month in (3, 2):
            connection.exec_driver_sql(
                'insert into edits (draft, "when", file, key)'
                f" values (1, '2025-0{month}-01 00:00:00', 'lieux', '[]')"
            )
        command.upgrade(opening.migrations(connection), "head")
        changed = connection.exec_driver_sql("select changed from drafts order by id").all()
    assert changed == [("2025-03-01 00:00:00",), (None,)]
