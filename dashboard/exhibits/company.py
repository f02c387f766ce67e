"""« Qui lui ressemble »: the quarters of the country most like one of ours, side by side."""

from __future__ import annotations

from dashboard import catalogue, keys
from dashboard.content import Cell, Column, Exhibit, Row, Table, Text, text
from dashboard.domain import french
from dashboard.domain.indicator import Indicator
from dashboard.domain.likeness import Companion, Company
from dashboard.domain.rounding import decimals
from dashboard.domain.territory import Territory
from dashboard.exhibits import common
from dashboard.view import View

SLUG = "semblables"
VARIABLES = ("population", "indice-jeunesse", "taux-pauvrete")


def exhibit(view: View, quarter: Territory) -> Exhibit | None:
    """The quarters most like that one; None where nothing is published of them."""
    found = view.store.company(quarter.code)
    if found is None:
        return None
    indicators = tuple(map(catalogue.indicator, VARIABLES))
    count = french.cardinal(len(found.others))
    frame = common.frame_of(view, (keys.QUARTER,))
    subtitle = "Par la taille, l’âge et le revenu de leurs habitants"
    observed = [
        view.store.values.observation(item, quarter.code, year)
        for item, year in zip(indicators, found.years, strict=True)
    ]
    steps = [item.step if item else 0.0 for item in observed]
    return Exhibit(
        slug=SLUG,
        title=f"Les {count} quartiers qui ressemblent le plus {_to(quarter)}",
        subtitle=f"{subtitle}, {common.perimeter_text(quarter.generation)}",
        table=_table(found, tuple(zip(indicators, found.years, steps, strict=True)), quarter),
        table_first=True,
        reading=_reading(found, quarter),
        alt=common.alt(f"Tableau des quartiers qui ressemblent le plus {_to(quarter)}"),
        source=common.source_of(view, found.sources, french.years(*_span(found))),
        frame=frame,
        file_name=common.file_name(view, frame, SLUG),
        notes=(_method(found), _LIMIT),
        tags=(
            *common.warning_tags(view),
            *common.until_tag(view, max(found.years)),
            *common.presumed_tag(observed),
        ),
    )


_LIMIT = (
    "L’ordre est celui de la ressemblance : aucun de ces quartiers n’est meilleur ni pire. Se "
    "ressembler par trois chiffres n’est pas être pareil."
)


def _to(quarter: Territory) -> str:
    """« au Biollay - Bellevue »: what a quarter is like, mostly in the words of where it is."""
    return quarter.at if quarter.at.startswith(("à", "au")) else f"à celui {quarter.of}"


def _span(found: Company) -> tuple[int, int]:
    return min(found.years), max(found.years)


def _method(found: Company) -> str:
    compared = french.counted(found.compared, "quartier")
    return (
        "Trois chiffres sont comparés : le nombre d’habitants, par son logarithme, l’indice de "
        "jeunesse et le taux de pauvreté. Chacun est compté en écarts types autour de la moyenne "
        f"des {compared} de France métropolitaine qui ont les trois, et la distance entre deux "
        "quartiers est celle de ces trois nombres (euclidienne)."
    )


ComparedValue = tuple[Indicator, int, float]
"""What is compared: an indicator, its year, the step to which the file publishes it."""


def _table(found: Company, compared: tuple[ComparedValue, ...], quarter: Territory) -> Table:
    columns = (
        Column("Quartier"),
        Column("Commune"),
        *(Column(f"{item.label} {year}", numeric=True) for item, year, _ in compared),
        Column("Distance", numeric=True, detail=True),
    )
    caption = f"Quartiers qui ressemblent le plus {_to(quarter)}"
    own = _row(found.own, compared, quarter.name, own=True)
    rows = tuple(_row(other, compared, other.name) for other in found.others)
    return Table(caption, columns, (own, *rows), noun=("quartier", "quartiers"))


def _row(one: Companion, compared: tuple[ComparedValue, ...], name: str, own: bool = False) -> Row:
    values = (
        Cell(item.format(value, step), value, decimals=decimals(item.coarsest(step)))
        for (item, _, step), value in zip(compared, one.values, strict=True)
    )
    distance = (
        Cell(french.NOT_APPLICABLE) if own else Cell(french.number(one.distance, 2), one.distance)
    )
    return Row((Cell(name, strong=own), Cell(one.communes), *values, distance), current=own)


def _reading(found: Company, quarter: Territory) -> Text:
    """« le quartier qui ressemble le plus au Biollay est La Capsulerie (Bagnolet) »."""
    first = found.others[0]
    named = [f"{other.name} ({other.communes})" for other in found.others[1:3]]
    beside = f" ; viennent ensuite {french.listed(named)}" if named else ""
    return text(
        f"le quartier qui ressemble le plus {_to(quarter)} est {first.name} ({first.communes})"
        f"{beside}."
    )
