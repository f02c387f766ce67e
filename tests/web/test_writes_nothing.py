"""The public site writes neither in the depot, nor among accounts, nor among publications: only the
names of those that its files cite."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from dashboard.store import citations, open_store
from tests.conftest import ROOT

WATCHED = """
import json, os, sys
var, seen = sys.argv[1], []

def writes(event, told):
    if event == "open":
        return isinstance(told[1], str) and set(told[1]) & set("wax+") or (told[2] or 0) & 3
    if event == "sqlite3.connect":
        return "mode=ro" not in str(told[0])
    return event in ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.truncate")

def listen(event, told):
    if told and isinstance(told[0], (str, bytes, os.PathLike)):
        place = os.fsdecode(told[0]) if not isinstance(told[0], int) else ""
        if var in place and writes(event, told):
            seen.append([event, place])

sys.addaudithook(listen)
from dashboard.web.factory import create_app
from pathlib import Path
client = create_app(var=Path(var), territory="exemple").server.test_client()
for path in ("/", "/quartiers", "/actions", "/bilan/2020", "/donnees", "/sante",
             "/export/actions/actions.csv", "/telecharger/actions.csv", "/agents", "/agents/x"):
    client.get(path, follow_redirects=True)
    client.post(path)
(open(os.path.join(var, "temoin"), "w") if len(sys.argv) > 2 else sys.stderr).close()
print(json.dumps(seen))
"""


def watched(var: Path, *more: str) -> list[list[str]]:
    command = [sys.executable, "-c", WATCHED, str(var), *more]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: list[list[str]] = json.loads(said.stdout.splitlines()[-1])
    return found


def elsewhere(var: Path, seen: list[list[str]]) -> list[list[str]]:
    """What was written but for the names of the publications that files cite."""
    names = var / citations.FOLDER
    return [one for one in seen if Path(one[1]) != names and Path(one[1]).parent != names]


def test_whatever_is_asked_of_it_the_public_site_writes_the_names_of_cited_publications_alone(
    var: Path,
) -> None:
    served = open_store(var, "exemple").digest
    citations.forget(var, served)
    seen = watched(var)
    assert elsewhere(var, seen) == []
    assert ["open", str(var / citations.FOLDER / served)] in seen


def test_a_file_opened_to_write_would_be_seen(var: Path) -> None:
    witness = var / "temoin"
    assert elsewhere(var, watched(var, "encore")) == [["open", str(witness)]]
    witness.unlink()
