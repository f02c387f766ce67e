"""The quarters of the country most like each of ours, as published."""

from __future__ import annotations

from dashboard.domain.likeness import Companion, Company
from dashboard.store.archive import Archive


def company(archive: Archive, code: str) -> Company | None:
    """The quarters most like that one; None where the publication holds none."""
    rows = [row for row in archive.document("semblables") if row["quartier"] == code]
    own, *others = sorted(rows, key=lambda row: int(row["rang"])) or (None,)
    if own is None or not others:
        return None
    names = ("annee_population", "annee_jeunesse", "annee_pauvrete")
    population, youth, poverty = (int(own[name]) for name in names)
    return Company(
        _companion(own),
        tuple(map(_companion, others)),
        (population, youth, poverty),
        int(own["compares"]),
        tuple(own["source"].split("|")),
    )


def _companion(row: dict[str, str]) -> Companion:
    names = ("population", "indice_jeunesse", "taux_pauvrete")
    population, youth, poverty = (float(row[name]) for name in names)
    return Companion(
        row["code"],
        row["nom"],
        row["communes"],
        (population, youth, poverty),
        float(row["distance"]),
    )
