"""What part of a map is looked at, what stands in it, and the steps that lead elsewhere."""

from __future__ import annotations

from dataclasses import replace

from dashboard import keys
from dashboard.charts.map_shapes import inside
from dashboard.content import Choice, Control, MapMove, Span
from dashboard.domain import french, map_window
from dashboard.domain.chart import PlaceMap
from dashboard.domain.frame import SaidFilter
from dashboard.domain.map_window import Window
from dashboard.domain.quarter_map import QuarterMap, QuarterShape
from dashboard.domain.territory import Territory
from dashboard.exhibits import choose
from dashboard.view import View

NAMED = 4_000.0
"""Metres across of the widest window that names places and streets."""
CLOSE = 400
"""Quarters in sight up to which each is drawn as its source draws it."""
OFFERED = 100
"""Quarters that a list offers; of more, a press on the map or a search leads to one."""
EDGE = 0.05
"""The share of a window, at its edges, in which a mark would be cut."""
SAID = 12
"""Places that the notes of a figure name."""


def window(view: View) -> Window:
    """The window that the address asks: around a quarter, or anywhere; else the whole map."""
    places, asked = view.store.places, keys.WINDOW.value(view.selection)
    whole = places.background.window
    if asked in places.lines:
        return map_window.around(whole, places.close_up(asked).outlines.box)
    return map_window.read(whole, asked)


def said(view: View, sight: Window) -> tuple[SaidFilter, ...]:
    """The window in words, for what leaves with the figure; nothing for the whole map."""
    if sight.is_whole:
        return ()
    words = f"carte cadrée sur {_framed(view, sight)}"
    return (SaidFilter(keys.WINDOW.name, keys.WINDOW.label, words, words, "", "zoom"),)


def _framed(view: View, sight: Window) -> str:
    """A quarter, an inset, or how wide the view is."""
    places, asked = view.store.places, keys.WINDOW.value(view.selection)
    if asked in places.lines:
        return places.by_code[asked].name
    ground = places.background.within(sight.box)
    inset = next((item.name for item in ground.insets if item.holds(sight.box)), "")
    kilometres = sight.width / ground.scale / 1_000
    wide = f"{french.significant(kilometres)}{french.NBSP}km de large"
    return f"{inset}, {wide}" if inset else f"une vue de {wide}"


def further(view: View) -> Span | None:
    """From a page whose map stays still, the way to the one that is moved: at the same quarter
    where the page is that of a quarter; None on that of the map."""
    if view.path == "/quartiers":
        return None
    near = view.param if view.param in view.store.places.lines else None
    href = view.link("/quartiers", **{keys.WINDOW.name: near})
    return Span("Voir de plus près", href=href)


def chart(view: View, drawn: QuarterMap, sight: Window) -> PlaceMap:
    """The map through that window, what inhabitants know it by named where one looks closely."""
    ground = view.store.places.background
    if sight.is_whole:
        return PlaceMap(drawn, ground)
    named = view.store.landmarks(sight.box) if sight.width <= NAMED else ()
    return PlaceMap(_part(view, drawn, sight), ground.within(sight.box), named)


def _part(view: View, drawn: QuarterMap, sight: Window) -> QuarterMap:
    """The quarters in sight, as finely drawn as they are near."""
    shapes = drawn.told.shapes
    near = [place for place, shape in enumerate(shapes) if shape.meets(sight.box)]
    places = [place for place in near if _is_seen(shapes[place], sight)]
    seen = [shapes[place] for place in places]
    if len(places) <= CLOSE:
        seen = [view.store.places.close_up(shape.territory.code) for shape in seen]
    chosen = tuple(at for at, place in enumerate(places) if place in drawn.chosen)
    return replace(drawn, areas=drawn.told.part(places, seen), chosen=chosen, part_of=drawn)


