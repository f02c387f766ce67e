"""One document at a time in a process: the others wait a little, then are sent back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

PATIENCE = 5.0
"""Seconds that a document waits for the one before it."""

_TURN = Lock()


class Busy(Exception):
    """Too many documents are being made: this one was not begun."""


@contextmanager
def taken() -> Iterator[None]:
    """The turn of a document; Busy where it does not come in time."""
    if not _TURN.acquire(timeout=PATIENCE):
        raise Busy
    try:
        yield
    finally:
        _TURN.release()
