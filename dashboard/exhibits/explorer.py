"""One large figure: a measure, by a cut, compared with something, for some years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from dashboard import keys
from dashboard.charts.height import height
from dashboard.content import Exhibit, Text, text
from dashboard.domain import cut as cuts
from dashboard.domain import french
from dashboard.domain.chart import Ranking, RankingEntry
from dashboard.domain.cut import CutPart, Measure
from dashboard.domain.frame import Frame
from dashboard.exhibits import common, explorer_reading, explorer_table, told
from dashboard.exhibits.explored import Explored, explored
from dashboard.keys import cut as axes
from dashboard.keys import quantity
from dashboard.view import View

SLUG = "explorer"
LIMIT = 12
"""Parts that are drawn; the others stand in one last bar, and all of them in the table."""
BY: Mapping[str, str] = MappingProxyType(
    {name: f"par {words}" for name, words in axes.NAMES.items()}
    | {"age": "le long du parcours des jeunes"}
)


NOTHING = "Rien à dessiner pour ces années : la lecture dit pourquoi."
"""What stands for the bars where none has a value."""


def exhibit(view: View) -> Exhibit:
    """The figure, with its controls and its table."""
    found = explored(view)
    chart = _chart(found)
    span, line = french.years(*found.span), view.store.settings.line
    frame = _frame(found)
    title = f"{french.capital(_what(found))} {BY[found.cut.axis]}, {span}"
    return Exhibit(
        slug=SLUG,
        title=title,
        subtitle=french.capital(_subtitle(found)),
        chart=chart,
        height=height(chart),
        table=explorer_table.table(found, title),
        reading=explorer_reading.of(found),
        alt=common.alt(_alt(found, title)),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, line.plural, BY[found.cut.axis], span),
        notes=explorer_table.notes(found),
        tags=(*common.warning_tags(view), *_tags(found)),
        controls=explorer_table.controls(found),
        verdict=_verdict(found),
        empty=NOTHING if found.parts else f"{french.capital(told.of(view).absence)}.",
    )


def _verdict(found: Explored) -> Text:
    """Why what is measured is not what is asked, why one bar stands alone, why nothing is
    compared."""
    asked = f"{french.capital(quantity.NAMES[found.asked])} : {explorer_table.refusal(found)}."
    whole = explorer_table.undivided(found)
    name = french.capital(axes.NAMES[found.cut.axis])
    said = (
        asked if found.asked is not found.measure else "",
        f"{name} : {whole}, il n’y a rien à répartir." if whole and found.parts else "",
        found.why_alone,
    )
    return text(" ".join(filter(None, said))) if any(said) else ()


def _what(found: Explored) -> str:
    """« montant des subventions de l’État »."""
    line = found.view.store.settings.line
    name = quantity.NAMES[found.measure]
    of = {Measure.COUNT: line.number, Measure.CAPITA: f"{line.plural}, {name}"}
    return of.get(found.measure, f"{name} des {line.plural}")


def _frame(found: Explored) -> Frame:
    """Every filter changes the figure but that of its own cut, which it marks; where all parts are
    not drawn, the chosen one is, so that it changes the figure too."""
    view, own = found.view, explorer_reading.own(found)
    lines = keys.of_lines()
    depends = [key for key in lines if key is not own or len(found.parts) > LIMIT]
    more = [keys.QUANTITY, keys.CUT, keys.AGAINST]
    if own is keys.QUARTER and (view.store.places.renamed or found.measure is Measure.CAPITA):
        more.append(keys.GENERATION)
    return common.frame_of(view, (*depends, *more), (own,) if own else ())


def _tags(found: Explored) -> tuple[str, ...]:
    if found.cut.axis == keys.THEME.name:
        return common.theme_tag(found.view)
    if found.cut.axis == keys.AGE.name:
        return common.age_tag(found.view)
    return common.pillar_tag(found.view) if found.cut.axis == keys.PILLAR.name else ()


def _subtitle(found: Explored) -> str:
    said = told.of(found.view)
    beside = told.beside(found.view) if found.cut.axis == keys.QUARTER.name else said.beside
    ticks = f"trait : {found.beside}" if found.beside else ""
    return told.joined(said.alone, beside, ticks)


def _alt(found: Explored, title: str) -> str:
    part, kept = explorer_reading.spoken(found), told.of(found.view)
    if part is None or not kept.count:
        return f"{title} : {kept.absence}"
    return f"Barres, {french.uncapital(title)} : {part.head.label}, {found.said(found.value(part))}"


def _chart(found: Explored) -> Ranking | None:
    """The bars; None where no part has a value, which a sentence tells better."""
    if all(found.value(part) is None for part in found.parts):
        return None
    return Ranking(
        tuple(_entry(found, part) for part in _drawn(found)),
        found.cut.years,
        *found.span,
        found.beside,
        found.cut.breaks if found.measure is not Measure.COUNT else (),
    )


def _drawn(found: Explored) -> Iterator[CutPart]:
    """The first parts, those chosen, what the others make, then what is not classed. One other
    alone keeps its name."""
    named = [part for part in found.parts if not part.head.unsaid]
    first = [*named[:LIMIT], *(part for part in named[LIMIT:] if part.chosen)]
    others = [part for part in named if part not in first]
    yield from first
    if len(others) == 1:
        yield from others
    elif others and found.measure in (Measure.AMOUNT, Measure.COUNT, Measure.SHARE):
        yield cuts.total(others, f"{french.number(len(others))} autres, ensemble")
    yield from (part for part in found.parts if part.head.unsaid)


def _entry(found: Explored, part: CutPart) -> RankingEntry:
    value = found.value(part)
    several = part.head.slug == cuts.OTHERS
    share = _part_of_all(found, part)
    return RankingEntry(
        label=part.head.label,
        note=share,
        full=_full(found, part, share),
        value=None if several else value,
        said=_short(found, value),
        compared=None if several else found.compared(part),
        series=found.cut.series(part, found.measure),
        role=part.head.role,
        pick=part.head.pick,
        kept=part.chosen or not found.narrowed,
        hatched=part.head.unsaid,
    )


def _full(found: Explored, part: CutPart, share: str) -> str:
    """« Santé : 20 000 €, soit 2,6 % du montant ; 2024 : 18 000 € »."""
    said = f"{part.head.label} : {found.said(found.value(part))}"
    whole = f", soit {share} du montant" if share else ""
    other = found.compared(part) if found.beside else None
    beside = f" ; {found.beside} : {found.said(other)}" if other is not None else ""
    return french.typeset(f"{said}{whole}{beside}")


def _part_of_all(found: Explored, part: CutPart) -> str:
    """« 64,5 % »: its part of the amount where amounts are told."""
    share = found.cut.value(part, Measure.SHARE, *found.span)
    if found.measure is not Measure.AMOUNT or share is None or not found.cut.whole:
        return ""
    return french.share(share)


def _short(found: Explored, value: float | None) -> str:
    if value is None or found.measure not in (Measure.AMOUNT, Measure.MEAN):
        return found.said(value)
    return french.short_euros(value)
