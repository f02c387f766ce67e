"""The data package is derived from the files: it cannot drift from them."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.paquet import described, main

FOLDER = Path(__file__).parents[2] / "data" / "grand-chambery"


def test_the_committed_package_is_the_one_that_the_files_give() -> None:
    held = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    assert held == described(FOLDER)


def test_a_file_says_the_licence_and_the_origin_of_its_own_sources(tmp_path: Path) -> None:
    (tmp_path / "territoire.toml").write_text(
        'slug = "ici"\ngenitif = "d’Ici"\nfictif = false\n', encoding="utf-8"
    )
    (tmp_path / "sources.csv").write_text(
        "id;titre;producteur;licence;millesime;adresse;obtention;note\n"
        "a;Titre A;Qui A;ODbL;2020;https://exemple.fr/a;Reçu par courriel;\n"
        "b;Titre B;Qui B;Sur demande;;;Lu sur place;\n",
        encoding="utf-8",
    )
    (tmp_path / "lieux.csv").write_text(
        "code;nom;lon;lat;source\nx;X;1;2;a\ny;Y;1;2;b\n", encoding="utf-8"
    )
    main(tmp_path)
    found = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    places = next(item for item in found["resources"] if item["path"] == "lieux.csv")
    assert [item["name"] for item in places["licenses"]] == ["ODbL-1.0", "other-attribution"]
    assert [item["title"] for item in places["sources"]] == ["Qui A, Titre A", "Qui B, Titre B"]
    assert places["millesime"] == ["2020"]
    assert places["obtention"] == ["Reçu par courriel", "Lu sur place"]
