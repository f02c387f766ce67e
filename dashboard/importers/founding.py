"""A new territory from the official outlines of its quarters: a folder that publishes as it is.

Names, communes and codes are those of the files; nothing else is known yet, and every table but
``territoires`` and ``sources`` holds its header alone.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from pathlib import Path
from string import Template

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.domain.territory import Outline
from dashboard.importers import apply, contours
from dashboard.importers.founding_account import Founded, account_of, nothing_found
from dashboard.importers.founding_quarters import (
    GENERATIONS,
    FoundedTerritory,
    Quarter,
    check_places,
    is_of,
    quarters_of,
    settled,
    shapes_of,
    told_apart,
    told_in,
)
from dashboard.importers.founding_sites import sited
from dashboard.importers.imported import refuse
from dashboard.importers.named_places import NamedPlaces
from dashboard.importers.naming import placed
from dashboard.importers.national_files import NationalFiles, OutlineFile, apart
from dashboard.importers.territory_folder import blank, open_territory
from dashboard.importers.writing.alone import alone
from dashboard.importers.writing.refusal import disk_said
from dashboard.schema import TABLES, Record
from dashboard.schema.folder import SETTINGS
from dashboard.system.disk import DRAFT

_MARGIN = 0.35
"""What the map shows around the quarters, as a part of their extent."""


def found(files: NationalFiles, who: FoundedTerritory, folder: Path) -> Founded:
    """Write the folder of that territory and import its outlines; gives what it took.

    Refused where the folder exists, where no file holds an outline, or none of the agglomeration.
    """
    _check(files, who, folder)
    told = [(document.name, told_in(frame)) for document, frame in files.outlines]
    named = NamedPlaces((*who.places, *files.named.places))
    every = [one for _, some in told for one in some]
    shapes = [shape for _, frame in files.outlines for shape in _drawn(frame)]
    quarters = told_apart(settled(quarters_of(sited(every, shapes, named), who), named))
    if not quarters:
        raise nothing_found(told, who)
    check_places(quarters, files.outlines)
    with disk_said(folder.name):
        _founded(folder, who, quarters, files.outlines, named)
    return account_of(told, quarters)


def _drawn(frame: gpd.GeoDataFrame) -> Iterator[BaseGeometry]:
    """The outline of each feature of a quarter, in the order of ``told_in``."""
    for code, shape in zip(frame["code"], frame.geometry, strict=True):
        if code[:2] in GENERATIONS:
            yield shape


def _founded(
    folder: Path,
    who: FoundedTerritory,
    quarters: Sequence[Quarter],
    frames: Sequence[OutlineFile],
    named: NamedPlaces,
) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with (
        alone(folder, lambda _: None),
        tempfile.TemporaryDirectory(prefix=DRAFT, dir=folder.parent) as draft,
    ):
        _write(Path(draft) / folder.name, who, quarters, frames, named)
        (Path(draft) / folder.name).rename(folder)


def _check(files: NationalFiles, who: FoundedTerritory, folder: Path) -> None:
    if not files.outlines:
        remedy = "Donnez ceux de 2015 et de 2024 que publie l’ANCT."
        raise refuse("creer", "aucun de ces fichiers ne trace de quartiers.", remedy)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", who.slug):
        message = f"« {who.slug[:40]} » n’est pas un nom de dossier."
        raise refuse("creer", message, "Des minuscules, des chiffres et des tirets : ma-ville.")
    if not re.fullmatch(r"\d{9}", who.siren):
        raise refuse("creer", f"« {who.siren[:40]} » n’est pas un SIREN.", "Il a neuf chiffres.")
    if folder.exists():
        raise refuse(folder.name, "ce territoire existe déjà.", "Choisissez un autre nom.")


def _write(
    folder: Path,
    who: FoundedTerritory,
    quarters: Sequence[Quarter],
    frames: Sequence[OutlineFile],
    named: NamedPlaces,
) -> None:
    successors = _successors(
        quarters, pd.concat([shapes_of(frame, quarters) for _, frame in frames])
    )
    rows = {"territoires": tuple(_territories(who, quarters, successors, named))}
    folder.mkdir()
    for name, table in TABLES.items():
        (folder / table.file).write_text(apply.csv_text(name, rows.get(name, ())), encoding="utf-8")
    settings = _settings(who, quarters, [shapes_of(frame, quarters) for _, frame in frames])
    (folder / SETTINGS).write_text(settings, encoding="utf-8")
    for document, frame in frames:
        if any(is_of(quarters, code) for code in frame["code"]):
            territory = open_territory(folder)
            apply.write(apply.plan(apart(document, contours.read, territory), territory), folder)


def _successors(quarters: Sequence[Quarter], shapes: pd.DataFrame) -> dict[str, str]:
    """The quarter of 2024 that covers more than half of each one of 2015, by their outlines."""
    outlines = dict(zip(shapes["code"], shapely.make_valid(shapes["geometry"]), strict=True))
    later = [item.code for item in quarters if item.code.startswith("QN") and item.code in outlines]
    found: dict[str, str] = {}
    for quarter in quarters:
        shape = outlines.get(quarter.code)
        if shape is None or quarter.code in later:
            continue
        covers = {code: shape.intersection(outlines[code]).area / shape.area for code in later}
        best = max(covers, key=covers.__getitem__, default="")
        if best and covers[best] > 0.5:
            found[quarter.code] = best
    return found


def _territories(
    who: FoundedTerritory,
    quarters: Sequence[Quarter],
    successors: dict[str, str],
    named: NamedPlaces,
) -> Iterator[Record]:
    for quarter in quarters:
        generation, first, last = GENERATIONS[quarter.code[:2]]
        yield _territory(
            quarter.code,
            quarter.name,
            "qpv",
            generation=generation,
            valide_de=first,
            valide_a=last,
            communes="|".join(commune.code for commune in quarter.communes),
            successeur=successors.get(quarter.code, ""),
        )
    towns = {place.code: place.name for place in named.communes(who.siren)}
    towns |= {commune.code: commune.name for item in quarters for commune in item.communes}
    for code, town in sorted(towns.items()):
        yield _territory(code, town, "commune")
    yield _territory(who.siren, who.name, "epci")


def _territory(code: str, name: str, kind: str, **cells: str) -> Record:
    at, of = placed(name)
    return blank(
        "territoires",
        code=code,
        nom=name,
        genre=kind,
        locatif=at,
        genitif=of,
        trace=str(Outline.UNKNOWN),
        **cells,
    )


def _settings(
    who: FoundedTerritory, quarters: Sequence[Quarter], frames: Iterable[gpd.GeoDataFrame]
) -> str:
    model = resources.files("dashboard.importers").joinpath("modele.toml")
    at, of = placed(who.name)
    texts = {
        "nom": who.name,
        "slug": who.slug,
        "locatif": at,
        "genitif": of,
        "centre": _centre(quarters),
        "siren": who.siren,
    }
    quoted = {name: json.dumps(text, ensure_ascii=False)[1:-1] for name, text in texts.items()}
    return Template(model.read_text(encoding="utf-8")).substitute(
        quoted, emprise=", ".join(f"{degree:.4f}" for degree in _window(frames))
    )


def _centre(quarters: Sequence[Quarter]) -> str:
    """The code of the commune that most of the quarters touch."""
    touched = Counter(commune.code for quarter in quarters for commune in quarter.communes)
    return touched.most_common(1)[0][0]


def _window(frames: Iterable[gpd.GeoDataFrame]) -> tuple[float, float, float, float]:
    """West, south, east, north around the quarters."""
    bounds = [frame.total_bounds for frame in frames if not frame.empty]
    west, south = (min(box[side] for box in bounds) for side in (0, 1))
    east, north = (max(box[side] for box in bounds) for side in (2, 3))
    wide, high = (east - west) * _MARGIN, (north - south) * _MARGIN
    return west - wide, south - high, east + wide, north + high
