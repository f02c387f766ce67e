"""How far a long reading has come, said to whoever listens; nobody does unless asked."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.domain import french

EVERY = 20_000
"""Lines between two sentences."""

_listeners: list[Callable[[str], None]] = []


def listen(tell: Callable[[str], None]) -> None:
    """Give the sentences of this process to that one from now on."""
    _listeners[:] = [tell]


def said(line: int, total: int) -> None:
    """Say, at each step, how many lines are read."""
    _say("Lecture", line, total)


def judged(line: int, total: int) -> None:
    """Say, at each step, how many lines are held against the model."""
    _say("Vérification", line, total)


def _say(what: str, line: int, total: int) -> None:
    if line and line % EVERY == 0:
        for tell in _listeners:
            tell(f"{what}\u00a0: {french.number(line)} lignes sur {french.number(total)}.")
