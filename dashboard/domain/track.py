"""The coordinates of an outline: a page holds them once, whatever it shows of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class Track(list[float | None]):
    """Coordinates along one axis, the same at every view.

    ``parts`` are the ranks, in the list that the page holds, of what it is made of; there are none
    where the page does not hold it.
    """

    __slots__ = ("parts",)

    def __init__(self, values: Iterable[float | None], parts: Sequence[int] = ()) -> None:
        super().__init__(values)
        self.parts = tuple(parts)


def joined(tracks: Sequence[Track]) -> Track:
    """Tracks one after another, a gap between two: one drawing of them all."""
    values: list[float | None] = []
    for track in tracks:
        if values:
            values.append(None)
        values += track
    held = all(track.parts for track in tracks)
    return Track(values, [part for track in tracks for part in track.parts] if held else ())
