"""What was made last, kept by what was asked: many readers ask the same thing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """Remembers answers up to ``size`` in all and forgets the one that was asked longest ago.

    Each weighs one, or what ``weigh`` says. Nothing is kept for a size of 0. Any number of threads
    may ask.
    """

    def __init__(self, size: int, weigh: Callable[[Made], int] = lambda made: 1) -> None:
        self._size, self._weigh = size, weigh
        self._held: OrderedDict[Hashable, Made] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    def get(self, asked: Hashable, make: Callable[[], Made]) -> Made:
        """The answer held, else the one made now."""
        found = self.find(asked)
        if found is None:
            found = make()
            self.hold(asked, found)
        return found

    def find(self, asked: Hashable) -> Made | None:
        """The answer held; it then counts as asked last."""
        with self._lock:
            found = self._held.get(asked)
            if found is not None:
                self._held.move_to_end(asked)
            return found

    def hold(self, asked: Hashable, made: Made) -> None:
        """Remember an answer."""
        with self._lock:
            before = self._held.pop(asked, None)
            self._weight += self._weigh(made) - (0 if before is None else self._weigh(before))
            self._held[asked] = made
            while self._held and self._weight > self._size:
                self._weight -= self._weigh(self._held.popitem(last=False)[1])
