"""How far a long reading has come, said to whoever listens; nobody does unless asked."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.domain import french

EVERY = 20_000
"""Lines between two sentences."""


class Said(str):
    """A sentence on how far a reading has come, which knows how much of it is ``done``, 0 to 1."""

    done: float

    @classmethod
    def of(cls, sentence: str, done: float) -> Said:
        """That sentence, said then."""
        found = cls(sentence)
        found.done = done
        return found


READ, JUDGED = (0.0, 0.28), (0.28, 0.37)
"""From where to where lines are read, then judged, in the time of a whole reading."""

_listeners: list[Callable[[str], None]] = []
_long: set[str] = set()
"""What was said of lines: nothing in a short reading."""


def listen(tell: Callable[[str], None]) -> None:
    """Give the sentences of this process to that one from now on."""
    _listeners[:] = [tell]
    _long.clear()


def said(line: int, total: int) -> None:
    """Say, at each step, how many lines are read."""
    _say("Lecture", line, total, *READ)


def judged(column: int, total: int) -> None:
    """Say how many columns are held against the model."""
    first, last = JUDGED
    sentence = f"Vérification\u00a0: {french.counted(column, 'colonne')} sur {total}."
    reached(sentence, first + (last - first) * column / total)


def reached(sentence: str, done: float) -> None:
    """Say what begins, once so much of a long reading is done; nothing of one that ends at once."""
    if _long:
        _tell(Said.of(sentence, done))


def _tell(sentence: Said) -> None:
    for tell in _listeners:
        tell(sentence)


def _say(what: str, line: int, total: int, first: float, last: float) -> None:
    if line and line % EVERY == 0:
        sentence = f"{what}\u00a0: {french.number(line)} lignes sur {french.number(total)}."
        _long.add(what)
        _tell(Said.of(sentence, first + (last - first) * min(1.0, line / total)))
