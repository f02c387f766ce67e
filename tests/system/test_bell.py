"""Whoever waits is woken by what he waits for, and by nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from dashboard.system.bell import Bell

LONG, SHORT = 30.0, 0.05


@pytest.fixture
def bell() -> Iterator[Bell]:
    made = Bell()
    yield made
    made.close()


def lasted(bell: Bell, seconds: float, ends: tuple[int, ...] = ()) -> float:
    begun = time.monotonic()
    bell.wait(seconds, ends)
    return time.monotonic() - begun


def test_a_process_that_was_forked_wakes_the_one_that_waits(bell: Bell) -> None:
    child = os.fork()
    if not child:
        bell.ring()
        os._exit(0)
    assert lasted(bell, LONG) < LONG / 2
    os.waitpid(child, 0)


def test_a_ring_that_nobody_waited_for_yet_is_heard_once(bell: Bell) -> None:
    bell.ring()
    bell.ring()
    assert lasted(bell, LONG) < LONG / 2
    assert lasted(bell, SHORT) >= SHORT


def test_whoever_rings_is_never_held_though_nobody_hears(bell: Bell) -> None:
    for _ in range(100_000):
        bell.ring()
    assert lasted(bell, LONG) < LONG / 2


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="ce système n’a pas de pidfd")
def test_the_end_of_a_process_wakes_too(bell: Bell) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        end = os.pidfd_open(process.pid)
        assert lasted(bell, LONG, (end,)) < LONG / 2
        os.close(end)
