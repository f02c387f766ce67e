"""The gap of one year: its title says what its table holds, and the verdict says its reason."""

from __future__ import annotations

import pytest

from dashboard import catalogue
from dashboard.content import plain
from dashboard.domain.chart import Ladder
from dashboard.domain.verdict import TrendVerdict
from dashboard.exhibits import standing
from dashboard.store import Store
from tests.views import seen


def test_the_title_says_the_gap_that_the_table_holds(chambery: Store) -> None:
    found = standing.exhibit(seen(chambery, "/evolutions", "indicateur=taux-pauvrete"))
    assert isinstance(found.chart, Ladder)
    gap = found.chart.standing.gap
    assert gap is not None
    (row,) = [r for r in found.table.rows if r.cells[0].text == gap.quarter_territory.name]
    assert row.cells[2].value == pytest.approx(gap.value)
    assert found.title == f"En 2021, {standing.comparison(gap)}"
    assert gap.reference_territory.name in found.table.columns[2].label


def test_without_a_chosen_quarter_the_furthest_is_told(chambery: Store) -> None:
    found = standing.exhibit(seen(chambery, "/evolutions", "indicateur=taux-pauvrete"))
    assert "Hauts-de-Chambéry" in found.title
    chosen = standing.exhibit(
        seen(chambery, "/evolutions", "indicateur=taux-pauvrete&quartier=QP073001")
    )
    assert "Biollay" in chosen.title


ANSWERS = {
    TrendVerdict.UNKNOWN: "on ne peut pas dire",
    TrendVerdict.STABLE: "il est stable",
    TrendVerdict.CLOSING: "il se réduit",
    TrendVerdict.WIDENING: "il se creuse",
}


def test_each_verdict_has_its_answer_and_its_reason(example: Store) -> None:
    view, met = seen(example, "/evolutions"), set()
    for item in example.values.indicators:
        for quarter in example.choices.quarters[:4]:
            judged = standing.judge(view, item, quarter)
            said = plain(standing.verdict_text(judged, "le taux"))
            answer = f"Pour le taux, {ANSWERS[judged.trend]} : {judged.reason}."
            assert said == f"L’écart se réduit-il ? {answer}"
            met.add(judged.trend)
    assert len(met) > 2


def test_an_indicator_without_value_says_so_and_draws_nothing(chambery: Store) -> None:
    view = seen(chambery, "/evolutions", "annee=2016")
    codes = [quarter.code for quarter in chambery.places.quarters("2015")]
    item = next(
        item
        for item in catalogue.INDICATORS
        if not chambery.values.years(item, codes) and not item.summable
    )
    found = standing.exhibit(view, item)
    assert found.chart is None
    assert "aucune valeur" in found.title
    assert list(found.table.rows) == []
    assert "jusqu’en 2016" in found.empty
