"""One publication on disk: a read-only SQLite file, arrays, outlines, a manifest."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from dashboard import catalogue
from dashboard.publication import (
    database,
    downloads,
    geometry,
    heading,
    money,
    path,
    steps,
    values,
)
from dashboard.publication.axes import Arrays, axes_of, hide_persons
from dashboard.publication.readable import readable
from dashboard.publication.sources import FORMAT, Sources
from dashboard.store import parts
from dashboard.system import progress

NAMED, READABLE, STEPPED, SORTED, SUMMED = 0.02, 0.16, 0.2, 0.32, 0.99
"""How much of the arrays is done once persons are hidden, texts made readable, steps proposed,
lines sorted and euros added up."""
WRITTEN = 0.95
"""How much of the open files is done once they are written."""


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
    hidden = _named(sources)
    actions = _sorted(hidden, sources, funding)
    axes = axes_of(sources, actions)
    progress.reached(SORTED)
    with progress.stretch(SORTED, SUMMED):
        arrays = money.arrays_of(actions, funding, axes, str(sources.settings.stage))
    money.check_total(arrays, funding)
    rollups = arrays.pop("row_rollup")
    measured, value_axes = _measured(sources)
    _save({**arrays, **measured}, folder)
    _json(folder / "axes.json", {"money": axes.document(), "values": value_axes})
    _outlines(folder, sources)
    steps.reached("axes")
    database.write(folder / "donnees.sqlite", sources, actions.assign(cumul=rollups), funding)
    heading.write(sources, folder)
    with progress.stretch(0.0, WRITTEN):
        files = downloads.write(sources, hidden, folder)
    said = {"rang": rank, "fichiers": files, "changements": list(changes), "version": version}
    manifest = parts.sealed(
        {**_manifest(sources, name, actions), **said, parts.PARTS: parts.described(folder)}
    )
    _json(folder / parts.MANIFEST, manifest)
    steps.reached("manifeste")
    return manifest


def _save(arrays: Arrays, folder: Path) -> None:
    for key, array in arrays.items():
        np.save(folder / f"{key}.npy", array, allow_pickle=False)
        steps.reached("tableau")


def _measured(sources: Sources) -> tuple[Arrays, dict[str, Any]]:
    """The values of the indicators as arrays, and what their axes hold."""
    territories = tuple(sources.table("territoires")["code"])
    slugs = tuple(item.slug for item in catalogue.INDICATORS)
    return values.arrays_of(sources.table("indicateurs"), slugs, territories)


def _named(sources: Sources) -> pd.DataFrame:
    """The actions as they may be read, no person among them."""
    hidden = hide_persons(sources.table("actions"))
    progress.reached(NAMED)
    found = readable(hidden, sources)
    progress.reached(READABLE)
    return found


def _sorted(actions: pd.DataFrame, sources: Sources, funding: pd.DataFrame) -> pd.DataFrame:
    """The actions with the step that rules propose, in the order of their rows."""
    known = path.stepped(actions, sources.rows("regles_parcours"))
    progress.reached(STEPPED)
    return money.sort_actions(known, funding, str(sources.settings.stage))


def _outlines(folder: Path, sources: Sources) -> None:
    _json(folder / "carte.json", geometry.document(sources))
    _json(folder / "perimetres.json", geometry.perimeters(sources))
    _json(folder / "encarts.json", geometry.in_insets(sources))


def _json(path: Path, document: object) -> None:
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_text(text, encoding="utf-8")


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
