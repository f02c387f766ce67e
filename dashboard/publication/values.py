"""Indicator values as dense arrays: indicator × territory × year."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.domain.indicator import Status
from dashboard.publication.money import Arrays

ABSENT = 255


def arrays_of(
    values: pd.DataFrame, indicators: tuple[str, ...], territories: tuple[str, ...]
) -> tuple[Arrays, dict[str, object]]:
    """The arrays of the values and the axes they follow.

    ``value`` is NaN where nothing is shown; ``status`` indexes the statuses, 255 where no row
    exists; ``origin`` indexes the list of (source, file, note).
    """
    years = tuple(sorted({int(year) for year in values["annee"]}))
    shape = (len(indicators), len(territories), len(years))
    array = np.full(shape, np.nan)
    status = np.full(shape, ABSENT, dtype=np.uint8)
    origin = np.zeros(shape, dtype=np.uint16)
    origins: dict[tuple[str, str, str], int] = {}
    rank = {
        "indicator": {slug: i for i, slug in enumerate(indicators)},
        "territory": {code: i for i, code in enumerate(territories)},
    }
    statuses = {str(item): i for i, item in enumerate(Status)}
    columns = ("indicateur", "territoire", "annee", "valeur", "statut", "source", "fichier", "note")
    for row in zip(*(values[column] for column in columns), strict=True):
        slug, code, year, value, known, source, file, note = row
        if slug not in rank["indicator"]:
            continue
        where = (rank["indicator"][slug], rank["territory"][code], years.index(int(year)))
        array[where] = float(value) if value else np.nan
        status[where] = statuses[known]
        origin[where] = origins.setdefault((source, file, note), len(origins))
    axes: dict[str, object] = {
        "indicators": indicators,
        "territories": territories,
        "years": years,
        "statuses": tuple(str(item) for item in Status),
        "origins": tuple(origins),
    }
    return {"value": array, "status": status, "origin": origin}, axes
