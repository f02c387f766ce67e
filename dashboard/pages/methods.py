"""Données et méthodes: dictionary, sources, licences, completeness, downloads."""

from __future__ import annotations

import datetime as dt
import re

from dashboard.content import (
    Block,
    Cell,
    Column,
    Hero,
    Listing,
    Prose,
    Row,
    Span,
    Table,
    Terms,
    text,
)
from dashboard.domain import french
from dashboard.markdown import flat
from dashboard.pages import absent, changed, dictionary, gazetteer, open_data, shared
from dashboard.pages.page import MenuPlace, Page, Panel
from dashboard.view import View


def _hero(view: View) -> tuple[Block, ...]:
    store = view.store
    lead = text(
        f"Publication du {french.date(store.published_on)}, empreinte {store.digest[:8]}. "
        "Chaque chiffre a une source, une année et une licence ; ce qui n’est pas sourcé n’est "
        "pas montré."
    )
    return (Hero("Données et méthodes", lead),)


def _sources(view: View) -> tuple[Block, ...]:
    rows = [
        Row(
            (
                Cell(row["titre"], href=_page(row["adresse"])),
                Cell(row["producteur"]),
                Cell(row["millesime"] or french.NOT_APPLICABLE),
                _until(view, row["id"]),
                Cell(row["licence"]),
                Cell(_obtained(row["obtention"]), note=row["note"]),
            )
        )
        for row in view.store.rows("sources")
    ]
    columns = (
        Column("Source"),
        Column("Producteur"),
        Column("Millésime"),
        Column("Données jusqu’à", numeric=True),
        Column("Licence"),
        Column("Comment elle a été obtenue"),
    )
    table = Table("Sources de cette publication", columns, tuple(rows))
    return (Listing("Sources et licences", french.counted(len(rows), "source"), table),)


def _until(view: View, source: str) -> Cell:
    """The last year of the data of that source; a source of places or outlines has none."""
    year = view.store.coverage.until.get(source)
    return Cell(str(year), year, decimals=0) if year else Cell(french.NOT_APPLICABLE)


def _page(address: str) -> str:
    """The page of the source on the web; nothing for what is no web address."""
    return address if address.startswith(("https://", "http://")) else ""


def _obtained(said: str) -> str:
    """How a source was obtained, without the sentences that list identifiers of files."""
    found = re.split(r"(?<=\.) ", said)
    kept = [sentence for sentence in found if not _IDENTIFIER.search(sentence)]
    more = ["Les identifiants de ses fichiers sont dans sources.csv."] * (len(kept) < len(found))
    return " ".join([*kept, *more])


_IDENTIFIER = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")


def _counts(view: View) -> tuple[Block, ...]:
    rows = tuple(
        Row((Cell(said, name, note=name), Cell(french.number(count), count)))
        for said, name, count in sorted(
            (view.worded(TABLES.get(name, name)), name, count)
            for name, count in view.store.counts.items()
        )
    )
    columns = (Column("Table"), Column("Lignes", numeric=True))
    table = Table("Tables publiées et leur nombre de lignes", columns, rows)
    return (Listing("Ce qui est publié", french.counted(len(rows), "table"), table),)


def _downloads(view: View) -> tuple[Block, ...]:
    names = tuple(
        text(Span(f"{view.worded(_FILES.get(name, name))} ({name})", href=f"/telecharger/{name}"))
        for name in view.store.files
    )
    changes = view.store.changes or ("Première publication : rien à comparer.",)
    every = text("Toutes les versions : ", Span(changed.LABEL, href=view.link(changed.PATH)), ".")
    return (
        Prose(names, "Télécharger", bullets=True),
        Prose((*map(text, changes), every), "Ce qui a changé", bullets=True),
    )


