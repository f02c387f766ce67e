"""« Subventions » of the Socle commun des données locales: its columns, what each demands.

Schema 2.1.1, published on schema.data.gouv.fr; the custom checks of its authors are held too: a
SIRET that has its key, a beneficiary that has a SIRET or an RNA number.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.domain.siret import is_siret

VERSION = "2.1.1"
SCHEMA = f"https://schema.data.gouv.fr/scdl/subventions/{VERSION}/documentation.html"
THRESHOLD = 23_000
"""Euros a year to one body of private law, beyond which the agreement is public (loi 2000-321)."""

NATURES = ("aide en numéraire", "aide en nature")
LONGEST = 256


def _any(text: str) -> bool:
    return True


def _is_date(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_period(text: str) -> bool:
    parts = text.split("/")
    return len(parts) <= 2 and all(map(_is_date, parts))


def _is_part(text: str) -> bool:
    return bool(re.fullmatch(r"\d(\.\d+)?", text)) and 0.01 <= float(text) <= 1


def _is_nature(text: str) -> bool:
    parts = text.split(";")
    return set(parts) <= set(NATURES) and len(set(parts)) == len(parts)


def _is_short(text: str) -> bool:
    return len(text) <= LONGEST


@dataclass(frozen=True, slots=True)
class ScdlColumn:
    """A column of the file: its name, what it is in French, whether a line may leave it empty,
    what its text must be."""

    name: str
    said: str
    required: bool = False
    fits: Callable[[str], object] = _any


COLUMNS = (
    ScdlColumn("nomAttribuant", "nom de l’attribuant", True),
    ScdlColumn("idAttribuant", "SIRET de l’attribuant", True, is_siret),
    ScdlColumn("dateConvention", "date de la convention", True, _is_date),
    ScdlColumn("referenceDecision", "référence de la décision"),
    ScdlColumn("nomBeneficiaire", "nom du bénéficiaire", True),
    ScdlColumn("idBeneficiaire", "SIRET du bénéficiaire", False, is_siret),
    ScdlColumn(
        "rnaBeneficiaire", "numéro RNA", False, lambda text: bool(re.fullmatch(r"W\d{9}", text))
    ),
    ScdlColumn("objet", "objet", True, _is_short),
    ScdlColumn("montant", "montant", True),
    ScdlColumn("nature", "nature", True, _is_nature),
    ScdlColumn("conditionsVersement", "conditions de versement", True, _is_short),
    ScdlColumn("datesPeriodeVersement", "dates de versement", True, _is_period),
    ScdlColumn("idRAE", "numéro RAE", False, lambda text: len(text) <= 5),
    ScdlColumn("notificationUE", "notification à l’Union européenne", True, ("oui", "non").count),
    ScdlColumn("pourcentageSubvention", "part du bénéficiaire", True, _is_part),
    ScdlColumn("dispositifAide", "dispositif d’aide"),
)
NOBODY = "bénéficiaire sans SIRET ni numéro RNA"


@dataclass(frozen=True, slots=True)
class Essential:
    """A subsidy as the schema asks it: a text by column, empty where the source says nothing.

    ``amount`` in euros; ``source`` is the identifier of the source of the line.
    """

    cells: Mapping[str, str]
    amount: float
    source: str

    @property
    def holder(self) -> str:
        """The name of the beneficiary, as published."""
        return self.cells["nomBeneficiaire"]

    @property
    def siret(self) -> str:
        """The SIRET of the beneficiary; empty where it is not known."""
        return self.cells["idBeneficiaire"]

    @property
    def faults(self) -> tuple[str, ...]:
        """Why the schema refuses the line, reason by reason: « sans date de la convention »; empty
        where it takes it."""
        found = [self._fault(column) for column in COLUMNS]
        named = self.siret or self.cells["rnaBeneficiaire"]
        return tuple(said for said in (*found, "" if named else NOBODY) if said)

    def _fault(self, column: ScdlColumn) -> str:
        text = self.cells[column.name]
        if not text:
            return f"sans {column.said}" if column.required else ""
        return "" if column.fits(text) else f"{column.said} hors format"


@dataclass(frozen=True, slots=True)
class Holder:
    """What one beneficiary received in one year: how many subsidies, euros in all."""

    name: str
    siret: str
    count: int
    amount: float

    @property
    def is_above(self) -> bool:
        """Whether that is more than the threshold."""
        return self.amount > THRESHOLD
