"""The path of young people, step by step: lines, euros, holders, and what is not published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard import keys
from dashboard.charts.height import height
from dashboard.content import Cell, Column, Exhibit, Row, Span, Table, Text, text
from dashboard.domain import french
from dashboard.domain.chart import Ranking, RankingEntry
from dashboard.domain.claim import Claim
from dashboard.domain.contract import Orientation
from dashboard.domain.cut import Cut, CutPart, Measure
from dashboard.domain.funding import Origin
from dashboard.domain.path import NO_STEP
from dashboard.exhibits import common, told
from dashboard.view import View

SLUG, LINK = "parcours-jeunes", "parcours"
NAMED = 3
"""Holders that a row names."""
PROPOSED = (
    "Étape proposée : la source ne dit pas l’âge ; des règles écrites dans une table le proposent "
    "d’après l’intitulé et le porteur, et les agents peuvent le corriger. Une action qui sert tous "
    "les âges n’a pas d’étape."
)

_COUNTED = {Origin.RULE: "dont étape proposée", Origin.CORRECTED: "dont étape corrigée"}


@dataclass(frozen=True, slots=True)
class Path:
    """The steps of the lines of a view, under all of its filters but that of a step."""

    view: View
    cut: Cut

    @property
    def steps(self) -> tuple[CutPart, ...]:
        """Those that have a line in these years, from the youngest on."""
        held = self.cut.ranked(Measure.AMOUNT, *self.view.selection.years)
        return tuple(part for part in held if part.head.slug)

    @property
    def origins(self) -> tuple[Origin, ...]:
        """What is counted apart: the steps that a rule proposes, those that staff corrected."""
        return tuple(origin for origin in _COUNTED if origin in self.view.store.coverage.ages)

    def told(self, part: CutPart, measure: Measure) -> float:
        """Its euros or its lines over these years."""
        return self.cut.value(part, measure, *self.view.selection.years) or 0.0


def exhibit(view: View) -> Exhibit | None:
    """The steps of the chosen years; None where no line of any year has one."""
    found = Path(view, view.store.cuts.of(view.selection, keys.AGE.name))
    if not any(part.head.slug for part in found.cut.parts):
        return None
    span = french.years(*view.selection.years)
    depends = tuple(key for key in keys.of_lines() if key is not keys.AGE)
    frame = common.frame_of(view, depends, (keys.AGE,))
    chart = _chart(found)
    title = f"Le parcours des jeunes, étape par étape, {span}"
    return Exhibit(
        slug=SLUG,
        title=title,
        subtitle=f"{french.capital(view.store.settings.line.name)}, en euros",
        chart=chart,
        height=height(chart),
        table=_table(found, title),
        reading=_reading(found),
        alt=common.alt(f"Barres des étapes du parcours des jeunes, {span}"),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, SLUG, span),
        notes=(PROPOSED,) if common.age_tag(view) else (),
        tags=(*common.warning_tags(view), *common.age_tag(view)),
        verdict=_answered(view),
        empty=f"Aucune ligne n’a d’étape {common.years_text(view)}.",
    )


def _chart(found: Path) -> Ranking | None:
    entries = tuple(
        RankingEntry(
            label=french.capital(part.head.label),
            value=found.told(part, Measure.AMOUNT),
            said=french.short_euros(found.told(part, Measure.AMOUNT)),
            compared=None,
            series=found.cut.series(part, Measure.AMOUNT),
            pick=part.head.pick,
            kept=part.chosen or not any(item.chosen for item in found.cut.parts),
            note=found.view.store.settings.line.brief(int(found.told(part, Measure.COUNT))),
            full=_full(found, part),
        )
        for part in found.steps
    )
    years = found.view.selection.years
    return Ranking(entries, found.cut.years, *years, "", found.cut.breaks) if entries else None


def _full(found: Path, part: CutPart) -> str:
    """« Adolescence : 42 800 € », as the table says it."""
    amount = french.euros(found.told(part, Measure.AMOUNT))
    return french.typeset(f"{french.capital(part.head.label)} : {amount}")


def _table(found: Path, title: str) -> Table:
    columns = (
        Column("Étape"),
        Column(french.capital(found.view.store.settings.line.number), numeric=True),
        *(Column(_COUNTED[origin], numeric=True) for origin in found.origins),
        Column("Montant", numeric=True),
        Column("Porteurs"),
        *(Column(f"Montant {year}", numeric=True) for year in found.cut.years),
    )
    held = found.cut.ranked(Measure.AMOUNT, *found.view.selection.years)
    whole = found.view.selection.having(keys.AGE.name, None)
    apart = [found.view.store.money.steps_from(whole, origin) for origin in found.origins]
    rows = (_row(found, part, [each.get(part.head.slug, 0) for each in apart]) for part in held)
    return Table(title, columns, tuple(rows))


def _row(found: Path, part: CutPart, apart: Sequence[int]) -> Row:
    """``apart``: the lines of that step by what it comes from, as ``found.origins``."""
    none = Cell(french.NOT_APPLICABLE)
    years = (
        none if value is None else common.money_cell(value)
        for value in found.cut.series(part, Measure.AMOUNT)
    )
    href = found.view.here(age=part.head.slug) if part.head.pick else ""
    return Row(
        (
            Cell(french.capital(part.head.label if part.head.slug else NO_STEP), href=href),
            common.count_cell(int(found.told(part, Measure.COUNT))),
            *map(common.count_cell, apart),
            common.money_cell(found.told(part, Measure.AMOUNT)),
            Cell(_holders(found, part)),
            *years,
        )
    )


def _holders(found: Path, part: CutPart) -> str:
    """The holders of the largest amounts of a step, and that there are others."""
    if not part.head.slug:
        return french.NOT_APPLICABLE
    scope = found.view.selection.having(keys.AGE.name, part.head.slug)
    names = [item.label for item in found.view.store.money.by_holder(scope).slices]
    more = " et d’autres" if len(names) > NAMED else ""
    return french.listed(names[:NAMED]) + more


def _reading(found: Path) -> Text:
    """« préadolescence, 12 500 € ; adolescence, 30 000 € ; sans étape, 94,3 % du montant »."""
    if not found.steps:
        return text(f"aucune ligne n’a d’étape {common.years_text(found.view)}.")
    said = [span for part in found.steps for span in _step(found, part)]
    return text(f"{common.years_text(found.view)}, ", *said, *_rest(found), ".")


def _step(found: Path, part: CutPart) -> Iterator[str | Span]:
    scope = found.view.selection.having(keys.AGE.name, None)
    where = (keys.AGE.name, part.head.slug)
    yield f"{part.head.slug}, "
    yield told.amount(scope, found.told(part, Measure.AMOUNT), part=where)
    if part is not found.steps[-1]:
        yield " ; "


def _rest(found: Path) -> Text:
    """What has no step, as a part of all."""
    amount = sum(found.told(part, Measure.AMOUNT) for part in found.cut.parts)
    rest = [part for part in found.cut.parts if not part.head.slug]
    if not rest or not amount or not found.told(rest[0], Measure.AMOUNT):
        return ()
    share = 100 * found.told(rest[0], Measure.AMOUNT) / amount
    scope = found.view.selection.having(keys.AGE.name, None)
    claim = Claim(told.SHARE, share, scope, (keys.AGE.name, ""))
    return text(" ; sans étape, ", Span(french.share(share), claim=claim), " du montant")


def _answered(view: View) -> Text:
    """The orientation that the path answers, and what of it is published nowhere."""
    for item, comment in _announced(view):
        said = f"Orientation de {item.year} : « {item.title} »."
        return text(f"{said} {french.capital(comment)}." if comment else said)
    return ()


def _announced(view: View) -> Iterator[tuple[Orientation, str]]:
    """The last orientations up to the chosen year that the path answers."""
    for year in sorted(view.store.choices.years, reverse=True):
        for item in view.store.orientations(year) if year <= view.selection.year else ():
            for kind, _, comment in view.store.orientation_links(item.code):
                if kind == LINK:
                    yield item, comment
