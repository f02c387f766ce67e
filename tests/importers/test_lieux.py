"""Places that lines name: each in the quarters that surely hold it; a name proposes, never says."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
import shapely

from dashboard.importers import lieux
from dashboard.importers.apply import plan, write
from dashboard.importers.gazetteer import gazetteer_of, located, spelled
from dashboard.importers.imported import Document
from dashboard.importers.recognise import read, recognise
from dashboard.importers.territory_folder import SHAPES, TerritoryFolder, blank, open_territory
from dashboard.schema import Record

INSIDE, OUTSIDE, NEAR = (5.905, 45.505), (5.95, 45.55), (5.90005, 45.505)
LieuRow = tuple[str, str, str, float, float]


def _file(*lines: LieuRow) -> Document:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(["id", "nom", "type", "longitude", "latitude"])
    writer.writerows(lines)
    return Document("equipements.csv", stream.getvalue().encode())


def _line(code: str, name: str, where: tuple[float, float] = INSIDE, kind: str = "ENS") -> LieuRow:
    return (code, name, kind, *where)


@pytest.fixture
def drawn(folder: Path) -> TerritoryFolder:
    """A territory whose first quarter is a square, simplified to 5 metres in 2024."""
    square = json.loads(shapely.to_geojson(shapely.box(5.90, 45.50, 5.91, 45.51)))
    features = [
        {"type": "Feature", "properties": {"code": code}, "geometry": square}
        for code in ("QP099001", "QN09901M")
    ]
    document = {"type": "FeatureCollection", "features": features}
    (folder / f"{SHAPES}.geojson").write_text(json.dumps(document), encoding="utf-8")
    path = folder / "territoires.csv"
    text = path.read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    for row in rows:
        if row["code"] == "QN09901M":
            row |= {"trace": "officiel simplifié", "simplification": "5"}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return open_territory(folder)


def _places(territory: TerritoryFolder, *lines: LieuRow) -> dict[str, Record]:
    taken = read(_file(*lines), territory).taken["lieux_nommes"]
    return {row["code"]: row for row in taken}


def _action(title: str, year: int, holder: str = "Une association") -> Record:
    return blank("actions", id="A", annee=str(year), intitule=title, porteur=holder)


def _proposed(
    territory: TerritoryFolder, lines: Sequence[LieuRow], action: Record
) -> tuple[str, str, str]:
    rows = _places(territory, *lines).values()
    found = gazetteer_of(territory, rows).proposed(action)
    return found["quartiers"], found["quartier_origine"], found["quartier_lieu"]


def test_a_place_stands_in_every_perimeter_that_holds_its_point(drawn: TerritoryFolder) -> None:
    assert recognise(_file(_line("A", "Gymnase Clair"))) is lieux.IMPORTER
    found = _places(drawn, _line("A", "Gymnase Clair"), _line("B", "Stade Loin", OUTSIDE))
    assert found["A"]["quartiers"] == "QP099001|QN09901M"
    assert found["B"]["quartiers"] == ""
    assert found["B"]["motif"] == "point hors de tout périmètre"


def test_near_a_simplified_line_no_answer_is_sure(drawn: TerritoryFolder) -> None:
    found = _places(drawn, _line("A", "Gymnase Bord", NEAR))["A"]
    assert found["quartiers"] == "QP099001"
    assert "à 4 m de la ligne simplifiée de QN09901M, rien n’est sûr" in found["motif"]


@pytest.mark.parametrize(("year", "code"), [(2023, "QP099001"), (2024, "QN09901M")])
def test_the_perimeter_in_force_in_the_year_of_the_line_decides(
    drawn: TerritoryFolder, year: int, code: str
) -> None:
    lines = [_line("A", "École Élémentaire les Tilleuls")]
    said = _proposed(drawn, lines, _action("Fête à l’école des Tilleuls", year))
    assert said == (code, "proposé : lieu nommé", "A")


def test_the_title_goes_before_the_name_of_the_holder(drawn: TerritoryFolder) -> None:
    lines = [_line("A", "Gymnase Clair"), _line("B", "Foyer Doux", OUTSIDE)]
    action = _action("Boxe au gymnase Clair", 2016, "Foyer Doux")
    assert _proposed(drawn, lines, action)[0] == "QP099001"
    assert _proposed(drawn, lines, _action("Boxe", 2016, "Foyer Doux")) == ("", "", "B")


def test_places_that_disagree_propose_nothing_and_stand_in_the_line(drawn: TerritoryFolder) -> None:
    lines = [_line("A", "Gymnase Clair"), _line("B", "Foyer Doux", OUTSIDE)]
    said = _proposed(drawn, lines, _action("Du gymnase Clair au foyer Doux", 2016))
    assert said == ("", "", "A|B")


def test_a_name_of_one_word_or_of_two_places_is_set_aside_and_counted(
    drawn: TerritoryFolder,
) -> None:
    lines = [
        _line("A", "le Scarabée"),
        _line("B", "École Maternelle les Tilleuls"),
        _line("C", "École Élémentaire les Tilleuls", OUTSIDE),
    ]
    found = _places(drawn, *lines)
    assert found["A"]["ecarte"] == "un seul mot, qui peut dire autre chose"
    assert "deux lieux" in found["B"]["ecarte"]
    assert _proposed(drawn, lines, _action("Un scarabée au jardin", 2016)) == ("", "", "A")
    notes = read(_file(*lines), drawn).notes
    assert any("noms ambigus écartés" in note and note.startswith("3") for note in notes)


def test_part_of_a_name_is_not_the_name(drawn: TerritoryFolder) -> None:
    lines = [_line("A", "École Élémentaire les Tilleuls")]
    assert _proposed(drawn, lines, _action("Sous les tilleuls", 2016)) == ("", "", "")


def test_names_are_compared_without_accents_case_nor_articles() -> None:
    assert spelled("CENTRE SOCIAL DES ÉPINETTES") == spelled("Centre social Epinettes")
    assert spelled("L’Étoile de la Rue") == " etoile rue "


def test_what_the_source_or_staff_say_of_a_quarter_is_never_replaced(folder: Path) -> None:
    territory = open_territory(folder)
    place = blank("lieux_nommes", code="A", nom="Gymnase Clair", quartiers="QP099001")
    action = _action("Au gymnase Clair", 2016)
    for origin in ("officiel", "corrigé", "nommé dans l’intitulé", "nom du porteur"):
        row = action | {"quartiers": "QP099002", "quartier_origine": origin}
        (kept,) = located([row], gazetteer_of(territory, [place]))
        assert kept == row


def test_places_and_proposals_are_written_and_the_same_file_changes_nothing(
    drawn: TerritoryFolder, folder: Path
) -> None:
    document = _file(_line("A", "Gymnase Clair"), _line("B", "Stade Loin", OUTSIDE))
    write(plan(read(document, drawn), drawn), folder)
    again = plan(read(document, open_territory(folder)), open_territory(folder))
    assert again.nothing
    assert plan(lieux.again(open_territory(folder)), open_territory(folder)).nothing


def test_spellings_that_staff_wrote_survive_a_new_file(
    drawn: TerritoryFolder, folder: Path
) -> None:
    document = _file(_line("A", "Gymnase Clair"))
    write(plan(read(document, drawn), drawn), folder)
    path = folder / "lieux_nommes.csv"
    text = path.read_text(encoding="utf-8").replace(";Gymnase Clair;;", ";Gymnase Clair;Salle C;")
    path.write_text(text, encoding="utf-8")
    (row,) = read(document, open_territory(folder)).taken["lieux_nommes"]
    assert row["autres_noms"] == "Salle C"


def test_a_name_that_staff_corrected_stays_and_that_of_the_file_is_one_more_spelling(
    drawn: TerritoryFolder, folder: Path
) -> None:
    document = _file(_line("A", "Gymnase Clair"), _line("B", "Stade Loin"))
    write(plan(read(document, drawn), drawn), folder)
    path = folder / "lieux_nommes.csv"
    path.write_text(path.read_text().replace("Gymnase Clair", "Gymnase des Clairs"))
    found = read(document, open_territory(folder))
    names = {row["code"]: (row["nom"], row["autres_noms"]) for row in found.taken["lieux_nommes"]}
    assert names == {"A": ("Gymnase des Clairs", "Gymnase Clair"), "B": ("Stade Loin", "")}
    said = " ".join(found.notes).replace("\u00a0", " ")
    assert "« Gymnase des Clairs » (le fichier dit « Gymnase Clair »)" in said
    write(plan(found, open_territory(folder)), folder)
    assert plan(read(document, open_territory(folder)), open_territory(folder)).nothing


def test_a_point_elsewhere_is_left_aside_and_one_without_degrees_refused(
    drawn: TerritoryFolder,
) -> None:
    found = read(
        _file(
            _line("A", "Gymnase Clair"),
            _line("B", "Gymnase Loin", (2.35, 48.85)),
            ("C", "Gymnase Vide", "SPO", "", 45.5),  # type: ignore[arg-type]
        ),
        drawn,
    )
    assert [row["code"] for row in found.taken["lieux_nommes"]] == ["A"]
    assert found.account.left == 1
    assert [problem.row for problem in found.refused] == [4]
