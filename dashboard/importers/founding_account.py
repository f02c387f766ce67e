"""What a founding took of the files that were given, or why it took nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain import french
from dashboard.importers.founding_quarters import FoundedTerritory, Quarter, ToldFeature
from dashboard.importers.imported import Refused, refuse

ToldFile = tuple[str, Sequence[ToldFeature]]
"""A file by its name, and what each of its features tells."""


@dataclass(frozen=True, slots=True)
class Founded:
    """What a founding took: its quarters as one names them; by file that says no agglomeration,
    the codes of those that its communes or its outlines gave; the codes of those whose file names
    no commune."""

    quarters: tuple[str, ...]
    by_commune: tuple[tuple[str, tuple[str, ...]], ...]
    by_outline: tuple[str, ...]


def account_of(told: Sequence[ToldFile], quarters: Sequence[Quarter]) -> Founded:
    """What was taken of those files, the quarters being those of the territory."""
    codes = {quarter.code for quarter in quarters}
    held = [(name, [one for one in some if one.quarter.code in codes]) for name, some in told]
    silent = [
        (name, some)
        for (name, some), (_, every) in zip(held, told, strict=True)
        if not any(one.sirens for one in every) and some
    ]
    unsited = [one.quarter.code for _, some in held for one in some if not one.quarter.communes]
    return Founded(
        tuple(f"{quarter.name} ({quarter.code})" for quarter in quarters),
        tuple((name, tuple(one.quarter.code for one in some)) for name, some in silent),
        tuple(dict.fromkeys(unsited)),
    )


def nothing_found(told: Sequence[ToldFile], who: FoundedTerritory) -> Refused:
    """Why no quarter is of the agglomeration: what each file leaves unsaid, else its SIREN."""
    message = f"aucun quartier de l’agglomération {who.siren} n’est dans ces contours."
    remedy = "Vérifiez le SIREN, ou donnez ses communes (--commune)."
    silent = [name for name, some in told if not any(one.sirens for one in some)]
    if len(silent) == len(told):
        remedy = (
            f"{_unsaid(told)} Donnez les contours de 2024 que publie l’ANCT (siren_epci), une "
            "table des communes (codgeo, libgeo, epci), ou chaque commune : "
            '--commune "73011 Albertville".'
        )
    return refuse(french.listed([name for name, _ in told]), message, remedy)


def _unsaid(told: Sequence[ToldFile]) -> str:
    nowhere = [name for name, some in told if not any(one.quarter.communes for one in some)]
    if not nowhere:
        return "Aucun ne dit l’intercommunalité."
    return f"Aucun ne dit l’intercommunalité, et {french.listed(nowhere)} aucune commune."
