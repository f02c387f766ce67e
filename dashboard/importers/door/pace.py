"""How far a long reading has come, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from dashboard.domain import french
from dashboard.system import progress
from dashboard.system.progress import EVERY, Said

READ, JUDGED = (0.0, 0.28), (0.28, 0.37)
"""From where to where lines are read, then judged, in the time of a whole reading."""

_long: set[str] = set()
"""« lecture » once its lines were said: nothing in a short reading."""


def listen(tell: Callable[[Said], None]) -> None:
    """Give the sentences of this process to that one from now on."""
    progress.listen(lambda said: tell(said) if said else None)
    _long.clear()


def said(line: int, total: int) -> None:
    """Say, at each step, how many lines are read."""
    if line and line % EVERY == 0:
        first, last = READ
        sentence = f"Lecture\u00a0: {french.number(line)} lignes sur {french.number(total)}."
        _long.add("lecture")
        progress.reached(first + (last - first) * min(1.0, line / total), sentence)


def judged(column: int, total: int) -> None:
    """Say how many columns are held against the model."""
    first, last = JUDGED
    sentence = f"Vérification\u00a0: {french.counted(column, 'colonne')} sur {total}."
    announce(sentence, first + (last - first) * column / total)


@contextmanager
def stage(sentence: str, first: float, last: float) -> Iterator[None]:
    """Say what begins, as ``announce``, and have what is said meanwhile told up to ``last``."""
    announce(sentence, first)
    with progress.stretch(first, last):
        yield


def announce(sentence: str, done: float) -> None:
    """Say that, once so much of a long reading is done; nothing of one that ends at once."""
    if _long:
        progress.reached(done, sentence)
