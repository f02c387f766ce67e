"""The essential data of the agglomeration's own subsidies: most are whole, a few lack something."""

from __future__ import annotations

from dashboard.domain.siret import luhn
from scripts.exemple import life
from scripts.exemple.base import SOURCE, RawRow, draw
from scripts.exemple.catalogue_actions import HOLDERS

GIVER = "Auzelande Agglomération"
SIREN = "000099900"
"""No body has a number that begins with four zeros."""


def giver_siret() -> str:
    """The SIRET of the agglomeration: it has its key, and is nobody's."""
    siren = _keyed(SIREN[:-1])
    return _keyed(f"{siren}0001")


def _keyed(digits: str) -> str:
    return next(f"{digits}{key}" for key in range(10) if luhn(f"{digits}{key}"))


def rows() -> list[RawRow]:
    """The rows of conventions_agglomeration.csv, one a subsidy; an association has an RNA number
    that no prefecture gives, one line in ten has no date."""
    random = draw("conventions")
    associations = {
        holder.name: f"W999{rank:06d}"
        for rank, holder in enumerate(HOLDERS, start=1)
        if holder.nature == "association"
    }
    found: list[RawRow] = []
    for subsidy in life.subsidies():
        year = int(str(subsidy["annee"]))
        month, phased = random.randint(2, 6), random.random() < 0.3
        day, undated = random.randint(1, 28), random.random() < 0.1
        paid = f"{year}-{month + 1:02d}-15"
        found.append(
            {
                "subvention": subsidy["id"],
                "annee": year,
                "attribuant": GIVER,
                "attribuant_siret": giver_siret(),
                "date_convention": "" if undated else f"{year}-{month:02d}-{day:02d}",
                "reference": f"{year}-{month:02d}-{day:03d}",
                "rna": associations.get(str(subsidy["porteur"]), ""),
                "nature": "aide en numéraire",
                "conditions": "échelonné" if phased else "unique",
                "versement": f"{paid}/{year}-12-15" if phased else paid,
                "notification_ue": False,
                "part": 1,
                "source": SOURCE,
            }
        )
    return found
