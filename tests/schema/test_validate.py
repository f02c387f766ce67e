"""One table held against its declaration: each fault has its sentence."""

from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.schema import TABLES, Problem, table_of, validate

Tables = dict[str, pd.DataFrame]
Spoil = Callable[..., Tables]
RULE = {"ordre": "1", "porte_sur": "intitule", "pilier": "emploi"}
BREAK = {"annee": "2019", "motif": "m", "source": "source-1"}


def _only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, [problem.sentence() for problem in problems]
    return problems[0]


def test_a_right_table_has_no_problem(right: Tables) -> None:
    assert [validate(name, frame) for name, frame in right.items()] == [()] * len(right)


def test_the_sentence_of_a_wrong_amount_is_the_one_of_the_guide() -> None:
    lines = "\n".join("A-1;etat;engagé;10;s1" for _ in range(46))
    header = ";".join(TABLES["financements"].header)
    frame = table_of(f"{header}\n{lines}\nA-2;etat;engagé;12 000;s1\n".encode(), "f.csv")
    assert validate("financements", frame)[-1].sentence() == (
        "financements.csv, ligne 48, colonne montant\u00a0: «\u00a012 000\u00a0» n’est pas un "
        "nombre. Écrivez 12000 ou 12000.50."
    )


@pytest.mark.parametrize(
    ("name", "cells", "column", "words"),
    [
        ("financements", {"montant": "1 200"}, "montant", "n’est pas un nombre"),
        ("financements", {"montant": "12,5"}, "montant", "n’est pas un nombre"),
        ("financements", {"montant": "123483780"}, "montant", "lues comme des milliers"),
        ("financements", {"montant": "5000000"}, "montant", "5 millions"),
        ("financements", {"montant": "12.345"}, "montant", "deux décimales"),
        ("financements", {"montant": "-12"}, "montant", "positif"),
        ("financements", {"montant": ""}, "montant", "la case est vide"),
        ("financements", {"etape": "accorde"}, "etape", "«\u00a0accordé\u00a0»"),
        ("actions", {"annee": "20l9"}, "annee", "n’est pas une année"),
        ("actions", {"annee": "4435"}, "annee", "n’est pas une année"),
        ("actions", {"annee": "٢٠٢٤"}, "annee", "n’est pas une année"),
        ("actions", {"complement": "vrai"}, "complement", "ni oui ni non"),
        ("actions", {"id": "A 1"}, "id", "n’est pas un code"),
        ("actions", {"id": "A-1 "}, "id", "espace"),
        ("actions", {"quartiers": "QP099001||X"}, "quartiers", "membre vide"),
        ("actions", {"porteur": ""}, "porteur", "ni nom ni identifiant"),
        ("actions", {"quartiers": "QP099001"}, "quartier_origine", "pas d’origine"),
        ("indicateurs", {"valeur": "145"}, "valeur", "hors des bornes"),
        ("indicateurs", {"valeur": ""}, "valeur", "ne dit pas pourquoi"),
        ("indicateurs", {"statut": "secret"}, "valeur", "ne porte pas de nombre"),
        ("indicateurs", {"indicateur": "taux-pauvretes"}, "indicateur", "taux-pauvrete\u00a0»"),
        ("territoires", {"locatif": "Les Terrasses"}, "locatif", "Commencez par à, au"),
        ("territoires", {"locatif": "à Les Terrasses"}, "locatif", "ne se lit pas"),
        ("territoires", {"genitif": "de les Terrasses"}, "genitif", "ne se lit pas"),
        ("territoires", {"genitif": "Terrasses"}, "genitif", "par de, du, des ou d’, comme"),
        ("territoires", {"generation": ""}, "generation", "par exemple 2024"),
        ("territoires", {"communes": ""}, "communes", "commune"),
        ("territoires", {"valide_a": "2014"}, "valide_a", "avant le début"),
        ("evenements", {"date": "2024-02-30"}, "date", "n’est pas une date"),
        ("regles", RULE | {"motif": "(ouvert"}, "motif", "expression régulière"),
        ("ruptures", BREAK | {"indicateur": "inconnu"}, "indicateur", "catalogue"),
    ],
)
def test_each_fault_is_named_in_its_column(
    spoiled: Spoil, name: str, cells: dict[str, str], column: str, words: str
) -> None:
    problems = validate(name, spoiled(name, **cells)[name])
    found = [item for item in problems if item.column == column]
    assert [item.row for item in found] == [2]
    assert words in found[0].sentence()
    assert found[0].blocking


@pytest.mark.parametrize("nature", ["Personnes physiques", "particulier", "personne"])
def test_a_person_written_otherwise_is_refused_lest_her_name_be_shown(
    spoiled: Spoil, nature: str
) -> None:
    problem = _only(validate("actions", spoiled("actions", porteur_nature=nature)["actions"]))
    assert "ne sera jamais montré" in problem.remedy


def test_a_year_of_agreement_that_cannot_be_is_told_but_forbids_nothing(spoiled: Spoil) -> None:
    cells = {"id": "S-1", "annee": "2020", "porteur": "P", "montant": "1", "source": "source-1"}
    table = spoiled("subventions_agglomeration", **cells, annee_convention="4435")
    problem = _only(validate("subventions_agglomeration", table["subventions_agglomeration"]))
    assert problem.value == "4435"
    assert not problem.blocking


def test_a_row_met_twice_names_the_line_of_the_first(right: Tables) -> None:
    twice = pd.concat([right["actions"], right["actions"]], ignore_index=True)
    problem = _only(validate("actions", twice))
    assert (problem.row, problem.value) == (3, "A-1")
    assert "ligne 2" in problem.message


def test_a_missing_column_is_guessed_from_the_unknown_one(right: Tables) -> None:
    frame = right["financements"].rename(columns={"montant": "montants"})
    missing, unknown = validate("financements", frame)
    assert (missing.column, missing.blocking) == ("montant", True)
    assert "montants" in missing.remedy
    assert (unknown.column, unknown.blocking) == ("montants", False)


def test_a_cell_has_one_problem_and_problems_follow_the_file(right: Tables) -> None:
    rows = [right["financements"]] * 3
    frame = pd.concat(rows, ignore_index=True)
    frame.loc[2, "montant"] = "x"
    frame.loc[0, "montant"] = "-1.234 "
    assert [item.row for item in validate("financements", frame)] == [2, 4]


@given(st.lists(st.text(max_size=12), min_size=5, max_size=5))
@settings(max_examples=60)
def test_any_cells_are_judged_without_an_exception(cells: list[str]) -> None:
    columns = list(TABLES["financements"].header)
    frame = pd.DataFrame([cells], columns=columns, dtype=str)
    for problem in validate("financements", frame):
        assert problem.row == 2
        assert problem.column in columns
