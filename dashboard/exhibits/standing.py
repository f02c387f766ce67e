"""How far a quarter stands from its reference in one year, then what may be said of the change."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import keys
from dashboard.charts.height import height
from dashboard.content import Cell, Column, Control, Exhibit, Row, Span, Table, Text, text
from dashboard.domain import french, verdict
from dashboard.domain.chart import Ladder
from dashboard.domain.frame import Frame
from dashboard.domain.indicator import Indicator, show
from dashboard.domain.series import Gap, Standing
from dashboard.domain.verdict import TrendVerdict, Verdict
from dashboard.exhibits import choose, common, rounded
from dashboard.exhibits.map_reading import chained, measured, sentence
from dashboard.keys import Key
from dashboard.view import View


def exhibit(
    view: View,
    indicator: Indicator | None = None,
    slug: str = "ecart",
    chosen_by: tuple[Key, ...] | None = None,
) -> Exhibit:
    """The gap in the last year that both sides know, and the verdict on its change.

    ``chosen_by`` are the keys that chose the indicator, where they are not those of the view.
    """
    indicator = indicator or choose.indicator_of(view)
    generation = choose.generation_of(view, indicator)
    codes = [quarter.code for quarter in choose.told_apart(view, indicator, generation)]
    chosen = [quarter.code for quarter in choose.highlighted(view, generation)]
    quarter = _furthest(view, indicator, chosen or codes)
    found = view.store.values.standing(indicator, codes, view.selection.year, quarter)
    frame = _frame(view, chosen_by, generation)
    if found is None:
        return _nothing(view, indicator, slug, frame)
    judged, frame = judge(view, indicator, quarter), frame.of_year(found.year)
    chart, year = Ladder(found, choose.looks(view, indicator, generation)), str(found.year)
    return Exhibit(
        slug=slug,
        title=_title(found),
        subtitle=f"{indicator.label}, {year}, {common.perimeter_text(generation)}",
        chart=chart,
        height=height(chart),
        table=_table(found),
        reading=text(*choose.unmeasured(view, generation), *_reading(found, chosen)),
        alt=common.alt(f"Positions en {year}, {indicator.label} : {_short(found)}"),
        source=common.indicator_source(view, indicator, year, generation),
        frame=frame,
        file_name=common.file_name(view, frame, "ecart", indicator.slug, year),
        notes=(*choose.left_out(view, generation, len(codes)), *_notes(indicator, found)),
        tags=(
            *common.warning_tags(view),
            *common.until_tag(view, found.year),
            *common.presumed_tag(o for _, o in found.entries),
        ),
        verdict=verdict_text(judged, _about(view, indicator, quarter if len(chosen) > 1 else "")),
        controls=_controls(view, generation),
    )


def _frame(view: View, chosen_by: tuple[Key, ...] | None, generation: str) -> Frame:
    subject = choose.keys_of(view) if chosen_by is None else chosen_by
    depends = (keys.YEAR, keys.GENERATION, *subject)
    return common.frame_of(view, depends, choose.marks(view, generation))


def _controls(view: View, generation: str) -> tuple[Control, ...]:
    if view.path != "/evolutions":
        return ()
    return (choose.indicator_control(view), choose.generation_control(view, generation))


def judge(view: View, indicator: Indicator, quarter: str) -> Verdict:
    """What may be said of the change of that quarter's gap up to the chosen year."""
    values = view.store.values
    found = values.comparator(indicator, [quarter], view.selection.year)
    series = values.series(indicator, found[0]) if found else None
    return verdict.judge(values.series(indicator, quarter), series, view.selection.year)


def verdict_text(judged: Verdict, about: str) -> Text:
    """« L’écart se réduit-il ? » and the answer with its reason; what it is about."""
    answers = {
        TrendVerdict.UNKNOWN: "on ne peut pas dire",
        TrendVerdict.STABLE: "il est stable",
        TrendVerdict.CLOSING: "il se réduit",
        TrendVerdict.WIDENING: "il se creuse",
    }
    answer = f"Pour {about}, {answers[judged.trend]}"
    asked = Span("L’écart se réduit-il ? ", strong=True)
    return text(asked, f"{answer} : ", *reason(judged), ".")


def reason(judged: Verdict) -> Text:
    """Why that answer, each gap with what it is the gap of."""
    parts: list[str | Span] = []
    rest = judged.reason
    for words, claim in judged.gaps:
        before, _, rest = rest.partition(words)
        parts += [before, Span(words, claim=claim)]
    return text(*parts, rest)


