"""The lines of money that deserve a look: what a rule proposes, what is only probable; the largest
first, many corrected at once, and how much of it was seen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from dashboard.depot.edits import RowDiff
from dashboard.domain import french
from dashboard.domain.funding import Origin
from dashboard.schema import TABLES, Correction, Record
from dashboard.staff import paging
from dashboard.staff.forms import forms
from dashboard.staff.indexes.row_index import Numbers
from dashboard.staff.indexes.text_pack import Mask
from dashboard.staff.refusal import NotDone
from dashboard.staff.rows.choices import choices_of, settings_of
from dashboard.staff.rows.edits import PASSED, Workspace, marked, print_of
from dashboard.staff.rows.line_euros import euros_of
from dashboard.staff.rows.table_lines import TableLines

TABLE = TABLES["actions"]
DOUBTS = tuple(one for one in TABLE.corrections if one.doubtful)
"""What of a line may be doubtful."""
SAID = (str(Origin.CORRECTED), str(Origin.CONFIRMED))
"""Where a value comes from that staff have said."""
WORDS = ("intitule", "porteur", "id")
"""The columns in which words are found."""
NONE = "aucun"
"""What is chosen for the quarters of a line that has none."""


@dataclass(frozen=True, slots=True)
class ReviewQuery:
    """What is looked for: which doubt, of which year and pillar (empty: any), with which words, on
    which page."""

    doubt: Correction
    year: str = ""
    pillar: str = ""
    words: str = ""
    page: int = 1

    @property
    def filtered(self) -> bool:
        """Whether some of the doubtful lines are left."""
        return bool(self.year or self.pillar or self.words)


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A line, its euros at the stage of reference (None where no line says any), and what makes it
    doubtful."""

    line: RowDiff
    amount: float | None
    doubt: str

    @property
    def mark(self) -> str:
        """What names the line in a form."""
        return marked(TABLE.name, self.line)

    @property
    def read(self) -> str:
        """The fingerprint of what is shown of it."""
        return print_of(self.line)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The lines of money as a draft has them, which of them it keeps, and the euros of each at the
    stage of reference (not a number where it says none)."""

    lines: TableLines
    kept: Mask
    amounts: Numbers

    def doubtful(self, doubt: Correction) -> Mask:
        """Which lines are doubtful so."""
        wanted = self._holding(doubt.origin, doubt.doubtful)
        wanted |= self._holding(doubt.column, doubt.doubtful)
        return self._judged(wanted & ~self._holding(doubt.origin, SAID), doubt.doubt)

    def said(self, doubt: Correction) -> Mask:
        """Which of the lines that may be doubtful so staff have said."""
        return self._judged(self._holding(doubt.origin, SAID), doubt.said)

    def item(self, rank: int, doubt: Correction) -> ReviewItem:
        """The line of that rank."""
        line, amount = self.lines[rank], float(self.amounts[rank])
        return ReviewItem(line, None if isnan(amount) else amount, doubt.doubt(line.row))

    def years(self, found: Mask) -> Iterator[str]:
        """The years of those lines, each once."""
        column = self.lines.index.column("annee")
        here = found[: len(self.lines.index)] & ~self.lines.changed
        yield from (column.cells[int(code)] for code in np.unique(column.codes[here]))
        moved = self.lines.moved.items()
        yield from (line.row["annee"] for rank, line in moved if found[rank])

    def answering(self, asked: ReviewQuery) -> Mask:
        """Which lines answer what is looked for."""
        index = self.lines.index
        found = np.ones(len(index), np.bool_)
        for name, wanted in (("annee", asked.year), ("pilier", asked.pillar)):
            if wanted:
                found &= index.column(name).picked((wanted,))
        for word in french.fold(asked.words).split():
            found &= index.holding(word, WORDS)
        return self._judged(found, lambda row: _answers(row, asked))

    def _holding(self, name: str, cells: Collection[str]) -> Mask:
        return self.lines.index.column(name).picked(cells)

    def _judged(self, found: Mask, judge: Callable[[Record], object]) -> Mask:
        """Those lines of the files, and each that the draft changes as it now is."""
        return self.lines.judged(found, lambda line: judge(line.row)) & self.kept


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the lines that are, or were, doubtful staff have said; and of their euros."""

    seen: int
    total: int
    share: float | None

    @property
    def sentence(self) -> str:
        """``12 sur 214 vus, 61 % des montants``."""
        if not self.total:
            return "rien à relire"
        part = "" if self.share is None else f", {french.number(self.share, 0)} % des montants"
        seen = french.plural(self.total, "vue")
        return f"{french.number(self.seen)} sur {french.number(self.total)} {seen}{part}"


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of what is to be seen: its items, how many there are in all, the years of them."""

    items: tuple[ReviewItem, ...]
    found: int
    page: int
    years: tuple[str, ...]

    @property
    def pages(self) -> int:
        """How many pages there are; one at least."""
        return paging.pages_of(self.found)


def first(held: Ledger) -> Correction:
    """The first doubt that a line still has; the first of all where none has any."""
    return next((one for one in DOUBTS if held.doubtful(one).any()), DOUBTS[0])


def wanted(said: Mapping[str, str], unsaid: Correction = DOUBTS[0]) -> ReviewQuery:
    """What the address asks, ``unsaid`` where it names no doubt; what it cannot ask is left."""
    doubts = {one.column: one for one in DOUBTS}
    return ReviewQuery(
        doubts.get(said.get("doute", ""), unsaid),
        said.get("annee", "")[:4],
        said.get("pilier", "")[:60],
        paging.words_of(said),
        paging.page_of(said),
    )


def ledger(stand: Workspace) -> Ledger:
    """The lines of what that person works on."""
    lines = stand.table(TABLE.name)
    kept = np.ones(len(lines), np.bool_)
    kept[[rank for rank, line in lines.moved.items() if line.after is None]] = False
    stage = settings_of(stand)["etape_reference"]
    return Ledger(lines, kept, euros_of(lines, stand.table("financements"), stage))


def queue(held: Ledger, asked: ReviewQuery) -> Queue:
    """The lines that are doubtful so, the largest amount first."""
    doubtful = held.doubtful(asked.doubt)
    years = tuple(sorted({*held.years(doubtful)}, reverse=True))
    ranks = np.flatnonzero(doubtful & held.answering(asked))
    ranks = ranks[np.argsort(-held.amounts[ranks], kind="stable")]
    before, page = paging.start(len(ranks), asked.page)
    shown = ranks[before : before + paging.EACH]
    items = tuple(held.item(int(rank), asked.doubt) for rank in shown)
    return Queue(items, len(ranks), page, years)


def progress(held: Ledger, doubt: Correction) -> Progress:
    """How far the reading of the lines that are, or were, doubtful so has come."""
    seen = held.said(doubt)
    every = seen | held.doubtful(doubt)
    done, total = (float(np.nansum(held.amounts[one])) for one in (seen, every))
    share = 100 * done / total if total else None
    return Progress(int(np.count_nonzero(seen)), int(np.count_nonzero(every)), share)


def _answers(row: Mapping[str, str], asked: ReviewQuery) -> bool:
    said = french.fold(" ".join(row[name] for name in WORDS))
    return (
        asked.year in ("", row["annee"])
        and asked.pillar in ("", row["pilier"])
        and all(word in said for word in french.fold(asked.words).split())
    )


def chosen(stand: Workspace, form: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What the form puts in every line that is ticked, by column; nothing of a column that it
    leaves. NotDone for what the lists do not offer."""
    cells: dict[str, str] = {}
    for field in forms.fields_of(TABLE):
        said = [value for value in form.get(field.name, ()) if value]
        offered = {one.code for one in choices_of(TABLE.name, field, stand)}
        if any(value != NONE and value not in offered for value in said):
            raise NotDone(f"« {said[0]} » n’est pas un choix de « {field.title} ».")
        if said:
            cells[field.name] = "|".join(value for value in said if value != NONE)
    return cells


def corrected(
    stand: Workspace,
    ticked: Mapping[str, str],
    cells: Mapping[str, str],
    confirmed: Collection[str],
) -> list[tuple[str, RowDiff]]:
    """The lines that are ticked, by their marks and what was read of each, with those cells; the
    columns of ``confirmed`` are said to be right as they are. NotDone where one has changed since
    it was read."""
    found = []
    for mark, read in ticked.items():
        line = stand.line(TABLE.name, mark)
        if line is None or line.after is None or print_of(line) != read:
            raise NotDone(PASSED)
        row = forms.corrected(TABLE, line.after, cells, {*cells, *confirmed})
        found.append((TABLE.name, RowDiff(line.after, row)))
    return found
