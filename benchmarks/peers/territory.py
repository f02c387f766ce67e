"""The data of the side-by-side as a folder that the product publishes.

Stands on pandas and on the catalogue alone: the Python of the side-by-side, which reads Parquet,
runs it. Run: ``python -m benchmarks.peers.territory SOURCE FOLDER``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard import catalogue

PILLARS = {
    "Cohésion sociale": ("cohesion-sociale", "social"),
    "Cadre de vie": ("cadre-de-vie", "cadre"),
    "Emploi et développement": ("emploi", "emploi"),
}
FIRST = "taux-pauvrete"
SOURCE = "banc"
EXAMPLE = Path(__file__).resolve().parents[2] / "data" / "exemple"
COMMUNE, AGGLOMERATION = "99001", "999000001"
MARGIN = 0.03
"""Share of the extent left around the outlines."""


@dataclass(frozen=True)
class Data:
    """What the side-by-side gives: one row an action, one row a value, the outlines."""

    actions: pd.DataFrame
    values: pd.DataFrame
    outlines: Mapping[str, Any]

    @property
    def names(self) -> dict[str, str]:
        """The name of each quarter by its code."""
        found = (feature["properties"] for feature in self.outlines["features"])
        return {item["code"]: item["name"] for item in found}


def read(folder: Path) -> Data:
    """The files of one size."""
    return Data(
        pd.read_parquet(folder / "actions.parquet"),
        pd.read_parquet(folder / "indicators.parquet"),
        json.loads((folder / "neighbourhoods.geojson").read_text(encoding="utf-8")),
    )


def write(data: Data, folder: Path) -> None:
    """A territory that holds the same actions, values and outlines; its slug is the folder's."""
    folder.mkdir(parents=True)
    (folder / "territoire.toml").write_text(_settings(data, folder.name), encoding="utf-8")
    (folder / "contours_quartiers.geojson").write_text(_outlines(data), encoding="utf-8")
    tables = {
        "territoires": _places(data),
        "sources": pd.DataFrame([_SOURCE]),
        "financeurs": _funders(data),
        "actions": _actions(data),
        "financements": _fundings(data),
        "indicateurs": _values(data),
    }
    for name, table in tables.items():
        table.to_csv(folder / f"{name}.csv", sep=";", index=False, lineterminator="\n")


_SOURCE = {
    "id": SOURCE,
    "titre": "Données de synthèse du banc de comparaison",
    "producteur": "Banc de comparaison",
    "licence": "Licence Ouverte 2.0",
    "millesime": "",
    "adresse": "",
    "obtention": "Tirage reproductible.",
    "note": "",
}


def _settings(data: Data, slug: str) -> str:
    points = [
        point
        for feature in data.outlines["features"]
        for ring in feature["geometry"]["coordinates"]
        for point in ring
    ]
    west, east = (pick(x for x, _ in points) for pick in (min, max))
    south, north = (pick(y for _, y in points) for pick in (min, max))
    wide, high = MARGIN * (east - west), MARGIN * (north - south)
    first, last = int(data.actions["year"].min()), int(data.actions["year"].max())
    text = f"""nom = "Banc de comparaison"
slug = "{slug}"
locatif = "au banc de comparaison"
genitif = "du banc de comparaison"
fictif = true
commune_centre = "{COMMUNE}"
epci = ["{AGGLOMERATION}"]
reference = "{AGGLOMERATION}"
emprise = [{west - wide}, {south - high}, {east + wide}, {north + high}]
unite = {{ singulier = "action financée", pluriel = "actions financées" }}
etape_reference = "accordé"

[[contrats]]
code = "{first}-{last}"
nom = "Contrat de ville {first}-{last}"
debut = {first}
fin = {last}
perimetres = "2015"
grille = "2015"

[[grilles]]
code = "2015"
"""
    pillars = (
        f'[[grilles.piliers]]\nslug = "{slug}"\nnom = "{name}"\ncourt = "{name}"\n'
        f'role = "{role}"\nthematique = true\n'
        for name, (slug, role) in PILLARS.items()
    )
    return text + "".join(pillars)


def _outlines(data: Data) -> str:
    features = [
        {
            "type": "Feature",
            "properties": {
                "code": feature["properties"]["code"],
                "trace": "officiel",
                "source": SOURCE,
            },
            "geometry": feature["geometry"],
        }
        for feature in data.outlines["features"]
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def _places(data: Data) -> pd.DataFrame:
    names = data.names
    quarters = pd.DataFrame({"code": list(names), "nom": list(names.values())})
    quarters = quarters.assign(genre="qpv", generation="2015", communes=COMMUNE)
    wider = pd.DataFrame(
        {
            "code": [COMMUNE, AGGLOMERATION],
            "nom": ["Commune", "Agglomération"],
            "genre": ["commune", "epci"],
        }
    )
    quarters = quarters.assign(
        locatif="au quartier " + quarters["nom"], genitif="du quartier " + quarters["nom"]
    )
    wider = wider.assign(locatif="à " + wider["nom"], genitif="de " + wider["nom"])
    table = pd.concat([quarters, wider], ignore_index=True)
    table = table.assign(trace="officiel", source=SOURCE)
    return _filled(table, "territoires")


def _filled(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """The columns of that table, as the fictional territory writes them; what is not known is
    empty."""
    with (EXAMPLE / f"{name}.csv").open(encoding="utf-8") as file:
        header = file.readline().strip().split(";")
    return table.reindex(columns=header, fill_value="")


def _funders(data: Data) -> pd.DataFrame:
    names = sorted(set(data.actions["funder"]))
    return pd.DataFrame({"code": [_code(name) for name in names], "nom": names, "court": names})


def _code(name: str) -> str:
    return "".join(char if char.isalnum() else "-" for char in name).strip("-").lower()


def _actions(data: Data) -> pd.DataFrame:
    raw = data.actions
    table = pd.DataFrame(
        {
            "id": raw["id"],
            "annee": raw["year"],
            "intitule": raw["title"],
            "porteur": raw["funder"],
            "porteur_id": raw["funder"].map(_code),
            "porteur_nature": "collectivité",
            "pilier": raw["pillar"].map({name: slug for name, (slug, _) in PILLARS.items()}),
            "pilier_origine": "officiel",
            "quartiers": raw["code"],
            "quartier_origine": "officiel",
            "source": SOURCE,
        }
    )
    return _filled(table, "actions")


def _fundings(data: Data) -> pd.DataFrame:
    raw = data.actions
    return pd.DataFrame(
        {
            "action": raw["id"],
            "financeur": raw["funder"].map(_code),
            "etape": "accordé",
            "montant": raw["granted"],
            "source": SOURCE,
        }
    )


def _values(data: Data) -> pd.DataFrame:
    """Every value under the name of an indicator of the catalogue that goes from 0 to 100."""
    rates = [item.slug for item in catalogue.INDICATORS if (item.low, item.high) == (0, 100)]
    ours = [FIRST, *(slug for slug in rates if slug != FIRST)]
    slugs = dict(zip(sorted(set(data.values["indicator"]), key=_rank), ours, strict=False))
    raw = data.values
    table = pd.DataFrame(
        {
            "territoire": raw["code"],
            "indicateur": raw["indicator"].map(slugs),
            "annee": raw["year"],
            "valeur": raw["value"],
            "statut": "définitif",
            "source": SOURCE,
        }
    )
    return _filled(table, "indicateurs")


def _rank(name: str) -> tuple[bool, str]:
    return name != "taux_pauvrete", name


if __name__ == "__main__":
    write(read(Path(sys.argv[1])), Path(sys.argv[2]))
