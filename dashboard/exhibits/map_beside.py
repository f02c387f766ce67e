"""A second map beside the first: another year, other perimeters, or another measure."""

from __future__ import annotations

from dataclasses import replace

from dashboard import keys
from dashboard.content import Exhibit, Text, text
from dashboard.domain import french
from dashboard.domain.chart import PlaceMap
from dashboard.domain.quarter_map import QuarterMap
from dashboard.exhibits import choose, map_lines, map_years, place_map
from dashboard.keys import beside
from dashboard.view import View

SLUG = "carte-a-cote"
SAME = "Les deux cartes montrent la même chose."


def exhibits(view: View) -> tuple[Exhibit, ...]:
    """The map, then the one that the reader wants beside it, if any: a figure of its own, whose
    verdict says in what it differs from the first."""
    first, other = place_map.exhibit(view), _other(view)
    if other is None:
        return (first,)
    second = place_map.exhibit(other)
    named = replace(
        second,
        slug=SLUG,
        title=f"À côté : {keys.BESIDE.worded(view.store, view.selection)}",
        verdict=_differ(view, other, _drawn(first), _drawn(second)),
        file_name=f"{second.file_name}_a-cote",
        controls=(),
        moves=first.moves,
        timeline=None,
    )
    return first, named


def _other(view: View) -> View | None:
    """The view of the second map; None where nothing is beside."""
    changes = beside.changes(keys.BESIDE.value(view.selection))
    if not changes:
        return None
    selection = view.selection.having(keys.BESIDE.name, None)
    for key, value in changes.items():
        selection = selection.having(key, value)
    return replace(view, selection=selection, asked=None)


def _drawn(item: Exhibit) -> QuarterMap:
    assert isinstance(item.chart, PlaceMap)
    return item.chart.quarters


def _differ(view: View, other: View, first: QuarterMap, second: QuarterMap) -> Text:
    """In what the second map differs from the first, and what may then be compared."""
    years = _years(view, other, first, second)
    if _subject(view, first) != _subject(other, second):
        return _sentences(_measures(view, other, first, second), years)
    apart, scaled = _apart(_perimeters(view), _perimeters(other)), _scaled(first)
    same = "" if apart or years else SAME
    return _sentences(same, apart, years, scaled, _broken(view, first, second))


def _sentences(*said: str) -> Text:
    return text(" ".join(part for part in said if part))


def _subject(view: View, drawn: QuarterMap) -> str:
    return drawn.indicator.label if drawn.indicator else map_lines.subject(view)


def _perimeters(view: View) -> str:
    return choose.generation_of(view, choose.indicator_of(view))


def _measures(view: View, other: View, first: QuarterMap, second: QuarterMap) -> str:
    return (
        f"La première carte montre « {_subject(view, first)} », la seconde "
        f"« {_subject(other, second)} ». Chacune a son échelle : une même teinte, ou un cercle de "
        "même taille, n’y dit pas le même nombre."
    )


def _apart(one: str, another: str) -> str:
    """What is said of two generations of perimeters; empty where they are one."""
    if one == another:
        return ""
    return (
        f"Les périmètres diffèrent : ceux de {one} sur la première carte, ceux de {another} sur la "
        "seconde. Un quartier n’y a pas les mêmes limites : ses deux valeurs ne se soustraient pas."
    )


def _years(view: View, other: View, first: QuarterMap, second: QuarterMap) -> str:
    """« La première carte montre 2021, la seconde 2016. »; empty where they show the same."""
    one, another = _year(view, first), _year(other, second)
    return "" if one == another else f"La première carte montre {one}, la seconde {another}."


def _year(view: View, drawn: QuarterMap) -> str:
    if drawn.indicator is None:
        return french.years(*view.selection.years)
    return str(drawn.year) if drawn.year else "aucune année, faute de valeur"


def _broken(view: View, first: QuarterMap, second: QuarterMap) -> str:
    """The breaks between the years of two maps of one measure; empty where there is none."""
    if first.year is None or second.year is None:
        return ""
    years = sorted((first.year, second.year))
    return map_years.broken(view, choose.indicator_of(view), _perimeters(view), *years)


def _scaled(drawn: QuarterMap) -> str:
    what = "Un cercle de même taille" if drawn.measure == "circle" else "Une même teinte"
    return f"{what} dit le même nombre sur les deux." if drawn.scale else ""
