"""The lines of money that deserve a look: what a rule proposes, what is only probable; the largest
first, many corrected at once, and how much of it was seen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.depot.compare import euros
from dashboard.depot.edits import RowDiff
from dashboard.domain import french
from dashboard.schema import TABLES, Correction
from dashboard.staff import paging
from dashboard.staff.forms import forms
from dashboard.staff.refusal import NotDone
from dashboard.staff.rows.choices import choices_of, settings_of
from dashboard.staff.rows.edits import PASSED, Workspace, marked, print_of

TABLE = TABLES["actions"]
DOUBTS = tuple(one for one in TABLE.corrections if one.doubtful)
"""What of a line may be doubtful."""
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
    amount: Decimal | None
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
    """The lines of money as a draft has them, and the euros of each at the stage of reference."""

    lines: tuple[RowDiff, ...]
    amounts: Mapping[str, Decimal]

    def said(self, doubt: Correction) -> list[ReviewItem]:
        """Each line that is doubtful so, or that staff have said."""
        return [
            ReviewItem(line, self.amounts.get(line.row["id"]), doubt.doubt(line.row))
            for line in self.lines
            if doubt.doubt(line.row) or doubt.said(line.row)
        ]


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
    return next((one for one in DOUBTS if queue(held, ReviewQuery(one)).found), DOUBTS[0])


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
    lines = tuple(line for line in stand.lines(TABLE.name) if line.after is not None)
    return Ledger(lines, _amounts(stand))


def queue(held: Ledger, asked: ReviewQuery) -> Queue:
    """The lines that are doubtful so, the largest amount first."""
    items = [item for item in held.said(asked.doubt) if item.doubt]
    years = tuple(sorted({item.line.row["annee"] for item in items}, reverse=True))
    found = [item for item in items if _answers(item.line.row, asked)]
    found.sort(key=lambda item: (item.amount is None, -(item.amount or 0)))
    shown, page = paging.cut(found, asked.page)
    return Queue(shown, len(found), page, years)


def progress(items: Iterable[ReviewItem]) -> Progress:
    """How far the reading of those lines has come."""
    listed = list(items)
    seen = [item for item in listed if not item.doubt]
    total = sum((item.amount or Decimal()) for item in listed)
    done = sum((item.amount or Decimal()) for item in seen)
    return Progress(len(seen), len(listed), float(100 * done / total) if total else None)


def _amounts(stand: Workspace) -> dict[str, Decimal]:
    """The euros of each line at the stage of reference."""
    stage, found = settings_of(stand)["etape_reference"], dict[str, Decimal]()
    for row in stand.rows("financements"):
        amount = euros(row["montant"]) if row["etape"] == stage else None
        if amount is not None:
            found[row["action"]] = found.get(row["action"], Decimal()) + amount
    return found


def _answers(row: Mapping[str, str], asked: ReviewQuery) -> bool:
    said = french.fold(f"{row['intitule']} {row['porteur']} {row['id']}")
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
    held = {marked(TABLE.name, line): line for line in stand.lines(TABLE.name)}
    found = []
    for mark, read in ticked.items():
        line = held.get(mark)
        if line is None or line.after is None or print_of(line) != read:
            raise NotDone(PASSED)
        row = forms.corrected(TABLE, line.after, cells, {*cells, *confirmed})
        found.append((TABLE.name, RowDiff(line.after, row)))
    return found
