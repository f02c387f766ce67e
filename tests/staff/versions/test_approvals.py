"""Where two people publish: the one who asks is never the one who publishes, and what is published
is what both read."""

from __future__ import annotations

import re
import tomllib

import pytest
from flask import Flask
from sqlalchemy import select

from dashboard.depot import Deposit, Depot, VersionOrigin
from dashboard.depot.settings_file import with_texts
from dashboard.domain.settings import is_seconded
from dashboard.staff.accounts import accounts
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, Approval, Draft, Job, JournalEntry
from dashboard.staff.jobs import jobs
from dashboard.staff.public import truth
from dashboard.staff.settings import StaffSettings
from dashboard.staff.versions import approvals
from tests.e2e.checks.markup import faults_of
from tests.staff.conftest import TERRITORY, Browser, Someone, email, worked
from tests.staff.drafts.test_drafts import GOOD, loaded

pytestmark = pytest.mark.usefixtures("here")

ASK, PUBLISH, REFUSE, BACK = (
    f"/agents/brouillons/1/{act}" for act in ("soumettre", "publier", "refuser", "reprendre")
)
PAGE = "/agents/brouillons/1"
WHY = "La programmation <img src=x onerror=alert(1)>"


@pytest.fixture
def two(published: StaffSettings) -> StaffSettings:
    """A territory whose last version says that a second person approves."""
    files = truth.truth(published).files
    said = with_texts(files["territoire.toml"], {"approbation": "oui"})
    deposit = Deposit("Paul", "x", VersionOrigin("d", "x"))
    Depot(published.var).add(TERRITORY, {**files, "territoire.toml": said}, deposit, 0)
    return published


@pytest.fixture
def asked(two: StaffSettings, base: StaffBase, someone: Someone) -> Browser:
    """The editor who asked that a draft be published."""
    editor = someone(StaffRole.EDITOR)
    loaded(editor, two, base, "liste-2019.csv", GOOD)
    sent(editor, ASK, motif=WHY)
    return editor


def sent(who: Browser, address: str, **fields: str) -> str:
    """Send that form from the page of the draft; what the page then says."""
    who.open(PAGE)
    who.send(address, **fields)
    return said(who)


def said(who: Browser) -> str:
    return re.sub(r"\s+", " ", who.open(PAGE).text)


def acts(base: StaffBase) -> list[str]:
    with base.unit() as unit:
        return [line.act for line in unit.scalars(select(JournalEntry).order_by(JournalEntry.id))]


def published_jobs(base: StaffBase) -> int:
    with base.unit() as unit:
        return len(unit.scalars(select(Job).where(Job.kind == jobs.JobKind.PUBLISH)).all())


