"""The table, the controls and the notes of the explorer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dashboard import keys
from dashboard.content import Cell, Choice, Column, Control, Row, Table
from dashboard.domain import french
from dashboard.domain.breakdown import Slice
from dashboard.domain.cut import CutPart, Measure, gap
from dashboard.domain.funding import NO_QUARTER
from dashboard.exhibits import common
from dashboard.exhibits.breakdown import FUNDED_ONCE
from dashboard.exhibits.explored import Explored
from dashboard.keys import Key, against, quantity
from dashboard.keys import cut as axes
from dashboard.store.cuts import FUNDER, STAGE

Why = Callable[[Explored, str], str]
"""Why a choice cannot be asked; empty where it can."""
PLACED = (
    "« Non ventilé » : ni l’intitulé ni le nom du porteur ne nomment un quartier, ni un lieu qu’il "
    f"contient. Le nom du porteur est une adresse, pas la zone servie. {common.PLACE_PROPOSED}"
)
STAGED = "Chaque étape contient la suivante : elles ne s’additionnent pas."
OWN_SCALE = (
    "La petite ligne de chaque part va de la première année publiée à la dernière, à sa propre "
    "échelle ; une rupture la coupe, une année sans ligne aussi."
)
ONE_YEAR = "Aucune part n’a de valeur pour deux années : aucune évolution n’est dessinée."
MEAN = "La moyenne est celle des années qui se comparent et où la part a une ligne."


def table(found: Explored, title: str) -> Table:
    """Every part that has a line in these years, with all that may be told of it."""
    caption = f"{title}, {common.filters_text(found.view, constant=False)}".rstrip(", ")
    columns = (
        Column(french.capital(axes.NAMES[found.cut.axis])),
        Column(french.capital(found.view.store.settings.line.number), numeric=True),
        Column("Montant", numeric=True),
        *([Column("Part du montant", numeric=True)] if found.cut.whole else []),
        Column("Montant moyen", numeric=True),
        *_quarter_columns(found),
        *_beside_columns(found),
        *(Column(_of_year(found, year), numeric=True, detail=True) for year in found.cut.years),
    )
    proposed = _proposed(found)
    rows = common.made(found.parts, lambda part: _row(found, part, proposed))
    return Table(caption, columns, rows, notes(found))


def _of_year(found: Explored, year: int) -> str:
    return f"{french.capital(quantity.NAMES[found.measure])} {year}"


def _quarter_columns(found: Explored) -> tuple[Column, ...]:
    if found.cut.axis != keys.QUARTER.name:
        return ()
    return (
        Column("dont proposées, nombre", numeric=True),
        Column("dont proposé, montant", numeric=True),
        Column("Habitants", numeric=True),
        Column("Euros par habitant", numeric=True),
    )


def _beside_columns(found: Explored) -> tuple[Column, ...]:
    if not found.beside:
        return ()
    return Column(french.capital(found.beside), numeric=True), Column("Écart", numeric=True)


def _proposed(found: Explored) -> dict[str, Slice]:
    """What of each quarter a place proposes, by its code."""
    if found.cut.axis != keys.QUARTER.name:
        return {}
    selection = found.view.selection
    places = found.view.store.places
    generation = selection.generation or places.in_force(selection.year)[-1]
    every = found.view.store.money.by_quarter(replace(selection, quarters=()), generation)
    return {item.slug: item for item in every.slices}


def _row(found: Explored, part: CutPart, proposed: dict[str, Slice]) -> Row:
    first, last = found.span
    count = int(found.cut.value(part, Measure.COUNT, first, last) or 0)
    amount = found.cut.value(part, Measure.AMOUNT, first, last) or 0.0
    shares = [share_cell(found.cut.value(part, Measure.SHARE, first, last))]
    cells = (
        Cell(part.head.label, href=_pick(found, part)),
        common.count_cell(count),
        common.money_cell(amount),
        *(shares if found.cut.whole else []),
        common.money_cell(amount / count),
        *_quarter_cells(found, part, proposed),
        *_beside_cells(found, part),
        *(value_cell(found, value) for value in found.cut.series(part, found.measure)),
    )
    return Row(cells, current=part.chosen)


def _pick(found: Explored, part: CutPart) -> str:
    """The page narrowed to that part; the whole again where it is what is chosen."""
    if not part.head.pick:
        return ""
    key, value = part.head.pick
    return found.view.here(**{key: None if part.chosen else value})


def value_cell(found: Explored, value: float | None) -> Cell:
    """A value of the measure, or the mark of a year without line."""
    if value is None:
        return Cell(french.NOT_APPLICABLE)
    if found.measure is Measure.COUNT:
        return common.count_cell(int(value))
    return share_cell(value) if found.measure is Measure.SHARE else common.money_cell(value)


def share_cell(share: float | None) -> Cell:
    """A part of the whole, in percent."""
    if share is None:
        return Cell(french.NOT_APPLICABLE)
    return Cell(french.share(share), round(share, 1))


def _quarter_cells(found: Explored, part: CutPart, proposed: dict[str, Slice]) -> tuple[Cell, ...]:
    if found.cut.axis != keys.QUARTER.name:
        return ()
    none = Cell(french.NOT_APPLICABLE)
    own = proposed.get(part.head.slug)
    placed = (none, none)
    if own is not None and own.slug != NO_QUARTER and own.count:
        placed = (common.count_cell(own.proposed_count), common.money_cell(own.proposed))
    if not part.inhabitants or not part.inhabited(*found.span):
        return (*placed, Cell(french.NOT_AVAILABLE), Cell(french.NOT_AVAILABLE))
    inhabitants = Cell(
        f"{french.number(part.inhabitants)} ({part.inhabitants_year})", part.inhabitants, decimals=0
    )
    return (*placed, inhabitants, _a_head(found, part))


def _a_head(found: Explored, part: CutPart) -> Cell:
    """The euros of a quarter divided by its inhabitants."""
    value = found.cut.value(part, Measure.CAPITA, *found.span)
    return Cell(french.NOT_AVAILABLE) if value is None else common.money_cell(value)


def _beside_cells(found: Explored, part: CutPart) -> tuple[Cell, ...]:
    if not found.beside:
        return ()
    other = found.compared(part)
    return value_cell(found, other), _gap(found, gap(found.value(part), other))


def _gap(found: Explored, apart: float | None) -> Cell:
    if apart is None:
        return Cell(french.NOT_APPLICABLE)
    if found.measure is Measure.SHARE:
        return Cell(french.points(apart), round(apart, 1))
    if found.measure is Measure.COUNT:
        return Cell(french.signed(apart), apart)
    cell = common.money_cell(apart)
    return replace(cell, text=f"{'+' if round(apart) > 0 else ''}{cell.text}")


def controls(found: Explored) -> tuple[Control, ...]:
    """What is measured, by what, compared with what; what cannot be asked says why."""
    shown = (
        (keys.QUANTITY, _why_measure),
        (keys.CUT, _why_cut),
        (keys.AGAINST, _why_against),
    )
    return tuple(_control(found, key, why) for key, why in shown)


def _control(found: Explored, key: Key, why: Why) -> Control:
    made = key.control(found.view.store, found.view.selection)
    choices = tuple(
        Choice(item.value, french.capital(item.label), why(found, item.value))
        for item in made.choices
    )
    nothing = key is keys.AGAINST and found.span[0] != found.span[1]
    return replace(made, choices=choices, value=against.NOTHING if nothing else made.value)


def refusal(found: Explored) -> str:
    """Why the measure that is asked is not the one that is shown, and which one is."""
    return f"{_why_measure(found, found.asked)}, le montant est montré"


def _why_measure(found: Explored, value: str) -> str:
    measure = Measure(value)
    if found.cut.offers(measure):
        return ""
    if measure is Measure.SHARE:
        return "les étapes ne font pas un tout"
    if found.cut.axis != keys.QUARTER.name:
        return "selon le quartier seulement"
    return "aucune population publiée"


def undivided(found: Explored) -> str:
    """« la source ne le dit pas »: why the chosen cut has one part; empty where it has several."""
    return _why_cut(found, found.cut.axis)


def _why_cut(found: Explored, value: str) -> str:
    known = found.view.store.coverage
    if value == FUNDER and known.funders < 2:
        return "un seul financeur connu"
    if value == STAGE and len(known.stages) < 2:
        return "une seule étape connue"
    silent = value in ("public", "age") and not found.view.store.money.values(value)
    return "la source ne le dit pas" if silent else ""


def _why_against(found: Explored, value: str) -> str:
    first, last = found.span
    if first != last and value != against.NOTHING:
        return "pour une seule année"
    if not value.isdigit() or int(value) == last:
        return ""
    return "ne se compare pas" if found.cut.parted(found.measure, int(value), last) else ""


def notes(found: Explored) -> tuple[str, ...]:
    """What the parts are, and how what is drawn is to be read."""
    of_cut = {
        keys.QUARTER.name: (PLACED, common.COUNTED_ONCE),
        FUNDER: (FUNDED_ONCE,),
        STAGE: (STAGED,),
    }
    capita = (_people(found),) if found.measure is Measure.CAPITA else ()
    mean = (MEAN,) if found.beside and found.year_beside is None else ()
    breaks = tuple(f"{item.dated}." for item in found.cut.breaks)
    lines = OWN_SCALE if found.lined else ONE_YEAR
    return (*of_cut.get(found.cut.axis, ()), *capita, *mean, lines, *breaks)


def _people(found: Explored) -> str:
    years = sorted({part.inhabitants_year for part in found.cut.parts if part.inhabitants_year})
    said = f"Population municipale {french.when(years)}" if years else "Population non publiée"
    return (
        f"{said}, du périmètre de ces années. Seul l’argent qui nomme le quartier est divisé : ce "
        "n’est pas ce que chaque habitant reçoit."
    )
