"""Two columns that could say one thing: they agree on every line, or neither is believed."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from dashboard.importers import contours, scdl_lines
from dashboard.importers.imported import Document, Imported, Refused
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder

BASE = ("nomAttribuant", "nomBeneficiaire", "objet", "montant", "nature", "Année")
LINE = ("Auzelande Agglomération", "Régie", "Fête", "3000", "aide", "2020")
NEXT = ("Auzelande Agglomération", "Fanfare", "Bal", "500", "aide", "2020")

GeoJson = dict[str, object]


def _refusal(document: Document, territory: TerritoryFolder) -> str:
    """The sentence by which the file is refused, with plain spaces."""
    with pytest.raises(Refused) as refusal:
        read(document, territory)
    return str(refusal.value).replace("\u00a0", " ")


def _subsidies(extra: str, *cells: str) -> Document:
    """Two subsidies, with one more column."""
    rows = [
        (*BASE, extra),
        *((*line, cell) for line, cell in zip((LINE, NEXT), cells, strict=True)),
    ]
    return Document("aides.csv", "\n".join(";".join(row) for row in rows).encode())


@pytest.mark.parametrize("other", ["Montant voté", "Montant total", "Montant attribué (en €)"])
def test_two_amounts_that_differ_are_refused_by_their_columns_and_first_line(
    territory: TerritoryFolder, other: str
) -> None:
    told = _refusal(_subsidies(other, "3 000,00 €", "450"), territory)
    assert f"aides.csv, ligne 3 : « montant » dit « 500 » et « {other} » dit « 450 »" in told
    assert "1 ligne diffère" in told


def test_amounts_that_agree_however_they_are_written_are_taken(territory: TerritoryFolder) -> None:
    found = read(_subsidies("Montant voté", "3 000,00 €", "500.0"), territory)
    assert [row["montant"] for row in found.taken["subventions_agglomeration"]] == ["3000", "500"]


def test_a_column_that_is_empty_on_every_line_plays_no_role(territory: TerritoryFolder) -> None:
    found = read(_subsidies("Montant total", "", ""), territory)
    assert found.account.taken == (2, 3)


def test_an_amount_beside_an_empty_one_is_not_the_same(territory: TerritoryFolder) -> None:
    assert "« Montant voté » ne dit rien" in _refusal(
        _subsidies("Montant voté", "3000", ""), territory
    )


@pytest.mark.parametrize(
    ("other", "cells"),
    [
        ("Exercice", ("2020", "2021")),
        ("Nom du bénéficiaire", ("Régie", "La Clique")),
        ("Objet de la subvention", ("Fête", "Concert")),
    ],
)
def test_years_holders_and_objects_are_no_exception(
    territory: TerritoryFolder, other: str, cells: tuple[str, str]
) -> None:
    assert other in _refusal(_subsidies(other, *cells), territory)


def test_every_thing_that_a_line_of_subsidies_says_is_held_to_the_rule() -> None:
    names = {role.name for role in scdl_lines.ROLES}
    assert {"montant", "annee", "convention", "porteur", "siret", "objet", "giver"} <= names


def test_two_dates_of_one_year_agree_for_the_year_alone_is_read(territory: TerritoryFolder) -> None:
    content = (
        "nomBeneficiaire;objet;montant;nature;Date de décision;Date de notification\n"
        "Régie;Fête;3000;aide;2020-03-12;02/04/2020\n"
    )
    assert read(Document("aides.csv", content.encode()), territory).account.taken == (2,)
    assert "Date de notification" in _refusal(
        Document("aides.csv", content.replace("/2020", "/2021").encode()), territory
    )


@pytest.mark.parametrize("header", ["MONTANT", "Montant :"])
def test_one_header_written_twice_in_two_ways_is_refused(
    territory: TerritoryFolder, header: str
) -> None:
    assert "deux fois" in _refusal(_subsidies(header, "3000", "500"), territory)


def test_two_dates_of_a_grant_of_the_state_must_be_of_one_year(
    territory: TerritoryFolder, given: Callable[[str], Document]
) -> None:
    first, *lines = given("subventions-2023-p147.csv").content.decode("cp1252").splitlines()
    told = [f"{line};2022-12-28" for line in lines]
    content = "\n".join([f"{first};dateConvention", *told]).encode("cp1252")
    assert "et « dateConvention » dit « 2022-12-28 »" in _refusal(
        Document("subventions-2023-p147.csv", content), territory
    )


def test_two_codes_of_a_quarter_must_be_one(territory: TerritoryFolder) -> None:
    content = "CODGEO;code_qp;POP_MUN;TX_TOT_0A24\nQP099001;{};3000;36,2\n"
    said = read(Document("DEMO_2021.csv", content.format("qp099001").encode()), territory)
    assert said.account.taken == (2,)
    assert "« CODGEO » dit « QP099001 » et « code_qp »" in _refusal(
        Document("DEMO_2021.csv", content.format("QP099002").encode()), territory
    )


def test_a_table_of_two_families_or_two_years_is_refused_by_its_columns(
    territory: TerritoryFolder,
) -> None:
    families = b"CODGEO;POP_MUN;ABCDE\nQP099001;3000;575\n"
    assert "DEMO (« POP_MUN ») et IPRO (« ABCDE »)" in _refusal(
        Document("DEMO_2021.csv", families), territory
    )
    years = b"CODGEO;Q218;Q219\n99;23000;24000\n"
    assert "« Q218 » et « Q219 »" in _refusal(Document("FILO.csv", years), territory)


def test_a_figure_of_the_commune_that_two_quarters_give_otherwise_is_said(
    territory: TerritoryFolder,
) -> None:
    content = "CODGEO;POP_MUN;POP_COM;TX_TOT_0A24\nQP099001;3000;58653;36\nQP099002;2000;58000;30\n"
    rows = tuple(
        row | {"communes": "99001"} if row["genre"] == "qpv" else row
        for row in territory.rows("territoires")
    )
    held = TerritoryFolder(
        territory.folder, territory.settings, {"territoires": rows}, territory.shapes
    )
    (told,) = read(Document("DEMO_2021.csv", content.encode()), held).remarks
    assert (told.row, told.value) == (3, "58000")
    assert "diffère de la ligne 2 (« 58653 »), pour 99001" in told.sentence().replace("\u00a0", " ")


def _outline(**properties: str) -> GeoJson:
    ring = [[5.9, 45.5], [5.91, 45.5], [5.91, 45.51], [5.9, 45.51], [5.9, 45.5]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": properties, "geometry": shape}


def _outlines(**properties: str) -> Document:
    document = {"type": "FeatureCollection", "features": [_outline(**properties)]}
    return Document("contours.geojson", json.dumps(document).encode())


def _taken(territory: TerritoryFolder, **properties: str) -> Imported:
    return contours.read(_outlines(**properties), territory)


def test_an_outline_of_two_codes_is_refused_and_a_code_of_something_else_is_none(
    territory: TerritoryFolder,
) -> None:
    assert _taken(territory, code="FR-12", code_qp="QP099001").account.taken == (1,)
    assert _taken(territory, code="QP099001", code_qp="QP099001").account.taken == (1,)
    told = _refusal(_outlines(code="QP099002", code_qp="QP099001"), territory)
    assert "contour 1 : « code_qp » dit « QP099001 » et « code » dit « QP099002 »" in told


def test_a_json_that_says_one_name_twice_otherwise_is_refused(territory: TerritoryFolder) -> None:
    post = '[{"id_poste": "1", "raison_sociale": "R", "annee": 2025, "montant": 1, "montant": %s}]'
    assert "dit deux fois « montant » : « 1 » et « 2 »" in _refusal(
        Document("adulte-relais-2025.json", (post % 2).encode()), territory
    )
    assert read(Document("adulte-relais-2025.json", (post % 1).encode()), territory).account.rows
