"""Folders of a territory made wrong in one way, by the hand of staff or of chance; seeded."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

NASTY = (
    *("", " ", "0", "-1", "1e9", "nan", "inf", "12,5", "9" * 40, "20٢٠", "1899", "2999-01-01"),
    *("é" * 300, "a;b", '"', "a|b", "QP1", "oui", "non", "\u202e", "x" * 5_000, "[", "="),
)
SHAPES: tuple[Any, ...] = (
    None,
    {},
    {"type": "Point", "coordinates": [5.9, 45.5]},
    {"type": "Polygon", "coordinates": []},
    {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]},
    {"type": "Polygon", "coordinates": [[["x", 0], [1, 1], [1, 0], ["x", 0]]]},
    {"type": "GeometryCollection", "geometries": []},
    {"type": "MultiPolygon", "coordinates": [[[[0, 0], [0, 0], [0, 0], [0, 0]]]]},
    {"type": "Polygon", "coordinates": [[[-180, -90], [180, -90], [180, 90], [-180, -90]]]},
    {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]},
)

Spoil = Callable[[random.Random, Path], str]


def spoil(draw: random.Random, folder: Path) -> str:
    """Make the folder wrong in one way; says which."""
    return draw.choice((outline, outline, cell, cell, row, column, setting, bytes_of))(draw, folder)


def outline(draw: random.Random, folder: Path) -> str:
    """A feature whose geometry, code or place in the world is wrong."""
    path = draw.choice(sorted(folder.glob("*.geojson")))
    document = json.loads(path.read_text(encoding="utf-8"))
    change = draw.choice((_geometry, _points, _properties, _twice, _document))
    said = change(draw, document)
    path.write_text(json.dumps(document), encoding="utf-8")
    return f"{path.name} {said}"


def _feature(draw: random.Random, document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = draw.choice(document["features"])
    return found


def _geometry(draw: random.Random, document: dict[str, Any]) -> str:
    shape = draw.choice(SHAPES)
    _feature(draw, document)["geometry"] = shape
    return f"geometry {shape}"


def _points(draw: random.Random, document: dict[str, Any]) -> str:
    geometry = _feature(draw, document)["geometry"]
    rings = geometry["coordinates"]
    ring = rings[0] if geometry["type"] == "Polygon" else rings[0][0]
    changes: tuple[tuple[str, Callable[[float, float], list[Any]]], ...] = (
        ("altitude", lambda x, y: [x, y, 1]),
        ("turned", lambda x, y: [y, x]),
        ("infinite", lambda x, y: [float("inf"), y]),
        ("metres", lambda x, y: [x * 111_000, y * 111_000]),
        ("null", lambda x, y: [x, None]),
        ("west", lambda x, y: [-x, y]),
        ("flat", lambda x, y: [x, 45.0]),
    )
    name, change = draw.choice(changes)
    ring[:] = [change(*point[:2]) for point in ring]
    return name


def _properties(draw: random.Random, document: dict[str, Any]) -> str:
    feature = _feature(draw, document)
    name: str = draw.choice([*feature["properties"], "properties"])
    if name == "properties":
        feature[name] = draw.choice((None, {}, []))
    else:
        feature["properties"][name] = draw.choice((None, "", 3, [], *NASTY))
    return name


def _twice(draw: random.Random, document: dict[str, Any]) -> str:
    document["features"].append(_feature(draw, document))
    return "twice"


def _document(draw: random.Random, document: dict[str, Any]) -> str:
    document["features"] = draw.choice(([], None, {}, [None], [[]], [{}]))
    return "features"


def _table(draw: random.Random, folder: Path) -> tuple[Path, list[list[str]]]:
    paths = [path for path in sorted(folder.glob("*.csv")) if path.stat().st_size > 200]
    path = draw.choice(paths)
    text = path.read_text(encoding="utf-8")
    return path, list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def _write(path: Path, rows: list[list[str]]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";", lineterminator="\n").writerows(rows)
    path.write_text(stream.getvalue(), encoding="utf-8", newline="")


def cell(draw: random.Random, folder: Path) -> str:
    """One cell replaced by what a tired hand or an attacker writes."""
    path, rows = _table(draw, folder)
    line = draw.randrange(len(rows))
    rank = draw.randrange(len(rows[line]))
    rows[line][rank] = draw.choice(NASTY)
    _write(path, rows)
    return f"{path.name} cell {line}:{rank} {rows[line][rank][:20]!r}"


def row(draw: random.Random, folder: Path) -> str:
    """One row lost, repeated, cut short or emptied."""
    path, rows = _table(draw, folder)
    line = draw.randrange(len(rows))
    kind = draw.choice(("lost", "twice", "short", "empty"))
    found = {"lost": [], "twice": [rows[line]] * 2, "short": [rows[line][:2]], "empty": [[""] * 3]}
    rows[line : line + 1] = found[kind]
    _write(path, rows)
    return f"{path.name} row {line} {kind}"


def column(draw: random.Random, folder: Path) -> str:
    """One column lost or emptied."""
    path, rows = _table(draw, folder)
    rank = draw.randrange(len(rows[0]))
    lost = draw.random() < 0.5
    for cells in rows[0 if lost else 1 :]:
        if rank < len(cells):
            cells[rank : rank + 1] = [] if lost else [""]
    _write(path, rows)
    return f"{path.name} column {rank} {'lost' if lost else 'emptied'}"


def setting(draw: random.Random, folder: Path) -> str:
    """One line of the settings lost or changed."""
    path = folder / "territoire.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    rank = draw.choice([rank for rank, line in enumerate(lines) if line.strip()])
    before = lines[rank]
    name = before.partition("=")[0]
    value = draw.choice(('""', "3", "[]", "true", "{}", '["a"]', "-1", "[nan, 0, 1, 2]", "nan"))
    lines[rank] = draw.choice(("", f"{name}= {value}", before[:-1]))
    path.write_text("\n".join(lines), encoding="utf-8")
    return f"{before[:40]} → {lines[rank][:40]}"


def bytes_of(draw: random.Random, folder: Path) -> str:
    """A few bytes of a file flipped, lost or added; or the file gone."""
    path = draw.choice([item for item in sorted(folder.iterdir()) if item.suffix != ".json"])
    content = bytearray(path.read_bytes())
    at = draw.randrange(len(content))
    kind = draw.choice(("flip", "cut", "add", "gone", "empty"))
    if kind == "gone":
        path.unlink()
        return f"{path.name} gone"
    changes = {
        "flip": bytes([draw.randrange(256)]),
        "cut": b"",
        "add": content[at : at + 1] + draw.choice((b'"', b"\xff", b"\n", b"\0", b";")),
        "empty": b"",
    }
    content[at : at + 1] = changes[kind]
    path.write_bytes(b"" if kind == "empty" else bytes(content))
    return f"{path.name} {kind} at {at}"
