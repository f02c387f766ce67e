"""A pillar of a contract, and the grid that a generation of the contract gives itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pillar:
    """One pillar (or axis) of one grid.

    ``slug`` stands in addresses, ``role`` names the colour that the tokens give it.
    ``thematic`` is false for what is no pillar of the contract: steering, unclassed lines.
    ``indicator`` is the slug of the one shown where the pillar is chosen; empty: none of its own.
    """

    slug: str
    name: str
    short: str
    role: str
    thematic: bool = True
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class PillarGrid:
    """The pillars of one generation, in the order of the contract."""

    code: str
    pillars: tuple[Pillar, ...]
    complete: bool = True
    note: str = ""

    def __post_init__(self) -> None:
        slugs = [pillar.slug for pillar in self.pillars]
        if len(set(slugs)) != len(slugs):
            raise ValueError(f"grille {self.code}: un pilier est nommé deux fois")

    def find(self, slug: str) -> Pillar:
        """The pillar of that slug; KeyError where the grid has none."""
        for pillar in self.pillars:
            if pillar.slug == slug:
                return pillar
        raise KeyError(slug)
