"""What dies is begun again, each time later."""

from __future__ import annotations

import logging

import pytest

from dashboard.system import processes
from dashboard.system.processes import Revived


class Clock:
    """A clock that the test moves, and the lives of a work that ends when the test says."""

    def __init__(self, patched: pytest.MonkeyPatch) -> None:
        self.now, self.births, self.dead = 0.0, list[float](), False
        patched.setattr(processes.time, "monotonic", lambda: self.now)
        patched.setattr(processes, "forked", self._born)
        patched.setattr(processes, "ended", lambda _: self.dead)

    def _born(self, _: object) -> int:
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
        clock.run(Revived(lambda: None), 130)
    lives = [after - before for before, after in zip(clock.births, clock.births[1:], strict=False)]
    assert [int(life) for life in lives] == [1, 2, 4, 8, 16, 30, 30, 30]
    assert len(caplog.records) == len(clock.births)


def test_what_lived_long_is_begun_again_at_once_when_it_dies(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = Clock(monkeypatch)
    clock.dead = True
    revived = Revived(lambda: None)
    clock.run(revived, 20)
    clock.dead = False
    clock.run(revived, 60)
    clock.dead, before = True, clock.now
    clock.run(revived, 2)
    assert 1 <= clock.births[-1] - before < 1.5