TABLES = {
    "actions": "Lignes d’action ou de subvention",
    "adresses": "Numéros des rues, un point chacun",
    "beneficiaires": "Personnes prévues et touchées, par action",
    "bilans": "État de chaque bilan annuel : projet ou adopté",
    "concordance": "Piliers d’un contrat lus dans l’autre",
    "contacts": "À qui s’adresser",
    "conventions_agglomeration": "Données essentielles des conventions de l’agglomération",
    "evenements": "Dates du contrat",
    "financements": "Montants par financeur et par étape",
    "financeurs": "Financeurs",
    "indicateurs": "Valeurs des indicateurs",
    "lieux": "Noms de lieux autour, sur la carte",
    "lieux_nommes": "Lieux que les lignes peuvent nommer, et leur quartier",
    "mots": "Mots locaux",
    "orientations": "Orientations",
    "orientations_liens": "Ce que chaque orientation finance ou mesure",
    "participation": "Conseils citoyens et participation",
    "postes": "Postes d’adultes-relais et Fonjep",
    "regles": "Règles de classement des lignes",
    "regles_parcours": "Règles qui proposent une étape du parcours des jeunes",
    "repartitions": "Comment se répartissent tous les quartiers de France, par indicateur",
    "ruptures": "Ruptures de série du territoire",
    "semblables": "Quartiers de France qui ressemblent à ceux d’ici",
    "sources": "Sources et licences",
    "subventions_agglomeration": "Subventions de l’agglomération (ODbL, fichier à part)",
    "territoires": "Quartiers, communes et références",
    "textes": "Textes de l’équipe dans le bilan annuel",
    "voies": "Voies nommées, un point chacune",
}
"""What each published table holds."""
_FILES = {
    **{f"{name}.csv": said for name, said in TABLES.items()},
    "quartiers.gpkg": "Contours des quartiers et des communes, pour QGIS",
}


def _dates(view: View) -> tuple[Block, ...]:
    events = view.store.events()
    if not events:
        return ()
    items = tuple(
        (_day(e.day, e.precision), text(Span(e.title, strong=True), ". ", *flat(e.text)))
        for e in events
    )
    return (Terms(items, "Dates du contrat"),)


def _pillars(view: View) -> tuple[Block, ...]:
    lines = []
    for contract in view.store.settings.contracts:
        themes = [p.name for p in contract.grid.pillars if p.thematic]
        names = french.listed(themes) if themes else "ses piliers ne sont pas publiés ici"
        note = f" {contract.grid.note}" if contract.grid.note else ""
        lines.append(text(Span(f"{contract.name} : ", strong=True), f"{names}.{note}"))
    return (Prose(tuple(lines), "Les piliers de chaque contrat", bullets=True),)


def _day(day: dt.date, precision: str) -> str:
    if precision == "annee":
        return str(day.year)
    if precision == "mois":
        return f"{french.MONTHS[day.month - 1]} {day.year}"
    return french.date(day)


def _concordance(view: View) -> tuple[Block, ...]:
    found = view.store.rows("concordance")
    if not found:
        return ()
    rows = tuple(
        Row(
            (
                Cell(f"{row['pilier_source']} ({row['grille_source']})"),
                Cell(f"{row['pilier_cible']} ({row['grille_cible']})"),
                Cell(row["note"]),
            )
        )
        for row in found
    )
    columns = (Column("Pilier"), Column("Se lit dans l’autre contrat"), Column("Note"))
    table = Table("Concordance des piliers entre contrats", columns, rows)
    return (Listing("Concordance des piliers", french.counted(len(rows), "ligne"), table),)


PAGE = Page(
    slug="donnees",
    path="/donnees",
    label="Données et méthodes",
    listed=MenuPlace.FOOT,
    title=lambda view: "Données et méthodes",
    description="Sources, licences, dictionnaire, années connues et limites.",
    panels=(
        Panel("tete", _hero),
        Panel("sources", _sources),
        Panel("telecharger", _downloads, 6),
        Panel("comptes", _counts, 6),
        *open_data.panels(),
        Panel("dates", _dates),
        Panel("piliers", _pillars),
        Panel("concordance", _concordance),
        *gazetteer.panels(),
        *dictionary.panels(),
        Panel("absents", absent.remedies),
        Panel("limites", lambda view: (shared.limits(*shared.money_limits(view)),)),
    ),
    filters=(),
)