def _furthest(view: View, indicator: Indicator, codes: list[str]) -> str:
    found = view.store.values.standing(indicator, codes, view.selection.year, None)
    compared = view.store.values.comparator(indicator, codes, view.selection.year)
    values = {t.code: o.value for t, o in found.entries if o.value is not None} if found else {}
    base = values.get(compared[0]) if compared else None
    known = [code for code in codes if code in values]
    if base is None or not known:
        return codes[0] if codes else ""
    return max(known, key=lambda code: abs((values[code] or 0) - base))


def comparison(gap: Gap) -> str:
    """« 8 900 € de moins aux Hauts-de-Chambéry que dans l’agglomération »."""
    amount = gap.difference.amount
    more = "de plus" if gap.value > 0 else "de moins"
    than = french.elide("que", gap.reference_territory.at)
    return f"{amount} {more} {gap.quarter_territory.at} {than}"


def _title(found: Standing) -> str:
    if found.gap is None or not found.gap.value:
        return f"{found.indicator.label} en {found.year}"
    return f"En {found.year}, {comparison(found.gap)}"


def _short(found: Standing) -> str:
    if found.gap is not None:
        return comparison(found.gap)
    return ", ".join(
        f"{t.name} {show(found.indicator, o)}" for t, o in found.entries[:2] if o.value is not None
    )


def _about(view: View, indicator: Indicator, quarter: str) -> str:
    """What the verdict is about: of one quarter where several are chosen."""
    where = view.store.places.by_code[quarter].at if quarter else ""
    return f"{indicator.subject} {where}".strip()


def _reading(found: Standing, chosen: Sequence[str]) -> Text:
    """The gap, then what is known of the other quarters that are chosen."""
    ends = [found.gap.quarter_territory] if found.gap else [found.entries[0][0]]
    others = [
        sentence(found.indicator, territory, observation)
        for territory, observation in found.entries
        if territory.code in chosen and territory not in ends
    ]
    return chained([_first(found), *others])


def _first(found: Standing) -> Text:
    if found.gap is None:
        territory, observation = found.entries[0]
        return sentence(found.indicator, territory, observation)
    gap = found.gap
    *here, end = sentence(found.indicator, gap.quarter_territory, gap.quarter)
    shown = show(found.indicator, gap.reference)
    reference = Span(shown, claim=measured(gap.reference))
    there = f"{end.text.rstrip('.')} ; {gap.reference_territory.at}, "
    return text(*here, there, reference, ".")


def _notes(indicator: Indicator, found: Standing) -> tuple[str, ...]:
    limits = (indicator.limits,) if indicator.limits else ()
    none = () if found.gap else ("Aucune référence n’est publiée : aucun écart n’est calculé.",)
    coarse = rounded.notes(indicator, (observation for _, observation in found.entries))
    return (indicator.definition, *limits, *none, *coarse, common.MARKS_NOTE)


def _table(found: Standing) -> Table:
    rows = []
    for territory, observation in found.entries:
        distance = found.distance(territory, observation)
        gap = common.difference_cell(distance) if distance else Cell(french.NOT_APPLICABLE)
        head = Cell(territory.name)
        rows.append(Row((head, common.value_cell(found.indicator, observation), gap)))
    reference = found.gap.reference_territory.name if found.gap else "la référence"
    columns = (
        Column("Territoire"),
        Column(f"{found.indicator.label} {found.year}", numeric=True),
        Column(f"Écart avec {reference}", numeric=True),
    )
    return Table(
        f"{found.indicator.label} en {found.year}", columns, tuple(rows), (common.MARKS_NOTE,)
    )


def _nothing(view: View, indicator: Indicator, slug: str, frame: Frame) -> Exhibit:
    table = Table(f"{indicator.label}, aucune valeur", (Column("Territoire"),), ())
    return Exhibit(
        slug=slug,
        title=f"{indicator.label} : aucune valeur",
        subtitle=f"Jusqu’en {view.selection.year}",
        table=table,
        reading=text("aucune valeur n’est publiée pour cette vue."),
        alt=common.alt(f"{indicator.label} : aucune valeur"),
        source=common.indicator_source(view, indicator, ""),
        frame=frame,
        file_name=common.file_name(view, frame, "ecart", indicator.slug),
        notes=(indicator.definition, common.MARKS_NOTE),
        tags=common.warning_tags(view),
        height=120,
        empty=f"Aucune valeur publiée pour {indicator.subject} jusqu’en {view.selection.year}.",
        controls=_controls(view, choose.generation_of(view, indicator)),
    )
