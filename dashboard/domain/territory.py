"""A territory: a quarter of the contract, or a wider one that serves as reference."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TerritoryKind(StrEnum):
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
        return self in (TerritoryKind.QPV, TerritoryKind.QVA)

    @property
    def is_wide(self) -> bool:
        """Whether it goes beyond the contract: a département, a region, the country, every QPV."""
        cls = TerritoryKind
        return self in (cls.DEPARTEMENT, cls.REGION, cls.COUNTRY, cls.ALL_QPV)


class Outline(StrEnum):
    """How sure the drawn place is; the values stand in the data files."""

    OFFICIAL = "officiel"
    SIMPLIFIED = "officiel simplifié"
    INDICATIVE = "indicatif"
    APPROXIMATE = "repère approximatif"
    UNKNOWN = "inconnu"


_DOUBT = 3
"""How many times its simplification a line may stand away from the official one, with what the
rounding of coordinates adds: nearer than that no answer is sure."""


@dataclass(frozen=True, slots=True)
class PlaceDrawing:
    """How the place of a quarter is known.

    ``metres`` says by how much an official outline was simplified, where its source does;
    ``reason`` what an approximate mark stands on: « la rue du même nom ».
    """

    outline: Outline
    metres: int | None = None
    reason: str = ""

    @property
    def label(self) -> str:
        """What a map, a legend or a file says of it: « tracé officiel simplifié (5 m) »."""
        metres = f" ({self.metres} m)" if self.metres else ""
        reason = f" : {self.reason}" if self.reason else ""
        return f"{_DRAWN[self.outline]}{metres}{reason}"

    @property
    def doubt(self) -> int:
        """Metres of the line within which no answer is sure; 0 where none is known."""
        return (self.metres or 0) * _DOUBT

    @property
    def limit(self) -> str:
        """What it cannot tell, as a sentence; nothing where it is the official line itself."""
        if self.outline is Outline.SIMPLIFIED:
            near = f"à moins de {self.doubt} m" if self.doubt else "tout près"
            return f"Tracé officiel simplifié : {near} de la ligne, aucune réponse n’est sûre."
        return _LIMITS.get(self.outline, "")


_DRAWN = {
    Outline.OFFICIAL: "tracé officiel",
    Outline.SIMPLIFIED: "tracé officiel simplifié",
    Outline.INDICATIVE: "tracé indicatif",
    Outline.APPROXIMATE: "repère approximatif",
    Outline.UNKNOWN: "emplacement non publié",
}
_LIMITS = {
    Outline.INDICATIVE: (
        "Tracé indicatif : dessiné pour situer le quartier, il ne dit pas si une adresse est "
        "dedans ou dehors. Vérifiez sur sig.ville.gouv.fr."
    ),
    Outline.APPROXIMATE: (
        "Repère approximatif : un point qui situe le quartier, sans tracé ; il ne dit pas où il "
        "commence ni où il finit."
    ),
    Outline.UNKNOWN: (
        "Emplacement non publié : le quartier est un repère numéroté dans sa commune, sans tracé."
    ),
}


@dataclass(frozen=True, slots=True)
class Territory:
    """A place as one generation of perimeters knows it.

    ``at`` and ``of`` hold the name with its preposition, as a sentence needs it
    (« aux Hauts-de-Chambéry », « des Hauts-de-Chambéry »): French cannot be computed from a name.
    ``communes`` holds INSEE codes; a quarter may lie in several. ``simplification`` is in metres.
    ``mark`` numbers a quarter without outline; ``mark_reason`` and ``mark_detail`` say what an
    approximate mark stands on.
    """

    code: str
    name: str
    kind: TerritoryKind
    at: str
    of: str
    generation: str = ""
    valid_from: int | None = None
    valid_to: int | None = None
    communes: tuple[str, ...] = ()
    outline: Outline = Outline.UNKNOWN
    simplification: int | None = None
    successor: str = ""
    source: str = ""
    mark: int | None = None
    mark_reason: str = ""
    mark_detail: str = ""

    def __post_init__(self) -> None:
        if self.kind.is_quarter and not (self.generation and self.communes):
            raise ValueError(f"{self.code}: un quartier a une génération et au moins une commune")

    @property
    def drawing(self) -> PlaceDrawing:
        """How its place is known."""
        return PlaceDrawing(self.outline, self.simplification, self.mark_reason)

    def stands_beside(self, generation: str) -> bool:
        """Whether a wider place may be shown beside quarters of that generation: not one that had
        ceased before, as all the quarters of the perimeters of 2015 had in 2024 (rule 2)."""
        return not generation or self.valid_to is None or self.valid_to >= int(generation)

    @property
    def has_national_statistics(self) -> bool:
        """False for a QVA: INSEE publishes nothing for it (rule 6)."""
        return self.kind is not TerritoryKind.QVA


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place that a line may name: the quarters that hold it, and why.

    ``lon`` and ``lat`` are None where it is known by its name alone; ``aside`` says why its name
    proposes no quarter.
    """

    code: str
    name: str
    kind: str
    reason: str
    quarters: tuple[str, ...] = ()
    lon: float | None = None
    lat: float | None = None
    aside: str = ""
    source: str = ""

    @property
    def pointed(self) -> bool:
        """Whether a point sources where it is."""
        return self.lon is not None and self.lat is not None
