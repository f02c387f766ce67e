"""One publication, opened: arrays mapped in memory, SQLite read-only. Nothing here ever writes."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.store import parts
from dashboard.store.publication_pointer import NotPublished

ROLLED = ("theme", "public", "age")
"""The marks of lines by which rollups tell them apart: under another one lines are read."""

ALIKE = ("year", "pillar", *ROLLED)
"""What the lines of one rollup have in common."""

ARRAYS = (
    "cube",
    "counts",
    "shares",
    "proposed_counts",
    "proposed_shares",
    "row_year",
    "row_pillar",
    "row_holder",
    "row_amount",
    "row_places",
    "row_placing",
    "row_stepped",
    "row_destination",
    "flows",
    "year_start",
    "place_start",
    "place_rows",
    "place_amount",
    "holder_start",
    "holder_rows",
    "holder_amount",
    "holder_count",
    "row_link",
    "link_alike",
    "link_years",
    "order_amount",
    "order_title",
    "order_holder",
    "rollup_year",
    "rollup_pillar",
    *(f"rollup_{mark}" for mark in ROLLED),
    "rollup_amount",
    "rollup_count",
    "rollup_funder_amount",
    "rollup_funder_count",
    "rollup_stage_amount",
    "rollup_stage_count",
    "line_row",
    "line_funder",
    "line_stage",
    "line_amount",
    "line_counted",
    "value",
    "status",
    "step",
    "origin",
)

ResultRow = dict[str, Any]
Vector = npt.NDArray[Any]


class Archive:
    """The files of a publication. NotPublished where one is missing or cut short."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._bases: dict[tuple[int, int], sqlite3.Connection] = {}
        try:
            self.manifest: dict[str, Any] = self.read_json(parts.MANIFEST)
            self.axes: dict[str, Any] = self.read_json("axes.json")
            marks = [f"row_{mark}" for mark in self.axes["money"]["marks"]]
            self.arrays: dict[str, npt.NDArray[Any]] = {
                name: _mapped(folder / f"{name}.npy") for name in (*ARRAYS, *marks)
            }
            self._documents = {
                row["nom"]: json.loads(row["contenu"])
                for row in self.query("select * from documents")
            }
        except (OSError, ValueError, EOFError, sqlite3.Error, KeyError) as error:
            raise NotPublished(
                f"La publication « {folder.name} » est illisible ou tronquée : {error}. "
                "Lancez : python -m dashboard publier."
            ) from error

    def read_json(self, name: str) -> Any:
        """A JSON file of the publication."""
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    def _base(self) -> sqlite3.Connection:
        """The connection of this process and thread: SQLite forbids to carry one over a fork."""
        key = (os.getpid(), threading.get_ident())
        if key not in self._bases:
            address = f"{(self.folder / 'donnees.sqlite').resolve().as_uri()}?mode=ro&immutable=1"
            self._bases[key] = sqlite3.connect(address, uri=True, check_same_thread=False)
            self._bases[key].row_factory = sqlite3.Row
        return self._bases[key]

    def query(self, sql: str, values: tuple[object, ...] = ()) -> list[ResultRow]:
        """The rows that a question of ours gives; ``values`` are bound, never spelled."""
        return [dict(row) for row in self._base().execute(sql, values)]

    def tuples(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """The same rows without the names of their columns: quicker where there are thousands."""
        return [tuple(row) for row in self._base().execute(sql, values)]

    def column(self, sql: str, values: tuple[object, ...] = ()) -> list[Any]:
        """The only column that such a question gives."""
        return [row[0] for row in self._base().execute(sql, values)]

    def document(self, name: str) -> Any:
        """A small table or the settings, as they were published."""
        return self._documents.get(name, [])


def _mapped(path: Path) -> npt.NDArray[Any]:
    """An array left on disk, that workers share; plain, since a memmap is slow to index."""
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
