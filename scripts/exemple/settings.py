"""Settings, grids of both contracts and how they answer each other, rules, sources."""

from __future__ import annotations

from scripts.exemple.base import SOURCE, RawRow
from scripts.exemple.catalogue_actions import FUNDERS, THEMES
from scripts.exemple.places import CENTRE, EPCI
from scripts.exemple.shapes import window

GRID_2015 = (
    ("cadre-de-vie", "Cadre de vie et renouvellement urbain", "Cadre de vie", "cadre", True),
    ("emploi", "Développement économique et emploi", "Emploi", "emploi", True),
    ("cohesion-sociale", "Cohésion sociale", "Cohésion sociale", "social", True),
    ("pilotage", "Pilotage", "Pilotage", "pilotage", False),
    ("inclassable", "Inclassable", "Inclassable", "pilotage", False),
)
GRID_2024 = (
    ("education-jeunesse", "Éducation, jeunesse et parentalité", "Éducation", "social", True),
    ("insertion-emploi", "Insertion et emploi", "Emploi", "emploi", True),
    ("sante-droits", "Santé et accès aux droits", "Santé et droits", "social", True),
    ("habiter", "Habiter, se déplacer, s’adapter au climat", "Habiter", "cadre", True),
    ("vivre-ensemble", "Vivre ensemble et tranquillité", "Vivre ensemble", "cadre", True),
    ("animation", "Animation du contrat", "Animation", "pilotage", False),
    ("hors-axe", "Hors axe", "Hors axe", "pilotage", False),
)
_SHARES = (
    ("cadre-de-vie", "habiter", 0.7),
    ("cadre-de-vie", "vivre-ensemble", 0.3),
    ("emploi", "insertion-emploi", 1),
    ("cohesion-sociale", "education-jeunesse", 0.5),
    ("cohesion-sociale", "sante-droits", 0.25),
    ("cohesion-sociale", "vivre-ensemble", 0.25),
    ("pilotage", "animation", 1),
    ("inclassable", "hors-axe", 1),
)
_SHARES_BACK = (
    ("education-jeunesse", "cohesion-sociale", 1),
    ("insertion-emploi", "emploi", 1),
    ("sante-droits", "cohesion-sociale", 1),
    ("habiter", "cadre-de-vie", 1),
    ("vivre-ensemble", "cohesion-sociale", 0.6),
    ("vivre-ensemble", "cadre-de-vie", 0.4),
    ("animation", "pilotage", 1),
    ("hors-axe", "inclassable", 1),
)


def concordance() -> list[RawRow]:
    """The rows of concordance.csv, both ways: the parts of each source pillar sum to one."""
    return [
        *(_share("2015", "2024", *item) for item in _SHARES),
        *(_share("2024", "2015", *item) for item in _SHARES_BACK),
    ]


def _share(source: str, target: str, here: str, there: str, part: float) -> RawRow:
    note = "correspondance entière" if part == 1 else "part inventée pour l’exemple"
    return {
        "grille_source": source,
        "pilier_source": here,
        "grille_cible": target,
        "pilier_cible": there,
        "part": part,
        "note": note,
    }


_RULE_COLUMNS = ("porte_sur", "motif", "pilier", "theme", "commentaire")
_RULES = (
    ("intitule", "chantiers educatifs|parrainage|emploi", "emploi", "emploi", "mots du travail"),
    ("intitule", "entreprise|couveuse|commerce", "emploi", "developpement-economique", ""),
    ("intitule", "mediation de nuit|delinquance", "cadre-de-vie", "tranquillite", ""),
    ("intitule", "jardin|proprete|velo|logement", "cadre-de-vie", "cadre-de-vie", ""),
    ("intitule", "ingenierie|evaluation", "pilotage", "pilotage", ""),
    ("intitule", ".*", "cohesion-sociale", "lien-social", "tout le reste"),
)


def rules() -> list[RawRow]:
    """The rows of regles.csv. Every pillar of the example is official: they serve new lines only."""
    return [
        {"ordre": rank, **dict(zip(_RULE_COLUMNS, item, strict=True))}
        for rank, item in enumerate(_RULES, start=1)
    ]


def funders() -> list[RawRow]:
    """The rows of financeurs.csv."""
    return [dict(zip(("code", "nom", "court"), item, strict=True)) for item in FUNDERS]


def sources() -> list[RawRow]:
    """The rows of sources.csv: one source, for nothing here was observed."""
    return [
        {
            "id": SOURCE,
            "titre": "données inventées",
            "producteur": "Territoire fictif",
            "licence": "Licence Ouverte 2.0",
            "millesime": "2015-2024",
            "obtention": "Inventé par un tirage reproductible (scripts/exemple).",
            "note": "Lieux, actions et montants sont inventés pour montrer l’outil.",
        }
    ]


def toml() -> str:
    """The text of territoire.toml."""
    west, south, east, north = window()
    head = f'''\
# Territoire fictif : écrit par « python -m scripts.exemple », ne pas corriger à la main.
nom = "Auzelande Agglomération"
slug = "exemple"
locatif = "à Auzelande Agglomération"
genitif = "d’Auzelande Agglomération"
fictif = true
publie_par = "Agglomération fictive"
contact_erreurs = ""
commune_centre = "{CENTRE}"
epci = ["{EPCI}"]
reference = "{EPCI}"
codes_anct = ["CV999", "CN09901M"]
emprise = [{west}, {south}, {east}, {north}]
unite = {{ singulier = "action financée", pluriel = "actions financées", precision = "" }}
etape_reference = "accordé"

[[contrats]]
code = "2015-2023"
nom = "Contrat de ville 2015-2023"
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
grille = "2024"
'''
    return head + _grid("2015", GRID_2015) + _grid("2024", GRID_2024) + _themes()


def _grid(code: str, pillars: tuple[tuple[str, str, str, str, bool], ...]) -> str:
    lines = [f'\n[[grilles]]\ncode = "{code}"\ncomplete = true\nnote = ""\n']
    for slug, name, short, role, thematic in pillars:
        lines.append(
            f'[[grilles.piliers]]\nslug = "{slug}"\nnom = "{name}"\ncourt = "{short}"\n'
            f'role = "{role}"\nthematique = {str(thematic).lower()}\n{_lead(code, slug)}'
        )
    return "".join(lines)


def _lead(code: str, slug: str) -> str:
    leads = {"emploi": "taux-emploi", "cadre-de-vie": "rpls-vacance"} if code == "2015" else {}
    return f'indicateur = "{leads[slug]}"\n' if slug in leads else ""


def _themes() -> str:
    return "".join(
        f'\n[[themes]]\nslug = "{slug}"\nnom = "{name}"\npilier = "{pillar}"\n'
        for slug, name, pillar in THEMES
    )
