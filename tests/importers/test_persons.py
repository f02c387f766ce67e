"""A person is told by her civility, in every form that files write, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importers.personal_data import may_be_personal, unnamed, without_persons
from dashboard.importers.persons import (
    is_person,
    numbered_names,
    numbers_standing,
    without_names,
)
from tests.spied import spied

NAMED = [
    ("avec Mme Durand", "avec Mme ()"),
    ("M. Paul Martin", "M. ()"),
    ("M.Martin", "M. ()"),
    ("M. J.-P. Martin. Atelier", "M. (). Atelier"),
    ("M MARTIN Paul, maire", "M (), maire"),
    ("M martin", "M ()"),
    ("\r\nM Martin", "\r\nM ()"),
    ("oui,\r\nM Martin", "oui,\r\nM ()"),
    ("m martin paul", "m ()"),
    ("par M Martin", "par M ()"),
    ("Mr Martin", "Mr ()"),
    ("MR MARTIN", "MR ()"),
    ("Mlle Durand", "Mlle ()"),
    ("Melle Durand", "Melle ()"),
    ("suivi par mme durand", "suivi par mme ()"),
    ("Madame DE LA TOUR et deux", "Madame () et deux"),
    ("Mme d’Ornano", "Mme ()"),
    ("Mme de la Tour du Pin", "Mme ()"),
    ("Mme E\u0301lodie Durand", "Mme ()"),
    ("madame durand", "madame ()"),
    ("de monsieur durand, le soir", "de monsieur (), le soir"),
    ("M. et Mme Durand", "M. et Mme ()"),
    ("MM. Durand et Martin, élus", "MM. (), élus"),
    ("MM. Durand, Martin et Petit, élus", "MM. (), élus"),
    ("Mmes Jeanne Durand, Zoé Martin, Petit & Blanc : vues", "Mmes () : vues"),
    ("Messieurs Durand / Martin", "Messieurs ()"),
    ("MM. durand et martin", "MM. ()"),
    ("MM Durand, Martin et Petit", "MM ()"),
    ("M. Durand, Régie du Lac", "M. (), Régie du Lac"),
    ("Madame la directrice Jeanne Durand", "Madame ()"),
    ("Monsieur le Maire Jean Durand", "Monsieur ()"),
    ("avec le Dr Martin", "avec le Dr ()"),
    ("par le docteur", "par le docteur"),
    ("chez Me Martin", "chez Me ()"),
    ("Mme\u00a0Durand", "Mme ()"),
    ("Mme\nDurand", "Mme\n()"),
    ("Mme Şahin", "Mme ()"),
    ("M. Łukasz Đorđević", "M. ()"),
    ("Mme Nguyễn thi Lan", "Mme ()"),
    ("Mme şahin", "Mme ()"),
    ("Mme van der Berg", "Mme ()"),
    ("M. Ahmed ben Salah", "M. ()"),
    ("Mme Maria da Silva", "Mme ()"),
    ("Mme Durand née Martin", "Mme ()"),
    ("Mme.Durand et Mr.Martin", "Mme. () et Mr. ()"),
]
NOBODY = [
    "M J C Étoile", "M P T Centre", "M.J.C. PETITE HOLLANDE", "CENTRE S.F.M. MONTREUIL",
    "Film de M", "Rue de 20 mm", "Madame, monsieur", "M comme Musique", "COMMUNE DE M TSANGAMOUJI",
    "Villa M Nord", "Rue Docteur Vernier", "Avenue du Dr Desfrançois", "500 m Nord",
    "un monsieur âgé", "Pont de Madame", "Monsieur le Maire", "M. le Préfet de la Savoie",
    "Programme Été", "pour me Dire", "M", "M.",
]  # fmt: skip


@pytest.mark.parametrize(("said", "told"), NAMED)
def test_a_person_is_told_by_her_civility(said: str, told: str) -> None:
    assert numbered_names(said, lambda _: 1).replace("nom retiré 1", "") == told


@pytest.mark.parametrize("said", NOBODY)
def test_nobody_is_told_by_a_letter_an_office_or_a_street(said: str) -> None:
    assert numbered_names(said, lambda _: 1) == said == without_names(said, "")


def test_one_name_is_one_person_however_it_is_written() -> None:
    names: list[tuple[object, ...]] = []
    numbered_names("Mme  Élodie\nDurand ; MME ELODIE DURAND", spied(len, names))
    assert set(names) == {("elodie durand",)}


def test_the_numbers_that_stand_are_read() -> None:
    assert list(numbers_standing("Mme (nom retiré 3), M (nom retiré 12) et (nom retiré)")) == [
        3,
        12,
    ]


PARTS = st.lists(
    st.sampled_from(
        ["M", "M.", "MM.", "Mme", "mme", "Madame", "monsieur", "Dr", "Me", "Durand", "durand", "de",
         "la", "d’", "et", "avec", "le", "J.", "É", " ", " ", " ", "\n", ",", "(", "-", ".", "12",
         "a@b.fr", "06 12 34 56 78", "(nom retiré 3)"]
    ),
    max_size=9,
)  # fmt: skip


@given(PARTS)
def test_what_is_kept_of_a_text_is_read_as_the_text_itself(parts: list[str]) -> None:
    said = "".join(parts)
    kept = without_persons(said, lambda _: 7)
    assert without_persons(kept, lambda _: 8) == kept
    assert unnamed(kept) == unnamed(said)
    assert is_person(kept) == is_person(said)
    assert may_be_personal(said) or kept == said
