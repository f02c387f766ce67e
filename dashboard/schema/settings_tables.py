"""The lists of the settings file, told as tables: the generations of the contract, the grids, their
pillars, the themes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dashboard import catalogue
from dashboard.schema.field import CellKind, Field, TableSchema
from dashboard.schema.tables import TABLES

_FILED = "Code sans accent ni espace, qui ne change plus une fois employé"

CONTRACTS = TableSchema(
    "contrats",
    "Contrats : une ligne par génération",
    (
        Field("nom", "Nom", required=True),
        Field("code", "Code", CellKind.CODE, required=True, description="2024-2030, par exemple"),
        Field("debut", "Première année", CellKind.YEAR, required=True),
        Field("fin", "Dernière année", CellKind.YEAR, required=True),
        Field(
            "perimetres",
            "Périmètres des quartiers",
            CellKind.YEAR,
            required=True,
            description="Année du décret qui les fixe : 2015 ou 2024",
        ),
        Field("grille", "Grille de piliers", required=True, refers="grilles"),
    ),
    key=("code",),
    kept=True,
)
GRIDS = TableSchema(
    "grilles",
    "Grilles de piliers",
    (
        Field("code", "Code", CellKind.CODE, required=True, description="2024, par exemple"),
        Field(
            "complete",
            "Complète",
            CellKind.FLAG,
            required=True,
            description="« non » tant que tous ses piliers ne sont pas connus : les lignes gardent "
            "alors ceux de la grille d’avant",
        ),
        Field("note", "Note", description="Ce qui manque, et où le reste a été lu"),
    ),
    key=("code",),
    kept=True,
)
PILLARS = TableSchema(
    "piliers",
    "Piliers des contrats",
    (
        Field("nom", "Nom", required=True),
        Field("grille", "Grille", required=True, refers="grilles"),
        Field("slug", "Code", CellKind.CODE, required=True, description=_FILED),
        Field("court", "Nom court", required=True, description="Deux ou trois mots"),
        Field(
            "role",
            "Couleur",
            required=True,
            values=("cadre", "emploi", "social", "pilotage"),
            description="Celle du pilier de la loi dont il est le plus proche",
        ),
        Field(
            "thematique",
            "Pilier du contrat",
            CellKind.FLAG,
            required=True,
            description="« non » pour le pilotage et pour ce qui n’est pas classé",
        ),
        Field(
            "indicateur",
            "Indicateur montré quand ce pilier est choisi",
            values=tuple(item.slug for item in catalogue.INDICATORS),
            description="Commencez à écrire son nom. Vide : aucun en propre",
        ),
    ),
    key=("grille", "slug"),
    kept=True,
)
THEMES = TableSchema(
    "themes",
    "Thèmes",
    (
        Field("nom", "Nom", required=True),
        Field("slug", "Code", CellKind.CODE, required=True, description=_FILED),
        Field("pilier", "Pilier", required=True),
    ),
    key=("slug",),
    kept=True,
)
SETTINGS_TABLES = MappingProxyType({one.name: one for one in (CONTRACTS, GRIDS, PILLARS, THEMES)})
"""Those lists by name: each row is written in the settings file, not in a file of its own."""
SCHEMAS: Mapping[str, TableSchema] = MappingProxyType({**TABLES, **SETTINGS_TABLES})
"""Every table of a territory by name, the lists of its settings included."""
