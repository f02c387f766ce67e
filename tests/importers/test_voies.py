"""Streets, and the approximate marks that stand on some of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.importers import reperes, voies
from dashboard.importers.apply import plan, write
from dashboard.importers.imported import Document, Refused
from dashboard.importers.recognise import read, recognise
from dashboard.importers.territory_folder import TerritoryFolder, open_territory

STREETS = Document(
    "voies.csv",
    """id_voie,nom,quartier,longitude,latitude
2,Rue de l'Âne,HC,5.9157,45.594
1,Allée des Iris,,5.9004962,45.5104468
""".encode(),
)
MARKS = Document(
    "qva.csv",
    b"""qva;repere;longitude;latitude;source;statut
Aunettes;Rue des Aunettes (point interieur);5.95;45.55;x;tres approximatif
Ailleurs;Rue d'ailleurs;5.95;45.55;x;approximatif
""",
)


def test_every_street_is_taken_in_the_order_of_names(territory: TerritoryFolder) -> None:
    assert recognise(STREETS) is voies.IMPORTER
    rows = read(STREETS, territory).taken["voies"]
    assert [row["nom"] for row in rows] == ["Allée des Iris", "Rue de l’Âne"]
    assert rows[1]["secteur"] == "HC"
    assert (rows[0]["lon"], rows[0]["lat"]) == ("5.900496", "45.510447")


def test_a_line_that_cannot_be_read_is_refused_by_its_number(territory: TerritoryFolder) -> None:
    spoiled = STREETS.content + '3,"Rue ouverte,5.91,45.59\n4,Rue Ã©tendue,,5.91,45.59\n'.encode()
    found = read(Document("voies.csv", spoiled), territory)
    assert [problem.row for problem in found.refused] == [4, 5]
    assert found.account.refused == (4, 5)


def test_streets_are_replaced_together(folder: Path) -> None:
    territory = open_territory(folder)
    write(plan(read(STREETS, territory), territory), folder)
    fewer = Document("voies.csv", STREETS.content.rsplit(b"\n", 2)[0] + b"\n")
    again = open_territory(folder)
    write(plan(read(fewer, again), again), folder)
    assert [row["code"] for row in open_territory(folder).rows("voies")] == ["2"]


def test_a_mark_says_what_it_stands_on_and_is_no_shape(folder: Path) -> None:
    territory = open_territory(folder)
    assert recognise(MARKS) is reperes.IMPORTER
    found = read(MARKS, territory)
    (row,) = found.taken["territoires"]
    assert row["trace"] == "repère approximatif"
    assert row["repere_motif"] == "la rue du même nom"
    assert row["repere_detail"].endswith("(point intérieur), très approximatif")
    assert not found.shapes
    assert found.account.left == 1
    assert write(plan(found, territory), folder) == ("sources.csv", "territoires.csv")


def test_a_quarter_that_has_an_outline_keeps_it(territory: TerritoryFolder) -> None:
    rows = tuple(
        row | {"trace": "officiel"} if row["genre"] == "qva" else row
        for row in territory.rows("territoires")
    )
    held = TerritoryFolder(
        territory.folder, territory.settings, {"territoires": rows}, territory.shapes
    )
    with pytest.raises(Refused, match="aucune ligne"):
        reperes.read(MARKS, held)


def _marks(*more: str) -> Document:
    return Document("qva.csv", MARKS.content + "".join(f"{line}\n" for line in more).encode())


def test_two_marks_that_differ_for_one_quarter_are_both_refused(territory: TerritoryFolder) -> None:
    other = "AUNETTES;Rue des Aunettes (point interieur);5.96;45.55;x;tres approximatif"
    second = "Ailleurs;Rue d'ailleurs;5.95;45.55;x;approximatif"
    with pytest.raises(Refused, match="aucune ligne"):
        read(_marks(other), territory)
    held = territory.rows("territoires")
    named = tuple(row | {"nom": "Ailleurs"} if row["code"] == "QP099001" else row for row in held)
    placed = tuple(row | {"genre": "qva"} if row["nom"] == "Ailleurs" else row for row in named)
    both = TerritoryFolder(
        territory.folder, territory.settings, {"territoires": placed}, territory.shapes
    )
    found = read(_marks(other, second), both)
    assert [(told.row, told.value) for told in found.refused] == [(2, "Aunettes"), (4, "AUNETTES")]
    assert "lignes 2 et 4, qui se contredisent" in found.refused[0].message
    assert [item.reason for item in found.account.aside] == ["en double"]
    assert [row["nom"] for row in found.taken["territoires"]] == ["Ailleurs"]
