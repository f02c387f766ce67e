"""Actions and money as arrays: the cube of what adds up, the rows of what is counted once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.domain.funding import STEP_ORIGINS, Origin, equal_parts
from dashboard.publication import flows, linkage, orders, rollups
from dashboard.publication.axes import Arrays, Axes
from dashboard.system import progress

ROLLED = 0.39
"""How much of the arrays is made before lines of several years are linked."""
NAMED, PROPOSED, UNPLACED = range(3)
"""The values of ``row_placing``."""


def sort_actions(actions: pd.DataFrame, funding: pd.DataFrame, stage: str) -> pd.DataFrame:
    """The actions with their amount at the reference stage, by year then amount, as rows lie."""
    amounts = funding.assign(montant=funding["montant"].astype(float))
    at_stage = amounts[amounts["etape"] == stage].groupby("action")["montant"].sum()
    actions = actions.assign(montant=actions["id"].map(at_stage).fillna(0.0))
    return actions.sort_values(
        ["annee", "montant", "id"], ascending=[True, False, True]
    ).reset_index(drop=True)


def arrays_of(actions: pd.DataFrame, funding: pd.DataFrame, axes: Axes, stage: str) -> Arrays:
    """Every array of the money side, ready to be saved; ``stage`` is the one of reference.

    ``cube``: euros by year, pillar, place, funder and stage. ``counts`` and ``shares``: distinct
    funded actions, and their euros, by year, pillar and place. ``year_start``: first row of each
    year and the end. ``place_start``, ``place_rows``, ``place_amount``: the rows of each place
    and their part of the amount at the reference stage. ``row_placing``: how the quarter of
    each row is known, ``row_stepped``: the rank, in ``STEP_ORIGINS``, of what its step of the path
    of young people comes from; ``proposed_counts``, ``proposed_shares``: as ``counts`` and
    ``shares``, of the rows where a place that they name proposes it. Those of ``rollups``,
    ``orders``, ``linkage`` and ``flows`` too, and ``row_rollup``: the rollup of each row.
    """
    served = _served(actions["quartiers"], axes)
    codes = _codes(actions, axes)
    amounts = actions["montant"].to_numpy(dtype=np.float64)
    arrays: Arrays = {f"row_{name}": column for name, column in codes.items()}
    arrays |= {"row_amount": amounts, "row_places": served.many.astype(np.int16)}
    years = codes["year"]
    arrays["year_start"] = np.searchsorted(years, np.arange(len(axes.years) + 1)).astype(np.int64)
    arrays.update(_rows_by_place(served, amounts, axes))
    lines = _lines(actions, funding, axes)
    at_stage = np.asarray(lines["line_stage"]) == axes.stages.index(stage)
    lines["line_counted"] = at_stage & (amounts[np.asarray(lines["line_row"])] > 0)
    arrays["cube"] = _cube(lines, served, codes, axes)
    arrays |= {"row_placing": _placing(actions), "row_stepped": _stepped(actions)}
    proposed = amounts * (arrays["row_placing"] == PROPOSED)
    for prefix, kept in (("", amounts), ("proposed_", proposed)):
        arrays[f"{prefix}counts"] = _counts(served, kept, codes, axes)
        arrays[f"{prefix}shares"] = _shares(served, kept, codes, axes)
    arrays.update(lines)
    of_line, names = rollups.rank(codes)
    arrays |= {**names, **rollups.arrays_of(of_line, amounts, lines, axes)}
    arrays |= {**rollups.holders_of(codes, amounts, axes), **orders.arrays_of(actions)}
    linked = _linked(actions, years, axes)
    arrays |= {**linked, "row_rollup": of_line.astype(np.int32)}
    return arrays | flows.arrays_of(_destinations(served, axes), codes, lines, axes)


def _linked(actions: pd.DataFrame, years: npt.NDArray[np.int32], axes: Axes) -> Arrays:
    with progress.stretch(ROLLED, 1.0):
        return linkage.linked(actions, years, len(axes.years))


def _destinations(served: PlacesServed, axes: Axes) -> npt.NDArray[np.int64]:
    """The place of each row that has one alone; what follows the last one for the others."""
    return np.where(served.many == 1, served.place[served.start], len(axes.place_names))


def _stepped(actions: pd.DataFrame) -> npt.NDArray[np.int8]:
    """What the step of each row on the path of young people comes from: its rank."""
    ranks = {str(origin): rank for rank, origin in enumerate(STEP_ORIGINS)}
    return np.array([ranks[origin] for origin in actions["age_origine"]], dtype=np.int8)


def _placing(actions: pd.DataFrame) -> npt.NDArray[np.int8]:
    """How the quarter of each row is known: NAMED, PROPOSED or UNPLACED."""
    placed = np.where(actions["quartier_origine"] == Origin.PLACE, PROPOSED, NAMED)
    return np.where(actions["quartiers"] == "", UNPLACED, placed).astype(np.int8)


@dataclass(frozen=True)
class PlacesServed:
    """The places of every row, one after the other: row r has ``many[r]`` of them from
    ``start[r]`` on, in the order in which an amount is shared out."""

    place: npt.NDArray[np.int32]
    start: npt.NDArray[np.int64]
    many: npt.NDArray[np.int64]

    def pairs(
        self, rows: npt.NDArray[np.int64]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Every place of each of those rows: which of the rows, where in ``place``."""
        many = self.many[rows]
        which = np.repeat(np.arange(len(rows)), many)
        rank = np.arange(len(which)) - np.repeat(np.cumsum(many) - many, many)
        return which, self.start[rows][which] + rank

    def shares(
        self, rows: npt.NDArray[np.int64], amounts: npt.NDArray[np.float64]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32], npt.NDArray[np.float64]]:
        """Which of the rows, place, euros: each amount in the parts that its places count."""
        which, where = self.pairs(rows)
        pairs = zip(amounts.tolist(), self.many[rows].tolist(), strict=True)
        told = np.array([equal_parts(*pair) for pair in pairs], dtype=np.float64).reshape(-1, 2)
        first = where == self.start[rows][which]
        return which, self.place[where], np.where(first, told[which, 0], told[which, 1])


