"""Nobody asks without end: so many acts in a row, then one for each part of an hour."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.staff import journal
from dashboard.staff.accounts import allowance
from dashboard.staff.accounts.attempts import Door
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Attempt, Draft
from dashboard.staff.settings import StaffSettings
from tests.staff.conftest import ON_BOTH, Someone

NONE = dt.timedelta()


@ON_BOTH
def test_the_allowance_is_one_for_every_server_and_comes_back_with_time(
    base: StaffBase, settings: StaffSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, door = journal.now(), Door("quelqu’un", 4)
    later, other = [NONE], StaffBase(settings.base)
    monkeypatch.setattr(allowance, "now", lambda: start + later[0])

    def asked(server: StaffBase) -> dt.timedelta:
        with server.unit() as unit:
            return allowance.asked(unit, door)

    quarter = dt.timedelta(minutes=15)
    assert [asked(server) for server in (base, other, base, other)] == [NONE] * 4
    assert (asked(base), asked(other)) == (quarter, quarter)
    later[0] = quarter
    assert (asked(other), asked(base)) == (NONE, quarter)
    later[0] = 100 * quarter
    assert [asked(base) for _ in range(5)] == [NONE] * 4 + [quarter]
    with base.unit() as unit:
        assert allowance.asked(unit, Door("une autre", 4)) == NONE


def test_who_asks_too_much_is_told_when_to_come_back_before_anything_is_read(
    someone: Someone, base: StaffBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = journal.now()
    monkeypatch.setattr(allowance, "now", lambda: moment)
    monkeypatch.setenv("ACTES_PAR_HEURE", "2")
    writer, editor = someone(StaffRole.WRITER), someone(StaffRole.EDITOR)
    for name in ("un.csv", "deux.csv"):
        assert "/travaux/" in writer.load(name, b"a;b\n").headers["Location"]
    answer = writer.load("trois.csv", b"a;b\n")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "1800")
    assert "réessayez dans 30 minutes" in answer.text.replace("\N{NO-BREAK SPACE}", " ")
    assert writer.client.post("/agents/deposer").status_code == 429
    for act in ("controler", "supprimer"):
        assert writer.client.post(f"/agents/brouillons/1/{act}").status_code == 429
    with base.unit() as unit:
        assert unit.query(Draft).count() == 2
    assert editor.load("quatre.csv", b"a;b\n").status_code == 303
    for act in ("connexions/fermer", "deconnexion"):
        writer.open("/agents/connexions")
        assert writer.send(f"/agents/{act}").status_code == 303


def test_an_operator_may_let_as_many_acts_through_as_come(
    someone: Someone, base: StaffBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTES_PAR_HEURE", "0")
    assert someone(StaffRole.WRITER).load("un.csv", b"a;b\n").status_code == 303
    with base.unit() as unit:
        assert unit.query(Attempt).count() == 0
