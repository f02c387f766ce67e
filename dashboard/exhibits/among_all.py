"""« Parmi tous les quartiers de France »: of a hundred quarters, how many have more, or less."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard import keys
from dashboard.charts.height import height
from dashboard.content import Cell, Column, Exhibit, Row, Span, Table, Text, text
from dashboard.domain import french
from dashboard.domain.chart import Strip
from dashboard.domain.claim import RowsClaim
from dashboard.domain.distribution import HUNDRED, Distribution, NamedDistribution
from dashboard.domain.indicator import Indicator, Unit, show
from dashboard.exhibits import choose, common
from dashboard.exhibits.map_reading import measured
from dashboard.view import View

SLUG = "parmi-tous"
ALL, INVENTED = "de France métropolitaine", "du pays fictif"
NAMED = 6
"""Quarters that the figure names at most."""
WORDS = {
    Unit.COUNT: ("un nombre plus élevé", "un nombre plus bas"),
    Unit.PERCENT: ("un taux plus élevé", "un taux plus bas"),
}
OTHERWISE = ("une valeur plus élevée", "une valeur plus basse")
DECILES = range(10, HUNDRED, 10)


def exhibit(view: View) -> Exhibit | None:
    """The last year that places a quarter among all; None where nothing is published of all."""
    indicator = choose.indicator_of(view)
    generation = choose.generation_of(view, indicator)
    found = placed(view, indicator, generation)
    if found is None:
        return None
    year, chart = found.distribution.year, Strip(found, choose.looks(view, indicator, generation))
    depends = (keys.YEAR, keys.GENERATION, *choose.keys_of(view))
    frame = common.frame_of(view, depends, choose.marks(view, generation)).of_year(year)
    return Exhibit(
        slug=SLUG,
        title=title(view),
        subtitle=f"{indicator.label}, {year}, {common.perimeter_text(generation)}",
        chart=chart,
        height=height(chart),
        table=_table(found),
        reading=text(*_dots(found.distribution), *_counts(found, _where(view))),
        alt=common.alt(f"Cent points, un par centième des quartiers, {indicator.label}, {year}"),
        source=_source(view, found.distribution),
        frame=frame,
        file_name=common.file_name(view, frame, SLUG, indicator.slug, str(year)),
        notes=(_METHOD, _NO_RANK),
        tags=(
            *common.warning_tags(view),
            *common.until_tag(view, year),
            *common.presumed_tag(item for _, item in found.named),
        ),
    )


_METHOD = (
    "Cent quartiers représentent tous ceux qui ont une valeur : les valeurs rangées, une par "
    "centième de tous. Les quartiers d’outre-mer ne sont pas comptés."
)
_NO_RANK = (
    "Une place n’est ni bonne ni mauvaise : un quartier n’est comparé qu’à ceux de ses périmètres "
    "et de la même année, et deux années ne se comparent pas ainsi."
)


def title(view: View) -> str:
    """What the figure is called."""
    country = "du pays" if view.store.settings.fictional else "de France"
    return f"Parmi tous les quartiers {country}"


def _where(view: View) -> str:
    return INVENTED if view.store.settings.fictional else ALL


def placed(view: View, indicator: Indicator, generation: str) -> NamedDistribution | None:
    """The quarters of the territory among all, in the last year known of both; None where no such
    year is."""
    store = view.store
    found = store.distribution(indicator, generation, view.selection.year)
    if found is None:
        return None
    quarters = choose.told_apart(view, indicator, generation)
    chosen = choose.highlighted(view, generation)
    ordered = sorted(quarters, key=lambda quarter: quarter not in chosen)[:NAMED]
    pairs = ((q, store.values.observation(indicator, q.code, found.year)) for q in ordered)
    named = tuple((q, item) for q, item in pairs if item is not None and item.value is not None)
    return NamedDistribution(found, named) if named else None


def _dots(found: Distribution) -> Text:
    """What a dot is; how many quarters have a value, where many have none."""
    start = "chaque point est un quartier sur cent."
    if not found.partial:
        return text(start)
    published = _counted(found, "publies", found.published)
    quarters = _counted(found, "quartiers", found.quarters)
    rest = " est publiée : les autres ne sont pas comptés."
    return text(f"{start} Seule la valeur de ", published, " quartiers sur ", quarters, rest)


def _counts(found: NamedDistribution, where: str) -> Text:
    """« Sur cent quartiers…, 38 ont un taux plus élevé qu’au Biollay (40 %) et 58 un taux plus
    bas. »"""
    higher, lower = WORDS.get(found.distribution.indicator.unit, OTHERWISE)
    parts: list[str | Span] = [f" Sur cent quartiers prioritaires {where}, "]
    for rank, (territory, item) in enumerate(found.named):
        less, same, more = found.distribution.around(float(item.value or 0))
        counts = [
            _counted(found.distribution, measure, count, territory.code)
            for measure, count in (("plus", more), ("autant", same), ("moins", less))
        ]
        parts += [
            *((" ; ",) if rank else ()),
            counts[0],
            f" {french.agree('[a|ont]', more)} {higher} {french.elide('que', territory.at)} (",
            Span(show(found.distribution.indicator, item), claim=measured(item)),
            ")",
            *((", ", counts[1], " la même valeur") if same else ()),
            " et ",
            counts[2],
            f" {lower}",
        ]
    return text(*parts, ".")


def _counted(found: Distribution, measure: str, count: int, place: str = "") -> Span:
    """A number of quarters, with what it is the number of."""
    where = (
        ("indicateur", found.indicator.slug),
        ("annee", str(found.year)),
        ("perimetre", found.generation),
        *((("territoire", place),) if place else ()),
    )
    return Span(french.number(count), claim=RowsClaim(measure, count, "repartitions", where))


def _table(found: NamedDistribution) -> Table:
    """The named quarters with their counts, then the value under which each tenth stands."""
    indicator = found.distribution.indicator
    columns = (
        Column("Quartier, ou part des quartiers"),
        Column(indicator.label, numeric=True),
        Column("Sur 100, plus bas", numeric=True),
        Column("Sur 100, même valeur", numeric=True),
        Column("Sur 100, plus élevé", numeric=True),
    )
    caption = f"{indicator.label} parmi tous les quartiers, {found.distribution.year}"
    return Table(caption, columns, tuple(_rows(found)))


def _rows(found: NamedDistribution) -> Iterator[Row]:
    shown = found.distribution
    for territory, item in found.named:
        counts = shown.around(float(item.value or 0))
        cells = (common.count_cell(count) for count in counts)
        yield Row(
            (Cell(territory.name, strong=True), common.value_cell(shown.indicator, item), *cells)
        )
    step = found.named[0][1].step
    none = (Cell(""), Cell(""), Cell(""))
    for rank in (0, *DECILES, HUNDRED):
        label = {0: "Le plus bas", HUNDRED: "Le plus élevé"}.get(rank, f"{rank} sur 100 jusqu’à")
        value = shown.centiles[rank]
        yield Row((Cell(label), Cell(shown.indicator.format(value, step), value), *none))


def _source(view: View, found: Distribution) -> str:
    known = f"{french.number(found.published)} quartiers sur {french.number(found.quarters)}"
    label = common.source_label(view, found.source)
    years = f"{label} {found.year}, {known}"
    perimeter = common.perimeter_text(found.generation)
    licence = view.store.source(found.source)["licence"]
    return " · ".join(part for part in (years, perimeter, licence) if part)
