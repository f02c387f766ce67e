"""A work begins as soon as it is asked, its end is seen at once, and a page waits for it only as
long as the others can be answered."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import signal
import sqlite3
import sys
import threading
import time
from multiprocessing import connection
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from dashboard.staff import journal
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, Job
from dashboard.staff.jobs import jobs
from dashboard.staff.jobs.jobs import JobKind, JobState
from dashboard.staff.pages import jobs as pages
from dashboard.staff.service import bench as benches
from dashboard.staff.service import unwritten, working
from dashboard.staff.service.bench import Bench
from dashboard.staff.service.site import create_site
from dashboard.staff.settings import StaffSettings
from dashboard.system import processes
from tests.staff.conftest import TERRITORY, Browser, Someone, email, hired

LONG = 30.0
GOOD = b"annee;intitule\n2019;Jardins\n"


class Forks:
    """Processes that are copies of this one: it holds all that works need."""

    Process = multiprocessing.get_context("fork").Process

    def set_forkserver_preload(self, _: list[str]) -> None:
        """Nothing is to be loaded."""


NO_ROOM = sqlite3.OperationalError("database or disk is full")
NO_ROOM.sqlite_errorcode = sqlite3.SQLITE_FULL


@pytest.fixture
def bench(settings: StaffSettings, base: StaffBase, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setattr(multiprocessing, "get_context", lambda _: Forks())
    return Bench(settings, base)


def asked(base: StaffBase, many: int = 1) -> None:
    """Have works wait that end at once: there is no such version to return to."""
    hired(base, StaffRole.EDITOR)
    with base.unit() as unit:
        account = unit.scalars(select(Account.id)).one()
        for _ in range(many):
            jobs.ask(unit, account, TERRITORY, JobKind.ROLL_BACK, None, version=9, why="Essai")


def is_woken(bench: Bench, ends: tuple[int, ...]) -> bool:
    """Whether the end of its work, which the system may tell a little later, wakes the bench."""
    woken = connection.wait(ends, LONG)
    bench._process.join(LONG)
    return bool(woken)


def states(base: StaffBase) -> list[str]:
    with base.unit() as unit:
        return list(unit.scalars(select(Job.state).order_by(Job.id)))


def test_the_end_of_a_work_is_what_wakes_the_bench_for_the_next(
    bench: Bench, base: StaffBase
) -> None:
    assert bench.turn() == ()
    asked(base, 2)
    for ended in (1, 2):
        assert is_woken(bench, bench.turn())
        assert states(base)[:ended] == [JobState.FAILED] * ended
    assert bench.turn() == ()


def test_a_work_that_is_killed_wakes_the_bench_which_says_that_it_failed(
    bench: Bench, base: StaffBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benches, "_work", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    asked(base)
    assert is_woken(bench, bench.turn())
    assert bench.turn() == ()
    with base.unit() as unit:
        assert unit.scalars(select(Job.said)).one() == jobs.FELL


def test_a_work_that_the_disk_let_write_no_end_is_said_to_have_met_a_full_disk(
    bench: Bench, base: StaffBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benches, "_work", lambda *_: sys.exit(unwritten.end_of(NO_ROOM)))
    asked(base)
    assert is_woken(bench, bench.turn())
    assert bench.turn() == ()
    with base.unit() as unit:
        assert unit.scalars(select(Job.said)).one() == unwritten.FULL.job


def test_a_work_that_cannot_begin_is_said_to_have_failed_and_the_next_one_begins(
    bench: Bench, base: StaffBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: object) -> None:
        raise EOFError

    asked(base, 2)
    with monkeypatch.context() as killed:
        killed.setattr(Forks.Process, "start", gone)
        assert bench.turn() == ()
    assert states(base) == [JobState.FAILED, JobState.WAITING]
    assert is_woken(bench, bench.turn())


def test_a_work_ends_with_the_process_that_started_it(
    settings: StaffSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, writer = os.pipe()

    def lasting(*_: object) -> None:
        os.write(writer, b".")
        time.sleep(LONG)

    def start() -> None:
        if not os.fork():
            benches._work(settings, 1)
            os._exit(0)
        os.close(writer)
        time.sleep(LONG)

    monkeypatch.setattr(working, "work", lasting)
    starter = processes.forked(start)
    os.close(writer)
    assert os.read(reader, 1) == b"."
    processes.stop(starter, signal.SIGKILL)
    assert connection.wait([reader], LONG / 3)
    os.close(reader)


def test_a_work_that_others_said_to_have_ended_or_took_again_says_no_other_end(
    base: StaffBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(base)
    with base.unit() as unit:
        former = jobs.take(unit, TERRITORY, "ici")
    assert former is not None
    with base.unit() as unit:
        jobs.interrupted(unit, TERRITORY, "ici")
        jobs.conclude(unit, former, JobState.DONE, "Fini.")
    assert states(base) == [JobState.FAILED]
    with base.unit() as unit:
        unit.get_one(Job, former.id).state = JobState.WAITING
        unit.flush()
        later = journal.now() + dt.timedelta(seconds=1)
        monkeypatch.setattr(jobs, "now", lambda: later)
        jobs.take(unit, TERRITORY, "ici")
    with base.unit() as unit:
        assert not jobs.advance(unit, former, "encore")
        jobs.conclude(unit, former, JobState.DONE, "Fini.")
    assert states(base) == [JobState.RUNNING]


TROUBLES = {
    "La base ne répond pas : les travaux attendent": OperationalError("", {}, Exception()),
    "Le disque est plein : les travaux attendent": OperationalError("", {}, NO_ROOM),
    "les travaux ne se suivent plus": ValueError("disque"),
}


@pytest.mark.parametrize("told", TROUBLES)
def test_a_bench_that_cannot_look_says_why_and_waits_for_its_next_turn(
    bench: Bench,
    base: StaffBase,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    told: str,
) -> None:
    asked(base)
    ends = bench.turn()

    def gone(*_: Any) -> None:
        raise TROUBLES[told]

    with monkeypatch.context() as absent:
        absent.setattr(base, "beside", gone)
        assert is_woken(bench, ends)
        assert bench.turn() == ()
    assert caplog.messages[0] == told
    assert bench.turn() == ()
    assert states(base) == [JobState.FAILED]


def test_the_bench_is_told_of_an_act_once_it_is_kept_and_of_no_reading(
    published: StaffSettings, base: StaffBase
) -> None:
    waiting: list[int] = []
    site = create_site(published, base, lambda: waiting.append(len(states(base))))
    hired(base, StaffRole.EDITOR)
    browser = Browser(site.test_client())
    browser.sign_in(email(StaffRole.EDITOR))
    del waiting[:]
    browser.open("/agents")
    assert waiting == []
    browser.load("liste.csv", GOOD)
    assert waiting == [1]


@pytest.fixture
def followed(
    published: StaffSettings, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> tuple[Browser, str]:
    """Someone whose work waits, and the address that its page asks again."""
    browser = someone(StaffRole.EDITOR)
    browser.load("liste.csv", GOOD)
    page = browser.open("/agents/travaux/1").text
    monkeypatch.setattr(pages, "HELD", LONG)
    return browser, page.partition('content="1; url=')[2].partition('"')[0]


def test_a_page_that_follows_a_work_is_answered_once_it_has_come_further(
    followed: tuple[Browser, str], base: StaffBase
) -> None:
    browser, address = followed

    def begin() -> None:
        with base.unit() as unit:
            jobs.take(unit, TERRITORY, "ici")

    later = threading.Timer(0.3, begin)
    later.start()
    begun = time.monotonic()
    assert "En cours" in browser.open(address).text
    assert 0.25 < time.monotonic() - begun < LONG / 2
    later.join()
    assert "En cours" in browser.open(address).text
    assert time.monotonic() - begun < LONG / 2


def test_a_page_does_not_wait_where_as_many_wait_as_may(
    followed: tuple[Browser, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, address = followed
    monkeypatch.setattr(pages, "SEATS", threading.BoundedSemaphore(1))
    with pages._seat():
        begun = time.monotonic()
        assert "En attente" in browser.open(address).text
        assert time.monotonic() - begun < LONG / 2
    with pages._seat() as seated:
        assert seated
