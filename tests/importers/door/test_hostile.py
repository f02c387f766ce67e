"""Files made to harm: each ends in a French sentence, in bounded work, and changes nothing."""

import io
import json
import math
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from dashboard.importers import apply, entry
from dashboard.importers.door.confined import FAILED
from dashboard.importers.imported import Refused
from dashboard.schema import check_folder
from tests.conftest import ROOT
from tests.importers.door.makers import SQUARE, VRT, geojson, zipped
from tests.importers.writing.stopped import state

SHARED = ROOT.parent / "shared" / "cases" / "hostile"
HEAD = "nomAttribuant;nomBeneficiaire;objet;montant;nature;exercice"


def _tangle(points: int) -> bytes:
    """A star whose every side crosses almost every other."""
    turn = 2 * math.pi * (points // 2 - 1) / points
    ring = [
        [5.9 + 0.01 * math.cos(turn * rank), 45.5 + 0.01 * math.sin(turn * rank)]
        for rank in range(points)
    ]
    return geojson([*ring, ring[0]])


def _wide() -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0]["XFD3"] = "x"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cells(count: int) -> bytes:
    """A sheet of cells that do not say their place."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book = f'<workbook xmlns:r="{kind}"><x:sheet xmlns:x="x" name="F" r:id="a"/></workbook>'
    link = "<x><Relationship Id='a' Target='worksheets/sheet1.xml'/></x>"
    members = {
        "[Content_Types].xml": b"<x/>",
        "xl/workbook.xml": book.encode(),
        "xl/_rels/workbook.xml.rels": link.encode(),
        "xl/worksheets/sheet1.xml": b"<row>" + b"<c/>" * count + b"</row>",
    }
    return zipped(members, zipfile.ZIP_STORED)


def _posts(count: int) -> bytes:
    post = {"id_poste": "A", "raison_sociale": "X", "annee": 2022, "montant": 2, "code_cv": "CV999"}
    return json.dumps([post] * count).encode()


FILES: dict[str, Callable[[], bytes]] = {
    "ligne.csv": lambda: f"{HEAD}\n".encode() + b"a" * 50_000_000,
    "cases.csv": lambda: f"{HEAD}\n".encode() + f"a;b;c;1;d;2022{';x' * 900}\n".encode() * 14_000,
    "courtes.csv": lambda: f"{HEAD}\n".encode() + b"a\n" * 5_000_000,
    "colonnes.csv": lambda: f"{HEAD}{';x' * 100_000}".encode() + b"\n",
    "lignes.csv": lambda: f"{HEAD}\n".encode() + b"a;b;c;1;d;2022\n" * 1_000_100,
    "etoile.geojson": lambda: _tangle(3_001),
    "profond.geojson": lambda: b'{"type":"FeatureCollection","features":' + b"[" * 500_000,
    "profond.json": lambda: b"[" * 1_000_000,
    "postes.json": lambda: _posts(200_001),
    "large.xlsx": _wide,
    "bombe.zip": lambda: zipped({"a.csv": bytes(40_000_000)}),
    "objets.json": lambda: b"[" + b'{"a":1},' * 7_000_000 + b"{}]",
    "valeurs.json": lambda: b"[[" + b"1," * 3_000_000 + b"1]]",
    "croise.geojson": lambda: _tangle(20_003),
    "points.geojson": lambda: geojson([[5.9, 45.5]] * 700_000),
    "parts.geojson": lambda: geojson(*[SQUARE] * 21),
    "assemblage.geojson": lambda: geojson(*[[[5.9, 45.5], *SQUARE * 1_500]] * 14),
    "cases.xlsx": lambda: _cells(1_600_000),
    "virtuel.zip": lambda: zipped({"a.gpkg": VRT % b"/vsicurl/http://127.0.0.1:9/a"}),
    "virtuel.shp": lambda: VRT % b"/etc/passwd",
}


def _told(file: Path, folder: Path) -> str:
    """What is said of the file, given to the whole of an import.

    Where nothing of it is taken the territory stays as it is to the byte; else it can be published.
    """
    before, beside = state(folder), sorted(folder.parent.iterdir())
    try:
        with entry.planned(file, folder, lambda _: None) as planned:
            said, nothing = planned.imported.account.sentence(), planned.nothing
            apply.write(planned, folder)
    except Refused as refusal:
        said, nothing = str(refusal), True
    assert (state(folder) == before) == nothing
    assert sorted(folder.parent.iterdir()) == beside
    assert not any(problem.blocking for problem in check_folder(folder))
    return said


@pytest.mark.parametrize("name", FILES)
def test_a_file_made_to_harm_is_refused_by_a_sentence_and_changes_no_byte(
    name: str, folder: Path
) -> None:
    file = folder.parent / name
    file.write_bytes(FILES[name]())
    before = state(folder)
    said = _told(file, folder)
    assert state(folder) == before
    assert said.startswith(name)
    assert FAILED not in said
    assert "trop de" not in said, "refusé par un compte, avant la mort du processus"


def _shared() -> Iterator[Path]:
    yield from sorted(SHARED.iterdir()) if SHARED.is_dir() else []


def test_the_files_of_an_attack_end_in_a_sentence_too(folder: Path) -> None:
    if not SHARED.is_dir():
        pytest.skip("les fichiers de l’attaque ne sont pas à côté du projet")
    said = {path.name: _told(path, folder) for path in _shared()}
    assert len(said) > 20
    assert [name for name, sentence in said.items() if FAILED in sentence] == []
