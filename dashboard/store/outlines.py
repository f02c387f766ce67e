"""The outlines of a publication, as its files hold them."""

from __future__ import annotations

from typing import Any

from dashboard.domain import map_window
from dashboard.domain.ground import Background, Inset
from dashboard.domain.quarter_map import BoundingBox, Outlines, QuarterShape, Ring
from dashboard.domain.territory import Outline, Territory
from dashboard.store.archive import Archive

LAND, WATER, FIRST = 0, 1, 2
"""Ranks, in the list that a page holds, of the communes, the water, the first quarter."""


def outlines(archive: Archive, name: str) -> dict[str, tuple[Ring, ...]]:
    """The whole outlines that a file of a publication holds, by code."""
    return {code: _rings(rings) for code, rings in archive.read_json(name).items()}


def shapes(by_code: dict[str, Territory], drawn: dict[str, Any]) -> dict[str, QuarterShape]:
    """The quarters of that table, each as the map draws it, or at its town hall."""
    outlines = {item["code"]: item for item in drawn["quarters"]}
    ranks = {code: FIRST + place for place, code in enumerate(outlines)}
    halls = {code: (float(x), float(y)) for code, _, x, y in drawn["names"]}
    marks = {code: (float(x), float(y)) for code, x, y in drawn["marks"]}
    found: dict[str, QuarterShape] = {}
    for code, territory in by_code.items():
        if not territory.kind.is_quarter:
            continue
        item = outlines.get(code)
        if item is not None and territory.outline is not Outline.UNKNOWN:
            held = Outlines(_rings(item["rings"]), ranks[code])
            found[code] = QuarterShape(territory, held, _point(item["centre"]))
        else:
            hall = halls.get(territory.communes[0], (0.0, 0.0))
            found[code] = QuarterShape(territory, Outlines(()), marks.get(code, hall))
    return found


def towns(by_code: dict[str, Territory], drawn: dict[str, Any]) -> tuple[QuarterShape, ...]:
    """The communes that the table of territories knows, each at its town hall."""
    halls = {code: (float(x), float(y)) for code, _, x, y in drawn["names"]}
    first = FIRST + len(drawn["quarters"])
    return tuple(
        QuarterShape(
            by_code[item["code"]],
            Outlines(_rings(item["rings"]), first + place),
            halls.get(item["code"], _point(item["centre"])),
        )
        for place, item in enumerate(drawn["communes"])
        if item["code"] in by_code
    )


def _rings(rings: list[list[list[float]]]) -> tuple[tuple[tuple[float, float], ...], ...]:
    return tuple(tuple(_point(point) for point in ring) for ring in rings)


def _point(point: list[float]) -> tuple[float, float]:
    return float(point[0]), float(point[1])


def background(drawn: dict[str, Any]) -> Background:
    """What lies under them."""
    west, south, east, north = (float(value) for value in drawn["window"])
    return Background(
        communes=tuple((item["code"], _rings(item["rings"])) for item in drawn["communes"]),
        rank=LAND,
        water=Outlines(_rings(drawn["water"]), WATER),
        names=tuple((name, float(x), float(y)) for _, name, x, y in drawn["names"]),
        window=(west, south, east, north),
        sources=tuple(drawn["sources"]),
        insets=tuple(_inset(item, (west, south, east, north)) for item in drawn["insets"]),
    )


def _inset(item: dict[str, Any], whole: BoundingBox) -> Inset:
    west, south, east, north = (float(side) for side in item["box"])
    box = west, south, east, north
    sight = map_window.around(whole, box, 0).spelled
    return Inset(item["name"], box, float(item["scale"]), sight)
