"""The indicators of the fictional territory: every way to be absent, every verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dashboard import catalogue
from dashboard.domain.indicator import Indicator, Observation, Status
from dashboard.domain.series import Series, YearValue
from dashboard.domain.territory import Outline, Territory, TerritoryKind
from dashboard.domain.verdict import TrendVerdict, judge
from tests.data.exemple_tables import Rows, quarters, rows
from tests.walked import some

INDICATORS = {item.slug: item for item in catalogue.INDICATORS}
EPCI = "999000001"


def observed(code: str, slug: str) -> Rows:
    return [r for r in rows("indicateurs") if (r["territoire"], r["indicateur"]) == (code, slug)]


def series(found: Rows, indicator: Indicator, kind: TerritoryKind, code: str) -> Series:
    points = tuple(
        YearValue(int(row["annee"]), float(row["valeur"]) if row["valeur"] else None)
        for row in found
    )
    place = Territory(
        code, code, kind, "", "", "2015", communes=("99001",), outline=Outline.OFFICIAL
    )
    return Series(indicator, place, points, indicator.breaks)


def test_values_keep_to_the_catalogue_and_to_the_bounds_of_each_indicator() -> None:
    kinds = {row["code"]: row["genre"] for row in rows("territoires")}
    for row in some(rows("indicateurs")):
        indicator = INDICATORS[row["indicateur"]]
        value = float(row["valeur"]) if row["valeur"] else None
        Observation(
            row["territoire"], row["indicateur"], int(row["annee"]), value, Status(row["statut"])
        )
        assert value is None or indicator.low <= value <= indicator.high, row
        assert kinds[row["territoire"]] != "qva"


def test_every_theme_has_indicators_and_the_main_one_every_quarter_and_reference() -> None:
    found = {INDICATORS[row["indicateur"]].theme for row in rows("indicateurs")}
    assert found == {theme.slug for theme in catalogue.THEMES}
    qpv = {code for code, row in quarters().items() if row["genre"] == "qpv"}
    main = {
        row["territoire"] for row in rows("indicateurs") if row["indicateur"] == "taux-pauvrete"
    }
    assert qpv | {EPCI, "99001", "D99", "R99", "PAYS99", "QPV99"} <= main


def test_every_way_to_be_absent_is_present() -> None:
    statuses = {row["statut"] for row in rows("indicateurs")}
    assert statuses == {str(item) for item in Status}
    assert {row["statut"] for row in observed("QP099006", "taux-pauvrete")} == {"secret"}
    years = {row["annee"] for row in observed("QP099003", "taux-emploi")}
    assert {"2015", "2017"} <= years
    assert "2016" not in years


def test_a_perimeter_of_2024_is_known_from_2022_on_only() -> None:
    years = {r["annee"] for r in rows("indicateurs") if r["territoire"].startswith("QN")}
    assert years == {"2022", "2023"}


def verdicts() -> Iterator[tuple[str, str, TrendVerdict]]:
    tables: dict[tuple[str, str], Rows] = defaultdict(list)
    for row in some(rows("indicateurs")):
        tables[row["indicateur"], row["territoire"]].append(row)
    for (slug, code), found in tables.items():
        if not code.startswith("QP0") or (slug, EPCI) not in tables:
            continue
        indicator = INDICATORS[slug]
        here = series(found, indicator, TerritoryKind.QPV, code)
        there = series(tables[slug, EPCI], indicator, TerritoryKind.EPCI, EPCI)
        yield slug, code, judge(here, there, 2022).trend


def test_gaps_close_hold_and_widen_and_sometimes_nothing_can_be_said() -> None:
    found: dict[str, set[TrendVerdict]] = defaultdict(set)
    for slug, _, trend in verdicts():
        if not INDICATORS[slug].summable:
            found[slug].add(trend)
    three = {TrendVerdict.CLOSING, TrendVerdict.STABLE, TrendVerdict.WIDENING}
    assert any(three <= trends for trends in found.values())
    assert TrendVerdict.UNKNOWN in set().union(*found.values())
