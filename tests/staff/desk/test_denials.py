"""What is refused to someone is in the log: who, where; and no log is filled by it."""

from __future__ import annotations

import logging

import pytest

from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, Draft
from dashboard.staff.desk import denials
from dashboard.staff.journal import now
from tests.staff.conftest import Browser, Someone, hired


@pytest.fixture(autouse=True)
def lines(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    denials._told.clear()
    caplog.set_level(logging.WARNING, denials.__name__)
    return caplog


@pytest.fixture
def reader(someone: Someone) -> Browser:
    return someone(StaffRole.READER)


def test_a_refused_role_is_told_with_the_account_and_the_address_alone(
    reader: Browser, lines: pytest.LogCaptureFixture
) -> None:
    assert reader.open("/agents/journal?de=secret").status_code == 403
    reader.open("/agents/tables/lieux%0Afaux/nouvelle")
    assert lines.messages == [
        "refus 403 au compte 1 de exemple : GET /agents/journal",
        "refus 403 au compte 1 de exemple : GET /agents/tables/lieux%0Afaux/nouvelle",
    ]


def test_a_draft_of_another_territory_is_told_and_an_address_that_leads_nowhere_is_not(
    reader: Browser, base: StaffBase, lines: pytest.LogCaptureFixture
) -> None:
    hired(base, StaffRole.EDITOR, "ailleurs")
    with base.unit() as unit:
        owner = unit.query(Account).filter_by(territory="ailleurs").one()
        told = {"file": "a.csv", "checksum": "", "state": "prêt", "found": {}}
        unit.add(Draft(territory="ailleurs", owner=owner.id, created=now(), base=0, **told))
    for where in ("brouillons/1", "nulle-part", "tables/rien"):
        assert reader.open(f"/agents/{where}").status_code == 404
    assert lines.messages == ["refus 404 au compte 1 de exemple : GET /agents/brouillons/1"]


def test_nobody_fills_the_log_and_what_others_are_refused_is_still_told(
    reader: Browser, someone: Someone, lines: pytest.LogCaptureFixture
) -> None:
    for _ in range(denials.MOST + 5):
        reader.open("/agents/journal")
    assert len(lines.messages) == denials.MOST
    assert lines.messages[-1].endswith("(les suivants ne sont plus dits pendant une minute)")
    someone(StaffRole.WRITER).open("/agents/journal")
    assert lines.messages[-1] == "refus 403 au compte 2 de exemple : GET /agents/journal"
    denials._told.expire(denials._told.timer() + denials.WITHIN)
    reader.open("/agents/journal")
    assert lines.messages[-1] == "refus 403 au compte 1 de exemple : GET /agents/journal"


def test_who_is_not_signed_in_is_sent_to_the_door_and_nothing_is_told(
    anyone: Browser, lines: pytest.LogCaptureFixture
) -> None:
    assert anyone.open("/agents/journal").status_code == 303
    assert lines.messages == []
