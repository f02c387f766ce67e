"""Each file goes to the one importer that reads it; any bytes are taken or refused by name."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.importers import scdl
from dashboard.importers.door.file import open_document
from dashboard.importers.imported import Document, Refused
from dashboard.importers.importer import Importer
from dashboard.importers.recognise import IMPORTERS, read
from dashboard.importers.scdl_lines import fates
from dashboard.importers.territory_folder import TerritoryFolder
from tests.importers.conftest import FIXTURES

KINDS = {
    "DEMO_2019.csv": "insee-qpv",
    "IPRO_2021.csv": "insee-qpv",
    "REVN_2021.csv": "insee-qpv",
    "data_DEMO_2021_V1_QP.csv": "insee-qpv",
    "data_filo18_qp_revdis.csv": "insee-filosofi",
    "FILO2018_DISP_DEP.csv": "insee-filosofi",
    "cc_filosofi_2021_COM.csv": "insee-filosofi",
    "quartiers-2024.csv": "quartiers-2024",
    "DVCU-2018.csv": "p147",
    "liste-2019.csv": "p147",
    "subventions-2023-p147.csv": "p147",
    "dossiers-p147-2025.csv": "p147",
    "subventions-auzelande-2020.csv": "scdl",
    "adulte-relais-2025.json": "anct-postes",
    "postes-fonjep-2023.json": "anct-postes",
    "contours-2024.geojson": "contours",
}
MARKS = st.sampled_from(
    [
        b"CODGEO;POP_MUN;TX_F\nQP099001;",
        b"CODGEO;LIBGEO;Q218\n99;",
        "nomAttribuant;nomBeneficiaire;objet;montant;nature\nAuzelande Agglomération;".encode(),
        (FIXTURES / "DVCU-2018.csv").read_bytes()[:560],
        b'[{"id_poste":"D1","raison_sociale":"x","annee":2023,"montant":1,"code_cv":"CV999"}',
        b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code_qp":',
        b"SQLite format 3\0",
        b"PK\x03\x04",
        b"",
    ]
)


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf", b"\xff\xfe", b" \r\n", b"\0" * 600])
def test_a_file_of_nothing_but_blanks_is_said_empty(
    content: bytes, territory: TerritoryFolder
) -> None:
    with pytest.raises(Refused, match="le fichier est vide"):
        read(Document("a.csv", content), territory)


@pytest.mark.parametrize("tags", ["<?xml version='1.0'?><Workbook/>", " \n<HTML>", "<table>"])
def test_a_page_of_tags_is_said_to_be_one_whatever_its_name(
    tags: str, territory: TerritoryFolder
) -> None:
    with pytest.raises(Refused, match="c’est une page XML ou HTML"):
        read(Document("export.xls", tags.encode()), territory)


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_each_file_is_recognised_by_one_importer_alone(
    name: str, kind: str, given: Callable[[str], Document]
) -> None:
    found = [item.kind for item in IMPORTERS if item.recognises(given(name))]
    assert found == [kind]


EXAMPLES = [
    pytest.param(importer, document, id=f"{importer.kind}-{document.name}")
    for importer in IMPORTERS
    for document in importer.examples
]
LOOKALIKES = [
    pytest.param(importer, document, id=f"{importer.kind}-{document.name}")
    for importer in IMPORTERS
    for document in importer.lookalikes
]


@pytest.mark.parametrize(("importer", "document"), EXAMPLES)
def test_an_importer_alone_knows_its_own_examples_and_reads_them(
    importer: Importer, document: Document, territory: TerritoryFolder
) -> None:
    assert [item.kind for item in IMPORTERS if item.knows(document)] == [importer.kind]
    imported = read(document, territory)
    assert (imported.kind, imported.empty) == (importer.kind, False)


@pytest.mark.parametrize(("importer", "document"), LOOKALIKES)
def test_an_importer_leaves_what_only_looks_like_its_own(
    importer: Importer, document: Document
) -> None:
    assert not importer.knows(document)


def test_every_importer_shows_what_it_reads_and_what_it_leaves() -> None:
    assert all(importer.examples and importer.lookalikes for importer in IMPORTERS)
    assert len({importer.kind for importer in IMPORTERS}) == len(IMPORTERS)


def test_every_fixture_is_listed_here() -> None:
    assert {path.name for path in FIXTURES.iterdir()} == set(KINDS)


def test_a_file_of_no_known_sort_is_told_what_can_be_read(territory: TerritoryFolder) -> None:
    with pytest.raises(Refused, match="Je sais lire") as refusal:
        read(Document("a.csv", b"a;b\n1;2\n"), territory)
    for importer in IMPORTERS:
        assert importer.title in str(refusal.value)


def test_a_missing_or_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused, match="n’existe pas"):
        open_document(tmp_path / "absent.csv")
    (tmp_path / "grand.csv").write_bytes(b"abcdef")
    monkeypatch.setattr("dashboard.importers.door.file.MAX_BYTES", 3)
    with pytest.raises(Refused, match="dépasse"):
        open_document(tmp_path / "grand.csv")


@given(MARKS, st.binary(max_size=120), st.sampled_from(["a.csv", "DEMO_2021.csv", "p147-2020"]))
@settings(
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_bytes_give_rows_or_a_named_problem(
    territory: TerritoryFolder, head: bytes, tail: bytes, name: str
) -> None:
    try:
        imported = read(Document(name, head + tail), territory)
    except Refused as refusal:
        said = str(refusal)
        assert said.startswith(name)
    else:
        assert imported.title


@given(st.binary(max_size=80), st.sampled_from(["a.geojson", "a.shp", "a.gpkg", "a.csv", "a.zip"]))
@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_bytes_in_a_zip_give_rows_or_a_named_problem(
    territory: TerritoryFolder, content: bytes, name: str
) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, content)
    document = Document("a.zip", stream.getvalue())
    with pytest.raises(Refused, match=r"^a\.zip"):
        read(document, territory)


def test_an_import_that_loses_a_line_is_refused_and_writes_nothing(
    territory: TerritoryFolder, given: Callable[[str], Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = fates
    monkeypatch.setattr(scdl, "fates", lambda *asked: list(whole(*asked))[1:])
    with pytest.raises(Refused, match="ne tombe pas juste"):
        read(given("subventions-auzelande-2020.csv"), territory)
