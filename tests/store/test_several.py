"""Several pillars and several quarters together, against the raw tables counted by pandas."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache

import pandas as pd
import pytest

from dashboard.domain.breakdown import Slice
from dashboard.domain.selection import Selection, parse
from dashboard.store import Store
from tests.conftest import ROOT

DRAWN = 90
"""Selections drawn for each territory at each run."""
NONE = "non-ventile"
Counted = dict[str, tuple[float, int]]


def table(territory: str, name: str) -> pd.DataFrame:
    path = ROOT / "data" / territory / f"{name}.csv"
    return pd.read_csv(path, sep=";", dtype=str, encoding="utf-8-sig", keep_default_na=False)


@dataclass(frozen=True)
class Raw:
    """The files of a territory: a row a line and place, with the euros that the place counts."""

    parts: pd.DataFrame
    root: dict[str, str]

    def kept(self, selection: Selection) -> pd.DataFrame:
        first, last = selection.years
        found = self.parts[self.parts["annee"].between(first, last) & (self.parts["montant"] > 0)]
        if selection.pillars:
            found = found[found["pilier"].isin(selection.pillars)]
        if selection.quarters:
            found = found[found["place"].isin({self.root[code] for code in selection.quarters})]
        return found

    def by(self, selection: Selection, column: str) -> Counted:
        groups = self.kept(selection).groupby(column)
        pairs = groups.agg(euros=("part", "sum"), lines=("id", "nunique"))
        return {str(name): (round(row.euros, 2), row.lines) for name, row in pairs.iterrows()}


@cache
def raw(territory: str, stage: str) -> Raw:
    funding, actions = table(territory, "financements"), table(territory, "actions")
    paid = funding[funding["etape"] == stage].assign(montant=lambda f: f["montant"].astype(float))
    actions["montant"] = actions["id"].map(paid.groupby("action")["montant"].sum()).fillna(0.0)
    actions["annee"] = actions["annee"].astype(int)
    places = table(territory, "territoires")
    root = _roots(places[places["genre"].isin(["qpv", "qva"])])
    order = {name: rank for rank, name in enumerate(dict.fromkeys(root.values()))}

    def of(text: str) -> list[str]:
        return sorted({root[code] for code in text.split("|") if code}, key=order.__getitem__) or [
            NONE
        ]

    actions["place"] = actions["quartiers"].map(of)
    actions["many"] = actions["place"].map(len)
    parts = actions.explode("place")
    each = (parts["montant"] / parts["many"]).round(2)
    left = (parts["montant"] - each * (parts["many"] - 1)).round(2)
    parts["part"] = each.where(parts.duplicated("id"), left)
    return Raw(parts, root)


def _roots(places: pd.DataFrame) -> dict[str, str]:
    """The oldest perimeter of each quarter."""
    before = {row.successeur: row.code for row in places.itertuples() if row.successeur}
    found = {}
    for code in places["code"]:
        first = code
        while first in before:
            first = before[first]
        found[code] = first
    return found


def drawn(store: Store) -> Selection:
    """Some years, some pillars, some quarters: none of these perhaps, up to as many as may be."""
    choices = store.choices
    first, last = sorted(random.choices(choices.years, k=2))
    pillars = random.sample(choices.pillars, k=random.randint(0, 3))
    quarters = random.sample(choices.quarters, k=min(len(choices.quarters), random.randint(0, 6)))
    asked = {"pilier": pillars, "quartier": quarters}
    pairs = [f"{key}={','.join(values)}" for key, values in asked.items() if values]
    return parse("&".join([f"depuis={first}", f"annee={last}", *pairs]), choices).selection


def told(slices: tuple[Slice, ...]) -> Counted:
    return {item.slug: (item.amount, item.count) for item in slices if item.count}


def same(found: Counted, right: Counted, why: object) -> None:
    assert found.keys() == right.keys(), why
    for slug, (euros, lines) in right.items():
        assert found[slug][0] == pytest.approx(euros, abs=0.02), (why, slug)
        assert found[slug][1] == lines, (why, slug)


def test_several_together_are_what_pandas_counts_in_the_files(store: Store) -> None:
    files = raw(store.settings.slug, str(store.settings.stage))
    for _ in range(DRAWN):
        asked = drawn(store)
        kept = files.kept(asked)
        euros, lines = store.money.total(asked)
        assert euros == pytest.approx(kept["part"].sum(), abs=0.02), asked
        assert lines == kept["id"].nunique(), asked
        assert store.actions.count(asked) >= lines
        same(told(store.money.by_pillar(asked).slices), files.by(asked, "pilier"), asked)
        for mark in ("theme", "public"):
            same(told(store.money.by_mark(asked, mark).slices), files.by(asked, mark), asked)
        generation = store.places.generations[0]
        same(
            told(store.money.by_quarter(asked, generation).slices), files.by(asked, "place"), asked
        )
        grid = store.money.grid(asked)
        years = {
            str(year): (sum(euros), sum(lines))
            for year, euros, lines in zip(grid.years, grid.amounts, grid.counts, strict=True)
            if asked.years[0] <= year <= asked.years[1] and any(lines)
        }
        right_years = {str(year): pair for year, pair in files.by(asked, "annee").items()}
        same(years, right_years, asked)


def test_parts_that_do_not_meet_make_what_they_are_together(store: Store) -> None:
    """Pillars never share a line; quarters do, and a shared line then counts once."""
    for _ in range(DRAWN // 3):
        asked = drawn(store)
        for key, values in (("pilier", asked.pillars), ("quartier", asked.quarters)):
            parts = [store.money.total(asked.having(key, value)) for value in values]
            if not parts:
                continue
            amount, count = store.money.total(asked)
            assert sum(euros for euros, _ in parts) == pytest.approx(amount, abs=0.02), asked
            assert sum(lines for _, lines in parts) >= count, asked
            if key == "pilier":
                assert sum(lines for _, lines in parts) == count, asked


def test_funders_and_stages_of_several_quarters_make_the_sums_of_each(example: Store) -> None:
    for _ in range(DRAWN // 5):
        asked = drawn(example)
        if not asked.quarters:
            continue
        for ask in (
            lambda view: example.fundings.by_funder(view).slices,
            example.fundings.by_stage,
        ):
            apart: dict[str, float] = {}
            for code in asked.quarters:
                for item in ask(asked.having("quartier", code)):
                    apart[item.slug] = apart.get(item.slug, 0.0) + item.amount
            together = {item.slug: item.amount for item in ask(asked)}
            assert together == {slug: pytest.approx(e, abs=0.02) for slug, e in apart.items()}
