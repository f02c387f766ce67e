"""A long work shared between two processes, whose results come back in the order of the tasks."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Any, TypeVar

from dashboard.system import processes

HANDS = 2

Given = TypeVar("Given")
Made = TypeVar("Made")


class HandStopped(Exception):
    """A process that shared the work ended before its part was done."""


@dataclass(frozen=True, slots=True)
class _Hand:
    """A process, and the pipe on which its results come: it waits where nobody reads them."""

    number: int
    results: IO[bytes]

    def next(self) -> Any:
        try:
            return pickle.load(self.results)
        except (EOFError, pickle.UnpicklingError) as error:
            raise HandStopped from error

    def dismiss(self) -> None:
        processes.stop(self.number, signal.SIGKILL)
        self.results.close()


def spread(tasks: Sequence[Given], make: Callable[[Given], Made]) -> Iterator[Made]:
    """What is made of each task. HandStopped where a process ends too early.

    All is made here where a document was set already: the threads that Typst then keeps would be
    missing from a fork, which would wait for them for ever.
    """
    if "typst" in sys.modules or len(tasks) < HANDS:
        yield from map(make, tasks)
        return
    gc.freeze()  # what they share with this process is not written to, hence not copied
    hands = [_hand(tasks[rank::HANDS], make) for rank in range(HANDS)]
    try:
        for rank in range(len(tasks)):
            yield hands[rank % HANDS].next()
    finally:
        for hand in hands:
            hand.dismiss()


def _hand(tasks: Sequence[Given], make: Callable[[Given], Made]) -> _Hand:
    taken, given = os.pipe()
    number = processes.forked(lambda: _work(tasks, make, given))
    os.close(given)
    return _Hand(number, os.fdopen(taken, "rb"))


def _work(tasks: Sequence[Given], make: Callable[[Given], Made], given: int) -> None:
    with os.fdopen(given, "wb") as results:
        for task in tasks:
            pickle.dump(make(task), results)
            results.flush()
