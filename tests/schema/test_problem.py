"""A problem says where, what and what to do, in one French sentence."""

from dashboard.schema import Problem, Unreadable
from dashboard.schema.problem import quote


def test_the_sentence_names_file_row_column_value_and_remedy() -> None:
    problem = Problem(
        "actions.csv", 48, "montant", "12 000", "n’est pas un nombre.", "Écrivez 12000 ou 12000.50."
    )
    assert problem.sentence() == (
        "actions.csv, ligne 48, colonne montant\u00a0: «\u00a012 000\u00a0» n’est pas un nombre. "
        "Écrivez 12000 ou 12000.50."
    )


def test_a_problem_of_the_whole_file_names_neither_row_nor_column() -> None:
    problem = Problem("sources.csv", 0, "", "", "le fichier manque.", "Ajoutez-le.")
    assert problem.sentence() == "sources.csv\u00a0: le fichier manque. Ajoutez-le."


def test_a_long_value_is_cut_and_its_control_characters_are_shown() -> None:
    shown = quote("a\x00b" + "x" * 500)
    assert len(shown) < 70
    assert "\x00" not in shown
    assert shown.endswith("…\u00a0»")


def test_an_unreadable_file_carries_its_problem() -> None:
    problem = Problem("a.csv", 3, "", "", "la ligne est coupée.", "Réparez-la.")
    assert Unreadable(problem).problem is problem
    assert str(Unreadable(problem)) == problem.sentence()
