"""The step of the path of young people that rules propose for lines whose source says none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from dashboard.domain import french
from dashboard.domain.funding import Origin
from dashboard.domain.path import NO_STEP

_BY_STAFF = (str(Origin.CORRECTED), str(Origin.CONFIRMED))


class _Rule(NamedTuple):
    """One row of ``regles_parcours.csv``; one without a step proposes none, and answers first."""

    column: str
    pattern: re.Pattern[str]
    age: str


def stepped(actions: pd.DataFrame, rows: Sequence[Mapping[str, str]]) -> pd.DataFrame:
    """The actions with the step that the first rule proposes where no table says it, and
    ``age_origine``: a rule, the source, or the staff who corrected it."""
    ordered = sorted(rows, key=lambda row: int(row["ordre"]))
    rules = [_Rule(row["porte_sur"], re.compile(row["motif"]), row["age"]) for row in ordered]
    pairs = zip(actions["intitule"], actions["porteur"], strict=True)
    proposed = pd.Series([_step(pair, rules) for pair in pairs], actions.index, dtype=str)
    said = (actions["age"] != "") | actions["age_origine"].isin(_BY_STAFF)
    ruled = proposed.map(lambda age: str(Origin.RULE) if age not in ("", NO_STEP) else "")
    told = actions["age_origine"].replace("", str(Origin.OFFICIAL))
    return actions.assign(
        age=actions["age"].where(said, proposed).replace(NO_STEP, ""),
        age_origine=told.where(said, ruled),
    )


def _step(pair: tuple[str, str], rules: Sequence[_Rule]) -> str:
    texts = dict(zip(("intitule", "porteur"), map(french.fold, pair), strict=True))
    return next((rule.age for rule in rules if rule.pattern.search(texts[rule.column])), "")
