"""The actions themselves: the list filtered, sorted and paged, one action, its history."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dashboard import keys
from dashboard.domain.funding import Action, Funding, Lines, Origin, Stage
from dashboard.domain.lazy_sequence import LazySequence
from dashboard.domain.participations import Participations
from dashboard.domain.selection import Selection
from dashboard.store import participations
from dashboard.store import row_filter as filters
from dashboard.store.archive import Archive, ResultRow
from dashboard.store.money import Money
from dashboard.store.ranking import BY_AMOUNT, RankedLines, listed, walked
from dashboard.store.row_filter import RowFilter

PAGE_SIZE = 25
MAX_ROWS = 20_000
"""Lines that a file holds at most."""
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


@dataclass(frozen=True, slots=True)
class Year:
    """The lines of one year: how many, their euros, the names of their holders in order."""

    year: int
    count: int
    amount: float
    holders: tuple[str, ...]


@dataclass(frozen=True)
class Actions:
    """Questions about single actions."""

    archive: Archive
    money: Money

    def page(self, selection: Selection, size: int = PAGE_SIZE) -> ActionPage:
        """The page that the address asks; the last one where it asks beyond."""
        found = self._ranking(selection)
        pages = max(1, -(-found.count // size))
        number = min(int(keys.ROWS.value(selection) or 1), pages)
        rows, amounts = found.first(number * size)
        chosen = slice((number - 1) * size, None)
        shown = self._fetch(rows[chosen], amounts[chosen])
        return ActionPage(shown, found.count, found.amount, number, pages)

    def count(self, selection: Selection) -> int:
        """How many actions match."""
        return self._ranking(selection).count

    def all(self, selection: Selection) -> tuple[Action, ...]:
        """Every matching action, for a file; at most 20 000."""
        return self._fetch(*self._ranking(selection).first(MAX_ROWS))

    def largest(self, selection: Selection, count: int) -> tuple[Action, ...]:
        """The actions that count the most in the selection."""
        row_filter = self.money.row_filter(selection)
        return self._fetch(*self._ranked(row_filter, selection, BY_AMOUNT).first(count))

    def ranked(self, selection: Selection) -> LazySequence[Action]:
        """Every matching action in the order asked, read when it is looked at with those around
        it; at most 20 000."""
        found = self._ranking(selection)

        @lru_cache(maxsize=1)
        def read(first: int) -> tuple[Action, ...]:
            rows, amounts = found.first(first + TOGETHER)
            return self._fetch(rows[first:], amounts[first:])

        count = min(found.count, MAX_ROWS)
        return LazySequence(
            range(count), lambda rank: read(rank - rank % TOGETHER)[rank % TOGETHER]
        )

    def by_year(self, selection: Selection) -> tuple[Year, ...]:
        """What a holder or a search received each year, the first year first."""
        axes = self.archive.axes["money"]
        row_filter = self.money.row_filter(selection).over(len(axes["years"]))
        rows, amounts = filters.rows_of(row_filter, self.archive)
        year, holder = (self.archive.arrays[name][rows] for name in ("row_year", "row_holder"))
        sums = np.bincount(year, amounts, len(axes["years"]))
        counts = np.bincount(year, minlength=len(axes["years"]))
        names = [name for _, name in axes["holders"]]
        held = [
            dict.fromkeys(names[at] for at in np.unique(holder[year == i]))
            for i in range(len(counts))
        ]
        return tuple(
            Year(said, int(counts[i]), float(sums[i]), tuple(held[i]))
            for i, said in enumerate(axes["years"])
        )

    def participations(self, selection: Selection, axis: str) -> Participations:
        """Participations of the lines chosen by group of that axis, masked cells left out of the
        sums."""
        row_filter = self.money.row_filter(selection)
        if row_filter.on_rollups:
            ranks = filters.rollups_of(row_filter, self.archive)
            return participations.told(self.archive, "participations", "cumul", ranks, axis)
        rows = filters.rows_of(row_filter, self.archive)[0]
        return participations.told(self.archive, "beneficiaires", "rang", rows, axis)

    def participations_of(self, code: str, axis: str) -> Participations:
        """The same for one action."""
        found = self.archive.query("select rowid - 1 as rang from actions where id = ?", (code,))
        ranks = np.array([row["rang"] for row in found])
        return participations.told(self.archive, "beneficiaires", "rang", ranks, axis)

    def shares(self, selection: Selection) -> bool:
        """Whether the quarters that are looked at share one of their actions with another."""
        if not selection.quarters:
            return False
        rows, amounts = filters.rows_of(self.money.row_filter(selection), self.archive)
        return bool((amounts != self.archive.arrays["row_amount"][rows]).any())

    def one(self, code: str) -> Action | None:
        """One action by its identifier; None where no line has it."""
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
            (action.holder_slug, action.title_source),
        )
        return tuple(_action(row) for row in rows)

    def of_holder(self, slug: str, limit: int) -> tuple[Action, ...]:
        """The lines of one holder, the latest first, ``limit`` of them at most."""
        rows = self.archive.query(
            "select * from actions where porteur_slug = ?"
            " order by annee desc, montant desc limit ?",
            (slug, limit),
        )
        return tuple(_action(row) for row in rows)

    def lines_of_holder(self, slug: str) -> Lines:
        """All the lines of one holder together, those that were refused apart."""
        sql = (
            "select sum(montant) as euros, sum(montant > 0) as funded, count(*) as lines"
            " from actions where porteur_slug = ?"
        )
        found = self.archive.query(sql, (slug,))[0]
        funded = int(found["funded"] or 0)
        return Lines(float(found["euros"] or 0), funded, int(found["lines"]) - funded)

    def _ranking(self, selection: Selection) -> RankedLines:
        """The lines chosen, searched ones where words are asked, in the order asked."""
        row_filter = self.money.row_filter(selection)
        sort = keys.SORT.value(selection) or keys.SORT.default
        return self._ranked(row_filter, selection, sort)

    def _ranked(self, row_filter: RowFilter, selection: Selection, sort: str) -> RankedLines:
        if row_filter.on_rollups:
            return walked(row_filter, self.archive, sort, self.money.total(selection))
        return listed(*filters.rows_of(row_filter, self.archive), self.archive, sort)

    def _fetch(self, rows: filters.RowNumbers, counted: filters.Amounts) -> tuple[Action, ...]:
        """Those rows as actions, each with what the selection counts of it."""
        wanted = [int(row) + 1 for row in rows]
        found: dict[int, ResultRow] = {}
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ",".join("?" * len(part))
            sql = f"select rowid as rang, * from actions where rowid in ({marks})"
            found.update((row["rang"], row) for row in self.archive.query(sql, tuple(part)))
        whole = self.archive.arrays["row_amount"][rows]
        shares = [None if a == b else float(a) for a, b in zip(counted, whole, strict=True)]
        return tuple(_action(found[row], share) for row, share in zip(wanted, shares, strict=True))


def _action(row: ResultRow, share: float | None = None) -> Action:
    return Action(
        code=row["id"],
        year=int(row["annee"]),
        title=row["intitule_lisible"],
        holder=row["porteur_lisible"],
        title_source=row["intitule"],
        holder_source=row["porteur"],
        title_received=row["intitule_source"],
        holder_slug=row["porteur_slug"],
        pillar=row["pilier"],
        pillar_origin=Origin(row["pilier_origine"]),
        theme=row["theme"],
        theme_origin=Origin(row["theme_origine"]),
        quarters=tuple(code for code in row["quartiers"].split("|") if code),
        quarter_origin=Origin(row["quartier_origine"]),
        scope=row["perimetre"],
        scope_reason=row["perimetre_motif"],
        amount=float(row["montant"]),
        source=row["source"],
        public=row["public"],
        age=row["age"],
        age_origin=Origin(row["age_origine"]),
        renewal=row["reconduction"],
        multi_year=row["pluriannuel"],
        complement=row["complement"] == "oui",
        truncated=row["tronque"] == "oui",
        corrected_amount=row["montant_corrige"] == "oui",
        service=row["service"],
        programme=row["dispositif"],
        places=tuple(code for code in row["quartier_lieu"].split("|") if code),
        share=share,
    )
