"""A column whose heading says that it holds a person is told so, and none that is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importers.door.file import open_document
from dashboard.importers.grants import LAYOUTS
from dashboard.importers.imported import Document, Refused
from dashboard.importers.matching.names import SYNONYMS
from dashboard.importers.personal_headings import (
    SURE,
    columns_below,
    may_tell_a_person,
    personal_columns,
    private_columns,
)
from dashboard.importers.recognise import IMPORTERS
from dashboard.importers.scdl_lines import ROLES
from dashboard.importers.source_table import first_rows
from dashboard.importers.templates import TEMPLATES
from dashboard.importers.unnaming.columns import PersonalColumns
from dashboard.schema import TABLES

FIXTURES = Path(__file__).parents[1] / "fixtures"
EXAMPLE = Path(__file__).parents[2] / "data" / "exemple"
ROLE_HEADERS = [
    header
    for role in (*ROLES, *(role for layout in LAYOUTS for role in layout.roles))
    for header in role.headers
]


def declared() -> Iterator[list[str]]:
    """Every row of headings that the project names itself."""
    for model in TEMPLATES:
        yield [field.title for field in model.fields]
        yield [field.name for field in model.fields]
    for table in TABLES.values():
        yield [field.title for field in table.fields]
        yield list(table.header)
    yield from map(list, SYNONYMS.values())


def personal(heading: str) -> bool:
    return bool(personal_columns([heading]))


def heads(document: Document) -> list[tuple[str, ...]]:
    try:
        return list(first_rows(document))
    except Refused:
        return []


@pytest.mark.parametrize(
    "heading",
    [
        "Prénom", "prénom(s)", "Nom et prénom", "NOM Prénom", "Nom du contact", "nomContact",
        "tel_contact", "telContact", "nomcontact", "NOM_CONTAC", "contact_email", "Contact",
        "Nom du/de la responsable", "NOM DU REPRÉSENTANT LÉGAL", "Nom du (de la) président(e)",
        "Responsable : nom", "Référent·e", "Référent", "Interlocuteur", "Interlocutrice",
        "Chargé(e) de mission", "Chef de projet", "Personne à contacter", "Personne référente",
        "Téléphone", "Tél.", "N° tél", "Tel 1", "Téléphone de la structure", "Portable", "Mobile",
        "Courriel", "E-mail", "E mail", "email", "Mail", "Adresse mail", "Adresse électronique",
        "Date de naissance", "dateNaissance", "DATE_NAISS", "Coordonnées du contact",
        "Adresse personnelle", "Nom complet", "Full name", "Identité", "Né(e) le", "Née le",
    ],
)  # fmt: skip
def test_a_heading_that_says_a_person_is_told(heading: str) -> None:
    assert personal(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "", "Nom", "Porteur", "Bénéficiaire", "Structure", "Service instructeur", "Association",
        "Nom de l’association", "Nom de la structure référente", "Responsable", "Adresse",
        "Signature", "Équipe mobile", "Mobilité", "Hôtel", "Nombre de contacts", "Nom du quartier",
        "Charges de projet", "Montant des frais de téléphone", "Type de contact", "coordonnees",
        "Nom du lieu", "Nom de la personne morale", "Contact" * 40, "(retiré)",
        "(adresse électronique retirée)",
    ],
)  # fmt: skip
def test_a_heading_that_may_be_an_organisation_is_not(heading: str) -> None:
    assert not personal(heading)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (["Nom", "Prénom", "Structure"], {0, 1}),
        (["Structure", "Civilité", "Nom"], {2}),
        (["nom", "prenomMandataire", "nomMandataire"], {1, 2}),
        (["Code", "Nom", "Genre"], set()),
    ],
)
def test_a_name_is_a_person_s_beside_a_first_name(row: list[str], found: set[int]) -> None:
    assert personal_columns(row) == found


def test_no_heading_that_the_project_names_is_taken_for_one() -> None:
    taken = [(row, held) for row in declared() if (held := personal_columns(row))]
    assert taken == []
    examples = (document for importer in IMPORTERS for document in importer.examples)
    files = (open_document(path) for path in FIXTURES.rglob("*.*s*"))
    ours = (open_document(path) for path in EXAMPLE.rglob("*.csv"))
    rows = [head for document in (*examples, *files, *ours) for head in heads(document)[:1]]
    assert [row for row in rows if personal_columns(row)] == []
    assert len(rows) > 40


@pytest.mark.parametrize("header", ROLE_HEADERS)
def test_no_heading_that_plays_a_role_is_taken_for_one(header: str) -> None:
    @given(st.from_regex(header.replace(".*", ""), fullmatch=True))
    def held(heading: str) -> None:
        assert not personal(heading)

    held()


@pytest.mark.shared
def test_no_heading_of_an_official_file_is_taken_for_one(shared: Path) -> None:
    cases = shared.parents[1] / "cases"
    files = [path for folder in (shared, cases) for path in folder.rglob("*") if path.is_file()]
    rows = {path.name: PersonalColumns.of(heads(open_document(path))) for path in files}
    assert [name for name, found in rows.items() if found.found != ()] == []


@pytest.mark.parametrize(
    ("row", "parted", "found"),
    [
        (["Structure", "Contact", "Tél."], False, {1, 2}),
        (["Nom", "Prénom", "Structure"], False, {0, 1}),
        (["Président", "Courriel", "Montant"], False, {0, 1}),
        (["Structure", "Projet", "Référent"], True, set()),
        (["Structure", "Projet", "Contact"], False, set()),
        (["Structure", "Projet", "Contact"], True, {2}),
        (["Structure", "Téléphone"], True, {1}),
        (["Contact", "Service des statistiques"], True, set()),
        (["Contact", "stat@ville.fr", "Mail"], True, set()),
        (["Régie", "Président", "Directrice"], True, set()),
        (["Régie", "Contact", "Courriel", "2024"], True, set()),
        (["Contact par mail aux familles", "Téléphone aux absents", "Fait"], True, set()),
        (["Jardins", "par mail aux familles", "Téléphone"], False, set()),
        (["Contact"], True, set()),
    ],
)
def test_a_row_below_a_header_is_another_one_where_it_can_be_nothing_else(
    row: list[str], parted: bool, found: set[int]
) -> None:
    assert columns_below(dict(enumerate(row)), parted) == found
    assert not found or may_tell_a_person(";".join(row))


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("Prénom", False), ("Responsable", False), ("Adresse", False), ("Signataire", False),
        ("Trésorière", False), ("Équipe mobile", False), ("Nom du contact", False),
        ("Nombre de contacts", True), ("Type de contact", True), ("Structure", True),
        ("Participants", True), ("Nom", True),
    ],
)  # fmt: skip
def test_what_is_shown_of_a_column_is_told_by_the_same_words(heading: str, shown: bool) -> None:
    assert private_columns([heading]) == (set() if shown else {0})
    assert private_columns([heading, "Prénom"]) >= personal_columns([heading, "Prénom"])


@given(st.from_regex(SURE, fullmatch=True), st.sampled_from([str, str.upper, str.title]))
def test_every_heading_of_persons_is_seen_to_begin(
    words: str, written: Callable[[str], str]
) -> None:
    assert may_tell_a_person(written(words))


@pytest.mark.parametrize(
    "heading",
    ["Prénom", "PRE\u0301NOM", "nomContact", "tel_contact", "telContact", "NOM_CONTAC", "N° tél",
     "E-mail", "e mail", "Émail", "Adresse électronique", "Né(e) : date de naissance", "Tél."],
)  # fmt: skip
def test_a_heading_of_persons_is_seen_however_it_is_written(heading: str) -> None:
    assert may_tell_a_person(heading)
