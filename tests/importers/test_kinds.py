"""The kinds of faults that people of the trade meet in their files, one after the other.

Each was believed, dropped in silence or blocked a whole file once; names and numbers are invented.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Sequence
from typing import Any

import geopandas as gpd
import openpyxl
import pytest
import shapely

from dashboard.importers.apply import plan
from dashboard.importers.imported import Document, Imported, Refused
from dashboard.importers.recognise import read
from dashboard.importers.report import told
from dashboard.importers.territory_folder import SHAPES, TerritoryFolder
from dashboard.schema import Problem, Record

GIVER = "Auzelande Agglomération"
HEADER = "nomAttribuant;idAttribuant;dateConvention;nomBeneficiaire;idBeneficiaire;objet;montant"
RIGHT = f"{GIVER};99900000100011;2022-03-01;Club du Rouet;99900101900010;Cuisine;1500"
TABLE = "subventions_agglomeration"

Read = Callable[..., Imported]


@pytest.fixture
def subsidies(territory: TerritoryFolder) -> Read:
    """What lines of cells under the header of the SCDL give, from a file of that name."""

    def given(*lines: str, name: str = "scdl.csv", header: str = HEADER) -> Imported:
        return read(Document(name, "\n".join([header, *lines]).encode()), territory)

    return given


def _rows(imported: Imported) -> Sequence[Record]:
    return imported.taken[TABLE]


def _line(**cells: str) -> str:
    """The right line with these cells of its own."""
    names = HEADER.split(";")
    return ";".join(
        cells.get(name, cell) for name, cell in zip(names, RIGHT.split(";"), strict=True)
    )


def _where(problem: Problem) -> tuple[int, str, str]:
    return problem.row, problem.column, problem.value


def test_the_year_is_the_line_s_own_whatever_the_name_of_the_file_holds(subsidies: Read) -> None:
    for name in ("200069110_subv.csv", "subventions-2019.csv", "essai-20172024.csv"):
        years = [row["annee"] for row in _rows(subsidies(RIGHT, name=name))]
        assert years == ["2022"], name


def test_agreements_of_several_years_each_stand_in_their_own(subsidies: Read) -> None:
    lines = [_line(dateConvention=f"{year}-04-02") for year in (2017, 2019, 2022, 2024)]
    assert [row["annee"] for row in _rows(subsidies(*lines))] == ["2017", "2019", "2022", "2024"]


@pytest.mark.parametrize(
    "title",
    [
        "Date de la convention",
        "date_convention",
        "DATE DE CONVENTION",
        "Date de la décision",
        "Année",
        "Date de signature de la convention",
        "Date d’attribution",
        "dateConvention (AAAA-MM-JJ)",
    ],
)
def test_the_column_of_the_date_is_known_under_its_names(subsidies: Read, title: str) -> None:
    header = HEADER.replace("dateConvention", title)
    written = "2022" if title == "Année" else "01/03/2022"
    line = _line(dateConvention=written)
    assert _rows(subsidies(line, header=header))[0]["annee"] == "2022"


def test_a_file_of_which_nothing_says_the_year_is_refused(subsidies: Read) -> None:
    header, line = HEADER.replace("dateConvention;", ""), RIGHT.replace("2022-03-01;", "")
    with pytest.raises(Refused, match="rien ne dit l’année"):
        subsidies(line, header=header, name="subventions.csv")
    dated = subsidies(line, header=header, name="subventions-2021.csv")
    assert _rows(dated)[0]["annee"] == "2021"
    assert any("d’après le nom du fichier" in note for note in dated.notes)


@pytest.mark.parametrize("number", ["7,76459042E+13", "7,99E+13", "4991E+13", "77645904200000"])
def test_a_siret_lost_by_a_spreadsheet_is_never_kept_and_its_line_is_said(
    subsidies: Read, number: str
) -> None:
    imported = subsidies(RIGHT, _line(idBeneficiaire=number))
    assert [row["siret"] for row in _rows(imported)] == ["99900101900010", ""]
    (remark,) = imported.remarks
    assert _where(remark) == (3, "idBeneficiaire", number)
    assert "tableur" in remark.message
    assert "texte" in remark.remedy


def test_a_line_whose_giver_cannot_be_told_is_counted_and_named(subsidies: Read) -> None:
    lost = _line(nomAttribuant="", idAttribuant="2,00069E+13")
    other = _line(nomAttribuant="Ville Voisine", idAttribuant="21990000000011")
    account = subsidies(RIGHT, lost, other).account
    told_of = {aside.reason: aside.first[0] for aside in account.aside}
    unknown = told_of["dont l’attribuant ne peut pas être dit"]
    assert (unknown.line, unknown.value) == (3, "2,00069E+13")
    assert told_of["d’un autre attribuant"].value == "Ville Voisine"
    assert (account.taken, account.refused) == ((2,), ())


def test_a_date_in_a_sentence_refuses_its_line_alone_and_is_proposed(subsidies: Read) -> None:
    said = "Commission Permanente du 27 février 2022"
    imported = subsidies(_line(dateConvention=said), RIGHT)
    (problem,) = imported.refused
    assert _where(problem) == (2, "dateConvention", said)
    assert problem.file == "scdl.csv"
    assert "2022-02-27" in problem.remedy
    assert len(_rows(imported)) == 1


@pytest.mark.parametrize(
    "title",
    ["Montant de la subvention (en euros)", "MONTANT VOTÉ", "Montant €", "Montant total en euros"],
)
def test_the_column_of_the_amount_is_known_under_its_names(subsidies: Read, title: str) -> None:
    header = HEADER.replace("montant", title)
    assert _rows(subsidies(RIGHT, header=header))[0]["montant"] == "1500"


@pytest.mark.parametrize(
    "date", ["01/03/22", "27-févr-22", "2022", "1er mars 2022", "mardi 1er mars 2022", "44621"]
)
def test_a_date_in_words_or_short_is_of_its_year(subsidies: Read, date: str) -> None:
    assert _rows(subsidies(_line(dateConvention=date)))[0]["annee"] == "2022"


@pytest.mark.parametrize("year", ["20٢٠", "1920", "2O22", "douze"])
def test_a_year_that_is_none_refuses_its_line_even_where_the_name_has_one(
    subsidies: Read, year: str
) -> None:
    header = HEADER.replace("dateConvention", "exercice")
    imported = subsidies(
        _line(dateConvention=year),
        RIGHT.replace("2022-03-01", "2022"),
        header=header,
        name="scdl-2020.csv",
    )
    assert [_where(problem) for problem in imported.refused] == [(2, "exercice", year)]
    assert [row["annee"] for row in _rows(imported)] == ["2022"]


@pytest.mark.parametrize(
    "word", ["TOTAL", "Total général", "Sous-total 2022", "TOTAL DES SUBVENTIONS", "Totaux :"]
)
def test_a_row_of_total_is_recognised_and_said(subsidies: Read, word: str) -> None:
    total = f"{GIVER};99900000100011;;{word};;;1500"
    imported = subsidies(RIGHT, total)
    assert [row["montant"] for row in _rows(imported)] == ["1500"]
    (aside,) = imported.account.aside
    assert (aside.reason, aside.first[0].line, aside.first[0].value) == ("de total", 3, word)


def test_a_sum_that_nobody_holds_is_a_total_whatever_it_is_called(subsidies: Read) -> None:
    second = _line(nomBeneficiaire="Fanfare", objet="Bal", montant="500")
    for name in ("", "Total Culture"):
        last = f"{GIVER};99900000100011;2022-12-31;{name};;;2000"
        imported = subsidies(RIGHT, second, last)
        assert [aside.lines for aside in imported.account.aside] == [(4,)], name
        assert len(_rows(imported)) == 2


def test_an_amount_that_is_a_formula_never_computed_says_what_to_do(subsidies: Read) -> None:
    (problem,) = subsidies(_line(montant="formule jamais calculée"), RIGHT).refused
    assert "jamais calculée" in problem.message
    assert "enregistrez-le" in problem.remedy


@pytest.mark.parametrize("year", ["2020.5", "2020,5", "20 20"])
def test_a_number_that_is_no_whole_year_is_no_year(territory: TerritoryFolder, year: str) -> None:
    content = f"nomBeneficiaire;objet;montant;nature;exercice\nClub;Bal;5;n;{year}\n"
    imported = read(Document("scdl.csv", content.encode()), territory)
    assert not imported.taken["subventions_agglomeration"]
    assert "année" in imported.refused[0].message


@pytest.mark.parametrize("name", ["nomBeneficiaire", "objet"])
@pytest.mark.parametrize("text", ["formule jamais calculée", "#REF!"])
def test_a_formula_without_value_is_no_title_and_no_holder(
    subsidies: Read, name: str, text: str
) -> None:
    imported = subsidies(_line(**{name: text}), RIGHT)
    (problem,) = imported.refused
    assert (problem.value, problem.message) == (text, "tient la place d’un texte.")
    assert len(_rows(imported)) == 1


def test_a_header_said_again_is_left_aside_as_that(subsidies: Read) -> None:
    imported = subsidies(RIGHT, HEADER, _line(objet="Bal"))
    (aside,) = imported.account.aside
    assert (aside.reason, aside.lines) == ("qui répète l’en-tête", (3,))


def test_a_holder_whose_name_begins_with_total_is_a_holder(subsidies: Read) -> None:
    for name in ("Total Danse", "Totem", "La Somme des Uns"):
        assert (
            _rows(subsidies(_line(nomBeneficiaire=name, idBeneficiaire="")))[0]["porteur"] == name
        )


def test_a_line_that_our_own_table_would_refuse_is_refused_by_its_line(
    territory: TerritoryFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.importers.dates.LAST", 2099)
    document = Document(
        "scdl.csv", "\n".join([HEADER, RIGHT, _line(dateConvention="2090-01-01")]).encode()
    )
    imported = read(document, territory)
    assert [(problem.file, problem.row) for problem in imported.refused] == [("scdl.csv", 3)]
    assert (imported.account.taken, imported.account.refused) == ((2,), (3,))


def test_a_file_of_which_nothing_is_taken_leaves_no_trace(
    subsidies: Read, territory: TerritoryFolder
) -> None:
    imported = subsidies(_line(montant="douze"))
    assert imported.title == "Subventions attribuées (SCDL)"
    assert imported.account.refused == (2,)
    assert plan(imported, territory).nothing


def _workbook(*rows: tuple[Any, ...]) -> bytes:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(stream)
    return stream.getvalue()


def test_a_formula_that_was_never_computed_is_said_and_no_absent_value(
    territory: TerritoryFolder,
) -> None:
    header = ("CODGEO", "LIBGEO", "POP_MUN", "TX_F", "TX_TOT_0A24", "IND_JEUNE")
    first = ("QP099001", "La Crécelière", "=3000+100", 52.1, 39.2, 1.4)
    imported = read(Document("DEMO_2021.xlsx", _workbook(header, first)), territory)
    assert "population" not in {row["indicateur"] for row in imported.taken["indicateurs"]}
    assert len(imported.taken["indicateurs"]) == 3
    (remark,) = imported.remarks
    assert (remark.row, remark.column) == (2, "POP_MUN")
    assert "jamais calculée" in remark.sentence()
    assert "enregistrez-le" in remark.remedy


INSEE = "CODGEO;LIBGEO;POP_MUN;TX_F"


@pytest.mark.parametrize("header", [INSEE, INSEE.lower(), " Codgeo ; LibGeo ; pop_mun ; TX F "])
def test_a_header_in_other_letters_is_the_same_header(
    territory: TerritoryFolder, header: str
) -> None:
    document = Document("DEMO_2021.csv", f"{header}\nqp099001 ;x;3 631;53,5\n".encode())
    values = {
        row["indicateur"]: row["valeur"] for row in read(document, territory).taken["indicateurs"]
    }
    assert values == {"population": "3631", "part-femmes": "53.5"}


def test_a_quarter_on_two_lines_that_differ_is_taken_from_neither(
    territory: TerritoryFolder,
) -> None:
    lines = "QP099001;a;3631;53,5\nQP099001;a;9999;10\nQP099002;b;100;50\nQP099002;b;100;50\n"
    imported = read(Document("DEMO_2021.csv", f"{INSEE}\n{lines}".encode()), territory)
    assert [problem.row for problem in imported.refused] == [2, 3]
    assert all("2 et 3" in problem.message for problem in imported.refused)
    (aside,) = imported.account.aside
    assert (aside.reason, aside.lines) == ("en double", (5,))
    assert {row["territoire"] for row in imported.taken["indicateurs"]} == {"QP099002"}


def test_what_is_left_aside_is_named(territory: TerritoryFolder) -> None:
    lines = "QP099001;a;3631;53,5\nQP001001;b;1;2\n;c;1;2\n"
    imported = read(Document("DEMO_2021.csv", f"{INSEE}\n{lines}".encode()), territory)
    said = [aside.sentence("ligne").replace("\u00a0", " ") for aside in imported.account.aside]
    assert said == [
        "1 ligne d’un autre territoire : ligne 3, colonne CODGEO, « QP001001 ».",
        "1 ligne sans code de territoire : ligne 4, colonne CODGEO.",
    ]


def _outlines(*features: tuple[str, list[list[float]]], column: str = "code_qp") -> Document:
    found = [
        {
            "type": "Feature",
            "properties": {column: code},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for code, ring in features
    ]
    document = {"type": "FeatureCollection", "features": found}
    return Document("contours.geojson", json.dumps(document).encode())


def _ring(west: float, south: float, size: float = 0.01) -> list[list[float]]:
    east, north = west + size, south + size
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def _moved(ring: list[list[float]], system: int) -> list[list[float]]:
    shape = gpd.GeoSeries([shapely.Polygon(ring)], crs=4326).to_crs(system)[0]
    return [list(point) for point in shape.exterior.coords]


HERE = _ring(5.90, 45.50)


@pytest.mark.parametrize(
    ("ring", "looks"),
    [
        ([[y, x] for x, y in HERE], "latitude et longitude inversées ?"),
        (_moved(HERE, 3857), "mètres (Mercator) sans le dire ?"),
        (_moved(HERE, 32631), "mètres (UTM 31 Nord) sans le dire ?"),
        (_ring(2.35, 48.85), "hors du territoire"),
        (_ring(-180, -90, 179), "hors du territoire"),
    ],
)
def test_an_outline_elsewhere_is_refused_with_what_it_looks_like(
    territory: TerritoryFolder, ring: list[list[float]], looks: str
) -> None:
    with pytest.raises(Refused, match=re.escape(looks)):
        read(_outlines(("QP099001", ring)), territory)


def test_one_outline_elsewhere_does_not_block_the_others(territory: TerritoryFolder) -> None:
    turned = [[y, x] for x, y in HERE]
    imported = read(_outlines(("QP099001", turned), ("QP099002", HERE)), territory)
    assert [item["properties"]["code"] for item in imported.shapes[SHAPES]] == ["QP099002"]
    (problem,) = imported.refused
    assert problem.sentence().startswith("contours.geojson, contour 1, colonne code_qp")


def test_a_quarter_in_two_features_keeps_both_parts(territory: TerritoryFolder) -> None:
    far = _ring(5.93, 45.50)
    imported = read(_outlines(("QP099001", HERE), ("QP099001", far)), territory)
    (feature,) = imported.shapes[SHAPES]
    shape = shapely.from_geojson(json.dumps(feature["geometry"]))
    assert shape.area == pytest.approx(2e-4, rel=1e-3)
    assert imported.account.taken == (1, 2)


def test_a_copy_is_left_aside_and_a_rival_refused(territory: TerritoryFolder) -> None:
    again = read(_outlines(("QP099001", HERE), ("QP099001", HERE)), territory)
    (aside,) = again.account.aside
    assert aside.lines == (2,)
    rival = _ring(5.902, 45.50)
    with pytest.raises(Refused, match="deux fois au même endroit"):
        read(_outlines(("QP099001", HERE), ("QP099001", rival)), territory)


@pytest.mark.parametrize("column", ["code_quart", "CODE_QUART"])
def test_a_code_cut_by_a_shapefile_or_in_small_letters_is_the_same(
    territory: TerritoryFolder, column: str
) -> None:
    document = _outlines(("qp099001", HERE), ("QP099002 ", _ring(5.92, 45.50)), column=column)
    codes = [item["properties"]["code"] for item in read(document, territory).shapes[SHAPES]]
    assert codes == ["QP099001", "QP099002"]


def test_posts_that_repeat_contradict_or_cannot_be_read_are_each_said(
    territory: TerritoryFolder,
) -> None:
    post = {"id_poste": "A1", "raison_sociale": "Régie", "annee": 2022, "montant": 20_000}
    post |= {"code_cv": "cv999", "code_tiers": "99900101900010"}
    posts = [
        post,
        post,
        post | {"id_poste": "B2"},
        post | {"id_poste": "B2", "montant": 5},
        post | {"id_poste": "C3", "annee": "20٢٢"},
        post | {"id_poste": "D4", "raison_sociale": "a\ud800b"},
        {"id_poste": "E5"},
        post | {"code_cv": "CV001"},
    ]
    document = Document("adulte-relais-2022.json", json.dumps(posts).encode())
    imported = read(document, territory)
    assert imported.account.taken == (1,)
    assert sorted(imported.account.refused) == [3, 4, 5, 6, 7]
    assert {aside.reason: aside.lines for aside in imported.account.aside} == {
        "en double": (2,),
        "d’un autre contrat": (8,),
    }


def test_a_jump_of_a_series_is_asked_about_and_an_ordinary_change_is_not(
    fill: Callable[..., TerritoryFolder], territory: TerritoryFolder
) -> None:
    def imported(population: str) -> Imported:
        content = f"{INSEE}\nQP099001;a;{population};53,5\n".encode()
        return read(Document("DEMO_2021.csv", content), held)

    first = read(Document("DEMO_2019.csv", f"{INSEE}\nQP099001;a;3600;53\n".encode()), territory)
    held = fill(**plan(first, territory).tables)
    assert plan(imported("3 800"), held).questions == ()
    (question,) = plan(imported("38 000"), held).questions
    assert "38000 (2018)" in question.message
    assert "--confirmer" in question.remedy
    assert any("À confirmer" in line for line in told(plan(imported("38 000"), held)))


def test_a_known_value_that_would_become_secret_is_asked_about(
    fill: Callable[..., TerritoryFolder], territory: TerritoryFolder
) -> None:
    def given(population: str, on: TerritoryFolder) -> Imported:
        content = f"{INSEE}\nQP099001;a;{population};53,5\n".encode()
        return read(Document("DEMO_2021.csv", content), on)

    held = fill(**plan(given("3600", territory), territory).tables)
    (question,) = plan(given("s", held), held).questions
    assert "1\u00a0valeur connue serait perdue" in question.message
    assert "QP099001 population 2018" in question.message


def test_a_total_beyond_what_is_usual_is_asked_about(
    fill: Callable[..., TerritoryFolder], subsidies: Read, territory: TerritoryFolder
) -> None:
    held = fill(**plan(subsidies(RIGHT), territory).tables)
    usual = _line(dateConvention="2023-01-01", montant="2000")
    large = _line(dateConvention="2023-01-01", montant="2000000")
    for line, count in ((usual, 0), (large, 1)):
        document = Document("scdl.csv", f"{HEADER}\n{line}\n".encode())
        assert len(plan(read(document, held), held).questions) == count
