"""Every file that stands beside the project, through both doors: the page of staff says of it what
the command line does."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dashboard.importers import entry
from dashboard.importers.door.file import open_document
from dashboard.importers.imported import Refused
from dashboard.importers.recognise import is_unknown
from dashboard.staff import findings
from dashboard.staff.base import opened
from dashboard.staff.base.tables import Draft, Job
from dashboard.staff.roles import StaffRole
from dashboard.staff.settings import StaffSettings
from dashboard.staff.site import create_site
from tests.conftest import ROOT, SHARED
from tests.staff import conftest as staff
from tests.staff.conftest import Browser

pytestmark = [pytest.mark.attaque, pytest.mark.shared, pytest.mark.timeout(3_000)]

TERRITORY = "grand-chambery"
FILES = sorted(
    path
    for folder in (SHARED, SHARED.parent.parent / "cases")
    for path in folder.rglob("*")
    if path.is_file() and path.suffix != ".md"
)


def by_command(path: Path, folder: Path) -> dict[str, Any]:
    """What the command line says of that file, as the page would keep it."""
    try:
        with entry.planned(path, folder, lambda _: None) as planned:
            return findings.of_plan(planned)
    except Refused as error:
        return {**findings.refused(error.problem), "unknown": is_unknown(error)}


def by_page(path: Path, home: Path) -> dict[str, Any]:
    """What the page says of it, once it was sent and checked."""
    settings = StaffSettings(TERRITORY, ROOT / "data" / TERRITORY, home)
    with closing(opened(settings.base)) as base:
        staff.hired(base, StaffRole.WRITER, TERRITORY)
        browser = Browser(create_site(settings, base).test_client())
        browser.sign_in(staff.email(StaffRole.WRITER))
        browser.load(path.name, path.read_bytes())
        with base.unit() as unit:
            if unit.get(Job, 1) is None:
                return {"refusal": {"said": browser.open("/agents/deposer").text}}
        staff.worked(settings, base)
        with base.unit() as unit:
            return dict(unit.get_one(Draft, 1).found)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:60])
def test_a_file_is_taken_or_refused_alike_through_both_doors(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staff.working.signal, "signal", lambda *_: None)
    folder = tmp_path / TERRITORY
    shutil.copytree(ROOT / "data" / TERRITORY, folder)
    told, found = by_command(path, folder), by_page(path, tmp_path / "var")
    if "refusal" not in told:
        parts = ("title", "account", "notes", "refused", "blocking", "questions")
        assert {part: found[part] for part in parts} == {part: told[part] for part in parts}
    elif path.stat().st_size:
        assert "refusal" in found
        assert found["refusal"]["said"] in (told["refusal"]["said"], *_of_columns(path, folder))
    else:
        assert "est vide" in found["refusal"]["said"]


def _of_columns(path: Path, folder: Path) -> tuple[str, ...]:
    """What is said of a table whose columns cannot be asked, where nothing recognises it."""
    open_document(path)
    try:
        entry.looked_at(path, folder)
    except Refused as error:
        return (findings.refused(error.problem)["refusal"]["said"],)
    return ()
