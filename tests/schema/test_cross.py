"""The tables of a territory held against one another."""

from collections.abc import Callable

import pandas as pd
import pytest

from dashboard.schema import Known, check

Tables = dict[str, pd.DataFrame]
Spoil = Callable[..., Tables]


def test_right_tables_have_no_problem(right: Tables) -> None:
    assert check(right) == ()


@pytest.mark.parametrize(
    ("name", "cells", "words"),
    [
        ("indicateurs", {"territoire": "QP09901"}, "«\u00a0QP09901\u00a0» n’est pas dans territ"),
        ("indicateurs", {"source": "source-l"}, "Vouliez-vous dire «\u00a0source-1\u00a0»\u202f?"),
        ("financements", {"financeur": "etats"}, "n’est pas dans financeurs.csv"),
        ("financements", {"action": "A-2"}, "n’est pas dans actions.csv"),
        ("territoires", {"communes": "99001|99002"}, "«\u00a099002\u00a0» n’est pas"),
        (
            "territoires",
            {"communes": "99001|QP099001"},
            "«\u00a0QP099001\u00a0» n’est pas une ligne de genre",
        ),
        (
            "ruptures",
            {"indicateur": "source:s9", "annee": "2019", "motif": "m", "source": "source-1"},
            "sources.csv",
        ),
    ],
)
def test_what_another_table_does_not_know_is_named_with_a_guess(
    spoiled: Spoil, name: str, cells: dict[str, str], words: str
) -> None:
    sentences = [problem.sentence() for problem in check(spoiled(name, **cells))]
    assert any(words in sentence for sentence in sentences), sentences


def test_an_action_without_an_amount_is_refused_for_missing_is_not_zero(right: Tables) -> None:
    right["financements"] = right["financements"].iloc[:0]
    (problem,) = check(right)
    assert (problem.file, problem.row, problem.value) == ("actions.csv", 2, "A-1")
    assert "n’est pas zéro" in problem.remedy


def test_pillars_and_themes_are_held_against_the_settings_when_they_are_known(
    spoiled: Spoil,
) -> None:
    tables = spoiled("actions", theme="sante")
    assert check(tables) == ()
    found = check(tables, Known(pillars=("cadre-de-vie", "emplois"), themes=("santé",)))
    assert [problem.column for problem in found] == ["pilier", "theme"]
    assert "«\u00a0emplois\u00a0»" in found[0].remedy


def test_settings_that_name_no_pillar_any_more_refuse_the_lines_that_bear_one(
    right: Tables,
) -> None:
    found = check(right, Known(pillars=(), themes=None))
    assert {problem.column for problem in found} == {"pilier"}
    assert found[0].remedy == "Videz la case."


def test_shares_of_a_pillar_that_do_not_make_one_are_refused(spoiled: Spoil) -> None:
    row = {"grille_source": "2015", "pilier_source": "emploi", "grille_cible": "2024"}
    (problem,) = check(spoiled("concordance", **row, pilier_cible="x", part="0.7"))
    assert "0,7 au lieu de 1" in problem.message


def test_a_file_that_a_territory_needs_is_named_when_it_is_missing(right: Tables) -> None:
    del right["financeurs"]
    (problem,) = check(right)
    assert problem.sentence().startswith("financeurs.csv\u00a0: le fichier manque.")


def test_tables_are_not_compared_while_one_of_them_is_wrong(spoiled: Spoil) -> None:
    tables = spoiled("financements", montant="x", action="inconnue")
    assert [problem.column for problem in check(tables)] == ["montant"]
