"""The description of the tables (Frictionless): files, dialect, fields, source, licence."""

from __future__ import annotations

import csv
import io

from scripts.exemple.base import FIRST_YEAR, LAST_YEAR

LICENCE = {
    "name": "etalab-2.0",
    "title": "Licence Ouverte 2.0",
    "path": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
}
SOURCE = {"title": "Territoire fictif"}
HOW = "Inventé par un tirage reproductible : python -m scripts.exemple"
VINTAGE = f"{FIRST_YEAR}-{LAST_YEAR}"

TITLES = {
    "territoires": "Quartiers, communes et territoires de référence",
    "lieux": "Lieux nommés sur la carte",
    "indicateurs": "Valeurs des indicateurs",
    "ruptures": "Ruptures propres au territoire",
    "actions": "Actions, une ligne par action et par année",
    "financements": "Montants par action, financeur et étape",
    "financeurs": "Financeurs",
    "regles": "Règles de classement",
    "subventions_agglomeration": "Subventions de l’agglomération, toutes compétences",
    "postes": "Postes d’adultes-relais et Fonjep",
    "orientations": "Orientations des rapports annuels",
    "orientations_liens": "Ce que chaque orientation devient",
    "evenements": "Dates du contrat",
    "beneficiaires": "Participations prévues et réelles",
    "participation": "Réunions, avis et consultations",
    "contacts": "À qui s’adresser",
    "sources": "Sources",
    "concordance": "Correspondance des grilles de piliers",
    "contours_quartiers": "Tracés des quartiers",
    "communes": "Limites des communes",
    "eau": "Rivière et lac",
}

_INTEGERS = {"annee", "valide_de", "valide_a", "repere", "ordre", "nombre", "annee_convention"}
_NUMBERS = {"montant", "valeur", "part", "lon", "lat"}
_FLAGS = {"complement", "tronque", "montant_corrige", "politique_de_la_ville"}
_REQUIRED = {
    "territoires": {"code", "nom", "genre", "trace"},
    "indicateurs": {"territoire", "indicateur", "annee", "statut"},
    "actions": {"id", "annee", "intitule", "porteur", "pilier"},
    "financements": {"action", "financeur", "etape", "montant"},
    "beneficiaires": {"action", "mesure"},
}
_ENUMS = {
    ("territoires", "genre"): [
        "qpv",
        "qva",
        "commune",
        "epci",
        "departement",
        "region",
        "pays",
        "ensemble_qpv",
    ],
    ("territoires", "trace"): ["officiel", "indicatif", "inconnu"],
    ("financements", "etape"): ["demandé", "proposé", "accordé", "engagé", "versé", "justifié"],
    ("beneficiaires", "mesure"): ["prévu", "réel"],
    ("evenements", "precision"): ["jour", "mois", "annee"],
    ("orientations_liens", "genre"): ["action", "theme", "indicateur", "aucun"],
    ("participation", "genre"): ["réunion", "avis", "consultation"],
}
_DESCRIPTIONS = {
    "annee": "Année de la donnée ou de l’action",
    "age": "Étape du parcours : préadolescence, adolescence, jeunesse, adulte",
    "avis": "Avis rendu ; vide si aucun",
    "etape": "Étape du montant, de la demande à la justification",
    "financeur": "Code du financeur (financeurs.csv)",
    "indicateur": "Code de l’indicateur dans le catalogue",
    "montant": "Montant en euros",
    "mesure": "Participations prévues ou réelles",
    "nombre": "Nombre de participations ; vide si inconnu",
    "part": "Part du pilier source, de 0 à 1",
    "pilier": "Code du pilier dans la grille de 2015",
    "porteur_nature": "Nature du porteur ; une personne physique n’est jamais montrée",
    "quartiers": "Codes des quartiers, séparés par |",
    "source": "Identifiant de la source (sources.csv)",
    "statut": "Ce que l’on sait de la valeur",
    "suite": "Suite donnée à l’avis ; vide si aucune",
    "trace": "Sûreté du tracé : officiel, indicatif, inconnu",
    "valeur": "Valeur dans l’unité de l’indicateur ; vide si elle n’est pas montrée",
}


def description(files: dict[str, str]) -> dict[str, object]:
    """The content of datapackage.json for those files (name → text)."""
    return {
        "profile": "tabular-data-package",
        "name": "contrat-de-ville-exemple",
        "title": "Contrat de ville d’Auzelande Agglomération (territoire fictif)",
        "description": "Lieux, actions et montants sont inventés pour montrer l’outil.",
        "fictif": True,
        "licenses": [LICENCE],
        "sources": [SOURCE],
        "millesime": VINTAGE,
        "obtention": HOW,
        "resources": [_resource(name, text) for name, text in sorted(files.items())],
    }


def _resource(name: str, text: str) -> dict[str, object]:
    stem, _, suffix = name.partition(".")
    common = {
        "name": stem.replace("_", "-"),
        "path": name,
        "title": TITLES[stem],
        "encoding": "utf-8",
        "sources": [SOURCE],
        "licenses": [LICENCE],
        "millesime": VINTAGE,
        "obtention": HOW,
    }
    if suffix == "geojson":
        return {**common, "format": "geojson", "mediatype": "application/geo+json"}
    header = next(csv.reader(io.StringIO(text), delimiter=";"))
    return {
        **common,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "dialect": {"delimiter": ";", "lineTerminator": "\n", "header": True},
        "schema": {"fields": [_field(stem, column) for column in header], "missingValues": [""]},
    }


def _field(stem: str, column: str) -> dict[str, object]:
    field: dict[str, object] = {
        "name": column,
        "type": _kind(column),
        "title": column.replace("_", " ").capitalize(),
    }
    if column in _DESCRIPTIONS:
        field["description"] = _DESCRIPTIONS[column]
    if column in _FLAGS:
        field |= {"trueValues": ["oui"], "falseValues": ["non"]}
    constraints: dict[str, object] = {}
    if column in _REQUIRED.get(stem, ()):
        constraints["required"] = True
    if (stem, column) in _ENUMS:
        constraints["enum"] = _ENUMS[stem, column]
    return {**field, "constraints": constraints} if constraints else field


def _kind(column: str) -> str:
    if column in _INTEGERS:
        return "integer"
    if column in _NUMBERS:
        return "number"
    if column in _FLAGS:
        return "boolean"
    return "date" if column == "date" else "string"