def test_one_asks_and_another_publishes_what_both_read(
    asked: Browser, two: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    page = asked.open(PAGE).text
    assert "Une autre personne le publie" in page
    assert "Approuver et publier" not in page
    second = someone(StaffRole.ADMIN)
    home = second.open("/agents").text
    assert "1 approbation en attente" in home.replace("\u00a0", " ")
    assert "<img src=x" not in home + second.open(PAGE).text
    assert "La programmation &lt;img" in second.page
    second.send(PUBLISH)
    assert worked(two, base) == "fini : La version 2 est publiée."
    version = Depot(two.var).versions(TERRITORY)[0]
    assert version.deposit.who == "Dominique Editor, avec l’accord de Dominique Admin"
    assert version.deposit.why == WHY
    assert acts(base)[-2:] == ["approbation donnée", "version publiée"]
    assert "en attente" not in second.open("/agents").text.partition("Brouillons")[0]


def test_nobody_publishes_alone_whatever_she_sends(
    asked: Browser, two: StaffSettings, base: StaffBase
) -> None:
    assert approvals.OWN in sent(asked, PUBLISH, motif="Toute seule")
    assert approvals.OWN in sent(asked, REFUSE, refus="non")
    assert published_jobs(base) == 0
    with base.unit() as unit:
        account = unit.scalars(select(Account)).first()
        draft = unit.get_one(Draft, 1)
        assert account is not None
        jobs.ask(
            unit, account.id, TERRITORY, jobs.JobKind.PUBLISH, draft, why="x", read=_read(draft)
        )
    assert worked(two, base) == f"échoué : {approvals.OWN}"


def _read(draft: Draft) -> str:
    from dashboard.staff.drafts import drafts

    return drafts.fingerprint(draft)


def test_a_draft_that_changed_since_lets_the_request_fall(
    asked: Browser, two: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    second = someone(StaffRole.ADMIN)
    with base.unit() as unit:
        unit.get_one(Draft, 1).checksum = "autre"
    assert "est tombée : le brouillon a changé" in said(second)
    assert approvals.FELL in sent(second, PUBLISH)
    assert published_jobs(base) == 0
    with base.unit() as unit:
        approvals.settle(unit, TERRITORY)
        assert approvals.waiting(unit, TERRITORY) == ()
    assert acts(base)[-1] == "approbation tombée"


def test_a_refusal_says_why_and_leaves_the_draft_open(
    asked: Browser, two: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    second = someone(StaffRole.ADMIN)
    for who in (asked, second):
        assert faults_of(who.open(PAGE).text) == []
    assert "Dites pourquoi vous refusez" in sent(second, REFUSE, refus="")
    sent(second, REFUSE, refus="Le total de 2019 <b>double</b>")
    page = said(asked)
    for who, where in ((asked, PAGE), (asked, "/agents"), (second, PAGE), (second, "/agents")):
        assert faults_of(who.open(where).text) == []
    for told in ("Refusé par Dominique Admin", "&lt;b&gt;double", "Demander l’approbation"):
        assert told in page
    assert approvals.NOBODY in sent(second, PUBLISH)
    assert "qui vous sont refusées" in asked.open("/agents").text
    assert "qui vous sont refusées" not in second.open("/agents").text
    sent(asked, ASK, motif="Le total est vérifié")
    assert "qui vous sont refusées" not in asked.open("/agents").text
    assert approvals.PENDING in sent(second, ASK, motif="Encore")
    assert "pas à reprendre" in sent(second, BACK)
    asked.open(PAGE)
    asked.send(BACK)
    with base.unit() as unit:
        assert unit.scalars(select(Approval.state)).all() == ["refusée", "reprise"]


def test_who_is_no_longer_an_editor_neither_asks_nor_approves(
    asked: Browser, two: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    writer, second = someone(StaffRole.WRITER), someone(StaffRole.ADMIN)
    writer.open(PAGE)
    for address in (ASK, PUBLISH, REFUSE, BACK):
        writer.open(PAGE)
        assert writer.send(address, motif="x", refus="x").status_code == 403
    with base.unit() as unit:
        first = accounts.known(unit, TERRITORY, email(StaffRole.EDITOR))
        accounts.change_role(unit, first, StaffRole.READER, "essai")
    assert approvals.GONE in sent(second, PUBLISH)
    assert published_jobs(base) == 0
    assert "L’approbation est demandée" in sent(second, ASK, motif="À sa place")
    assert acts(base)[-2:] == ["approbation tombée", "approbation demandée"]


def test_who_was_made_a_reader_before_her_turn_came_publishes_nothing(
    asked: Browser, two: StaffSettings, base: StaffBase, someone: Someone
) -> None:
    second = someone(StaffRole.ADMIN)
    sent(second, PUBLISH)
    with base.unit() as unit:
        accounts.known(unit, TERRITORY, email(StaffRole.ADMIN)).role = str(StaffRole.READER)
    assert worked(two, base) == "échoué : Votre rôle ne permet plus de publier."


def test_the_requests_of_another_territory_are_not_found(
    asked: Browser, base: StaffBase, site: Flask
) -> None:
    with base.unit() as unit:
        unit.get_one(Draft, 1).territory = "ailleurs"
        assert approvals.waiting(unit, "ailleurs") == ()
    for address in (ASK, PUBLISH, REFUSE, BACK):
        asked.open("/agents/deposer")
        assert asked.send(address, motif="x", refus="x").status_code == 404


def test_going_back_to_a_version_that_did_not_ask_lets_nobody_publish_alone(
    published: StaffSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = truth.truth(published).files
    alone = with_texts(files["territoire.toml"], {"approbation": "non"})
    together = with_texts(alone, {"approbation": "oui"})
    depot = Depot(published.var)
    assert not approvals.needed(published)
    for number, said in enumerate((alone, together)):
        deposit = Deposit("Paul", "x", VersionOrigin("d", "x"))
        depot.add(TERRITORY, {**files, "territoire.toml": said}, deposit, number)
    monkeypatch.setattr(truth, "served_version", lambda *_: 1)
    assert approvals.needed(published)


@pytest.mark.parametrize(
    ("said", "needed"),
    [("", False), ("approbation = 'non'", False), ("approbation = 'oui'", True),
     ("approbation = true", True)],
)  # fmt: skip
def test_the_settings_file_says_yes_or_no(said: str, needed: bool) -> None:
    assert is_seconded(tomllib.loads(said)) is needed
    with pytest.raises(ValueError, match="approbation"):
        is_seconded({"approbation": "peut-être"})
