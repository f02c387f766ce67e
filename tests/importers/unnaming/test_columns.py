"""The columns of a sheet that hold a person are told by its header, and by those below it."""

from __future__ import annotations

from dashboard.importers.templates import TEMPLATES
from dashboard.importers.unnaming.columns import (
    WITHIN,
    MetColumns,
    PersonalColumns,
    of_organisations,
    said_in,
)


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
    assert PersonalColumns.of(rows).found == ()
    assert PersonalColumns.of([["Président"], ["Régie"]]).found == ()


def test_a_list_under_the_heading_of_a_person_names_some() -> None:
    rows = [["Annuaire"], [], ["Contact"], ["Durand"], ["Téléphone"], ["612345678"]]
    assert told(rows) == [set(), set(), set(), {0}, set(), {0}]


def test_a_header_may_say_one_word_and_years() -> None:
    columns = PersonalColumns.of([["Bilan"], ["Contact", "2022", "2023"], ["Dupont", "1", "2"]])
    assert [sorted(columns.at(rank)) for rank in range(3)] == [[], [], [0]]


def test_a_second_header_is_told_by_two_of_its_columns() -> None:
    rows = [["Structure", "Année"], ["Régie", "2021"], ["Contact", "Courriel"], ["x", "y"]]
    columns = PersonalColumns.of(rows)
    assert [columns.at(rank) for rank in range(4)] == [set(), set(), set(), {0, 1}]


def told(rows: list[list[str]], untouched: bool = False) -> list[set[int]]:
    met, found = MetColumns(PersonalColumns.of(rows), untouched), list[set[int]]()
    for rank, row in enumerate(rows):
        found.append(set(met.at(rank)))
        met.meet(rank, said_in(row))
    return found


def test_a_header_that_stands_far_below_is_met_as_its_rows_are() -> None:
    rows = [*[["a", "b"]] * WITHIN, ["Nom", "Prénom"], ["Durand", "Jeanne"]]
    assert PersonalColumns.of(rows).found == ()
    assert told(rows)[WITHIN - 1 :] == [set(), set(), {0, 1}]
    assert told(rows, untouched=True)[-1] == set()


def test_a_table_below_another_tells_its_own_columns() -> None:
    first = [["Projet", "Année", "Montant"], ["Jardins", "2024", "3200"]]
    second = [["Structure", "Contact"], ["Régie", "Durand"]]
    assert told([*first, [], *second])[-1] == {1}
    assert told([*first, ["Partenaires"], *second])[-1] == {1}
    assert told([*first, *second])[-1] == set()


def test_what_stands_above_the_header_is_none_that_stands_below() -> None:
    head = ["Année", "Projet", "Axe", "Quartier", "Montant"]
    assert told([["Bilan"], ["Suivi", "Contact"], [], head, ["2024", "a"]])[-1] == set()


def test_a_sheet_of_organisations_keeps_how_to_reach_them() -> None:
    [model] = [item for item in TEMPLATES if item.slug == "contacts"]
    head = [field.title for field in model.fields]
    assert of_organisations([*head, "Téléphone"])
    assert PersonalColumns.of([[*head, "Téléphone", "Courriel"]]).found == ()
    assert not of_organisations(["Nom", "Téléphone"])
