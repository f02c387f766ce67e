"""What is typed is understood in the words of the law and in those of the territory."""

from __future__ import annotations

import pytest

from dashboard.domain.local_words import STANDARD, Gender, LocalWord, LocalWords, Notion
from dashboard.words import hearing

OWN = LocalWords(
    (
        LocalWord(Notion.CONTRACT, "pacte 2030", "pactes 2030", Gender.MASCULINE),
        LocalWord(Notion.WATCHED, "zone suivie", "zones suivies", Gender.FEMININE, "suivie"),
        LocalWord(
            Notion.COUNCIL, "assemblée de quartier", "assemblées de quartier", Gender.FEMININE
        ),
    )
)


@pytest.mark.parametrize(
    ("typed", "law"),
    [
        ("Assemblées de quartier", "conseil citoyen"),
        ("avis de l’assemblee de quartier", "avis conseil citoyen"),
        ("habitant zones suivies", "habitant quartier en veille active"),
        ("pacte 2030 loyer", "contrat de ville loyer"),
        ("quartier", "quartier"),
        ("", ""),
    ],
)
def test_the_words_of_the_territory_are_heard_as_those_of_the_law(typed: str, law: str) -> None:
    assert hearing.heard(typed, OWN) == law
    assert hearing.heard(typed, STANDARD) == typed


def test_each_way_to_say_it_is_told_once() -> None:
    assert hearing.ways("conseils citoyens", OWN) == ("conseils citoyens", "assemblée de quartier")
    assert hearing.ways("assemblée de quartier", OWN) == (
        "assemblée de quartier",
        "conseil citoyen",
    )
    assert hearing.ways("8 rue du Pré", OWN) == ("8 rue du Pré",)


def test_what_is_left_beside_them_is_what_is_asked_about() -> None:
    assert hearing.beside("loyer pacte 2030", OWN) == "loyer"
