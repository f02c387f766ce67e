"""Every file that stands beside the project, through both doors: the page of staff says of it what
the command line does, and what ``portes.csv`` keeps of it.

``PORTES=ecrire`` writes that table again, to be read by eye.
"""

from __future__ import annotations

import csv
import html
import os
import re
import shutil
import signal
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dashboard.cli.columns import recalled
from dashboard.cli.workplace import TerritoryPaths
from dashboard.importers import entry
from dashboard.importers.imported import Refused
from dashboard.importers.recognise import is_unknown
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import opened
from dashboard.staff.base.tables import Draft, Job
from dashboard.staff.checks import findings
from dashboard.staff.service.site import create_site
from dashboard.staff.settings import StaffSettings
from tests.conftest import ROOT, SHARED
from tests.staff import conftest as staff
from tests.staff.conftest import Browser

pytestmark = [
    pytest.mark.attaque,
    pytest.mark.shared,
    pytest.mark.timeout(3_000),
    # The test client lays a file over 500 kB on the disk, and leaves it to be collected.
    pytest.mark.filterwarnings("ignore:Exception ignored in. <_io.FileIO"),
]

TERRITORY = "grand-chambery"
BESIDE = SHARED.parent.parent
FILES = sorted(
    path
    for folder in (SHARED, BESIDE / "cases")
    for path in folder.rglob("*")
    if path.is_file() and path.suffix != ".md"
)
TABLE = Path(__file__).with_name("portes.csv")


def by_command(path: Path, folder: Path, var: Path) -> dict[str, Any]:
    """What the command line says of that file, as the page would keep it."""
    reading = partial(recalled, TerritoryPaths(TERRITORY, folder, var))
    try:
        with entry.planned(path, folder, lambda _: None, reading) as planned:
            return findings.of_plan(planned)
    except Refused as error:
        asked = is_unknown(error) and entry.looked_at(path, folder) is not None
        return {**findings.refused(error.problem), **({"sight": {}} if asked else {})}


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
                return {"refusal": {"said": _refused(browser.page, path.name)}}
        staff.worked(settings, base)
        with base.unit() as unit:
            return dict(unit.get_one(Draft, 1).found)


def _refused(page: str, name: str) -> str:
    """Why the form refuses that file, without its name, which the command says elsewhere."""
    (said,) = re.findall(r'<p id="fichier-refus">(.*?)</p>', page, re.DOTALL)
    return _plain(html.unescape(said)).removeprefix(f"{name} : ")


def _plain(said: str) -> str:
    return said.replace("\u00a0", " ").replace("\u202f", " ")


def verdict(found: dict[str, Any]) -> str:
    """What is said of the file, in a line."""
    if "sight" in found:
        return "Ses colonnes sont demandées."
    if "refusal" in found:
        said = _plain(found["refusal"]["said"])
        return re.split(" Je sais lire :| Donnez une table, hors", said)[0]
    return _plain(" ".join(_taken(found)))


def _taken(found: dict[str, Any]) -> Iterator[str]:
    account = found["account"]
    counts = (account["rows"], account["taken"], account["refused"], account["left"])
    fates = " + ".join(map(str, counts[1:]))
    yield f"{found['title']} : {account['unit']} {counts[0]} = {fates}."
    for part, word in (("refused", "Refusé"), ("remarks", "Non repris"), ("blocking", "Bloqué")):
        yield from (f"{word} ({one['count']}) : {one['message']}" for one in found[part])
    yield from (f"À confirmer : {question}" for question in found["questions"])


def kept() -> dict[str, str]:
    """What the table says of each file."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["fichier"]: _plain(row["dit"]) for row in csv.DictReader(file, delimiter=";")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:60])
def test_a_file_is_taken_or_refused_alike_through_both_doors(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    folder = tmp_path / TERRITORY
    shutil.copytree(ROOT / "data" / TERRITORY, folder)
    told = by_command(path, folder, tmp_path / "var")
    found = by_page(path, tmp_path / "var")
    if not path.stat().st_size:
        assert "est vide" in found["refusal"]["said"]
        return
    name = path.relative_to(BESIDE).as_posix()
    said = kept()
    if os.environ.get("PORTES") == "ecrire":
        write({**said, name: verdict(found)})
    assert verdict(found) == verdict(told) == kept()[name]
    for part in () if "refusal" in told else ("account", "notes", "aside"):
        assert found[part] == told[part]


def write(said: dict[str, str]) -> None:
    """Keep the table, in the order of its files."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter=";", lineterminator="\n")
        table.writerow(("fichier", "dit"))
        table.writerows(sorted(said.items()))
