"""A synthetic country: 1,600 quarters, 1,000,000 actions, 2.5 million values; never in data/."""

from __future__ import annotations

import json
import math
import multiprocessing
import shutil
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks import layers, measure, memory
from benchmarks.served import served
from dashboard import catalogue
from dashboard.publication import Report, publish
from dashboard.store import open_store

MODEL = Path(__file__).resolve().parent.parent / "data" / "grand-chambery"
NAME = "pays-de-synthese"
QUARTERS, ACTIONS, VALUES, CORNERS = 1_600, 1_000_000, 2_500_000, 60
YEARS = np.arange(2016, 2026)


def run(folder: Path) -> None:
    """Write the country, publish it in a process of its own, ask and draw it."""
    source = folder / NAME
    write(source)
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        seconds, megabytes, problems = pool.apply(_publish, (source, folder))
    measure.say("pays", "publier", [seconds], "s")
    measure.say("pays", "mémoire de la publication, au plus", [megabytes], "Mo")
    if problems:
        print(f"Le pays n’a pas pu être publié : {problems[:3]}")
        return
    store = open_store(folder, NAME)
    layers.run(store, "pays")
    measure.say("pays", "mémoire du magasin et des panneaux", [measure.resident()], "Mo")
    with served(folder, NAME) as service:
        memory.run(service.address, service.pid, store, "pays")


def _publish(source: Path, var: Path) -> tuple[float, float, tuple[str, ...]]:
    import resource

    reports: list[Report] = []
    seconds = measure.timed(lambda: reports.append(publish(source, var))) / 1000
    problems = tuple(problem.sentence() for problem in reports[0].problems)
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, problems


def write(folder: Path, quarters: int = QUARTERS, actions: int = ACTIONS) -> None:
    """The folder of the country: the tables of a real territory, multiplied; seeded."""
    shutil.copytree(MODEL, folder)
    (folder / "orientations_liens.csv").unlink()
    draw = np.random.default_rng(measure.SEED)
    codes = [f"QN{90_000 + rank // 10:05}{rank % 10}" for rank in range(quarters)]
    _quarters(folder, codes)
    _actions(folder, codes, actions, draw)
    _values(folder, codes, round(VALUES * quarters / QUARTERS), draw)


def _read(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(folder / f"{name}.csv", sep=";", dtype=str, keep_default_na=False)


def _save(table: pd.DataFrame, folder: Path, name: str) -> None:
    table.to_csv(folder / f"{name}.csv", sep=";", index=False, lineterminator="\n")


def _quarters(folder: Path, codes: list[str]) -> None:
    table = _read(folder, "territoires")
    model = table[(table["genre"] == "qpv") & (table["generation"] == "2024")].iloc[0].to_dict()
    names = [f"Quartier {code}" for code in codes]
    more = pd.DataFrame([{**model, "successeur": "", "repere": ""}] * len(codes))
    at, of = ([f"{word} quartier {code}" for code in codes] for word in ("au", "du"))
    more = more.assign(code=codes, nom=names, locatif=at, genitif=of)
    _save(pd.concat([table, more]), folder, "territoires")
    path = folder / "contours_quartiers.geojson"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["features"] += [_outline(code, rank) for rank, code in enumerate(codes)]
    path.write_text(json.dumps(document), encoding="utf-8")


def _outline(code: str, rank: int) -> dict[str, object]:
    """A wavy outline at its place on a grid over the window of the model."""
    row, column = divmod(rank, 40)
    x, y = 5.85 + column * 0.0035, 45.523 + row * 0.0022
    turns = [2 * math.pi * corner / CORNERS for corner in range(CORNERS)] + [0.0]
    ring = [
        (
            round(x + 0.0012 * (1 + 0.2 * math.cos(7 * turn)) * math.cos(turn), 6),
            round(y + 0.0008 * (1 + 0.2 * math.cos(7 * turn)) * math.sin(turn), 6),
        )
        for turn in turns
    ]
    properties = {"code": code, "trace": "indicatif", "source": "anct-contours-qpv"}
    shape = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": properties, "geometry": shape}


def _actions(folder: Path, codes: list[str], count: int, draw: np.random.Generator) -> None:
    model = _read(folder, "actions")
    model = model[model["porteur_nature"] != "personne physique"]
    table = model.iloc[draw.integers(0, len(model), count)].reset_index(drop=True)
    names = np.array(codes)
    one, two = names[draw.integers(0, len(codes), (2, count))]
    several = draw.random(count) < 0.2
    table["quartiers"] = np.where(several & (one != two), one + "|" + two, one)
    table["quartier_origine"] = "officiel"
    table["annee"] = YEARS[draw.integers(0, len(YEARS), count)].astype(str)
    table["id"] = [f"S{rank:07}" for rank in range(count)]
    _save(table, folder, "actions")
    _fundings(folder, table["id"], draw)


def _fundings(folder: Path, ids: pd.Series, draw: np.random.Generator) -> None:
    model = _read(folder, "financements").iloc[0]
    table = pd.DataFrame({"action": ids})
    for column in ("financeur", "etape", "source"):
        table[column] = model[column]
    table["montant"] = (draw.lognormal(8.3, 0.9, len(ids)).round() + 1).astype(int).astype(str)
    _save(table[["action", "financeur", "etape", "montant", "source"]], folder, "financements")


def _values(folder: Path, codes: list[str], count: int, draw: np.random.Generator) -> None:
    table = _read(folder, "indicateurs")
    slugs = [item.slug for item in catalogue.INDICATORS]
    years = [str(year) for year in range(2010, 2010 + math.ceil(count / len(slugs) / len(codes)))]
    index = pd.MultiIndex.from_product([codes, slugs, years])[:count]
    more = index.to_frame(index=False, name=["territoire", "indicateur", "annee"])
    low = more["indicateur"].map({item.slug: item.low for item in catalogue.INDICATORS})
    high = more["indicateur"].map({item.slug: item.high for item in catalogue.INDICATORS})
    drawn = low + (high - low) * draw.integers(0, 100, len(more)) / 100
    more["valeur"] = drawn.round().astype(int).clip(np.ceil(low), np.floor(high)).astype(str)
    known = table.iloc[0]
    for column in ("statut", "source", "fichier", "note"):
        more[column] = known[column]
    _save(pd.concat([table, more]), folder, "indicateurs")
