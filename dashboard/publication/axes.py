"""The axes of the money cube and of the rows, in a fixed order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.domain import french, path
from dashboard.domain.funding import NO_QUARTER, Stage
from dashboard.domain.settings import Settings
from dashboard.publication.sources import Sources
from dashboard.schema import TABLES

Arrays = dict[str, npt.NDArray[np.generic]]
"""What a publication writes apart, a file each, by their names."""
UNNAMED, SAID_UNNAMED = "Porteur non nommé", "Nom absent de la source"
"""What the address of a holder without a name has always been made of, and what is said of it."""
HIDDEN_PERSON = "Bénéficiaire (personne physique)"
_SAID = {"age": [*path.STEPS]}
"""Marks whose values have an order of their own."""
PERSON = "personne physique"
"""The nature of a holder who is never named."""


@dataclass(frozen=True)
class Axes:
    """What each index of the arrays stands for.

    ``places`` maps every code of a quarter to its place: a quarter keeps its place when a new
    generation of perimeters succeeds it, so that its actions go on. The last place is « non
    ventilé ». ``marks``: by column, the values met, the empty one last.
    """

    years: tuple[int, ...]
    pillars: tuple[str, ...]
    holders: tuple[tuple[str, str], ...]
    marks: dict[str, tuple[str, ...]]
    place_names: tuple[str, ...]
    places: dict[str, int]
    funders: tuple[str, ...]
    stages: tuple[str, ...]

    def document(self) -> dict[str, object]:
        """The axes as they are frozen."""
        return {
            "years": self.years,
            "pillars": self.pillars,
            "holders": self.holders,
            "marks": self.marks,
            "place_names": self.place_names,
            "places": self.places,
            "funders": self.funders,
            "stages": self.stages,
        }


def hide_persons(actions: pd.DataFrame) -> pd.DataFrame:
    """The actions with every natural person unnamed (rule 8), and each holder given its slug."""
    actions = actions.copy()
    persons = actions["porteur_nature"] == PERSON
    actions.loc[persons, "porteur"] = HIDDEN_PERSON
    actions.loc[persons, "porteur_id"] = "personne-physique"
    for column in ("intitule", "intitule_brut"):
        if column in actions:
            actions.loc[persons, column] = "Aide individuelle"
    unnamed = actions["porteur"] == ""
    actions.loc[unnamed, "porteur"] = (
        f"{UNNAMED} (SIREN " + actions.loc[unnamed, "porteur_id"] + ")"
    )
    keys = actions["porteur_id"].where(actions["porteur_id"] != "", actions["porteur"])
    names = _commonest(keys, actions["porteur"])
    actions["porteur_slug"] = keys.map(_slugs(names))
    actions["porteur"] = keys.map(names.str.replace(UNNAMED, SAID_UNNAMED, regex=False))
    return actions


def _commonest(keys: pd.Series, names: pd.Series) -> pd.Series:
    """The name that each key bears most often, the first of those that it bears as often."""
    told = pd.DataFrame({"key": keys, "name": names}).groupby(["key", "name"], sort=False).size()
    most = told.sort_values(ascending=False, kind="stable").reset_index("name")
    return most.groupby(level="key")["name"].first()


def _slugs(names: pd.Series) -> dict[str, str]:
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key, name in sorted(names.items(), key=lambda item: str(item[0])):
        slug = french.slug(str(name))[:60].strip("-") or "porteur"
        while slug in taken:
            slug = f"{slug}-{french.slug(str(key))}"
        taken.add(slug)
        found[str(key)] = slug
    return found


def places_of(sources: Sources) -> tuple[tuple[str, ...], dict[str, int]]:
    """The name of each place (code of its oldest quarter), and the place of each quarter."""
    rows = [row for row in sources.rows("territoires") if row["genre"] in ("qpv", "qva")]
    succeeded = {row["successeur"]: row["code"] for row in rows if row["successeur"]}
    roots: dict[str, str] = {}
    for row in rows:
        root = row["code"]
        for _ in rows:
            root = succeeded.get(root, root)
        roots[row["code"]] = root
    names = tuple(dict.fromkeys(roots[row["code"]] for row in rows))
    index = {name: position for position, name in enumerate(names)}
    return (*names, NO_QUARTER), {code: index[root] for code, root in roots.items()}


def axes_of(sources: Sources, actions: pd.DataFrame) -> Axes:
    """The axes of these sources; ``actions`` already went through ``readable``."""
    names, places = places_of(sources)
    holders = actions.drop_duplicates("porteur_slug").sort_values("porteur")
    return Axes(
        years=_years(sources, actions),
        pillars=pillars_of(sources.settings, actions),
        holders=tuple(zip(holders["porteur_slug"], holders["porteur_lisible"], strict=True)),
        marks=_marks(sources, actions),
        place_names=names,
        places=places,
        funders=tuple(row["code"] for row in sources.rows("financeurs")),
        stages=tuple(str(stage) for stage in Stage),
    )


def pillars_of(settings: Settings, actions: pd.DataFrame) -> tuple[str, ...]:
    """The slugs of the first contract, then those of later ones that a line bears."""
    borne = set(actions["pilier"].unique())
    own = {pillar.slug for pillar in settings.contracts[0].grid.pillars}
    return tuple(one.slug for one in settings.pillars if one.slug in own | borne)


def _years(sources: Sources, actions: pd.DataFrame) -> tuple[int, ...]:
    """The years of the actions; without any, those of the indicators, else a contract's first."""
    tables = (actions, sources.table("indicateurs"))
    found = (set(table["annee"]) for table in tables if not table.empty)
    return tuple(sorted(int(year) for year in next(found, {_first_year(sources)})))


def _first_year(sources: Sources) -> int:
    """That of the first contract whose perimeters have a quarter here; else that of the first."""
    perimeters = {row["generation"] for row in sources.rows("territoires")}
    contracts = sources.settings.contracts
    own = (one for one in contracts if one.perimeters in perimeters)
    return next(own, contracts[0]).first_year


def _marks(sources: Sources, actions: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """The values of each column that marks the lines, in the order in which one says them."""
    known = {**_SAID, "theme": [theme["slug"] for theme in sources.themes]}
    return {
        name: _ordered(known.get(name, []), actions[name])
        for name in TABLES["actions"].marks
        if name in actions
    }


def _ordered(known: list[str], column: pd.Series) -> tuple[str, ...]:
    found = set(column)
    first = [item for item in known if item in found]
    rest = sorted(item for item in found - set(first) if item)
    return (*first, *rest, "")
