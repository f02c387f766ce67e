"""The actions themselves: the list filtered, sorted and paged, one action, its history."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dashboard.domain import french
from dashboard.domain.funding import Action, Funding, Origin, Stage
from dashboard.domain.made import Made
from dashboard.domain.selection import ROWS, Selection
from dashboard.store import lens as lenses
from dashboard.store.archive import Archive, Row
from dashboard.store.money import Money

PAGE_SIZE = 25
SORTS = {
    "montant": "montant desc, id",
    "intitule": "intitule collate nocase, id",
    "porteur": "porteur collate nocase, montant desc",
    "annee": "annee desc, montant desc",
}
MAX_ROWS = 20_000
TOGETHER = 50
"""Rows of a long list that are read at once."""


@dataclass(frozen=True, slots=True)
class ActionPage:
    """One page of the list: its actions, how many match in all, euros in all."""

    actions: tuple[Action, ...]
    count: int
    amount: float
    page: int
    pages: int


@dataclass(frozen=True)
class Actions:
    """Questions about single actions."""

    archive: Archive
    money: Money

    def page(self, selection: Selection, size: int = PAGE_SIZE) -> ActionPage:
        """The page that the address asks; the last one where it asks beyond."""
        rows, amounts = self._matching(selection)
        pages = max(1, -(-len(rows) // size))
        number = min(int(selection.option(ROWS.key, "1") or 1), pages)
        order = self._order(selection.option("tri", "montant"), rows, amounts)
        chosen = order[(number - 1) * size : number * size]
        shown = self._fetch(rows[chosen], amounts[chosen])
        return ActionPage(shown, len(rows), float(amounts.sum()), number, pages)

    def all(self, selection: Selection) -> tuple[Action, ...]:
        """Every matching action, for a file; at most 20 000."""
        return self._fetch(*self._in_order(selection))

    def largest(self, selection: Selection, count: int) -> tuple[Action, ...]:
        """The actions that count the most in the selection."""
        rows, amounts = lenses.rows_of(self.money.lens(selection), self.archive)
        order = np.argsort(-amounts, kind="stable")[:count]
        return self._fetch(rows[order], amounts[order])

    def ranked(self, selection: Selection) -> Made[Action]:
        """Every matching action in the order asked, read when it is looked at with those around
        it; at most 20 000."""
        rows, amounts = self._in_order(selection)

        @lru_cache(maxsize=1)
        def read(first: int) -> tuple[Action, ...]:
            part = slice(first, first + TOGETHER)
            return self._fetch(rows[part], amounts[part])

        return Made(range(len(rows)), lambda rank: read(rank - rank % TOGETHER)[rank % TOGETHER])

    def shares(self, selection: Selection) -> bool:
        """Whether the quarter that is looked at shares one of its actions with another."""
        if selection.quarter is None:
            return False
        rows, amounts = lenses.rows_of(self.money.lens(selection), self.archive)
        return bool((amounts != self.archive.arrays["row_amount"][rows]).any())

    def one(self, code: str) -> Action | None:
        """One action by its identifier."""
        found = self.archive.query("select * from actions where id = ?", (code,))
        return _action(found[0]) if found else None

    def fundings(self, code: str) -> tuple[Funding, ...]:
        """What each funder gave it at each stage."""
        rows = self.archive.query(
            "select financeur, etape, montant from financements where action = ?", (code,)
        )
        return tuple(
            Funding(code, row["financeur"], Stage(row["etape"]), float(row["montant"]))
            for row in rows
        )

    def history(self, action: Action) -> tuple[Action, ...]:
        """The lines of the same holder with the same title over the years, the action included."""
        rows = self.archive.query(
            "select * from actions where porteur_slug = ? and intitule = ? order by annee",
            (action.holder_slug, action.title),
        )
        return tuple(_action(row) for row in rows)

    def of_holder(self, slug: str, limit: int = 100) -> tuple[Action, ...]:
        """The lines of one holder, the latest first."""
        rows = self.archive.query(
            "select * from actions where porteur_slug = ?"
            " order by annee desc, montant desc limit ?",
            (slug, limit),
        )
        return tuple(_action(row) for row in rows)

    def _in_order(self, selection: Selection) -> tuple[lenses.Rows, lenses.Amounts]:
        """The rows that match and what is counted of each, in the order asked; at most 20 000."""
        rows, amounts = self._matching(selection)
        order = self._order(selection.option("tri", "montant"), rows, amounts)[:MAX_ROWS]
        return rows[order], amounts[order]

    def _matching(self, selection: Selection) -> tuple[lenses.Rows, lenses.Amounts]:
        rows, amounts = lenses.rows_of(self.money.lens(selection), self.archive)
        words = selection.option(lenses.SEARCH)
        if not words:
            return rows, amounts
        kept = np.isin(rows, self._search(words))
        return rows[kept], amounts[kept]

    def _search(self, words: str) -> np.ndarray:
        tokens = re.findall(r"[a-z0-9]+", french.fold(words))[:8]
        if not tokens:
            return np.array([], dtype=np.int32)
        question = " ".join(f'"{_singular(token)}"*' for token in tokens)
        found = self.archive.query(
            "select rowid from recherche where recherche match ?", (question,)
        )
        return np.array([row["rowid"] - 1 for row in found], dtype=np.int32)

    def _order(self, sort: str, rows: lenses.Rows, amounts: lenses.Amounts) -> np.ndarray:
        if sort not in SORTS or sort == "montant":
            return np.argsort(-amounts, kind="stable")
        if sort == "annee":
            return np.lexsort((-amounts, -self.archive.arrays["row_year"][rows]))
        ranks = self._ranks(sort)
        return np.argsort(ranks[rows], kind="stable")

    def _ranks(self, sort: str) -> np.ndarray:
        rows = self.archive.query(f"select rowid from actions order by {SORTS[sort]}")
        ranks = np.empty(len(rows), dtype=np.int32)
        ranks[np.array([row["rowid"] - 1 for row in rows], dtype=np.int64)] = np.arange(len(rows))
        return ranks

    def _fetch(self, rows: lenses.Rows, counted: lenses.Amounts) -> tuple[Action, ...]:
        """Those rows as actions, each with what the selection counts of it."""
        wanted = [int(row) + 1 for row in rows]
        found: dict[int, Row] = {}
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ",".join("?" * len(part))
            sql = f"select rowid as rang, * from actions where rowid in ({marks})"
            found.update((row["rang"], row) for row in self.archive.query(sql, tuple(part)))
        whole = self.archive.arrays["row_amount"][rows]
        shares = [None if a == b else float(a) for a, b in zip(counted, whole, strict=True)]
        return tuple(_action(found[row], share) for row, share in zip(wanted, shares, strict=True))


def _singular(word: str) -> str:
    """The word without the mark of its plural: « chantiers » also finds « chantier »."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def _action(row: Row, share: float | None = None) -> Action:
    return Action(
        code=row["id"],
        year=int(row["annee"]),
        title=row["intitule"],
        holder=row["porteur"],
        holder_slug=row["porteur_slug"],
        pillar=row["pilier"],
        pillar_origin=Origin(row["pilier_origine"]),
        theme=row["theme"],
        quarters=tuple(code for code in row["quartiers"].split("|") if code),
        quarter_origin=Origin(row["quartier_origine"]),
        scope=row["perimetre"],
        scope_reason=row["perimetre_motif"],
        amount=float(row["montant"]),
        source=row["source"],
        public=row["public"],
        age=row["age"],
        renewal=row["reconduction"],
        multi_year=row["pluriannuel"],
        complement=row["complement"] == "oui",
        truncated=row["tronque"] == "oui",
        corrected_amount=row["montant_corrige"] == "oui",
        service=row["service"],
        programme=row["dispositif"],
        share=share,
    )
