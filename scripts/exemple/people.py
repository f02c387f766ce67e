"""Participations planned and counted, by women and men and by age: some too few to be shown."""

from __future__ import annotations

from random import Random

from scripts.exemple.actions import ActionYear, known_until
from scripts.exemple.base import RawRow, draw

BANDS = ("0-10 ans", "11-14 ans", "15-17 ans", "18-25 ans", "26-64 ans", "65 ans et plus")
_BY_AGE: dict[str, tuple[int, ...]] = {
    "préadolescence": (2, 9, 1, 0, 0, 0),
    "adolescence": (0, 3, 9, 2, 0, 0),
    "jeunesse": (0, 0, 2, 9, 1, 0),
    "adulte": (0, 0, 0, 2, 9, 1),
}
_BY_PUBLIC: dict[str, tuple[int, ...]] = {
    "enfants": (9, 2, 0, 0, 0, 0),
    "seniors": (0, 0, 0, 0, 2, 9),
    "familles": (5, 2, 1, 1, 6, 1),
}
_ENTRIES = 1.6
"""Participations for one of the people that a model expects."""
_ALL_AGES = (2, 2, 2, 3, 6, 2)


def rows(lines: tuple[ActionYear, ...]) -> list[RawRow]:
    """The rows of beneficiaires.csv; each axis (sex, age) splits the same total."""
    random = draw("participations")
    return [row for line in lines for row in _of_action(line, random)]


def _of_action(line: ActionYear, random: Random) -> list[RawRow]:
    told = random.random() < 0.78
    if not told or line.refused or line.model.size[1] == 0:
        return []
    planned = round(_ENTRIES * random.randint(*line.model.size))
    found = _measured(line, "prévu", planned, random)
    if known_until(line) or random.random() < 0.3:
        real = max(3, round(planned * random.uniform(0.55, 1.15)))
        found += _measured(line, "réel", real, random)
    return found


def _measured(line: ActionYear, measure: str, total: int, random: Random) -> list[RawRow]:
    weights = _BY_AGE.get(line.model.age) or _BY_PUBLIC.get(line.model.public, _ALL_AGES)
    women = min(total, max(0, round(total * line.model.women * random.uniform(0.85, 1.15))))
    bands = _split(total, [weight * random.uniform(0.7, 1.3) for weight in weights])
    base = {"action": line.code, "mesure": measure}
    return [
        base | {"nombre": total},
        base | {"sexe": "femmes", "nombre": women},
        base | {"sexe": "hommes", "nombre": total - women},
        *(
            base | {"tranche": band, "nombre": count}
            for band, count in zip(BANDS, bands, strict=True)
            if count
        ),
    ]


def _split(total: int, weights: list[float]) -> list[int]:
    """Whole parts of a total by weight; what rounding leaves goes to the heaviest."""
    parts = [int(total * weight / sum(weights)) for weight in weights]
    parts[weights.index(max(weights))] += total - sum(parts)
    return parts
