"""Actions of ten years: those that go on keep their title and their holder, so have a history."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from random import Random

from scripts.exemple.base import LAST_YEAR, SOURCE, YEARS, RawRow, draw
from scripts.exemple.catalogue_actions import HOLDERS, MODELS, PERSON, PILLAR_OF, Holder, Model
from scripts.exemple.places import QUARTER, QUARTERS

COUNTS = dict(zip(YEARS, (58, 60, 61, 59, 62, 60, 57, 61, 63, 60), strict=True))
REFUSED_A_YEAR = 2
_KEPT = 0.8
_OFTEN_FUNDED = {"emploi": 2.2, "developpement-economique": 1.6, "cadre-de-vie": 1.5, "pilotage": 3}


@dataclass(frozen=True, slots=True)
class ActionYear:
    """One action of one year, before its money and its people."""

    code: str
    year: int
    title: str
    holder: Holder
    model: Model
    quarters: tuple[str, ...]
    quarter_origin: str
    cost: int
    rank: int
    lasts: int
    refused: bool = False
    ended: bool = False

    @property
    def multi_year(self) -> str:
        """« 2/3 » for the second year of a convention of three, else empty."""
        return f"{(self.rank - 1) % 3 + 1}/3" if self.lasts == 3 else ""

    @property
    def renewal(self) -> str:
        """Whether the action is new, goes on or stops after that year."""
        if self.ended and self.rank > 1:
            return "terminée"
        return "nouvelle" if self.rank == 1 else "renouvelée"


@dataclass(slots=True)
class _Draft:
    """What the draw remembers: titles taken, holders and quarters already served."""

    random: Random
    titles: set[str] = field(default_factory=set)
    holders: Counter[str] = field(default_factory=Counter)
    quarters: Counter[str] = field(default_factory=Counter)

    def remember(self, line: ActionYear) -> None:
        """Count a line that is kept."""
        self.titles.add(line.title)
        self.holders[line.holder.code] += 1
        self.quarters.update(line.quarters)


def lines() -> tuple[ActionYear, ...]:
    """Every action of every year, year by year, with codes that number them within the year."""
    draft = _Draft(draw("actions"))
    found: list[ActionYear] = []
    current: list[ActionYear] = []
    for year in YEARS:
        kept = [line for old in current if (line := _next_year(old, year, draft.random))]
        fresh = _fresh(year, COUNTS[year] - len(kept), draft)
        found += _closed(current, kept)
        current = _numbered(year, [*kept, *fresh])
    return (*found, *current)


def _closed(lines_of_year: list[ActionYear], kept: list[ActionYear]) -> list[ActionYear]:
    going_on = {line.title for line in kept}
    return [replace(line, ended=line.title not in going_on) for line in lines_of_year]


def _numbered(year: int, lines_of_year: list[ActionYear]) -> list[ActionYear]:
    return [
        replace(line, code=f"EX-{year}-{position:03d}")
        for position, line in enumerate(lines_of_year, start=1)
    ]


def _next_year(old: ActionYear, year: int, random: Random) -> ActionYear | None:
    """The same action a year later, or None where it stops."""
    in_convention = old.lasts == 3 and old.rank % 3
    chance = random.random()
    if old.refused or old.holder is PERSON or (chance > _KEPT and not in_convention):
        return None
    quarters = tuple(dict.fromkeys(_of_generation(code, year) for code in old.quarters))
    if old.quarters and not any(quarters):
        return None
    cost = round(old.cost * random.uniform(0.93, 1.12) / 100) * 100
    return replace(
        old, year=year, quarters=tuple(filter(None, quarters)), cost=cost, rank=old.rank + 1
    )


def _of_generation(code: str, year: int) -> str:
    """The quarter in the perimeters of that year; empty where nothing succeeds it."""
    quarter = QUARTER[code]
    return quarter.successor if year >= 2024 and quarter.generation == "2015" else code


def _fresh(year: int, wanted: int, draft: _Draft) -> list[ActionYear]:
    found: list[ActionYear] = []
    if year in (2019, 2021):
        found.append(_personal(year))
    while len(found) < wanted:
        line = _new_line(year, draft)
        if line.title not in draft.titles:
            draft.remember(line)
            refused = wanted - len(found) <= REFUSED_A_YEAR
            found.append(replace(line, refused=refused, lasts=1 if refused else line.lasts))
    return found


def _personal(year: int) -> ActionYear:
    model = next(model for model in MODELS if model.title == "Atelier vélo et réparation")
    title = f"Bourse d’initiative de {PERSON.name}, {year}"
    return ActionYear("", year, title, PERSON, model, ("QP099002",), "officiel", 2_400, 1, 1)


def _new_line(year: int, draft: _Draft) -> ActionYear:
    random = draft.random
    weights = [_OFTEN_FUNDED.get(model.theme, 1.0) for model in MODELS]
    model = random.choices(MODELS, weights)[0]
    quarters = _places(model, year, draft)
    holder = _holder(model, quarters, draft)
    title, origin = _named(model, quarters, holder, random)
    cost = round(random.uniform(*model.cost) / 100) * 100
    lasts = 3 if random.random() < 0.14 else 1
    return ActionYear("", year, title, holder, model, quarters, origin, cost, 1, lasts)


def _places(model: Model, year: int, draft: _Draft) -> tuple[str, ...]:
    generation = "2024" if year >= 2024 else "2015"
    pool = [quarter for quarter in QUARTERS if quarter.generation == generation]
    if model.scope == "aucun":
        return ()
    if model.scope == "un":
        weights = [item.share * (1 if draft.quarters[item.code] else 6) for item in pool]
        return (draft.random.choices(pool, weights)[0].code,)
    served = [quarter.code for quarter in pool if quarter.kind == "qpv"]
    return tuple(sorted(draft.random.sample(served, draft.random.choice((2, 2, 3, 4, 6)))))


def _holder(model: Model, quarters: tuple[str, ...], draft: _Draft) -> Holder:
    """A holder of that theme, at home there if it has a home, among the least asked so far."""
    able = [item for item in HOLDERS if model.theme in item.themes]
    near = [item for item in able if not item.home or item.home in _roots(quarters)] or able
    fewest = min(draft.holders[item.code] for item in near)
    return draft.random.choice([h for h in near if draft.holders[h.code] <= fewest + 1])


def _roots(quarters: tuple[str, ...]) -> set[str]:
    before = {item.successor: item.code for item in QUARTERS if item.successor}
    return {before.get(code, code) for code in quarters}


def _named(
    model: Model, quarters: tuple[str, ...], holder: Holder, random: Random
) -> tuple[str, str]:
    """The title and where the quarter comes from; a second holder of a title names itself."""
    if not quarters:
        return f"{model.title} ({holder.name})" if random.random() < 0.3 else model.title, ""
    if len(quarters) > 1:
        return f"{model.title}, {len(quarters)} quartiers", "officiel"
    title = f"{model.title} {QUARTER[quarters[0]].at}"
    if holder.nature == "association" and holder.home in _roots(quarters):
        return title, "nom du porteur"
    return title, "nommé dans l’intitulé" if random.random() < 0.35 else "officiel"


def rows(found: tuple[ActionYear, ...]) -> list[tuple[ActionYear, RawRow]]:
    """The rows of actions.csv, each with its line, which knows its quarters."""
    return [(line, _row(line)) for line in found]


def _row(line: ActionYear) -> RawRow:
    number = int(line.code[-3:])
    return {
        "id": line.code,
        "annee": line.year,
        "porteur": line.holder.name,
        "porteur_id": line.holder.code,
        "porteur_nature": line.holder.nature,
        "pilier": PILLAR_OF[line.model.theme],
        "pilier_origine": "officiel",
        "theme": line.model.theme,
        "theme_origine": "officiel",
        "public": line.model.public,
        "age": line.model.age,
        "age_origine": "officiel" if line.model.age else "",
        "reconduction": line.renewal,
        "pluriannuel": line.multi_year,
        "perimetre": "certain",
        "complement": number % 47 == 0,
        "tronque": False,
        "montant_corrige": number % 53 == 0,
        "service": "Service fictif de la politique de la ville",
        "dispositif": "Convention pluriannuelle" if line.multi_year else "Appel à projets",
        "source": SOURCE,
        "intitule_brut": f"{line.year} - {line.title}",
    }


def known_until(line: ActionYear) -> bool:
    """Whether the year of the action is over, so that its results may be known."""
    return line.year < LAST_YEAR
