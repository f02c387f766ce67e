"""Every indicator as a small drawing: its lines, its last values, its gap, its verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard import keys
from dashboard.charts.looks import Looks, ranked
from dashboard.content import Span, Text, text
from dashboard.content.thumbnails import Fact, Legend, Thumbnail, Thumbnails
from dashboard.domain import french
from dashboard.domain.indicator import Indicator, Theme, show
from dashboard.domain.series import Series
from dashboard.domain.sparkline import Extent, Sparkline
from dashboard.exhibits import choose, common, glance, sought
from dashboard.exhibits.glance import Glance
from dashboard.exhibits.stand import QuarterStand
from dashboard.view import View

FIRST = 4
"""Drawings of a theme that a phone shows before it is asked for more."""


def of_theme(view: View, theme: Theme) -> Thumbnails | None:
    """The drawings of one theme; None where the view keeps none of its indicators."""
    kept = [item for item in sought.indicators(view) if item.theme == theme.slug]
    if not kept:
        return None
    shown = {item.slug: glance.of(view, item) for item in kept}
    found = [one for one in shown.values() if one]
    usual = Counter(one.generation for one in found).most_common(1)
    generation, span = usual[0][0] if usual else "", span_of(view)
    count = french.counted(len(found), "indicateur")
    perimeters = common.perimeter_text(generation)
    return Thumbnails(
        theme.name,
        ", ".join(part for part in (count, perimeters) if part),
        tuple(_drawn(view, one, span, generation) for one in found),
        _without(view, [item for item in kept if shown[item.slug] is None]),
        0 if keys.QUESTION.value(view.selection) else FIRST,
    )


def span_of(view: View) -> tuple[int, int]:
    """The years of every small drawing: the first and the last of which a quarter has a value."""
    if span_of not in view.made:
        view.made[span_of] = _span(view)
    first, last = view.made[span_of]
    return first, last


def _span(view: View) -> tuple[int, int]:
    values = view.store.values
    generations = view.store.choices.generations
    years = {
        year
        for item in values.indicators
        for generation in generations
        for year in values.years_of(item, generation)
    }
    return (min(years), max(years)) if years else (0, 1)


def _drawn(view: View, found: Glance, span: tuple[int, int], usual: str) -> Thumbnail:
    item = found.indicator
    lines, beside = tuple(one.line for one in found.stands), found.references
    looks = _looks(view, found.generation)
    chosen = tuple(one.code for one in choose.highlighted(view, found.generation))
    chart = Sparkline(lines, beside, span, chosen, found.extents, item.breaks, looks)
    facts = tuple(_facts(found, chart))
    verdict = _verdict(found)
    if verdict:
        facts = tuple(replace(fact, verdict="") for fact in facts)
    href = view.here(indicateur=item.slug)
    foot = _foot(found, usual) if found.year else f"Rien jusqu’en {view.selection.year}"
    return Thumbnail(item.label, href, chart, _alt(chart), facts, verdict, foot)


def _verdict(found: Glance) -> str:
    """What is said of every gap, where it is the same of all."""
    told = {str(one.judged.trend) for one in found.stands if one.judged and one.line.points}
    whole = not found.extents or {trend for trend, _ in found.verdicts} == told
    return told.pop() if whole and len(told) == 1 else ""


def _alt(chart: Sparkline) -> str:
    years = chart.years
    known = french.counted(len(years), "année connue", "années connues")
    if len(years) == 1:
        return common.alt(f"Une seule année connue : {years[0]}")
    return common.alt(f"Courbe de {years[0]} à {years[-1]}, {known}")


def _facts(found: Glance, chart: Sparkline) -> Iterator[Fact]:
    """The spread of all the quarters where they are many, then each one that is told apart."""
    if found.spread:
        yield _spread(found, found.spread)
    for one in found.stands:
        if one.line.points:
            rank = chart.looks[one.quarter.code]
            yield _fact(found, one, rank)


def _spread(found: Glance, spread: Extent) -> Fact:
    item, (year, low, high) = found.indicator, spread
    ends = dict.fromkeys(item.formats([low, high]))
    said = " à ".join(ends)
    name = f"Les {french.number(found.quarters)} quartiers"
    counts = ", ".join(f"{trend} ({count})" for trend, count in found.verdicts)
    verdict = f"l’écart : {counts}" if counts else ""
    return Fact(name, f"{said}{_dated(year, found.year)}", verdict=verdict)


def _fact(found: Glance, one: QuarterStand, rank: int) -> Fact:
    last = one.last
    year = last.year if last else 0
    said = f"{show(found.indicator, last)}{_dated(year, found.year)}"
    gap = f"{one.gap.difference.signed}{_dated(one.gap.year, year)}" if one.gap else ""
    return Fact(one.quarter.name, said, gap, str(one.judged.trend) if one.judged else "", rank)


def _dated(year: int, usual: int) -> str:
    return "" if not year or year == usual else f" ({year})"


def _foot(found: Glance, usual: str) -> str:
    """« 2021 · Chambéry : 19 % »; the perimeters where they are not the usual ones."""
    year = found.year
    beside = tuple(_compared(found, line, year) for line in found.references)
    others = common.perimeter_text(found.generation) if found.generation != usual else ""
    presumed = common.presumed_tag(one.last for one in found.stands)
    return " · ".join(part for part in (str(year), *presumed, *beside, others) if part)


def legend(view: View) -> Legend:
    """What the marks of the drawings stand for."""
    generations = view.store.choices.generations
    shown = view.selection.generation or min(generations, default="")
    count, by_code = len(choose.measured_quarters(view, shown)), view.store.places.by_code
    looks = _looks(view, shown).items()
    items = [(f"q{rank}", by_code[code].name) for code, rank in looks]
    if count > glance.FEW:
        items = [("b", f"les {french.number(count)} quartiers, du plus bas au plus haut"), *items]
    said = (*map(text, _READING), _perimeters(view))
    return Legend("Lire les dessins", (*items, ("r", REFERENCE)), said)


def _looks(view: View, generation: str) -> Looks:
    """The mark of each quarter that the drawings tell apart: a place has one, whatever its
    perimeter."""
    told = choose.measured_quarters(view, generation)
    if len(told) > glance.FEW:
        told = choose.highlighted(view, generation)[: glance.FEW]
    place_of = view.store.places.place_of
    ordered = sorted(told, key=lambda quarter: place_of[quarter.code])
    return ranked(quarter.code for quarter in ordered)


def _perimeters(view: View) -> Text:
    """Which perimeters are shown, and the way to the others."""
    generations, chosen = view.store.choices.generations, view.selection.generation or ""
    if len(generations) < 2:
        return ()
    usual = "ceux qui ont le plus d’années, indicateur par indicateur"
    here = f"ceux de {chosen}" if chosen else usual
    others: list[str | Span] = []
    for code in ("", *generations):
        if code != chosen:
            label = f"ceux de {code}" if code else usual
            link = Span(label, href=view.here(generation=code or None))
            others += [" ou " if others else "", link]
    return text(f"Périmètres montrés : {here}. Voir ", *others, ".")


REFERENCE = "la référence : l’agglomération, sinon la ville centre"
_READING = (
    "Chaque dessin a sa propre échelle : les hauteurs ne se comparent pas d’un dessin à l’autre ; "
    "les années, si.",
    "Un trait vertical coupe la ligne là où la méthode a changé : les deux côtés ne se comparent "
    "pas.",
    "Sous le dessin : la dernière valeur connue, l’écart avec la référence, et s’il se réduit.",
)


def _compared(found: Glance, line: Series, year: int) -> str:
    """« Chambéry : 19 % », of the year of the gap, else of the last one."""
    gaps = (one.gap for one in found.stands if one.gap)
    gap = next((gap for gap in gaps if gap.reference_territory == line.territory), None)
    point = line.at(gap.year if gap else year)
    if point is None:
        return ""
    return f"{line.territory.name} : {line.shown(point)}{_dated(point.year, year)}"


def _without(view: View, missing: Sequence[Indicator]) -> Text:
    """The indicators that no quarter has a value of, each a link all the same."""
    if not missing:
        return ()
    links = [Span(item.label, href=view.here(indicateur=item.slug)) for item in missing]
    parts: list[str | Span] = ["Sans valeur dans ces périmètres : "]
    for place, link in enumerate(links):
        parts += [link, "." if place == len(links) - 1 else ", "]
    return text(*parts)
