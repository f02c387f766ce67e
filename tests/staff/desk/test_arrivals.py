"""So many bytes of files arrive at once, and no more."""

from __future__ import annotations

import io

import pytest
from gunicorn.http.errors import InvalidChunkSize

from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.desk import arriving
from dashboard.staff.desk.arrivals import AT_ONCE, Arrivals
from dashboard.staff.drafts.sent_file import largest
from tests.staff.conftest import Someone

pytestmark = pytest.mark.usefixtures("here")


def test_a_file_waits_until_others_leave_their_room() -> None:
    held = Arrivals()
    assert [held.take(10, 10) for _ in range(AT_ONCE + 1)] == [True] * AT_ONCE + [False]
    held.leave(10)
    assert held.take(10, 10)
    assert not held.take(1, 10)


def test_who_comes_while_too_many_files_arrive_is_told_to_come_again(
    someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = someone(StaffRole.WRITER)
    monkeypatch.setattr(arriving, "FORM", -largest())
    answer = writer.load("liste.csv", b"a;b\n1;2\n")
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) == arriving.AGAIN
    monkeypatch.undo()
    assert writer.load("liste.csv", b"a;b\n1;2\n").status_code == 303


def test_a_file_that_arrived_leaves_its_room(someone: Someone) -> None:
    writer = someone(StaffRole.WRITER)
    for _ in range(3):
        assert writer.load("liste.csv", b"a;b\n1;2\n").status_code == 303
    assert writer.client.application.extensions["agents"].arrivals._held == 0


class Broken(io.BytesIO):
    """What a server reads of a body whose pieces do not say their size."""

    def readinto(self, _: object) -> int:
        raise InvalidChunkSize(b"Mme Durand")


def test_what_arrives_broken_is_refused_and_quoted_in_no_log(
    someone: Someone, caplog: pytest.LogCaptureFixture
) -> None:
    writer = someone(StaffRole.WRITER)
    body, form = Broken(b"--b"), "multipart/form-data; boundary=b"
    answer = writer.client.post("/agents/deposer", input_stream=body, content_type=form)
    assert answer.status_code == 400
    assert "Durand" not in caplog.text
