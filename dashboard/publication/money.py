"""Actions and money as arrays: the cube of what adds up, the rows of what is counted once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.domain.funding import share_out
from dashboard.publication.axes import Axes

Arrays = dict[str, npt.NDArray[np.generic]]


def sort_actions(actions: pd.DataFrame, funding: pd.DataFrame, stage: str) -> pd.DataFrame:
    """The actions with their amount at the reference stage, by year then amount, as rows lie."""
    amounts = funding.assign(montant=funding["montant"].astype(float))
    at_stage = amounts[amounts["etape"] == stage].groupby("action")["montant"].sum()
    actions = actions.assign(montant=actions["id"].map(at_stage).fillna(0.0))
    return actions.sort_values(
        ["annee", "montant", "id"], ascending=[True, False, True]
    ).reset_index(drop=True)


def arrays_of(actions: pd.DataFrame, funding: pd.DataFrame, axes: Axes) -> Arrays:
    """Every array of the money side, ready to be saved.

    ``cube``: euros by year, pillar, place, funder and stage. ``year_start``: first row of each
    year and the end. ``place_start``, ``place_rows``, ``place_amount``: the rows of each place
    and their part of the amount at the reference stage.
    """
    quarters = [_places(text, axes) for text in actions["quartiers"]]
    codes = _codes(actions, axes)
    arrays: Arrays = {f"row_{name}": column for name, column in codes.items()}
    arrays["row_amount"] = actions["montant"].to_numpy(dtype=np.float64)
    arrays["row_places"] = np.array([len(found) for found in quarters], dtype=np.int16)
    years = codes["year"]
    arrays["year_start"] = np.searchsorted(years, np.arange(len(axes.years) + 1)).astype(np.int64)
    arrays.update(_rows_by_place(quarters, actions["montant"].tolist(), axes))
    arrays["cube"] = _cube(actions, funding, quarters, codes, axes)
    arrays["counts"] = _counts(quarters, actions["montant"].tolist(), codes, axes)
    arrays.update(_lines(actions, funding, axes))
    return arrays


def _counts(
    quarters: list[list[int]],
    amounts: list[float],
    codes: dict[str, npt.NDArray[np.int32]],
    axes: Axes,
) -> npt.NDArray[np.int32]:
    """Distinct funded actions by year, pillar and place; the last place counts each once."""
    everywhere = len(axes.place_names)
    counts = np.zeros((len(axes.years), len(axes.pillars), everywhere + 1), dtype=np.int32)
    for row, (places, amount) in enumerate(zip(quarters, amounts, strict=True)):
        if not amount:
            continue
        year, pillar = codes["year"][row], codes["pillar"][row]
        counts[year, pillar, everywhere] += 1
        for place in places:
            counts[year, pillar, place] += 1
    return counts


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
        "theme": (actions["theme"], axes.themes),
        "holder": (actions["porteur_slug"], tuple(slug for slug, _ in axes.holders)),
        "public": (actions["public"], axes.publics),
        "age": (actions["age"], axes.ages),
    }
    return {name: _indexed(column, values) for name, (column, values) in columns.items()}


def _indexed(column: pd.Series, values: tuple[object, ...]) -> npt.NDArray[np.int32]:
    return np.asarray(pd.Categorical(column, categories=list(values)).codes, dtype=np.int32)


def _rows_by_place(quarters: list[list[int]], amounts: list[float], axes: Axes) -> Arrays:
    buckets: list[list[tuple[int, float]]] = [[] for _ in axes.place_names]
    for row, (places, amount) in enumerate(zip(quarters, amounts, strict=True)):
        shares = share_out(amount, [str(place) for place in places])
        for place in places:
            buckets[place].append((row, shares[str(place)]))
    return {
        "place_start": np.cumsum([0, *(len(bucket) for bucket in buckets)]).astype(np.int64),
        "place_rows": np.array([row for b in buckets for row, _ in b], dtype=np.int32),
        "place_amount": np.array([part for b in buckets for _, part in b], dtype=np.float64),
    }


def _cube(
    actions: pd.DataFrame,
    funding: pd.DataFrame,
    quarters: list[list[int]],
    codes: dict[str, npt.NDArray[np.int32]],
    axes: Axes,
) -> npt.NDArray[np.float64]:
    shape = (
        len(axes.years),
        len(axes.pillars),
        len(axes.place_names),
        len(axes.funders),
        len(axes.stages),
    )
    cube = np.zeros(shape)
    row_of = {code: row for row, code in enumerate(actions["id"])}
    funder = {code: index for index, code in enumerate(axes.funders)}
    stage = {code: index for index, code in enumerate(axes.stages)}
    columns = (funding["action"], funding["financeur"], funding["etape"], funding["montant"])
    for action, who, when, amount in zip(*columns, strict=True):
        row = row_of[action]
        places = quarters[row]
        shares = share_out(float(amount), [str(place) for place in places])
        for place in places:
            where = (codes["year"][row], codes["pillar"][row], place, funder[who], stage[when])
            cube[where] += shares[str(place)]
    return cube


def check_total(arrays: Arrays, funding: pd.DataFrame) -> None:
    """The cube holds every euro of the fundings, once; ValueError otherwise."""
    cube = float(np.asarray(arrays["cube"], dtype=np.float64).sum())
    listed = float(funding["montant"].astype(float).sum())
    if abs(cube - listed) > 0.01 * max(1, len(funding)) ** 0.5:
        raise ValueError(f"le cube ({cube}) et les financements ({listed}) diffèrent")
