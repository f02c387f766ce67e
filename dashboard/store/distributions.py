"""The values of an indicator over all the quarters of the country, by year and perimeters."""

from __future__ import annotations

from dashboard.domain.distribution import Distribution
from dashboard.domain.indicator import Indicator
from dashboard.store.archive import Archive


def last(archive: Archive, indicator: Indicator, generation: str, year: int) -> Distribution | None:
    """The last distribution up to that year over the quarters of that generation; None where the
    publication holds none."""
    rows = archive.query(
        "select * from repartitions where indicateur = ? and perimetre = ?"
        " and cast(annee as integer) <= ? order by cast(annee as integer) desc limit 1",
        (indicator.slug, generation, year),
    )
    return _distribution(indicator, rows[0]) if rows else None


def _distribution(indicator: Indicator, row: dict[str, str]) -> Distribution:
    return Distribution(
        indicator,
        int(row["annee"]),
        row["perimetre"],
        int(row["quartiers"]),
        int(row["publies"]),
        tuple(float(value) for value in row["centiles"].split("|")),
        row["source"],
    )
