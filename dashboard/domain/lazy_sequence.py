"""Long lists whose members are made when they are read: what is not shown costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, overload

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True, eq=False)
class LazySequence(Sequence[T]):
    """A sequence as long as ``origins``; each member is ``make`` of its origin, anew each time.

    It is equal to another whose members are.
    """

    origins: Sequence[Any]
    make: Callable[[Any], T]

    def __len__(self) -> int:
        return len(self.origins)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LazySequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return tuple(map(self.make, self.origins[place]))
        return self.make(self.origins[place])

    def __iter__(self) -> Iterator[T]:
        return map(self.make, self.origins)

    def then(self, change: Callable[[T], U]) -> LazySequence[U]:
        """As many members, each what ``change`` makes of one of these."""
        make = self.make
        return LazySequence(self.origins, lambda origin: change(make(origin)))


def each(held: Sequence[T], change: Callable[[T], U]) -> Sequence[U]:
    """What ``change`` makes of each member: at once, or when it is read where it is made then."""
    return held.then(change) if isinstance(held, LazySequence) else tuple(map(change, held))
