"""Posts of adultes-relais and FONJEP."""

import json
from collections.abc import Callable

import pytest

from dashboard.importers import persons, postes
from dashboard.importers.imported import Document, Imported, Refused
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder

Import = Callable[[str], Imported]


def test_the_posts_of_the_contract_are_kept_under_either_code(imported: Import) -> None:
    read = imported("adulte-relais-2025.json")
    assert [row["id"] for row in read.taken["postes"]] == ["adulte-relais-2025-09912R014302"]
    assert [problem.column for problem in read.refused] == ["montant"]


def test_a_fonjep_amount_on_an_adulte_relais_is_flagged_and_left(imported: Import) -> None:
    (row,) = imported("adulte-relais-2025.json").taken["postes"]
    assert row["montant"] == "7164"
    assert "erreur probable" in row["anomalie"]
    (fonjep,) = imported("postes-fonjep-2023.json").taken["postes"]
    assert (fonjep["montant"], fonjep["anomalie"]) == ("7164", "")


def test_a_name_in_place_of_a_siret_is_no_siret(imported: Import) -> None:
    (row,) = imported("postes-fonjep-2023.json").taken["postes"]
    assert (row["porteur"], row["siret"], row["annee"]) == ("MJC DE LA CRECELIERE", "", "2023")


def test_the_programme_is_told_by_the_number_where_the_name_says_nothing(
    territory: TerritoryFolder,
) -> None:
    post = {"id_poste": "D00001", "raison_sociale": "X", "annee": 2024, "montant": 7164}
    content = json.dumps([post | {"code_cv": "CN09901M"}]).encode()
    (row,) = postes.read(Document("postes.json", content), territory).taken["postes"]
    assert row["dispositif"] == "fonjep"


def test_a_territory_without_contract_codes_is_told_what_to_write(
    territory: TerritoryFolder, given: Callable[[str], Document]
) -> None:
    bare = TerritoryFolder(territory.folder, {"nom": "X"}, territory.tables, territory.shapes)
    with pytest.raises(Refused, match="codes_anct"):
        postes.read(given("adulte-relais-2025.json"), bare)


@pytest.mark.parametrize("content", [b"[]", b"[1]", b"[{}]", b"[", b"{}", b"\xef\xbb\xbf["])
def test_other_json_is_not_recognised(content: bytes) -> None:
    assert not postes.recognises(Document("a.json", content))


def _posts(*posts: dict[str, object]) -> Document:
    common = {
        "id_poste": "A1",
        "raison_sociale": "X",
        "annee": 2022,
        "montant": 7,
        "code_cv": "CV999",
    }
    return Document(
        "adulte-relais-2022.json", json.dumps([common | post for post in posts]).encode()
    )


def test_a_person_who_employs_is_not_named(territory: TerritoryFolder) -> None:
    found = read(
        _posts({"raison_sociale": "Mme DUPONT Marie", "code_tiers": "99900107600010"}), territory
    )
    (row,) = found.taken["postes"]
    assert (row["porteur"], row["siret"]) == (persons.NAME, "")
    assert any("nom retiré" in note for note in found.notes)


@pytest.mark.parametrize("name", ["raison_sociale", "id_poste", "montant", "annee", "code_cv"])
@pytest.mark.parametrize("value", [{"nom": "X"}, ["X"], True])
def test_what_is_neither_text_nor_number_is_no_cell(
    territory: TerritoryFolder, name: str, value: object
) -> None:
    found = read(_posts({name: value}), territory)
    assert not found.taken["postes"]
    (problem,) = found.refused
    assert problem.column == name
    assert "ni un texte ni un nombre" in problem.message


def test_a_holder_that_may_be_a_person_is_counted_for_the_operator(
    territory: TerritoryFolder,
) -> None:
    found = read(_posts({"raison_sociale": "DUPONT Marie"}), territory)
    assert found.taken["postes"][0]["porteur"] == "DUPONT Marie"
    assert any("ni SIRET ni civilité" in note for note in found.notes)
    found = read(_posts({"code_tiers": "99900107600010"}), territory)
    assert not any("civilité" in note for note in found.notes)
