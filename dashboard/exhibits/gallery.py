"""The whole gallery as one table: every indicator, its last value, its gap, its verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from dashboard import catalogue, keys
from dashboard.content import Cell, Column, Exhibit, Row, Table, Text, text
from dashboard.domain import french
from dashboard.domain.indicator import Indicator
from dashboard.exhibits import choose, common, sought, stand
from dashboard.exhibits.map_reading import sentence
from dashboard.exhibits.stand import QuarterStand
from dashboard.view import View

SLUG = "galerie"
TITLE = "Tous les indicateurs, en un tableau"
PlacedIndicator = tuple[Indicator, str]
"""An indicator and the code of a quarter."""
_COLUMNS = (
    Column("Indicateur"),
    Column("Quartier"),
    Column("Année", numeric=True),
    Column("Dernière valeur", numeric=True),
    Column("Année de l’écart", numeric=True, detail=True),
    Column("Référence", numeric=True, note="Territoire de référence"),
    Column("Écart", numeric=True),
    Column("Évolution de l’écart"),
    Column("Pourquoi", detail=True),
)
_NONE = Cell(french.NOT_APPLICABLE)
_A_COUNT = "un effectif ne se compare pas à celui d’un territoire plus grand"


def exhibit(view: View) -> Exhibit:
    """A row an indicator and a quarter, theme by theme."""
    shown = sought.indicators(view)
    lines = tuple(_lines(view, shown))
    count = french.counted(len(shown), "indicateur")
    frame = common.frame_of(view, _depends(view), _marks(view))
    return Exhibit(
        slug=SLUG,
        title=TITLE,
        subtitle=f"{count}{_asked(view)}, dernière année connue jusqu’en {view.selection.year}",
        table=Table(
            "Dernière valeur, référence, écart et verdict de chaque indicateur",
            _COLUMNS,
            common.made(lines, partial(_row, view)),
            (common.MARKS_NOTE,),
            "Aucun indicateur ne répond à ce choix.",
            paged=True,
        ),
        table_first=True,
        reading=_reading(view, lines),
        alt=common.alt(f"Tableau de {count}"),
        source=common.indicators_source(view, shown) if shown else _NO_SOURCE,
        frame=frame,
        file_name=common.file_name(view, frame, SLUG),
        notes=(*_left_out(view), *_NOTES),
        tags=common.warning_tags(view),
    )


_NO_SOURCE = "aucune, faute d’indicateur"
_NOTES = (
    "L’écart est celui de la dernière année que le quartier et sa référence ont en commun.",
    "Une évolution ne se mesure ni au travers d’une rupture de série, ni entre deux années qui se "
    "suivent, ni sans référence.",
    common.NEAR_NOTE,
    common.MARKS_NOTE,
)


def _depends(view: View) -> tuple[keys.Key, ...]:
    return (keys.YEAR, keys.GENERATION, keys.PILLAR, *_quarter(view))


def _marks(view: View) -> tuple[keys.Key, ...]:
    """The key of the quarter, where the rows of the chosen one are marked."""
    generations = view.store.choices.generations
    return (keys.QUARTER,) if any(choose.marks(view, code) for code in generations) else ()


def _quarter(view: View) -> tuple[keys.Key, ...]:
    """The key of the quarter, where so many stand that the chosen one must be named."""
    return (keys.QUARTER,) if _left_out(view) else ()


def _left_out(view: View) -> tuple[str, ...]:
    generation = view.selection.generation or max(view.store.choices.generations, default="")
    return choose.left_out(view, generation, choose.HIGHEST)


def _asked(view: View) -> str:
    """« pour « chômage » », where the reader looks for something."""
    asked = keys.QUESTION.value(view.selection)
    return f" pour « {asked} »" if asked else ""


def _lines(view: View, shown: tuple[Indicator, ...]) -> Iterator[PlacedIndicator | Row]:
    """The head of each theme, then its indicators, each with the quarters that have a value."""
    for theme in catalogue.THEMES:
        lines = [line for item in shown if item.theme == theme.slug for line in _of(view, item)]
        if lines:
            yield Row((Cell(theme.name),), group=True)
            yield from lines


def _of(view: View, indicator: Indicator) -> Iterator[PlacedIndicator]:
    generation = choose.generation_of(view, indicator)
    for quarter in choose.told_apart(view, indicator, generation):
        if view.store.values.years(indicator, [quarter.code]):
            yield indicator, quarter.code


def _row(view: View, line: PlacedIndicator) -> Row:
    indicator, code = line
    found = stand.of(view, indicator, code)
    head = Cell(indicator.label, href=view.link("/evolutions", indicateur=indicator.slug))
    quarter = Cell(found.quarter.name, href=view.portrait(code))
    presumed = common.presumed_tag((found.last,))
    year = Cell(str(found.last.year), found.last.year, tags=presumed) if found.last else _NONE
    value = common.value_cell(indicator, found.last)
    chosen = found.quarter in choose.highlighted(view, found.quarter.generation)
    cells = (head, quarter, year, value, *_beside(found), *_verdict(found))
    return Row(cells, current=chosen)


def _beside(found: QuarterStand) -> tuple[Cell, ...]:
    """The year of the gap, the reference, the gap."""
    gap = found.gap
    if gap is None:
        none = Cell(french.NOT_AVAILABLE) if found.judged else _NONE
        return (none, none, none)
    reference = common.value_cell(gap.indicator, gap.reference)
    named = replace(reference, note=gap.reference_territory.name)
    return (Cell(str(gap.year), gap.year), named, common.difference_cell(gap))


def _verdict(found: QuarterStand) -> tuple[Cell, Cell]:
    if found.judged is None:
        return _NONE, Cell(_A_COUNT)
    return Cell(str(found.judged.trend)), Cell(found.judged.reason)


def _reading(view: View, lines: tuple[PlacedIndicator | Row, ...]) -> Text:
    """What the first line says that has a gap, else the first one."""
    pairs = [line for line in lines if not isinstance(line, Row)]
    if not pairs:
        return text("aucun indicateur n’a de valeur pour ce choix.")
    found = (stand.of(view, indicator, code) for indicator, code in pairs)
    first = next((one for one in found if one.gap), None) or stand.of(view, *pairs[0])
    said = sentence(first.line.indicator, first.quarter, first.last)
    if first.judged is None:
        return said
    return text(*said, f" L’écart se réduit-il ? {french.capital(first.judged.trend)}.")
