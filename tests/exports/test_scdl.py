"""The subsidies of a year in the form of the trade: what its schema takes, and nothing made up."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from frictionless import Resource, Schema, system

from dashboard.domain import scdl as rules
from dashboard.domain.scdl import Essential
from dashboard.domain.siret import is_siret
from dashboard.exports import scdl
from dashboard.pages import open_files
from dashboard.store import Store, agreements
from dashboard.web.factory import create_app
from tests.walked import some

SCHEMA = Path(__file__).parent.parent / "fixtures" / "scdl" / "subventions-2.1.1.json"


def faults(content: bytes, folder: Path) -> list[str]:
    """What Frictionless has to say of that file against the official schema."""
    (folder / "subventions.csv").write_bytes(content)
    with system.use_context(trusted=True):
        schema = Schema.from_descriptor(str(SCHEMA))
        report = Resource(path=str(folder / "subventions.csv"), schema=schema).validate()
    return [error.message for task in report.tasks for error in task.errors]


def lines(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def whole(**cells: str) -> Essential:
    """A line that the schema takes, but for those cells."""
    held = {
        "nomAttribuant": "Auzelande",
        "idAttribuant": "00009990300015",
        "dateConvention": "2020-03-12",
        "referenceDecision": "",
        "nomBeneficiaire": "Fanfare",
        "idBeneficiaire": "",
        "rnaBeneficiaire": "W999000001",
        "objet": "Festival",
        "montant": "1500",
        "nature": "aide en numéraire",
        "conditionsVersement": "unique",
        "datesPeriodeVersement": "2020-04-01/2020-12-15",
        "idRAE": "",
        "notificationUE": "non",
        "pourcentageSubvention": "1",
        "dispositifAide": "",
    }
    return Essential({**held, **cells}, float(cells.get("montant", "1500")), "source")


@pytest.fixture(scope="module")
def client(example: Store) -> FlaskClient:
    return create_app(example, kept=0).server.test_client()


def test_the_columns_are_those_of_the_official_schema_in_their_order() -> None:
    official = Schema.from_descriptor(str(SCHEMA))
    assert [column.name for column in rules.COLUMNS] == official.field_names
    required = {field.name for field in official.fields if field.required}
    assert {column.name for column in rules.COLUMNS if column.required} == required


def test_the_file_of_every_year_is_valid_against_the_official_schema(
    example: Store, tmp_path: Path
) -> None:
    assert example.subsidised == (2018, 2019, 2020, 2021)
    for year in some(example.subsidised):
        content = scdl.official(example, year)
        assert content is not None
        assert faults(content, tmp_path) == []
        found = lines(content)
        assert all(is_siret(line["idAttribuant"]) for line in found)
        assert all(line["idBeneficiaire"] or line["rnaBeneficiaire"] for line in found)


def test_the_validator_sees_a_line_that_the_schema_refuses(example: Store, tmp_path: Path) -> None:
    content = scdl.official(example, 2018)
    assert content is not None
    assert faults(content.replace("aide en numéraire".encode(), b"argent"), tmp_path)


def test_what_the_source_does_not_say_is_never_made_up(chambery: Store, example: Store) -> None:
    found = open_files.yearly(chambery, 2018)
    assert scdl.official(chambery, 2018) is None
    assert found.left_out == 132
    assert dict(found.reasons)["sans date de la convention"] == 132
    content = scdl.official(example, 2018)
    assert content is not None
    assert {line["idBeneficiaire"] for line in lines(content)} == {""}


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({}, ""),
        ({"dateConvention": ""}, "sans date de la convention"),
        ({"dateConvention": "12/03/2020"}, "date de la convention hors format"),
        ({"datesPeriodeVersement": "2020-04-01_2020-12-15"}, "dates de versement hors format"),
        ({"idAttribuant": "00009990300014"}, "SIRET de l’attribuant hors format"),
        ({"pourcentageSubvention": "80"}, "part du bénéficiaire hors format"),
        ({"nature": "argent"}, "nature hors format"),
        ({"notificationUE": "o"}, "notification à l’Union européenne hors format"),
        ({"objet": "x" * 257}, "objet hors format"),
        ({"rnaBeneficiaire": ""}, "bénéficiaire sans SIRET ni numéro RNA"),
        ({"objet": "", "rnaBeneficiaire": "W1"}, "numéro RNA hors format ; sans objet"),
    ],
)
def test_a_line_says_why_the_schema_refuses_it(cells: dict[str, str], said: str) -> None:
    assert " ; ".join(whole(**cells).faults) == said


def test_subsidies_of_one_holder_are_added_up_and_held_to_the_threshold() -> None:
    first = whole(montant="12000", idBeneficiaire="00009990300015")
    other = whole(montant="11000.01", idBeneficiaire="00009990300023", nomBeneficiaire="FANFARE")
    alone = whole(montant="23000", nomBeneficiaire="Chorale")
    same = replace(alone, cells={**alone.cells, "nomBeneficiaire": "CHORALE"}, amount=0.0)
    found = agreements.holders([first, other, alone, same])
    assert [(one.name, one.count, one.amount, one.is_above) for one in found] == [
        ("Fanfare", 2, 23_000.01, True),
        ("Chorale", 2, 23_000.0, False),
    ]


def test_persons_are_neither_named_nor_added_up() -> None:
    person = whole(nomBeneficiaire=agreements.UNNAMED, rnaBeneficiaire="")
    assert agreements.holders([person, person]) == ()
    assert person.faults == (rules.NOBODY,)


def test_both_files_are_had_at_a_stable_address_and_say_what_they_are(client: FlaskClient) -> None:
    answer = client.get("/telecharger/scdl-subventions-2018.csv")
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    beside = client.get("/telecharger/scdl-subventions-2018-porteurs.csv").text
    for said in ("Licence;", "Adresse figée;/v/", "Citer;", "Territoire fictif", "2.1.1"):
        assert said in beside
    assert "\r\nLignes au format SCDL;6\r\n" in beside
    for absent in ("2017", "2017-porteurs", "2018-x", "20180", "٢٠١٨"):
        answer = client.get(f"/telecharger/scdl-subventions-{absent}.csv")
        assert answer.status_code == 404
