"""Lines of the journal end at their term, counted and summed; none goes otherwise."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DatabaseError

from dashboard.staff import journal
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Ended, JournalEntry
from dashboard.staff.journal import Act
from tests.staff.conftest import ON_BOTH, TERRITORY, Someone

YEAR = dt.timedelta(days=365)


def written(base: StaffBase, *ages: dt.timedelta, territory: str = TERRITORY) -> None:
    """Lines of these ages, the oldest first."""
    with base.unit() as unit:
        for age in ages:
            when = journal.now() - age
            line = JournalEntry(territory=territory, when=when, who="Marie", act=str(Act.LOADED))
            line.what, line.why = "liste.csv", ""
            unit.add(line)


def lines(base: StaffBase, territory: str = TERRITORY) -> int:
    with base.unit() as unit:
        return len(
            unit.scalars(select(JournalEntry).where(JournalEntry.territory == territory)).all()
        )


@ON_BOTH
def test_what_comes_to_its_term_goes_counted_and_summed_and_nothing_else(base: StaffBase) -> None:
    written(base, 4 * YEAR, 3.5 * YEAR, YEAR)
    written(base, 4 * YEAR, territory="ailleurs")
    with base.unit() as unit:
        old = unit.scalars(select(JournalEntry).where(JournalEntry.territory == TERRITORY)).all()[
            :2
        ]
        summed = journal.checksum(old)
    for _ in range(2):
        with base.unit() as unit:
            journal.expire(unit, TERRITORY)
    assert (lines(base), lines(base, "ailleurs")) == (1, 1)
    with base.unit() as unit:
        (said,) = journal.ended(unit, TERRITORY)
    assert (said.count, said.days, said.checksum) == (2, 1095, summed)
    assert (said.first, said.last) == (old[0].when, old[1].when)
    assert said.checksum != journal.checksum(old[:1])


@ON_BOTH
def test_the_base_lets_no_line_go_unsaid_nor_what_is_said_change(base: StaffBase) -> None:
    written(base, 4 * YEAR, YEAR)
    with base.unit() as unit:
        journal.expire(unit, TERRITORY)
    for forbidden in (
        delete(JournalEntry),
        update(JournalEntry).values(who="personne"),
        delete(Ended),
        update(Ended).values(count=0),
    ):
        with pytest.raises(DatabaseError), base.unit() as unit:
            unit.execute(forbidden)
    assert lines(base) == 1


def test_the_operator_sets_the_term_or_none(
    base: StaffBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(base, 4 * YEAR, YEAR)
    monkeypatch.setenv("JOURNAL_GARDE", "0")
    with base.unit() as unit:
        journal.expire(unit, TERRITORY)
    assert lines(base) == 2
    monkeypatch.setenv("JOURNAL_GARDE", "30")
    with base.unit() as unit:
        journal.expire(unit, TERRITORY)
    assert lines(base) == 0


def test_an_administrator_reads_how_many_lines_ended(base: StaffBase, someone: Someone) -> None:
    written(base, 4 * YEAR, 4 * YEAR)
    admin = someone(StaffRole.ADMIN)
    with base.unit() as unit:
        journal.expire(unit, TERRITORY)
    page = admin.open("/agents/journal").text
    assert "Lignes arrivées à leur terme" in page
    assert '<td class="nombre" data-libelle="Lignes">2</td>' in page


def test_an_administrator_reads_every_act_page_by_page(base: StaffBase, someone: Someone) -> None:
    with base.unit() as unit:
        for number in range(40):
            journal.write(unit, TERRITORY, "Marie", Act.LOADED, f"liste {number:02}.csv")
    admin = someone(StaffRole.ADMIN)
    first, second = (admin.open(f"/agents/journal?page={page}").text for page in (1, 2))
    assert "Page 1 sur 2" in first
    assert 'rel="next"' in first
    assert [f"liste {number:02}.csv" in first for number in (0, 39)] == [False, True]
    assert [f"liste {number:02}.csv" in second for number in (0, 39)] == [True, False]
    assert admin.open("/agents/journal?page=900").text.count("Page 2 sur 2") == 1
