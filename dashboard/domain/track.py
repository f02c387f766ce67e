"""The coordinates of an outline: a page holds them once, whatever it shows of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import overload


class Track(list[float | None]):
    """Coordinates along one axis, the same at every view.

    ``parts`` are the ranks, in the list that the page holds, of the outlines that it is made of;
    there are none where the page does not hold it. ``path`` draws them, in whole metres, the north
    at the top.
    """

    __slots__ = ("parts", "path")

    def __init__(
        self, values: Iterable[float | None], parts: Sequence[int] = (), path: str = ""
    ) -> None:
        super().__init__(values)
        self.parts, self.path = tuple(parts), path


@dataclass(frozen=True)
class Joined(Sequence[float | None]):
    """Tracks that a page holds, one after another, a gap between two: a single drawing.

    ``parts`` are the ranks of them all; nobody reads the coordinates where their page holds them.
    """

    tracks: tuple[Track, ...]

    @cached_property
    def parts(self) -> tuple[int, ...]:
        """The ranks, in the list that the page holds, of what it is made of."""
        return tuple([part for track in self.tracks for part in track.parts])

    @cached_property
    def path(self) -> str:
        """What draws them all."""
        return "".join([track.path for track in self.tracks])

    @cached_property
    def _values(self) -> list[float | None]:
        return _after_another(self.tracks)

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, place: int) -> float | None: ...
    @overload
    def __getitem__(self, place: slice) -> list[float | None]: ...
    def __getitem__(self, place: int | slice) -> float | list[float | None] | None:
        return self._values[place]


def joined(tracks: Sequence[Track]) -> Track | Joined:
    """Tracks one after another, a gap between two: one drawing of them all."""
    if len(tracks) > 1 and all(track.parts for track in tracks):
        return Joined(tuple(tracks))
    if len(tracks) == 1:
        return tracks[0]
    return Track(_after_another(tracks), path="".join([track.path for track in tracks]))


def path(rings: Iterable[Sequence[tuple[float, float]]]) -> str:
    """Closed rings as the path that draws them, in whole metres, the north at the top: a first
    point, then steps, which are short to write."""
    return "".join([_ring(ring) for ring in rings])


def _ring(ring: Sequence[tuple[float, float]]) -> str:
    points = [(round(x), -round(y)) for x, y in ring]
    steps = [f"{x - x0},{y - y0}" for (x0, y0), (x, y) in pairwise(points)]
    return f"M{points[0][0]},{points[0][1]}l{' '.join(steps)}Z" if steps else ""


def _after_another(tracks: Iterable[Track]) -> list[float | None]:
    values: list[float | None] = []
    for track in tracks:
        if values:
            values.append(None)
        values += track
    return values
