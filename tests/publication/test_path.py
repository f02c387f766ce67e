"""The step of the path of young people: the source's first, then what rules propose."""

from __future__ import annotations

import pandas as pd

from dashboard.publication import path

RULES = (
    {"ordre": "2", "porte_sur": "intitule", "motif": "jobs?", "age": "adolescence"},
    {"ordre": "1", "porte_sur": "intitule", "motif": "reussite educative", "age": ""},
    {"ordre": "3", "porte_sur": "porteur", "motif": "college", "age": "préadolescence"},
    {"ordre": "4", "porte_sur": "intitule", "motif": "fete", "age": "sans étape"},
)


def stepped(
    title: str, holder: str = "Association", age: str = "", origin: str = ""
) -> tuple[str, str]:
    actions = pd.DataFrame(
        {"intitule": [title], "porteur": [holder], "age": [age], "age_origine": [origin]}
    )
    found = path.stepped(actions, RULES).iloc[0]
    return found["age"], found["age_origine"]


def test_the_first_rule_that_answers_proposes_and_says_so() -> None:
    assert stepped("Petits jobs d’été", "Collège Côte Rousse") == (
        "adolescence",
        "proposé par règle",
    )
    assert stepped("Atelier", "Collège Côte Rousse") == ("préadolescence", "proposé par règle")


def test_what_the_source_says_is_never_replaced() -> None:
    assert stepped("Petits jobs", age="jeunesse") == ("jeunesse", "officiel")


def test_what_staff_corrected_is_never_replaced_not_even_by_no_step() -> None:
    assert stepped("Petits jobs", age="jeunesse", origin="corrigé") == ("jeunesse", "corrigé")
    assert stepped("Petits jobs", age="sans étape", origin="corrigé") == ("", "corrigé")
    assert stepped("Petits jobs", origin="corrigé") == ("", "corrigé")


def test_what_serves_every_age_has_no_step() -> None:
    assert stepped("Réussite éducative", "Collège Côte Rousse") == ("", "")
    assert stepped("Jardin partagé") == ("", "")
    assert stepped("Fête du quartier") == ("", "")
