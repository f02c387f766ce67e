"""The quarters most alike one of ours: side by side with their years, the method said, no rank."""

from __future__ import annotations

import re

import pytest

from dashboard.content import Exhibit, plain
from dashboard.domain.likeness import Companion, Company
from dashboard.domain.series import RuleBroken
from dashboard.store import Store
from tests.views import figures

OWN = Companion("QN07301M", "Biollay", "Chambéry", (3710.0, 1.4, 40.0), 0.0)
NEAR = Companion("QN00101M", "Près", "Ville", (3700.0, 1.4, 40.0), 0.1)
FAR = Companion("QN00102M", "Loin", "Ville", (9000.0, 2.4, 50.0), 2.0)


def shown(store: Store, code: str) -> Exhibit:
    return figures(store, f"/quartiers/{code}")["semblables"]


def test_the_quarter_stands_first_then_the_others_with_the_year_of_each_value(
    chambery: Store,
) -> None:
    table = shown(chambery, "QN07301M").table
    assert [row.current for row in table.rows] == [True, *[False] * 6]
    assert table.rows[0].cells[0].text == "Biollay - Bellevue"
    assert all(re.search(r"20\d\d$", column.label) for column in table.columns[2:5])
    assert [cell.text for cell in table.rows[0].cells[2:5]] == ["3\u202f710", "1,4", "40\u00a0%"]


def test_the_method_the_count_and_what_it_does_not_say_are_told(chambery: Store) -> None:
    found = shown(chambery, "QN07302M")
    said = " ".join(found.notes)
    for words in (
        "logarithme",
        "indice de jeunesse",
        "taux de pauvreté",
        "écarts types",
        "1\u202f198",
    ):
        assert words in said
    assert "ni pire" in said
    assert "année présumée" in found.tags
    everything = f"{found.title} {found.subtitle} {plain(found.reading)}"
    assert not re.search("meilleur|pire|classement|rang", everything)


def test_a_quarter_of_2015_has_the_company_of_2015_from_all_its_sources(chambery: Store) -> None:
    found = shown(chambery, "QP073001")
    assert "périmètres de 2015" in found.subtitle
    assert "Filosofi" in found.source
    assert "Population municipale" in found.source
    codes = {row["code"] for row in chambery.rows("semblables") if row["quartier"] == "QP073001"}
    assert len(codes) == 7
    assert all(code.startswith("QP") for code in codes)


def test_company_goes_from_the_nearest_and_never_holds_the_quarter_itself() -> None:
    assert Company(OWN, (NEAR, FAR), (2020, 2020, 2021), 1198, ("source",)).others[0] is NEAR
    for others in ((FAR, NEAR), (), (NEAR, OWN)):
        with pytest.raises(RuleBroken):
            Company(OWN, others, (2020, 2020, 2021), 1198, ("source",))
