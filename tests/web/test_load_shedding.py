"""Beyond a queue that can be answered, readers are told to come back; nobody is left hanging."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from typing import Any

import pytest

from dashboard.web import load_shedding, refusal
from dashboard.web.load_shedding import LoadShedder


def app(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    start_response("200 OK", [])
    return [b"servi"]


def answer(waiting: int, path: str = "/") -> tuple[str, dict[str, str], bytes]:
    told: list[Any] = []
    keeper = LoadShedder(app, lambda: waiting, most=10)
    body = b"".join(keeper({"PATH_INFO": path}, lambda *said: told.extend(said)))
    return told[0], dict(told[1]), body


def test_a_queue_that_can_be_answered_is() -> None:
    assert answer(10)[::2] == ("200 OK", b"servi")


def test_beyond_it_a_plain_french_page_says_when_to_come_back() -> None:
    status, headers, body = answer(11)
    assert status.startswith("503")
    assert headers["Retry-After"] == str(refusal.PATIENCE)
    assert int(headers["Content-Length"]) == len(body)
    assert "Réessayez dans" in body.decode()


def test_probes_are_always_answered() -> None:
    assert answer(11, "/sante")[0] == "200 OK"


@pytest.mark.skipif(not hasattr(socket, "TCP_INFO"), reason="ce système ne dit pas sa file")
def test_the_queue_counts_who_was_not_taken_yet() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(20)
        waiting = [socket.create_connection(listening.getsockname()) for _ in range(7)]
        assert load_shedding.backlog(listening) == 7
        listening.accept()[0].close()
        assert load_shedding.backlog(listening) == 6
        for one in waiting:
            one.close()


def test_where_the_system_cannot_tell_everybody_is_let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as closed:
        monkeypatch.delattr(socket, "TCP_INFO", raising=False)
        assert load_shedding.backlog(closed) == 0
