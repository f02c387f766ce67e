"""Posts of adultes-relais and FONJEP."""

import json
from collections.abc import Callable

import pytest

from dashboard.importers import postes
from dashboard.importers.imported import Document, Imported, Refused
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
