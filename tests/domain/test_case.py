"""Capitals are shown as one reads them, and no letter of the source changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain import case, french

HEARD = (
    "Animation de rue au Biollay",
    "Vivre au Biollay, sport et lien social",
    "Accès aux droits à Chambéry",
    "Sorties à Chambéry pour tous",
    "Un collège pour tous, au collège",
)
NAMES = case.learnt(HEARD, ["Biollay - Bellevue"])
LETTERS = st.text(st.sampled_from("ABCDÉÈŒŸabcdéœ ’'-.:1«»CSCMJC"), max_size=40)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("CAISSE DES ECOLES DE CHAMBERY", "Caisse des Ecoles de Chambéry"),
        ("LES OUVRIERS DE L'IMAGE", "Les Ouvriers de l'Image"),
        ("UDAF SAVOIE", "UDAF Savoie"),
        ("GOALP", "GOALP"),
        ("CSC DES COMBES", "CSC des Combes"),
        ("Mission locale jeunes", "Mission locale jeunes"),
        ("MJC de Chambéry", "MJC de Chambéry"),
    ],
)
def test_a_holder_in_capitals_is_shown_as_a_name(source: str, shown: str) -> None:
    assert NAMES.holder(source) == shown


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            "ACTION SPORTIVE POUR LES HABITANTS DU BIOLLAY",
            "Action sportive pour les habitants du Biollay",
        ),
        (
            "CSC Pugnet ANIMATION DE RUE POUR LES JEUNES",
            "CSC Pugnet animation de rue pour les jeunes",
        ),
        (
            "RENFORCER L'ANIMATION DES QPV (jeunes 11-25 ans)",
            "Renforcer l'animation des QPV (jeunes 11-25 ans)",
        ),
        ("Accès aux droits - COMPLEMENT", "Accès aux droits - complement"),
        ("MON COLLEGE A LA MONTAGNE", "Mon college a la montagne"),
        ("CREFE groupe écrans", "CREFE groupe écrans"),
        ("CSC COmbes UPP", "CSC COmbes UPP"),
        ("", ""),
    ],
)
def test_a_title_in_capitals_is_shown_as_a_sentence(source: str, shown: str) -> None:
    assert NAMES.title(source) == shown


@given(LETTERS | st.text(max_size=40))
def test_no_letter_of_the_source_changes(source: str) -> None:
    for shown in (NAMES.title(source), NAMES.holder(source)):
        assert french.fold(shown) == french.fold(source)


@given(st.text(st.sampled_from("abcdéœ ’'-.:1«»"), max_size=40))
def test_what_does_not_shout_stays_as_it_is(source: str) -> None:
    assert NAMES.title(source) == source
    assert NAMES.holder(source) == source


def test_a_word_met_as_often_without_its_capital_is_no_name() -> None:
    assert "college" not in NAMES.spelled
    assert NAMES.spelled["biollay"] == "Biollay"
