"""What was made last, kept by what was asked: many readers ask the same thing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """Remembers ``size`` answers and forgets the one that was asked longest ago; none for 0."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._held: OrderedDict[Hashable, Made] = OrderedDict()

    def get(self, asked: Hashable, make: Callable[[], Made]) -> Made:
        """The answer held, else the one made now."""
        found = self._held.pop(asked, None) or make()
        self._held[asked] = found
        while len(self._held) > self._size:
            self._held.popitem(last=False)
        return found
