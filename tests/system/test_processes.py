"""What dies is begun again, each time later."""

from __future__ import annotations

import logging
import multiprocessing
import os
import time
from multiprocessing import forkserver

import pytest

from dashboard.system import processes
from dashboard.system.processes import Revived


class Clock:
    """A clock that the test moves, and the lives of a work that ends when the test says."""

    def __init__(self, patched: pytest.MonkeyPatch) -> None:
        self.now, self.births, self.dead = 0.0, list[float](), False
        patched.setattr(time, "monotonic", lambda: self.now)
        patched.setattr(processes, "ended", lambda _: self.dead)

    def born(self) -> int:
        self.births.append(self.now)
        return len(self.births)

    def run(self, revived: Revived, seconds: int) -> None:
        """Look at it ten times a second for so long."""
        end = self.now + seconds
        while self.now < end:
            self.now += 0.125
            revived.look()


def test_what_dies_at_its_start_is_begun_again_each_time_later_and_said_once_each_time(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock(monkeypatch)
    clock.dead = True
    with caplog.at_level(logging.ERROR):
        clock.run(Revived("le guetteur", clock.born), 130)
    lives = [after - before for before, after in zip(clock.births, clock.births[1:], strict=False)]
    assert [int(life) for life in lives] == [1, 2, 4, 8, 16, 30, 30, 30]
    assert len(caplog.records) == len(clock.births)
    assert caplog.messages[1] == "le guetteur s’est arrêté : il est relancé dans 2 s"


def test_what_the_system_has_no_room_to_start_is_begun_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock, tries = Clock(monkeypatch), list[float]()

    def crowded() -> int:
        tries.append(clock.now)
        if len(tries) < 3:
            raise BlockingIOError("Resource temporarily unavailable")
        return 1

    clock.run(Revived("le guetteur", crowded), 40)
    assert tries == [0, 1, 3]


def test_who_is_born_of_a_process_that_is_gone_ends_at_once() -> None:
    with pytest.raises(SystemExit):
        processes.follow_parent(os.getpid())


def test_what_lived_long_is_begun_again_at_once_when_it_dies(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = Clock(monkeypatch)
    clock.dead = True
    revived = Revived("le guetteur", clock.born)
    clock.run(revived, 20)
    clock.dead = False
    clock.run(revived, 60)
    clock.dead, before = True, clock.now
    clock.run(revived, 2)
    assert 1 <= clock.births[-1] - before < 1.5


def test_a_process_born_of_one_that_starts_others_starts_its_own() -> None:
    forkserver.ensure_running()

    def work() -> None:
        child = multiprocessing.get_context("forkserver").Process(target=os.getpid)
        child.start()
        child.join()
        raise SystemExit(child.exitcode)

    child = processes.forked(work)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
