"""A territory names things in its own words, and the words around agree."""

from __future__ import annotations

import pytest

from dashboard.domain.local_words import STANDARD, Gender, LocalWord, LocalWords, Notion, read

PLEDGES = LocalWord(
    Notion.CONTRACT,
    "engagements quartiers 2030",
    "engagements quartiers 2030",
    Gender.MASCULINE_PLURAL,
)
TABLE = LocalWord(Notion.COUNCIL, "table de quartier", "tables de quartier", Gender.FEMININE)
ASSEMBLY = LocalWord(Notion.COUNCIL, "assemblée", "assemblées", Gender.FEMININE)
WORKSHOP = LocalWord(Notion.COUNCIL, "atelier", "ateliers", Gender.MASCULINE)
WATCH = LocalWord(
    Notion.WATCHED, "territoire en veille", "territoires en veille", Gender.MASCULINE, "en veille"
)


@pytest.mark.parametrize(
    ("word", "standard", "local"),
    [
        (PLEDGES, "pour le contrat de ville", "pour les engagements quartiers 2030"),
        (PLEDGES, "l’équipe du contrat de ville", "l’équipe des engagements quartiers 2030"),
        (PLEDGES, "Contrat de ville d’Ici", "Engagements quartiers 2030 d’Ici"),
        (PLEDGES, "Le contrat de ville, ici", "Les engagements quartiers 2030, ici"),
        (PLEDGES, "rien au contrat de ville", "rien aux engagements quartiers 2030"),
        (TABLE, "avis du conseil citoyen", "avis de la table de quartier"),
        (TABLE, "Les avis des conseils citoyens", "Les avis des tables de quartier"),
        (TABLE, "un conseil citoyen", "une table de quartier"),
        (TABLE, "aucun conseil citoyen", "aucune table de quartier"),
        (TABLE, "ce conseil citoyen", "cette table de quartier"),
        (TABLE, "au conseil citoyen", "à la table de quartier"),
        (ASSEMBLY, "le conseil citoyen", "l’assemblée"),
        (ASSEMBLY, "avis du conseil citoyen", "avis de l’assemblée"),
        (ASSEMBLY, "dix avis de conseils citoyens", "dix avis d’assemblées"),
        (ASSEMBLY, "ce conseil citoyen", "cette assemblée"),
        (WORKSHOP, "ce conseil citoyen", "cet atelier"),
        (WORKSHOP, "Au conseil citoyen", "À l’atelier"),
        (WATCH, "seize quartiers en veille active", "seize territoires en veille"),
        (WATCH, "Quartier en veille active (QVA)", "Territoire en veille"),
        (WATCH, "ni prioritaire ni en veille active", "ni prioritaire ni en veille"),
        (WATCH, "En veille active", "En veille"),
        (WATCH, "le contrat de ville", "le contrat de ville"),
    ],
)
def test_a_sentence_takes_the_local_word_and_agrees(
    word: LocalWord, standard: str, local: str
) -> None:
    assert LocalWords((word,)).said(standard) == local


def test_without_words_of_its_own_a_territory_says_the_standard_ones() -> None:
    said = "Le contrat de ville a un quartier en veille active (QVA)."
    assert STANDARD.said(said) is said


def test_the_rows_of_the_table_are_those_words() -> None:
    row = {
        "notion": "conseil citoyen",
        "singulier": "table de quartier",
        "pluriel": "tables de quartier",
        "genre": "féminin",
        "court": "",
    }
    assert read([row]).words == (TABLE,)
    assert read([row]).of(Notion.COUNCIL) == TABLE
    assert read([row]).of(Notion.CONTRACT) is None
