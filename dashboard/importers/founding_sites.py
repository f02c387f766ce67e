"""Where a quarter stands when its file does not say it: by its outline, then by its communes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.importers.founding_quarters import ToldFeature, place_of
from dashboard.importers.named_places import NamedPlaces

_MOST = 0.5
"""The part of the smaller of two outlines that both cover, above which they are one quarter."""


def sited(
    told: Sequence[ToldFeature], shapes: Sequence[BaseGeometry], named: NamedPlaces
) -> tuple[ToldFeature, ...]:
    """The same features, in order. One that names no commune takes those of the one that shares
    most of its outline, where one does; one that says no agglomeration, that of its communes, else
    that of the outline that shares most of its own."""
    placed = _completed(told, shapes, lambda one: bool(one.quarter.communes), _in_its_communes)
    known = tuple(_in_agglomeration(one, named) for one in placed)
    return _completed(known, shapes, lambda one: bool(one.sirens), _in_its_agglomeration)


def _completed(
    told: Sequence[ToldFeature],
    shapes: Sequence[BaseGeometry],
    whole: Callable[[ToldFeature], bool],
    as_other: Callable[[ToldFeature, ToldFeature], ToldFeature],
) -> tuple[ToldFeature, ...]:
    """The features, each that is not whole being made as the whole one that has its outline."""
    kept = [rank for rank, one in enumerate(told) if whole(one)]
    outlines = shapely.make_valid(np.array([shapes[rank] for rank in kept], dtype=object))
    tree = shapely.STRtree(outlines)

    def completed(one: ToldFeature, shape: BaseGeometry) -> ToldFeature:
        near = [(told[kept[i]], outlines[i]) for i in tree.query(shape)]
        other = _alike(near, shape)
        return one if other is None else as_other(one, other)

    return tuple(
        one if whole(one) else completed(one, shape)
        for one, shape in zip(told, shapes, strict=True)
    )


def _alike(
    near: Sequence[tuple[ToldFeature, BaseGeometry]], shape: BaseGeometry
) -> ToldFeature | None:
    """The feature that shares most of that outline; None where none shares the half of it."""
    valid = shapely.make_valid(shape)
    shares = [(_shared(valid, outline), other) for other, outline in near]
    most, other = max(shares, key=lambda item: item[0], default=(0.0, None))
    return other if most > _MOST else None


def _shared(one: BaseGeometry, other: BaseGeometry) -> float:
    smaller = min(one.area, other.area)
    return float(one.intersection(other).area / smaller) if smaller else 0.0


def _in_its_communes(one: ToldFeature, other: ToldFeature) -> ToldFeature:
    return replace(one, quarter=replace(one.quarter, communes=other.quarter.communes))


def _in_its_agglomeration(one: ToldFeature, other: ToldFeature) -> ToldFeature:
    return replace(one, sirens=other.sirens)


def _in_agglomeration(one: ToldFeature, named: NamedPlaces) -> ToldFeature:
    if one.sirens:
        return one
    places = ((place_of(one.quarter.code, item), item.code) for item in one.quarter.communes)
    codes = (code or named.codes.get(place, "") for place, code in places)
    return replace(one, sirens=tuple(dict.fromkeys(filter(None, map(named.siren, codes)))))