def _is_seen(shape: QuarterShape, sight: Window) -> bool:
    """Whether its outline enters the window, or holds all of it; whether its mark stands in it."""
    if not shape.rings:
        return sight.holds(*shape.centre, EDGE)
    west, south, east, north = sight.box
    points = (point for ring in shape.rings for point in ring)
    enters = any(west <= x <= east and south <= y <= north for x, y in points)
    return enters or inside(shape.rings, [(sight.x, sight.y)])[0]


def told(drawn: QuarterMap, found: PlaceMap) -> QuarterMap:
    """What the sentence of the map speaks of: what is in sight, where something there is told."""
    seen = found.quarters
    return seen if seen.known or any(seen.told.sizes) else drawn


def control(view: View, generation: str, sight: Window) -> Control:
    """The quarters to zoom on: those of the perimeters shown that have an outline; then the window
    that the reader went to, if any."""
    places, asked = view.store.places, keys.WINDOW.value(view.selection)
    quarters = _offered(view, generation, sight)
    same = places.same_place(asked, generation) if asked in places.lines else None
    value = same.code if same else asked
    own = [Choice("", keys.window.WHOLE), *(Choice(q.code, q.name) for q in quarters)]
    elsewhere = value not in {choice.value for choice in own}
    choices = (*own, *([Choice(value, "La vue choisie")] if elsewhere else []))
    return Control(keys.WINDOW.name, keys.WINDOW.prompt, choices, value)


def _offered(view: View, generation: str, sight: Window) -> list[Territory]:
    """Those quarters; where they are too many to be read, those in sight; where these are too, the
    chosen ones."""
    places = view.store.places
    drawn = [shape for shape in places.drawn(generation) if shape.territory.code in places.lines]
    for found in (drawn, [shape for shape in drawn if shape.meets(sight.box)]):
        if len(found) <= OFFERED:
            return [shape.territory for shape in found]
    return list(choose.chosen_quarters(view, generation))


def moves(view: View, sight: Window) -> tuple[MapMove, ...]:
    """The steps from there: nearer, further, on each side, back to the whole map."""
    steps = (
        ("+", "Zoomer", "+", sight.nearer()),
        ("−", "Dézoomer", "-", sight.nearer(0.5)),
        ("←", "Vers l’ouest", "ArrowLeft", sight.aside(-1, 0)),
        ("↑", "Vers le nord", "ArrowUp", sight.aside(0, 1)),
        ("↓", "Vers le sud", "ArrowDown", sight.aside(0, -1)),
        ("→", "Vers l’est", "ArrowRight", sight.aside(1, 0)),
    )
    whole = "" if sight.is_whole else view.here(**{keys.WINDOW.name: None})
    return (
        *(MapMove(sign, label, press, _href(view, sight, to)) for sign, label, press, to in steps),
        MapMove("Tout voir", "", "0", whole),
    )


def _href(view: View, sight: Window, to: Window) -> str:
    if to.spelled == sight.spelled:
        return ""
    return view.here(**{keys.WINDOW.name: to.spelled or None})


def notes(found: PlaceMap) -> tuple[str, ...]:
    """What the map names, for who does not see it."""
    places = [item.name for item in found.landmarks if not item.is_street]
    streets = len(found.landmarks) - len(places)
    if not found.landmarks:
        return _apart(found)
    listed = french.listed(places[:SAID]) or "aucun"
    more = f" et {len(places) - SAID} autres" if len(places) > SAID else ""
    return (
        f"Lieux connus dans cette vue : {listed}{more}. {_streets(streets)}Un lieu ou une voie est "
        "placé par un seul point ; les noms qui se gêneraient ne sont pas écrits.",
    )


def _apart(found: PlaceMap) -> tuple[str, ...]:
    """What is drawn beside the mainland."""
    names = [inset.name for inset in found.ground.insets]
    if not names:
        return ()
    return (
        f"En encart, chacun à son échelle : {french.listed(names)}. L’échelle de la carte est "
        "celle de la métropole, ou de l’encart où l’on regarde.",
    )


def _streets(count: int) -> str:
    return (
        f"{french.counted(count, 'voie nommée', 'voies nommées').capitalize()}. " if count else ""
    )
