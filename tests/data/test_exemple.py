"""The fictional territory: made again byte for byte, and invented throughout."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
import shapely
from frictionless import Package

from dashboard import catalogue
from dashboard.domain import settings
from tests.data.exemple_tables import FOLDER, ROOT, quarters, rows, shapes, toml


@pytest.mark.parametrize("seed", ["0", "12345"])
def test_the_script_writes_again_the_very_files_that_are_kept(tmp_path: Path, seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "scripts.exemple", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert set(made) == set(kept)
    assert [name for name in made if made[name] != kept[name]] == []


def test_every_table_is_described_column_by_column() -> None:
    package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    described = {item["path"]: item for item in package["resources"]}
    assert set(described) == {path.name for path in FOLDER.iterdir()} - {"datapackage.json"}
    assert str(Package(str(FOLDER / "datapackage.json")).title).endswith("(territoire fictif)")
    for path in FOLDER.glob("*.csv"):
        header = path.read_text(encoding="utf-8").split("\n", 1)[0].split(";")
        assert [field["name"] for field in described[path.name]["schema"]["fields"]] == header


def test_every_source_used_is_listed_and_says_that_it_is_fictional() -> None:
    listed = {row["id"]: row["producteur"] for row in rows("sources")}
    used = {
        row["source"] for path in FOLDER.glob("*.csv") for row in rows(path.stem) if "source" in row
    }
    assert used == set(listed)
    assert set(listed.values()) == {"Territoire fictif"}


def test_the_settings_read_and_say_that_the_territory_is_fictional() -> None:
    data = toml()
    found = settings.read(data)
    assert found.fictional
    assert found.publisher == "Agglomération fictive"
    assert [len([p for p in item.grid.pillars if p.thematic]) for item in found.contracts] == [3, 5]
    assert found.line.counted(2).endswith("actions financées")


def test_nothing_real_is_named() -> None:
    words = "chambéry|chambery|biollay|savoie|isère|lyon|grenoble|paris|marseille|covid"
    real = re.compile(rf"\b({words})\b", re.IGNORECASE)
    found = {
        (path.name, match)
        for path in FOLDER.iterdir()
        for match in real.findall(path.read_text(encoding="utf-8"))
    }
    assert found == set()
    assert all(row["code"].find("99") >= 0 for row in rows("territoires"))


def test_nothing_can_be_placed_in_france() -> None:
    for name in ("communes", "contours_quartiers", "eau"):
        west, south, east, north = shapely.GeometryCollection(list(shapes(name).values())).bounds
        assert -9.5 < west < east < -8
        assert 45.5 < south < north < 46.5


def test_every_orientation_is_linked_or_says_that_nothing_carries_it() -> None:
    codes = {row["code"] for row in rows("orientations")}
    assert {row["annee"] for row in rows("orientations")} == {"2016", "2023"}
    assert {row["orientation"] for row in rows("orientations_liens")} == codes
    targets = {
        "action": {row["id"] for row in rows("actions")},
        "theme": {row["theme"] for row in rows("actions")},
        "indicateur": {item.slug for item in catalogue.INDICATORS},
        "parcours": {"jeunes"},
        "aucun": {""},
    }
    assert {row["genre"] for row in rows("orientations_liens")} == set(targets)
    assert all(row["cible"] in targets[row["genre"]] for row in rows("orientations_liens"))


def test_opinions_have_an_answer_or_wait_for_one() -> None:
    opinions = [row for row in rows("participation") if row["genre"] == "avis"]
    assert {bool(row["suite"]) for row in opinions} == {True, False}
    assert {row["genre"] for row in rows("participation")} == {"réunion", "avis", "consultation"}


def test_places_and_holders_named_around_the_actions_exist() -> None:
    for name in ("participation", "contacts"):
        named = {code for row in rows(name) for code in row["quartiers"].split("|")} - {""}
        assert named <= set(quarters())
    holders = {row["porteur"] for row in rows("actions")}
    assert {row["porteur"] for row in rows("postes")} <= holders
    assert sum(bool(row["anomalie"]) for row in rows("postes")) == 1


def test_the_concordance_gives_each_pillar_of_both_grids_wholly() -> None:
    data = toml()
    pillars = {(g["code"], p["slug"]) for g in data["grilles"] for p in g["piliers"]}
    shares: dict[tuple[str, str], float] = defaultdict(float)
    for row in rows("concordance"):
        shares[row["grille_source"], row["pilier_source"]] += float(row["part"])
        assert (row["grille_cible"], row["pilier_cible"]) in pillars
    assert set(shares) == pillars
    assert all(share == pytest.approx(1) for share in shares.values())
