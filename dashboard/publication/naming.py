"""What has a name and may be looked for: quarters, communes, known places, streets, doors.

Each name is written with the words that find it; each word with what a typing fault makes of it.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from pyproj import Transformer

from dashboard.domain import french
from dashboard.domain.location import NameKind
from dashboard.domain.territory import TerritoryKind
from dashboard.publication.insets import METRIC
from dashboard.publication.sources import Sources
from dashboard.words.spelling import cuts, in_full, words_of

_TABLES = (
    "create table noms"
    " (rang integer primary key, genre, code, nom, commune, source, x real, y real)",
    "create table mots (mot text, nom integer, longueur integer, primary key (mot, nom))"
    " without rowid",
    "create table vocabulaire (mot text primary key) without rowid",
    "create table formes (forme text, mot text, primary key (forme, mot)) without rowid",
    "create table adresses (nom integer, numero integer, suffixe text, x real, y real,"
    " primary key (nom, numero, suffixe)) without rowid",
)
_PROJECTED = Transformer.from_crs("EPSG:4326", METRIC, always_xy=True).transform
_ORDER = tuple(NameKind)


class NameEntry(NamedTuple):
    """A name: what it names, how it is shown, how else it is spelled, its source, its commune where
    that source says it, one point in metres."""

    kind: NameKind
    code: str
    name: str
    spelled: str
    source: str
    commune: str = ""
    x: float | None = None
    y: float | None = None


def write(base: sqlite3.Connection, sources: Sources) -> None:
    """Every name of the territory and the doors of its streets, ready to be looked for."""
    for table in _TABLES:
        base.execute(table)
    doors = _doors(sources)
    streets = _streets(sources)
    held = {words_of(entry.spelled): entry.code for entry in streets}
    doors = doors.assign(code=_codes(doors, held, _centre(sources)))
    entries = [*_quarters(sources), *_communes(sources), *_places(sources), *streets]
    entries += _new_streets(doors, {entry.code for entry in streets})
    entries.sort(key=lambda entry: (_ORDER.index(entry.kind), french.fold(entry.name), entry.code))
    _names(base, entries)
    ranks = {entry.code: rank for rank, entry in enumerate(entries) if entry.kind == "voie"}
    _addresses(base, doors.assign(nom=doors["code"].map(ranks)))


def _names(base: sqlite3.Connection, entries: list[NameEntry]) -> None:
    rows = (
        (rank, e.kind, e.code, e.name, e.commune, e.source, e.x, e.y)
        for rank, e in enumerate(entries)
    )
    base.executemany("insert into noms values (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    base.executemany("insert or ignore into mots values (?, ?, ?)", _words(entries))
    base.execute("insert into vocabulaire select distinct mot from mots")
    words = [row[0] for row in base.execute("select mot from vocabulaire")]
    forms = ((form, word) for word in words for form in sorted(cuts(word)))
    base.executemany("insert into formes values (?, ?)", forms)


def _words(entries: Iterable[NameEntry]) -> Iterator[tuple[str, int, int]]:
    """The words that find each name, with how many it has; those of its commune find it too."""
    for rank, entry in enumerate(entries):
        own = words_of(entry.spelled)
        for word in {*own, *words_of(entry.commune)}:
            yield word, rank, len(own)


def _quarters(sources: Sources) -> list[NameEntry]:
    """Each quarter by its name, the last of its perimeters where several bear it."""
    rows = [row for row in sources.rows("territoires") if TerritoryKind(row["genre"]).is_quarter]
    rows.sort(key=lambda row: row["generation"])
    found = {row["nom"]: row for row in rows}
    return [
        NameEntry(NameKind.QUARTER, r["code"], r["nom"], r["nom"], r["source"])
        for r in found.values()
    ]


def _communes(sources: Sources) -> list[NameEntry]:
    features = sources.shapes.get("communes", {}).get("features", [])
    held = [item["properties"] for item in features if item["properties"].get("nom")]
    return [
        NameEntry(NameKind.COMMUNE, str(p["code"]), p["nom"], p["nom"], str(p.get("source") or ""))
        for p in held
    ]


def _places(sources: Sources) -> list[NameEntry]:
    """Each known place by all its names."""
    rows = sources.rows("lieux_nommes")
    points = _metres([row["lon"] for row in rows], [row["lat"] for row in rows])
    return [
        NameEntry(NameKind.PLACE, row["code"], row["nom"], name, row["source"], "", *point)
        for row, point in zip(rows, points, strict=True)
        for name in dict.fromkeys((row["nom"], *row["autres_noms"].split("|")))
        if name
    ]


def _streets(sources: Sources) -> list[NameEntry]:
    rows = sources.rows("voies")
    points = _metres([row["lon"] for row in rows], [row["lat"] for row in rows])
    return [
        NameEntry(
            NameKind.STREET, row["code"], in_full(row["nom"]), row["nom"], row["source"], "", *point
        )
        for row, point in zip(rows, points, strict=True)
    ]


def _centre(sources: Sources) -> str:
    """The commune whose streets the table of streets lists."""
    return sources.settings.centre


def _doors(sources: Sources) -> pd.DataFrame:
    """The doors that the operator imported, with their point in metres."""
    frame = sources.table("adresses")
    if frame.empty:
        names = ["voie", "commune", "code_commune", "numero", "suffixe", "source", "x", "y"]
        return pd.DataFrame({name: [] for name in names})
    points = _metres(*(frame[name].to_numpy(dtype=object) for name in ("lon", "lat")))
    return frame.assign(
        x=pd.Series([x for x, _ in points], dtype="object"),
        y=pd.Series([y for _, y in points], dtype="object"),
    )


def _codes(doors: pd.DataFrame, held: dict[tuple[str, ...], str], centre: str) -> list[str]:
    """The street of each door: one of the table of streets, else one of its own by its commune."""
    columns = (doors[name].to_numpy(dtype=object) for name in ("voie", "code_commune"))
    pairs = list(zip(*columns, strict=True))
    known = {
        (street, town): held.get(words_of(street) if town == centre else (), f"{town} {street}")
        for street, town in dict.fromkeys(pairs)
    }
    return [known[pair] for pair in pairs]


def _new_streets(doors: pd.DataFrame, held: set[str]) -> list[NameEntry]:
    """The streets that doors alone tell, each at the door in its middle."""
    fresh = doors[~doors["code"].isin(held)].sort_values(["code", "numero"], kind="stable")
    middles = _middles(fresh)
    names = ("code", "voie", "source", "commune", "x", "y")
    columns = [middles[name].to_numpy(dtype=object).tolist() for name in names]
    return [
        NameEntry(NameKind.STREET, code, in_full(street), street, source, commune, x, y)
        for code, street, source, commune, x, y in zip(*columns, strict=True)
    ]


def _middles(doors: pd.DataFrame) -> pd.DataFrame:
    """The middle door of each street; ``doors`` are in the order of their streets."""
    sizes = doors.groupby("code", sort=False).size().to_numpy()
    starts = np.cumsum(sizes) - sizes
    return doors.iloc[starts + (sizes - 1) // 2]


def _addresses(base: sqlite3.Connection, doors: pd.DataFrame) -> None:
    names = ("nom", "numero", "suffixe", "x", "y")
    columns = (doors[name].to_numpy(dtype=object).tolist() for name in names)
    rows = zip(*columns, strict=True)
    base.executemany("insert or ignore into adresses values (?, ?, ?, ?, ?)", rows)


def _metres(lon: Iterable[str], lat: Iterable[str]) -> list[tuple[float | None, float | None]]:
    """Points in metres, to the decimetre; nothing for what has no point."""
    east, north = (pd.to_numeric(np.array(list(held), dtype=object)) for held in (lon, lat))
    across, along = (np.round(held, 1).tolist() for held in _PROJECTED(east, north))
    pairs = zip(across, along, strict=True)
    return [(x, y) if math.isfinite(x) else (None, None) for x, y in pairs]
