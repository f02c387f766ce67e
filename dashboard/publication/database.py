"""The base of a publication: a read-only SQLite file, which holds what is read row by row."""

from __future__ import annotations

import json
import sqlite3
import tomllib
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard import schema
from dashboard.domain import french
from dashboard.publication import cells, coverage, naming, participations, steps
from dashboard.publication.sources import Sources
from dashboard.schema.folder import SETTINGS
from dashboard.schema.tables import AGREEMENTS
from dashboard.system import progress

DOCUMENTED, LAID = 0.15, 0.75
"""How much of the base is written once its documents, then its long tables are."""
INDEXED = 0.2
"""How much of what is searched is ready once lines are indexed."""
DOCUMENTS = (
    "territoires",
    "lieux_nommes",
    "financeurs",
    "orientations",
    "orientations_liens",
    "textes",
    "bilans",
    "evenements",
    "participation",
    "contacts",
    "sources",
    "concordance",
    "ruptures",
    "mots",
    "postes",
    "semblables",
)
ACTION_COLUMNS = (
    "id",
    "annee",
    "intitule",
    "porteur",
    "intitule_lisible",
    "porteur_lisible",
    "intitule_source",
    "porteur_slug",
    "porteur_nature",
    "pilier",
    "pilier_origine",
    "pilier_regle",
    "theme",
    "theme_origine",
    "quartiers",
    "quartier_origine",
    "quartier_lieu",
    "public",
    "age",
    "age_origine",
    "reconduction",
    "pluriannuel",
    "perimetre",
    "perimetre_motif",
    "complement",
    "tronque",
    "montant_corrige",
    "service",
    "dispositif",
    "source",
    "montant",
)


def write(path: Path, sources: Sources, actions: pd.DataFrame, funding: pd.DataFrame) -> None:
    """Write the base of that publication; ``actions`` are in the order of their rows, with their
    ``cumul``."""
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("pragma journal_mode = off")
        _documents(base, sources, actions)
        with progress.stretch(DOCUMENTED, LAID):
            _tables(base, sources, actions, funding)
        _distributions(base, sources)
        naming.write(base, sources)
        steps.reached("noms")
        _participations(base, sources, actions)
        steps.reached("base")
        base.execute("create index par_action on financements (action)")
        progress.reached(INDEXED)
        base.execute("create index par_identifiant on actions (id)")
        base.execute("create index par_porteur on actions (porteur_slug, intitule)")
        base.execute("create virtual table recherche using fts5 (texte, content='')")
        held = cells.rows(actions, ("intitule", "porteur"))
        texts = enumerate(progress.through(held, len(actions), "Recherche"), start=1)
        with progress.stretch(INDEXED, 1.0):
            base.executemany(
                "insert into recherche (rowid, texte) values (?, ?)",
                ((row, french.fold(f"{title} {holder}")) for row, (title, holder) in texts),
            )
    steps.reached("base-fermee")


def _tables(
    base: sqlite3.Connection, sources: Sources, actions: pd.DataFrame, funding: pd.DataFrame
) -> None:
    agglomeration = sources.table("subventions_agglomeration")
    tables = (
        ("actions", actions, ACTION_COLUMNS),
        ("financements", funding, ("action", "financeur", "etape", "montant")),
        ("subventions_agglomeration", agglomeration, tuple(agglomeration.columns)),
        (AGREEMENTS.name, sources.table(AGREEMENTS.name), AGREEMENTS.header),
    )
    weighed = ((table, len(table[1]) * len(table[2])) for table in tables)
    for table, share in progress.shared_out(weighed):
        with share:
            _table(base, *table)


def _distributions(base: sqlite3.Connection, sources: Sources) -> None:
    """What each indicator is over all the quarters of the country, each year."""
    columns = (*schema.TABLES["repartitions"].key, "quartiers", "publies", "centiles", "source")
    _table(base, "repartitions", sources.table("repartitions"), columns)
    base.execute("create index par_indicateur on repartitions (indicateur)")


def _participations(base: sqlite3.Connection, sources: Sources, actions: pd.DataFrame) -> None:
    """Participations of each line, and of the funded lines of each rollup together."""
    base.execute(f"create table beneficiaires ({', '.join(participations.COLUMNS)}, rang, cumul)")
    found = participations.rows_of(sources.table("beneficiaires"))
    lines = {row[0]: rank for rank, row in enumerate(cells.rows(actions, ("id",)))} if found else {}
    rollups = actions["cumul"].tolist()
    rows = ((*row, lines[row[0]], rollups[lines[row[0]]]) for row in found)
    marks = ",".join("?" * (len(participations.COLUMNS) + 2))
    base.executemany(f"insert into beneficiaires values ({marks})", rows)
    summed = ", ".join(f"sum({name}) as {name}" for name in participations.SUMMED)
    masked = ", ".join(f"max({name}) as {name}" for name in participations.MASKED)
    base.execute(
        f"create table participations as select cumul, axe, groupe, {summed}, {masked}"
        " from beneficiaires where rang in (select rowid - 1 from actions where montant > 0)"
        " group by cumul, axe, groupe"
    )
    base.execute("create index par_beneficiaire on beneficiaires (rang)")
    base.execute("create index par_strate on participations (cumul)")


def _documents(base: sqlite3.Connection, sources: Sources, actions: pd.DataFrame) -> None:
    base.execute("create table documents (nom text primary key, contenu text)")
    documents: dict[str, object] = {name: sources.rows(name) for name in DOCUMENTS}
    documents["themes"] = list(sources.themes)
    documents["reglages"] = _settings_document(sources)
    documents["couverture"] = coverage.document(sources, actions)
    rows = [(name, json.dumps(item, ensure_ascii=False)) for name, item in documents.items()]
    base.executemany("insert into documents values (?, ?)", rows)


def _settings_document(sources: Sources) -> dict[str, Any]:
    text = (sources.folder / SETTINGS).read_text(encoding="utf-8")
    return tomllib.loads(text)


def _table(
    base: sqlite3.Connection, name: str, frame: pd.DataFrame, columns: tuple[str, ...]
) -> None:
    if not columns:
        base.execute(f"create table {name} (id)")
        return
    frame = frame.reindex(columns=list(columns), fill_value="")
    types = ", ".join(f"{c} {'real' if c == 'montant' else 'text'}" for c in columns)
    base.execute(f"create table {name} ({types})")
    marks = ",".join("?" * len(columns))
    rows = progress.through(cells.rows(frame, columns), len(frame), f"{name}.csv")
    base.executemany(f"insert into {name} values ({marks})", rows)
