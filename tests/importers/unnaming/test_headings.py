"""A column whose heading says that it holds a person is told so, and none that is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importers.door.file import open_document
from dashboard.importers.grants import LAYOUTS
from dashboard.importers.imported import Document, Refused
from dashboard.importers.matching.names import SYNONYMS
from dashboard.importers.recognise import IMPORTERS
from dashboard.importers.scdl_lines import ROLES
from dashboard.importers.source_table import first_rows
from dashboard.importers.templates import TEMPLATES
from dashboard.importers.unnaming.headings import (
    WITHIN,
    PersonalColumns,
    holds_nobody,
    of_organisations,
    personal_columns,
)
from dashboard.schema import TABLES

FIXTURES = Path(__file__).parents[2] / "fixtures"
EXAMPLE = Path(__file__).parents[3] / "data" / "exemple"
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
    assert [name for name, found in rows.items() if found != PersonalColumns()] == []


def test_the_header_is_found_under_what_stands_above_it() -> None:
    above = [["Programmation 2024", "", "", ""], ["Contact : Mme X", "", "", ""], []]
    columns = PersonalColumns.of(
        [*above, ["Nom", "Prénom", "Tél.", "Montant"], ["a", "b", "c", "d"]]
    )
    assert [columns.at(rank) for rank in (0, 3, 4, 900)] == [set(), set(), {0, 1, 2}, {0, 1, 2}]


def test_what_stands_above_a_header_is_none_where_it_says_few_words() -> None:
    head = ["Structure", "Projet", "Montant", "Axe", "Tél."]
    columns = PersonalColumns.of([["Ville", "Contact", "", "", ""], head])
    assert columns.at(2) == {4}


def test_a_cell_that_only_looks_like_a_heading_makes_no_header() -> None:
    rows = [["Structure", "Rôle", "Année"], ["Régie", "Président", "2021"], ["Ville", "x", "2022"]]
    assert PersonalColumns.of(rows) == PersonalColumns()
    assert PersonalColumns.of([["Téléphone"], ["Courriel"]]) == PersonalColumns()


def test_a_header_may_say_one_word_and_years() -> None:
    columns = PersonalColumns.of([["Bilan"], ["Contact", "2022", "2023"], ["Dupont", "1", "2"]])
    assert [sorted(columns.at(rank)) for rank in range(3)] == [[], [], [0]]


def test_a_second_header_is_told_by_two_of_its_columns() -> None:
    rows = [["Structure", "Année"], ["Régie", "2021"], ["Contact", "Courriel"], ["x", "y"]]
    columns = PersonalColumns.of(rows)
    assert [columns.at(rank) for rank in range(4)] == [set(), set(), set(), {0, 1}]


def test_no_header_is_sought_further_than_the_first_rows() -> None:
    below = [*[["a", "b"]] * WITHIN, ["Nom", "Prénom"]]
    assert PersonalColumns.of(below) == PersonalColumns()


def test_a_sheet_of_organisations_keeps_how_to_reach_them() -> None:
    [model] = [item for item in TEMPLATES if item.slug == "contacts"]
    head = [field.title for field in model.fields]
    assert of_organisations([*head, "Téléphone"])
    assert PersonalColumns.of([[*head, "Téléphone", "Courriel"]]) == PersonalColumns()
    assert not of_organisations(["Nom", "Téléphone"])


@pytest.mark.parametrize("cell", ["", " ", "0", "12", "999", "33,5 %", "0.25", "Oui", "non", "x"])
def test_a_count_a_share_or_whether_tells_nobody(cell: str) -> None:
    assert holds_nobody(cell)


@pytest.mark.parametrize(
    "cell", ["1975", "27465", "12/03/1975", "612345678", "06.12345678", "Zola", "M.", "1,12345"]
)
def test_what_may_be_a_name_a_birth_or_a_telephone_tells_somebody(cell: str) -> None:
    assert not holds_nobody(cell)