def _served(texts: pd.Series, axes: Axes) -> PlacesServed:
    """The places of each row; rows that name the same quarters are read once."""
    code, distinct = pd.factorize(texts)
    found = [_places(str(text), axes) for text in distinct]
    sizes = np.array([len(places) for places in found], dtype=np.int64)
    flat = np.array([place for places in found for place in places], dtype=np.int32)
    many = sizes[code]
    offset = (np.cumsum(sizes) - sizes)[code]
    start = np.cumsum(many) - many
    rank = np.arange(int(many.sum())) - np.repeat(start, many)
    return PlacesServed(flat[np.repeat(offset, many) + rank], start, many)


def _counts(
    served: PlacesServed,
    amounts: npt.NDArray[np.float64],
    codes: dict[str, npt.NDArray[np.int32]],
    axes: Axes,
) -> npt.NDArray[np.int32]:
    """Distinct funded actions by year, pillar and place; the last place counts each once."""
    shape = (len(axes.years), len(axes.pillars), len(axes.place_names) + 1)
    counts = np.zeros(shape, dtype=np.int32)
    funded = np.flatnonzero(amounts)
    which, where = served.pairs(funded)
    _add(counts, codes, funded[which], served.place[where])
    _add(counts, codes, funded, np.full(len(funded), shape[2] - 1, dtype=np.int32))
    return counts


def _shares(
    served: PlacesServed,
    amounts: npt.NDArray[np.float64],
    codes: dict[str, npt.NDArray[np.int32]],
    axes: Axes,
) -> npt.NDArray[np.float64]:
    """Euros at the reference stage as ``counts`` counts: the parts that ``place_amount`` holds,
    by year, pillar and place; the last place holds each amount whole."""
    shape = (len(axes.years), len(axes.pillars), len(axes.place_names) + 1)
    shares = np.zeros(shape)
    rows, places, parts = served.shares(np.arange(len(amounts)), amounts)
    np.add.at(shares, (codes["year"][rows], codes["pillar"][rows], places), parts)
    whole = np.full(len(amounts), shape[2] - 1, dtype=np.int32)
    np.add.at(shares, (codes["year"], codes["pillar"], whole), amounts)
    return shares


