"""A check or a publication that is stopped half-way: what it had begun is published by nobody, and
it can be asked again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from dashboard import publication
from dashboard.depot import Depot
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Draft, JournalEntry
from dashboard.staff.drafts import drafts
from dashboard.staff.jobs import jobs
from dashboard.staff.jobs.task import TaskStopped
from dashboard.staff.settings import StaffSettings
from tests.staff.checks.test_mending import FAULTY, FIELD, stamp
from tests.staff.conftest import TERRITORY, Browser, Someone, worked
from tests.staff.drafts.test_drafts import GOOD, draft_of, loaded

DRAFT = "/agents/brouillons/1"
Stop = Callable[[str], None]

pytestmark = pytest.mark.usefixtures("here")


def stopped(*_: object, **__: object) -> None:
    raise TaskStopped


@pytest.fixture
def stop(monkeypatch: pytest.MonkeyPatch, published: StaffSettings, base: StaffBase) -> Stop:
    """Do the work that waits, stopped where a check calls that; the site is then started again."""

    def until(moment: str) -> None:
        with monkeypatch.context() as now:
            now.setattr(moment, stopped)
            worked(published, base)
        with base.unit() as unit:
            jobs.interrupted(unit, TERRITORY, "ici")

    return until


def test_what_a_second_check_had_begun_is_not_published(
    published: StaffSettings, base: StaffBase, someone: Someone, stop: Stop
) -> None:
    editor = someone(StaffRole.EDITOR)
    loaded(editor, published, base, "liste-2019.csv", GOOD)
    editor.open(DRAFT)
    editor.send(f"{DRAFT}/controler")
    stop("dashboard.staff.checks.checking.apply.write")
    page = editor.open(DRAFT).text
    assert "à contrôler" in page
    assert "ce que disait le contrôle d’avant" in page
    with base.unit() as unit:
        read = drafts.fingerprint(unit.get_one(Draft, 1))
    editor.send(f"{DRAFT}/publier", motif="La programmation de 2019", lu=read)
    assert worked(published, base) == f"échoué : {drafts.NOT_READY}"
    assert Depot(published.var).versions(TERRITORY) == ()
    editor.open(DRAFT)
    editor.send(f"{DRAFT}/controler")
    worked(published, base)
    editor.open(DRAFT)
    editor.send(f"{DRAFT}/publier", motif="La programmation de 2019")
    assert worked(published, base) == "fini : La version 2 est publiée."


def test_a_publication_stopped_once_it_is_served_is_done_again_and_told_once(
    published: StaffSettings, base: StaffBase, someone: Someone, stop: Stop
) -> None:
    editor = someone(StaffRole.EDITOR)
    loaded(editor, published, base, "liste-2019.csv", GOOD)
    editor.open(DRAFT)
    editor.send(f"{DRAFT}/publier", motif="La programmation de 2019")
    stop("dashboard.staff.versions.publishing.drafts.published")
    editor.open("/agents/travaux/2")
    editor.send("/agents/travaux/2/relancer")
    assert worked(published, base) == "fini : La version 2 est publiée."
    assert draft_of(base).state == "publié"
    assert len(Depot(published.var).versions(TERRITORY)) == 2
    assert len(publication.told(published.var, TERRITORY).acts) == 1
    with base.unit() as unit:
        acts = list(unit.scalars(select(JournalEntry.act)))
    assert acts.count("version publiée") == 1


def correct(writer: Browser) -> None:
    """Write another amount in the faulty cell, and ask for the check."""
    stamped = stamp(writer.open(DRAFT).text)
    writer.send(f"{DRAFT}/corriger", **{FIELD: "3000"}, **stamped)


def test_corrections_are_made_once_and_the_check_that_was_stopped_after_them_is_done_again(
    published: StaffSettings, base: StaffBase, someone: Someone, stop: Stop
) -> None:
    writer = someone(StaffRole.WRITER)
    loaded(writer, published, base, "programmation.csv", FAULTY)
    correct(writer)
    stop("dashboard.staff.checks.checking.apply.write")
    writer.open("/agents/travaux/2")
    writer.send("/agents/travaux/2/relancer")
    assert worked(published, base).startswith("fini")
    assert "2</dt><dd>prises" in writer.open(DRAFT).text


def test_corrections_that_the_disk_refuses_leave_the_file_that_was_loaded(
    published: StaffSettings, base: StaffBase, someone: Someone, stop: Stop
) -> None:
    writer = someone(StaffRole.WRITER)
    loaded(writer, published, base, "programmation.txt", FAULTY)
    correct(writer)
    stop("dashboard.staff.drafts.loading.write")
    assert draft_of(base).file == "programmation.txt"
    writer.open("/agents/travaux/2")
    writer.send("/agents/travaux/2/relancer")
    assert worked(published, base).startswith("fini")
    assert "2</dt><dd>prises" in writer.open(DRAFT).text
