"""The workbooks of people of the trade, where they stand beside the project: what is kept of each
is read as the file itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.importers.door.workbook import is_workbook
from dashboard.importers.imported import Document, Imported, Refused
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder, open_territory
from dashboard.importers.unnaming.workbook import nameless_workbook
from tests.conftest import ROOT

pytestmark = pytest.mark.shared


def _read(document: Document, ground: TerritoryFolder) -> Imported | None:
    try:
        return read(document, ground)
    except Refused:
        return None


def test_each_is_read_as_it_was(shared: Path) -> None:
    ground = open_territory(ROOT / "data" / "grand-chambery")
    seen = 0
    for path in (*shared.rglob("*.*"), *(shared.parent.parent / "cases").rglob("*.*")):
        given = Document(path.name, path.read_bytes())
        before = _read(given, ground) if is_workbook(given) else None
        if before:
            after = _read(nameless_workbook(given), ground)
            assert after == before, path.name
            seen += 1
    assert seen >= 4
