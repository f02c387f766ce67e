"""One publication on disk: a read-only SQLite file, arrays, outlines, a manifest."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import tomllib
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from dashboard import catalogue, schema
from dashboard.domain import french
from dashboard.publication import (
    cells,
    coverage,
    downloads,
    geometry,
    heading,
    money,
    naming,
    participations,
    path,
    steps,
    values,
)
from dashboard.publication.axes import axes_of, hide_persons
from dashboard.publication.readable import readable
from dashboard.publication.sources import FORMAT, Sources
from dashboard.schema.folder import SETTINGS
from dashboard.schema.tables import AGREEMENTS
from dashboard.store import parts

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


def freeze(
    sources: Sources,
    folder: Path,
    name: str,
    changes: tuple[str, ...] = (),
    rank: int = 1,
    version: int = 0,
) -> dict[str, Any]:
    """Write the publication into that empty folder; gives its manifest.

    ``changes`` says what differs from the publication served before, ``rank`` when it was made
    among the others, ``version`` which one of the depot the sources are; 0 for none.
    """
    funding = sources.table("financements")
    hidden = readable(hide_persons(sources.table("actions")), sources)
    known = path.stepped(hidden, sources.rows("regles_parcours"))
    actions = money.sort_actions(known, funding, str(sources.settings.stage))
    axes = axes_of(sources, actions)
    arrays = money.arrays_of(actions, funding, axes, str(sources.settings.stage))
    money.check_total(arrays, funding)
    rollups = arrays.pop("row_rollup")
    territories = tuple(sources.table("territoires")["code"])
    slugs = tuple(item.slug for item in catalogue.INDICATORS)
    measured, value_axes = values.arrays_of(sources.table("indicateurs"), slugs, territories)
    for key, array in {**arrays, **measured}.items():
        np.save(folder / f"{key}.npy", array, allow_pickle=False)
        steps.reached("tableau")
    _json(folder / "axes.json", {"money": axes.document(), "values": value_axes})
    _outlines(folder, sources)
    steps.reached("axes")
    _database(folder / "donnees.sqlite", sources, actions.assign(cumul=rollups), funding)
    heading.write(sources, folder)
    files = downloads.write(sources, hidden, folder)
    said = {"rang": rank, "fichiers": files, "changements": list(changes), "version": version}
    manifest = parts.sealed(
        {**_manifest(sources, name, actions), **said, parts.PARTS: parts.described(folder)}
    )
    _json(folder / parts.MANIFEST, manifest)
    steps.reached("manifeste")
    return manifest


def _outlines(folder: Path, sources: Sources) -> None:
    _json(folder / "carte.json", geometry.document(sources))
    _json(folder / "perimetres.json", geometry.perimeters(sources))
    _json(folder / "encarts.json", geometry.in_insets(sources))


def _json(path: Path, document: object) -> None:
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_text(text, encoding="utf-8")


def _database(path: Path, sources: Sources, actions: pd.DataFrame, funding: pd.DataFrame) -> None:
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("pragma journal_mode = off")
        _documents(base, sources, actions)
        _table(base, "actions", actions, ACTION_COLUMNS)
        _table(base, "financements", funding, ("action", "financeur", "etape", "montant"))
        agglomeration = sources.table("subventions_agglomeration")
        _table(base, "subventions_agglomeration", agglomeration, tuple(agglomeration.columns))
        agreements = sources.table(AGREEMENTS.name)
        _table(base, AGREEMENTS.name, agreements, AGREEMENTS.header)
        _distributions(base, sources)
        naming.write(base, sources)
        steps.reached("noms")
        _participations(base, sources, actions)
        steps.reached("base")
        base.execute("create index par_action on financements (action)")
        base.execute("create index par_identifiant on actions (id)")
        base.execute("create index par_porteur on actions (porteur_slug, intitule)")
        base.execute("create virtual table recherche using fts5 (texte, content='')")
        texts = enumerate(cells.rows(actions, ("intitule", "porteur")), start=1)
        base.executemany(
            "insert into recherche (rowid, texte) values (?, ?)",
            ((row, french.fold(f"{title} {holder}")) for row, (title, holder) in texts),
        )
    steps.reached("base-fermee")


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
    base.executemany(f"insert into {name} values ({marks})", cells.rows(frame, columns))


def _manifest(sources: Sources, name: str, actions: pd.DataFrame) -> dict[str, Any]:
    return {
        "empreinte": name,
        "format": FORMAT,
        "territoire": sources.settings.slug,
        "nom": sources.settings.name,
        "publie_le": now(),
        "comptes": {table: len(frame) for table, frame in sources.tables.items()},
        "annees": sorted({int(year) for year in actions["annee"]}),
    }


def now() -> str:
    """The moment, as a manifest says it: for readers, never for the order of publications."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
