"""Indicator values as dense arrays: indicator × territory × year."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.domain.indicator import Status
from dashboard.domain.rounding import STEPS
from dashboard.publication.axes import Arrays

ABSENT = 255


def arrays_of(
    values: pd.DataFrame, indicators: tuple[str, ...], territories: tuple[str, ...]
) -> tuple[Arrays, dict[str, object]]:
    """The arrays of the values and the axes they follow.

    ``value`` is NaN where nothing is shown; ``status`` indexes the statuses, 255 where no row
    exists; ``step`` indexes the roundings of the sources, the first for none that is said;
    ``origin`` indexes the list of (source, file, note).
    """
    measured = values[values["indicateur"].isin(indicators)]
    years = tuple(sorted(int(year) for year in values["annee"].unique()))
    statuses = tuple(str(item) for item in Status)
    shape = (len(indicators), len(territories), len(years))
    array = np.full(shape, np.nan)
    status = np.full(shape, ABSENT, dtype=np.uint8)
    step = np.zeros(shape, dtype=np.uint8)
    origin = np.zeros(shape, dtype=np.uint16)
    where = (
        _rank(measured["indicateur"], indicators),
        _rank(measured["territoire"], territories),
        _rank(measured["annee"], tuple(str(year) for year in years)),
    )
    array[where] = _numbers(measured["valeur"])
    status[where] = _rank(measured["statut"], statuses)
    step[where] = _rank(measured["pas"], ("", *STEPS))
    origin[where], origins = _origins(measured)
    axes: dict[str, object] = {
        "indicators": indicators,
        "territories": territories,
        "years": years,
        "statuses": statuses,
        "steps": (0.0, *map(float, STEPS)),
        "origins": origins,
    }
    return {"value": array, "status": status, "step": step, "origin": origin}, axes


def _rank(column: pd.Series, values: tuple[str, ...]) -> npt.NDArray[np.int64]:
    return pd.Index(values).get_indexer(pd.Index(column))


def _numbers(column: pd.Series) -> npt.NDArray[np.float64]:
    """The numbers as Python reads them, each distinct text once; NaN for none."""
    codes, texts = pd.factorize(column)
    read = np.array([float(text) if text else np.nan for text in texts], dtype=np.float64)
    return read[codes]


def _origins(values: pd.DataFrame) -> tuple[npt.NDArray[np.int64], tuple[tuple[str, ...], ...]]:
    """Which (source, file, note) each row has, and these by first appearance."""
    columns = ["source", "fichier", "note"]
    codes, found = pd.factorize(pd.MultiIndex.from_frame(values[columns]))
    return codes, tuple(tuple(str(part) for part in item) for item in found)
