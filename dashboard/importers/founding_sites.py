"""Where a quarter stands when its file does not say it: by its outline, then by its communes."""

from __future__ import annotations

from collections.abc import Sequence
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
    most of its outline, where one does; one that says no agglomeration, that of its communes."""
    return tuple(_in_agglomeration(one, named) for one in _in_communes(told, shapes))


def _in_communes(
    told: Sequence[ToldFeature], shapes: Sequence[BaseGeometry]
) -> tuple[ToldFeature, ...]:
    naming = [rank for rank, one in enumerate(told) if one.quarter.communes]
    outlines = shapely.make_valid(np.array([shapes[rank] for rank in naming], dtype=object))
    tree = shapely.STRtree(outlines)
    return tuple(
        one
        if one.quarter.communes
        else _like(one, [(told[naming[i]], outlines[i]) for i in tree.query(shape)], shape)
        for one, shape in zip(told, shapes, strict=True)
    )


def _like(
    one: ToldFeature, near: Sequence[tuple[ToldFeature, BaseGeometry]], shape: BaseGeometry
) -> ToldFeature:
    """The feature in the communes of the one near it that shares most of its outline."""
    valid = shapely.make_valid(shape)
    shares = [(_shared(valid, outline), other.quarter.communes) for other, outline in near]
    most, communes = max(shares, key=lambda item: item[0], default=(0.0, ()))
    return replace(one, quarter=replace(one.quarter, communes=communes)) if most > _MOST else one


def _shared(one: BaseGeometry, other: BaseGeometry) -> float:
    smaller = min(one.area, other.area)
    return float(one.intersection(other).area / smaller) if smaller else 0.0


def _in_agglomeration(one: ToldFeature, named: NamedPlaces) -> ToldFeature:
    if one.sirens:
        return one
    places = ((place_of(one.quarter.code, item), item.code) for item in one.quarter.communes)
    codes = (code or named.codes.get(place, "") for place, code in places)
    return replace(one, sirens=tuple(dict.fromkeys(filter(None, map(named.siren, codes)))))
