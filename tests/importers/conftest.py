"""A small territory that does not exist, made anew for each test, and the files it is fed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.importers import apply
from dashboard.importers.apply import Plan, plan
from dashboard.importers.imported import Document, Imported
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder, blank, open_territory
from dashboard.schema import TABLES

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "importers"

SETTINGS = """
nom = "Auzelande Agglomération"
slug = "mini"
locatif = "à Auzelande"
genitif = "d’Auzelande"
fictif = true
commune_centre = "99001"
epci = ["999000001"]
codes_anct = ["CV999", "CN09901M"]
reference = "999000001"
emprise = [5.8, 45.4, 6.0, 45.6]
unite = { singulier = "ligne", pluriel = "lignes", precision = "" }
etape_reference = "engagé"

[[contrats]]
code = "2015-2023"
nom = "Contrat de ville"
debut = 2015
fin = 2023
perimetres = "2015"
grille = "2015"

[[contrats]]
code = "2024-2030"
nom = "Contrat de ville 2024-2030"
debut = 2024
fin = 2030
perimetres = "2024"
grille = "2015"

[[grilles]]
code = "2015"
[[grilles.piliers]]
slug = "cohesion-sociale"
nom = "Cohésion sociale"
court = "Cohésion"
role = "social"
[[grilles.piliers]]
slug = "inclassable"
nom = "Inclassable"
court = "Inclassable"
role = "pilotage"
thematique = false

[[themes]]
slug = "education"
nom = "Éducation"
pilier = "cohesion-sociale"
"""

PLACES = (
    ("QP099001", "La Crécelière", "qpv", "2015", "2015", "2023", "99001"),
    ("QP099002", "Mouline-Basse", "qpv", "2015", "2015", "2023", "99001"),
    ("QN09901M", "La Crécelière", "qpv", "2024", "2024", "", "99001"),
    ("QVA-99002-LES-AUNES", "Aunettes", "qva", "2015", "2015", "2023", "99002"),
    ("99001", "Auzelande", "commune", "", "", "", ""),
    ("99002", "Bellerive", "commune", "", "", "", ""),
    ("999000001", "Auzelande Agglomération", "epci", "", "", "", ""),
    ("D99", "Pays d’Auzelande", "departement", "", "", "", ""),
    ("QPV", "Ensemble des QPV", "ensemble_qpv", "", "", "", ""),
)


def _place(code: str, name: str, kind: str, *rest: str) -> dict[str, str]:
    generation, first, last, communes = rest
    return blank(
        "territoires",
        code=code,
        nom=name,
        genre=kind,
        locatif=f"à {name}",
        genitif=f"de {name}",
        generation=generation,
        valide_de=first,
        valide_a=last,
        communes=communes,
        trace="inconnu",
    )


def action(code: str, year: int, title: str, siren: str, **cells: str) -> dict[str, str]:
    """A row of ``actions`` as the territory holds it."""
    row = blank(
        "actions",
        id=code,
        annee=str(year),
        intitule=title,
        porteur="Régie du Rouet",
        porteur_id=siren,
        pilier="inclassable",
        pilier_origine="proposé par règle",
        pilier_regle="0",
        perimetre="certain",
        perimetre_motif="vu avec la préfecture",
        complement="non",
        tronque="non",
        montant_corrige="non",
        source="anct-p147",
        intitule_brut=title,
    )
    return row | cells


def money(code: str, amount: str) -> dict[str, str]:
    """Its row of ``financements``."""
    return blank(
        "financements",
        action=code,
        financeur="etat-p147",
        etape="engagé",
        montant=amount,
        source="anct-p147",
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the small territory: places, one funder, one rule; other tables empty."""
    home = tmp_path / "mini"
    home.mkdir()
    (home / "territoire.toml").write_text(SETTINGS, encoding="utf-8")
    rule = blank(
        "regles",
        ordre="1",
        porte_sur="intitule",
        motif="reussite educative|scolaire",
        pilier="cohesion-sociale",
        theme="education",
    )
    funder = blank("financeurs", code="etat-p147", nom="État (programme 147)", court="État")
    rows = {
        "territoires": tuple(_place(*place) for place in PLACES),
        "regles": (rule,),
        "financeurs": (funder,),
    }
    for name, table in TABLES.items():
        text = apply.csv_text(name, rows.get(name, ()))
        (home / table.file).write_text(text, encoding="utf-8", newline="")
    return home


@pytest.fixture
def territory(folder: Path) -> TerritoryFolder:
    """The small territory, read."""
    return open_territory(folder)


@pytest.fixture
def fill(folder: Path) -> Callable[..., TerritoryFolder]:
    """Writes rows in tables of the small territory; gives it read anew."""

    def write(**tables: tuple[dict[str, str], ...]) -> TerritoryFolder:
        for name, rows in tables.items():
            text = apply.csv_text(name, rows)
            (folder / TABLES[name].file).write_text(text, encoding="utf-8", newline="")
        return open_territory(folder)

    return write


@pytest.fixture
def given() -> Callable[[str], Document]:
    """A fixture file by its name."""

    def document(name: str) -> Document:
        return Document(name, (FIXTURES / name).read_bytes())

    return document


@pytest.fixture
def imported(
    territory: TerritoryFolder, given: Callable[[str], Document]
) -> Callable[[str], Imported]:
    """What a fixture file gives the small territory."""
    return lambda name: read(given(name), territory)


@pytest.fixture
def planned(territory: TerritoryFolder, given: Callable[[str], Document]) -> Callable[[str], Plan]:
    """What a fixture file would change in the small territory."""
    return lambda name: plan(read(given(name), territory), territory)
