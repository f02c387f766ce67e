"""How far what is under way has come, said to whoever listens; nobody does unless asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from itertools import accumulate, islice, pairwise
from typing import TypeVar

from dashboard.domain import french

Item = TypeVar("Item")

EVERY = 20_000
"""Rows of a table of which nothing is said before it is done."""


class Said(str):
    """A sentence, empty where there is only a share to tell, on how far what is under way has come:
    it knows how much of it is ``done``, 0 to 1."""

    done: float

    @classmethod
    def of(cls, sentence: str, done: float) -> Said:
        """That sentence, said then."""
        found = cls(sentence)
        found.done = done
        return found


Hear = Callable[[Said], None]
_HEAR: ContextVar[Hear | None] = ContextVar("hear", default=None)


def listen(hear: Hear) -> None:
    """Have that one hear all that is said from now on: for a process that does nothing else."""
    _HEAR.set(hear)


@contextmanager
def followed(hear: Hear) -> Iterator[None]:
    """Have that one alone hear what is said meanwhile."""
    token = _HEAR.set(hear)
    try:
        yield
    finally:
        _HEAR.reset(token)


def reached(done: float, sentence: str = "") -> None:
    """Say that so much of what is under way is done, 0 to 1."""
    hear = _HEAR.get()
    if hear is not None:
        hear(Said.of(sentence, done))


def counted(what: str, count: int, total: int) -> None:
    """Say how many of these rows are done; nothing of few."""
    if total > EVERY and _HEAR.get() is not None:
        told = f"{french.number(count)} lignes sur {french.number(total)}"
        reached(min(1.0, count / total), f"{what}\u00a0: {told}.")


def through(items: Iterable[Item], total: int, what: str) -> Iterator[Item]:
    """These items, so many, of which those that are done are said as ``counted`` says them."""
    if total <= EVERY or _HEAR.get() is None:
        yield from items
        return
    coming, done = iter(items), 0
    while block := list(islice(coming, EVERY)):
        yield from block
        done += len(block)
        counted(what, done, total)


@contextmanager
def stretch(first: float, last: float) -> Iterator[None]:
    """Have what is said meanwhile, from 0 to 1, told as that stretch of what is around it; its end
    is said."""
    hear = _HEAR.get()
    if hear is None:
        yield
        return
    with followed(lambda said: hear(Said.of(said, first + (last - first) * said.done))):
        yield
        reached(1.0)


def shared_out(
    weighed: Iterable[tuple[Item, float]],
) -> Iterator[tuple[Item, AbstractContextManager[None]]]:
    """Each of these, in their order, with the stretch that is the share of its weight in all."""
    held = list(weighed)
    ends = list(accumulate((weight for _, weight in held), initial=0.0))
    whole = ends[-1] or 1.0
    for (item, _), (first, last) in zip(held, pairwise(ends), strict=True):
        yield item, stretch(first / whole, last / whole)
