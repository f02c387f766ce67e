"""The doors of a département: those of the territory are taken, every other line has its fate."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from dashboard.importers import ban
from dashboard.importers.apply import plan, write
from dashboard.importers.door import long
from dashboard.importers.imported import Document, Refused
from dashboard.importers.recognise import read, recognise
from dashboard.importers.territory_folder import TerritoryFolder, open_territory
from dashboard.publication import publish
from dashboard.store import open_store

HEADER = (
    "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;x;y;lon;lat;"
    "type_position;alias;nom_ld"
)


def line(number: str, street: str, town: str = "99001", **where: str) -> str:
    at = {"rep": "", "lon": "5.91", "lat": "45.51", **where}
    start = f"i;;{number};{at['rep']};{street};99000;{town};Auzelande"
    return f"{start};;;{at['lon']};{at['lat']};entrée;;"


LINES = (
    line("1", "Rue du Fuseau"),
    line("3", "Rue du Fuseau", rep="BIS"),
    line("3", "Rue du Fuseau", rep="bis"),
    line("7", "Chemin des Prés", lon="5.95", lat="45.55"),
    line("9", "Rue d'Ailleurs", town="13055"),
    line("9999999", "Lieu-dit le Bas"),
    line("2", "Rue du Fuseau", lon="8.9", lat="45.5"),
    line("4", "Rue du Fuseau", lon="est"),
)
DOORS = Document("adresses-99.csv", "\n".join((HEADER, *LINES, "")).encode())
PACKED = Document("adresses-99.csv.gz", gzip.compress(DOORS.content))


@pytest.mark.parametrize("document", [DOORS, PACKED], ids=["clair", "compressé"])
def test_each_line_has_one_fate(territory: TerritoryFolder, document: Document) -> None:
    assert recognise(document) is ban.IMPORTER
    found = read(document, territory)
    assert [(row["voie"], row["numero"], row["suffixe"]) for row in found.taken["adresses"]] == [
        ("Rue du Fuseau", "1", ""),
        ("Rue du Fuseau", "3", "bis"),
        ("Chemin des Prés", "7", ""),
    ]
    assert [problem.row for problem in found.refused] == [8, 9]
    assert {aside.reason: aside.lines for aside in found.account.aside} == {
        "en double": (4,),
        "d’une autre commune": (6,),
        "sans numéro de voie": (7,),
    }


def test_a_cut_file_is_refused_whole(territory: TerritoryFolder) -> None:
    with pytest.raises(Refused, match="abîmé"):
        read(Document("a.csv.gz", PACKED.content[:-20]), territory)


def test_a_file_that_swells_beyond_measure_is_refused(
    territory: TerritoryFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long, "MOST_BYTES", 200)
    with pytest.raises(Refused, match="trop lourd"):
        read(PACKED, territory)


def test_a_line_that_does_not_end_is_refused_before_it_is_read_whole(
    territory: TerritoryFolder,
) -> None:
    content = gzip.compress(f"{HEADER}\n{';' * 1_000_000}".encode())
    with pytest.raises(Refused, match="trop lourd"):
        read(Document("a.csv.gz", content), territory)


def test_a_door_is_found_by_its_number_once_published(folder: Path, tmp_path: Path) -> None:
    territory = open_territory(folder)
    write(plan(read(PACKED, territory), territory), folder)
    assert publish(folder, tmp_path).accepted
    store = open_store(tmp_path, folder.name)
    door = store.named("3 bis rue du fuzeau").sure
    assert door is not None
    assert (door.label, door.source) == (
        "3 bis Rue du Fuseau, Auzelande",
        ban.SOURCE_ID,
    )
    other = store.named("7 che des pres, auzelande").sure
    assert other is not None
    assert other.label == "7 Chemin des Prés, Auzelande"
    assert store.doors == 3
