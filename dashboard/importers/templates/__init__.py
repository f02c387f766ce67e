"""Models of files that staff fill: each is given as a workbook, and read as any other file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from dashboard.importers.imported import Document, Imported
from dashboard.importers.importer import Importer
from dashboard.importers.templates import programming, tables, values
from dashboard.importers.templates.tables import importer_of, template
from dashboard.importers.templates.template import EXAMPLE, Template
from dashboard.importers.territory_folder import TerritoryFolder

_PEOPLE = template(
    "beneficiaires",
    "participations",
    "Les participations prévues ou réelles à chaque action, par sexe et par tranche d’âge.",
    tranche=f"{EXAMPLE}12-17 ans",
    nombre="24",
)
_MEETINGS = template(
    "participation",
    "reunions",
    "Les réunions, les avis et les consultations du contrat, et la suite qui leur est donnée.",
    date="2026-03-10",
    titre=f"{EXAMPLE}Assemblée du conseil citoyen",
)
_ORIENTATIONS = template(
    "orientations",
    "orientations",
    "Les orientations que le rapport d’une année présente.",
    code="2026-1",
    annee="2026",
    titre=f"{EXAMPLE}Agir plus tôt contre le décrochage",
    texte="Repérer dès le collège les élèves qui décrochent.",
)
_TEXTS = template(
    "textes",
    "textes",
    "Ce que l’équipe écrit elle-même dans le bilan d’une année, partie par partie.",
    annee="2026",
    texte=f"{EXAMPLE}## Ce qui a bien marché\n\n- La médiation de nuit",
    signature="L’équipe du contrat de ville",
    date="2027-05-10",
)
_REPORTS = template(
    "bilans",
    "bilans",
    "Où en est le bilan de chaque année : projet soumis à avis, ou adopté.",
    annee="2026",
    date="2027-04-10",
    instance=f"{EXAMPLE}Conseil citoyen",
)
_EVENTS = template(
    "evenements",
    "dates",
    "Les dates du contrat : signatures, installations, échéances.",
    date="2026-06-30",
    titre=f"{EXAMPLE}Signature de l’avenant",
)
CONTACTS = template(
    "contacts",
    "contacts",
    "À qui s’adresser : un service ou un organisme, jamais une personne.",
    nom=f"{EXAMPLE}Maison de quartier",
    role="Accueil des habitants",
)
_PLACES = template(
    "lieux_nommes",
    "lieux",
    "Les équipements, rues et secteurs que les lignes nomment, et le quartier qui les contient.",
    code="ecole-du-verger",
    nom=f"{EXAMPLE}École du Verger",
    genre="école",
    motif="Adresse dans le quartier",
)

TEMPLATES: tuple[Template, ...] = (
    programming.TEMPLATE,
    _PEOPLE,
    _ORIENTATIONS,
    _TEXTS,
    _REPORTS,
    _EVENTS,
    _MEETINGS,
    CONTACTS,
    _PLACES,
    values.TEMPLATE,
)
"""In the order in which a year fills them."""

IMPORTERS: tuple[Importer, ...] = (
    programming.IMPORTER,
    importer_of(
        "beneficiaires",
        _PEOPLE,
        "EX-1;réel;femmes;12-17 ans;24",
        alike="Action;Mesure;Sexe;Nombre",
    ),
    importer_of(
        "orientations",
        _ORIENTATIONS,
        "2020-1;2020;Éducation;Agir plus tôt;Repérer dès le collège les élèves qui décrochent.",
        alike="Code;Année;Titre;Texte",
    ),
    importer_of(
        "textes",
        _TEXTS,
        "2020;actions;Une **année** dense.;L’équipe;2021-05-10",
        alike="Année;Partie;Texte",
    ),
    importer_of(
        "bilans",
        _REPORTS,
        "2020;projet;10/04/2021;Conseil citoyen",
        alike="Année;Statut;Date",
    ),
    importer_of(
        "evenements",
        _EVENTS,
        "30/06/2015;jour;Signature du contrat;",
        alike="Date;Titre;Texte",
    ),
    importer_of(
        "participation",
        _MEETINGS,
        "10/03/2016;réunion;Assemblée du conseil citoyen;La Crécelière;;",
        alike="Date;Genre;Titre",
    ),
    importer_of(
        "contacts",
        CONTACTS,
        "Maison de quartier;Accueil;Le mardi matin;Mouline-Basse (QP099002)",
        alike="Nom;Rôle",
    ),
    importer_of(
        "lieux_nommes",
        _PLACES,
        "ecole-du-rouet;École du Rouet;;école;;;Mouline-Basse;Adresse dans le quartier;",
        alike="Code;Nom;Genre",
    ),
    values.IMPORTER,
)

TemplateReading = Callable[[Template, Document, TerritoryFolder], Imported]

READINGS: Mapping[str, TemplateReading] = {
    programming.TEMPLATE.slug: programming.read,
    values.TEMPLATE.slug: values.read,
    _PEOPLE.slug: partial(tables.read, "beneficiaires"),
    _ORIENTATIONS.slug: partial(tables.read, "orientations"),
    _TEXTS.slug: partial(tables.read, "textes"),
    _REPORTS.slug: partial(tables.read, "bilans"),
    _EVENTS.slug: partial(tables.read, "evenements"),
    _MEETINGS.slug: partial(tables.read, "participation"),
    CONTACTS.slug: partial(tables.read, "contacts"),
    _PLACES.slug: partial(tables.read, "lieux_nommes"),
}
"""How a file of each model is read, whatever the headings of its columns; by slug."""
