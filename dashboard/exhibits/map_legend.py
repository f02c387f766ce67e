"""What each mark of the map of quarters means."""

from __future__ import annotations

from dashboard.domain import french
from dashboard.domain.quarter_map import QuarterMap
from dashboard.domain.territory import Outline, PlaceDrawing, TerritoryKind
from dashboard.view import View

Drawings = frozenset[tuple[TerritoryKind, PlaceDrawing]]
"""The kinds of quarters of a map, each with how its place is known."""

_MARKED = {
    Outline.APPROXIMATE: ("point", ""),
    Outline.UNKNOWN: ("mark", " : placé dans sa commune"),
}
"""What is a numbered mark on the map: its swatch, and what its legend adds."""


def of(
    view: View, drawings: Drawings, drawn: QuarterMap, euros: bool = False
) -> tuple[tuple[str, str], ...]:
    """The swatch and the words of each kind of mark that the map holds, in reading order; circles
    say ``euros`` or how many."""
    said = sorted({drawing.label for kind, drawing in drawings if kind is TerritoryKind.QPV})
    dashed = (
        "qpv-indicatif"
        if (TerritoryKind.QPV, PlaceDrawing(Outline.INDICATIVE)) in drawings
        else "qpv"
    )
    dashed = "qpv-contour" if dashed == "qpv" and drawn.classes else dashed
    found = [(dashed, f"Quartier prioritaire, {french.listed(said, 'ou')}")] if said else []
    called = view.worded("Quartier en veille active")
    watched = {drawing for kind, drawing in drawings if kind is TerritoryKind.QVA}
    if any(drawing.outline not in _MARKED for drawing in watched):
        found.append(("qva", called))
    for drawing in sorted(watched, key=lambda drawing: drawing.label):
        if drawing.outline in _MARKED:
            swatch, end = _MARKED[drawing.outline]
            found.append((swatch, f"{called}, {drawing.label}{end}"))
    marked = (shape.territory for shape in drawn.strong if not shape.rings)
    found += [(str(quarter.mark), quarter.name) for quarter in marked if quarter.mark]
    if drawn.measure == "circle":
        what = "montant" if euros else "nombre"
        found.append(
            ("circle", f"La surface du cercle est proportionnelle au {what}{_ends(drawn)}")
        )
    return tuple(found)


def _ends(drawn: QuarterMap) -> str:
    """The years that share the scale of the circles, then what bears none."""
    scale = drawn.scale
    years = french.in_years(scale.first, scale.last) if scale and scale.is_shared else ""
    return f"{f', à la même échelle {years}' if years else ''}{_bare(drawn)}"


def _bare(drawn: QuarterMap) -> str:
    """What is said of the quarters that have no circle, where lines are counted."""
    some = drawn.indicator is None and not all(drawn.told.sizes)
    return " ; sans cercle, aucune ligne ne nomme le quartier" if some else ""
