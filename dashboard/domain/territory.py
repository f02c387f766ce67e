"""A territory: a quarter of the contract, or a wider one that serves as reference."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a territory is; the values stand in the data files."""

    QPV = "qpv"
    QVA = "qva"
    COMMUNE = "commune"
    EPCI = "epci"
    DEPARTEMENT = "departement"
    REGION = "region"
    COUNTRY = "pays"
    ALL_QPV = "ensemble_qpv"

    @property
    def is_quarter(self) -> bool:
        """Whether the contract acts there: a QPV or a QVA."""
        return self in (Kind.QPV, Kind.QVA)


class Outline(StrEnum):
    """How sure the drawn place is."""

    OFFICIAL = "officiel"
    INDICATIVE = "indicatif"
    UNKNOWN = "inconnu"


@dataclass(frozen=True, slots=True)
class Territory:
    """A place as one generation of perimeters knows it.

    ``at`` and ``of`` hold the name with its preposition, as a sentence needs it
    (« aux Hauts-de-Chambéry », « des Hauts-de-Chambéry »): French cannot be computed from a name.
    ``communes`` holds INSEE codes; a quarter may lie in several.
    """

    code: str
    name: str
    kind: Kind
    at: str
    of: str
    generation: str = ""
    valid_from: int | None = None
    valid_to: int | None = None
    communes: tuple[str, ...] = ()
    outline: Outline = Outline.UNKNOWN
    successor: str = ""
    source: str = ""
    mark: int | None = None

    def __post_init__(self) -> None:
        if self.kind.is_quarter and not (self.generation and self.communes):
            raise ValueError(f"{self.code}: un quartier a une génération et au moins une commune")

    @property
    def has_national_statistics(self) -> bool:
        """False for a QVA: INSEE publishes nothing for it (rule 6)."""
        return self.kind is not Kind.QVA
