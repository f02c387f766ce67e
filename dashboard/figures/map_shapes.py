"""The shapes of a map as columns: what every view of the same quarters shares."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.domain.quarter_map import Shape
from dashboard.domain.territory import Kind, Outline
from dashboard.domain.track import Track


@dataclass(frozen=True, eq=False)
class Shapes:
    """The quarters that have an outline.

    ``places``: where each stands among all the quarters, ``marked``: where those without outline
    do; ``kinds``: what there is of kinds and of outlines, ``kind``: which each is; ``boxes``:
    quarters × 4, ``centres``: quarters × 2, in metres; ``tracks``: their outlines; ``clicks``
    selects each, ``said`` opens what is said of each.
    """

    held: tuple[Shape, ...]
    places: tuple[int, ...]
    marked: tuple[int, ...]
    kinds: tuple[tuple[Kind, Outline], ...]
    kind: tuple[int, ...]
    boxes: npt.NDArray[Any]
    centres: npt.NDArray[Any]
    tracks: tuple[tuple[Track, Track], ...]
    clicks: tuple[str, ...]
    said: tuple[str, ...]

    @property
    def across(self) -> list[float]:
        """The abscissa of each centre, to the metre."""
        found: list[float] = self.centres[:, 0].round().astype(int).tolist()
        return found

    @property
    def along(self) -> list[float]:
        """The ordinate of each centre, to the metre."""
        found: list[float] = self.centres[:, 1].round().astype(int).tolist()
        return found


@lru_cache(16)
def drawn(shapes: tuple[Shape, ...]) -> Shapes:
    """Those that have an outline, the same for every view of a publication."""
    places = tuple(place for place, shape in enumerate(shapes) if shape.rings)
    held = tuple(shapes[place] for place in places)
    kinds = list(dict.fromkeys((shape.territory.kind, shape.territory.outline) for shape in held))
    return Shapes(
        held,
        places,
        tuple(place for place, shape in enumerate(shapes) if not shape.rings),
        tuple(kinds),
        tuple(kinds.index((shape.territory.kind, shape.territory.outline)) for shape in held),
        np.array([shape.outlines.box for shape in held], dtype=float).reshape(-1, 4),
        np.array([shape.centre for shape in held], dtype=float).reshape(-1, 2),
        tuple(shape.outlines.tracks for shape in held),
        tuple(f"quartier={shape.territory.code}" for shape in held),
        tuple(f"{shape.territory.name}\u00a0: " for shape in held),
    )