def _add(
    counts: npt.NDArray[np.int32],
    codes: dict[str, npt.NDArray[np.int32]],
    rows: npt.NDArray[np.int64],
    places: npt.NDArray[np.int32],
) -> None:
    np.add.at(counts, (codes["year"][rows], codes["pillar"][rows], places), 1)


def _lines(actions: pd.DataFrame, funding: pd.DataFrame, axes: Axes) -> Arrays:
    """The fundings one by one, sorted by action row: row, funder, stage, euros."""
    row_of = pd.Series(np.arange(len(actions)), index=actions["id"])
    lines = funding.assign(rang=funding["action"].map(row_of)).sort_values("rang", kind="stable")
    return {
        "line_row": lines["rang"].to_numpy(dtype=np.int32),
        "line_funder": _indexed(lines["financeur"], axes.funders),
        "line_stage": _indexed(lines["etape"], axes.stages),
        "line_amount": lines["montant"].astype(float).to_numpy(),
    }


def _places(text: str, axes: Axes) -> list[int]:
    last = len(axes.place_names) - 1
    return sorted({axes.places[code] for code in text.split("|") if code}) or [last]


def _codes(actions: pd.DataFrame, axes: Axes) -> dict[str, npt.NDArray[np.int32]]:
    years = actions["annee"].astype(int)
    columns = {
        "year": (years, axes.years),
        "pillar": (actions["pilier"], axes.pillars),
        "holder": (actions["porteur_slug"], tuple(slug for slug, _ in axes.holders)),
        **{name: (actions[name], values) for name, values in axes.marks.items()},
    }
    return {name: _indexed(column, values) for name, (column, values) in columns.items()}


def _indexed(column: pd.Series, values: tuple[object, ...]) -> npt.NDArray[np.int32]:
    return np.asarray(pd.Categorical(column, categories=list(values)).codes, dtype=np.int32)


def _rows_by_place(served: PlacesServed, amounts: npt.NDArray[np.float64], axes: Axes) -> Arrays:
    rows, places, parts = served.shares(np.arange(len(amounts)), amounts)
    order = np.argsort(places, kind="stable")
    sizes = np.bincount(places, minlength=len(axes.place_names))
    return {
        "place_start": np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        "place_rows": rows[order].astype(np.int32),
        "place_amount": parts[order],
    }


def _cube(
    lines: Arrays, served: PlacesServed, codes: dict[str, npt.NDArray[np.int32]], axes: Axes
) -> npt.NDArray[np.float64]:
    shape = tuple(map(len, (axes.years, axes.pillars, axes.place_names, axes.funders, axes.stages)))
    rows = np.asarray(lines["line_row"], dtype=np.int64)
    amounts = np.asarray(lines["line_amount"], dtype=np.float64)
    which, places, parts = served.shares(rows, amounts)
    year, pillar = (codes[name][rows][which] for name in ("year", "pillar"))
    funder, stage = (
        np.asarray(lines[f"line_{name}"], dtype=np.int32)[which] for name in ("funder", "stage")
    )
    cube = np.zeros(shape)
    np.add.at(cube, (year, pillar, places, funder, stage), parts)
    return cube


def check_total(arrays: Arrays, funding: pd.DataFrame) -> None:
    """The cube holds every euro of the fundings, once; ValueError otherwise."""
    cube = float(np.asarray(arrays["cube"], dtype=np.float64).sum())
    listed = float(funding["montant"].astype(float).sum())
    if abs(cube - listed) > 0.01 * max(1, len(funding)) ** 0.5:
        raise ValueError(f"le cube ({cube}) et les financements ({listed}) diffèrent")
