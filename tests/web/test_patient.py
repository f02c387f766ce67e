"""A worker that no slow client holds: the service itself, in a process of its own."""

from __future__ import annotations

import json
import socket
import threading
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from dashboard.web import refusal
from dashboard.web.patient import Patient
from tests.service import running

SECRET = "motcherche"
PROMISED = 1.0
"""Seconds in which the pulse answers."""


@dataclass(frozen=True)
class Live:
    """A service that answers: its port, its journal."""

    port: int
    journal: Path

    def get(self, path: str) -> tuple[int, float]:
        """The status of a page, and the seconds that it took."""
        start = time.monotonic()
        address = f"http://127.0.0.1:{self.port}{path}"
        with urllib.request.urlopen(address, timeout=20) as answer:
            answer.read()
        return int(answer.status), time.monotonic() - start

    def said(self, request: bytes) -> bytes:
        """Everything that comes back to these bytes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as line:
            line.sendall(request)
            return b"".join(iter(lambda: line.recv(65_536), b""))


@pytest.fixture(scope="module")
def live(var: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    journal = tmp_path_factory.mktemp("service") / "journal"
    settings = {"VAR": str(var), "TERRITOIRE": "exemple", "DEMANDES_PAR_ADRESSE": "2"}
    with running(settings, journal) as service:
        yield Live(service.port, journal)


def crowd(port: int, addresses: list[str], first: bytes) -> list[socket.socket]:
    """Connections from those addresses of this machine, each with its first bytes sent."""
    lines = []
    for address in addresses:
        line = socket.create_connection(("127.0.0.1", port), 10, (address, 0))
        line.send(first)
        lines.append(line)
    return lines


def drip(lines: list[socket.socket], over: threading.Event) -> None:
    """Send a header a second on each, for ever."""
    while not over.wait(1):
        for line in lines:
            try:
                line.send(b"X-Lent: oui\r\n")
            except OSError:
                continue


def held(live: Live, addresses: list[str], seconds: float) -> None:
    """Readers and the pulse are answered all along, however many others say nothing or little."""
    begun = b"GET /actions?q=motcherche HTTP/1.1\r\nHost: a\r\n"
    silent, slow = crowd(live.port, addresses, b""), crowd(live.port, addresses, begun)
    over = threading.Event()
    dripping = threading.Thread(target=drip, args=(slow, over))
    dripping.start()
    answered = 0
    try:
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            status, took = live.get("/sante")
            assert (status, took < PROMISED) == (200, True), took
            assert live.get("/")[0] == 200
            answered += 1
    finally:
        over.set()
        dripping.join()
        for line in (*silent, *slow):
            line.close()
    assert answered > 0


def test_silent_and_slow_connections_freeze_nobody(live: Live) -> None:
    held(live, ["127.0.0.1"] * 20, 3)


@pytest.mark.attaque
@pytest.mark.parametrize("several", [False, True], ids=["une-adresse", "cinquante-adresses"])
def test_fifty_silent_and_fifty_slow_connections_freeze_nobody(live: Live, several: bool) -> None:
    addresses = [f"127.0.0.{rank + 2}" if several else "127.0.0.1" for rank in range(50)]
    held(live, addresses, 25)


def test_a_reader_that_takes_its_answer_slowly_holds_nobody(live: Live) -> None:
    asked = b"GET /statique/vendor/plotly.min.js HTTP/1.1\r\nHost: a\r\n\r\n"
    lines = crowd(live.port, ["127.0.0.1"] * 20, asked)
    try:
        time.sleep(0.5)
        assert live.get("/sante")[1] < PROMISED
        assert live.get("/")[0] == 200
    finally:
        for line in lines:
            line.close()


REFUSED = {
    "ligne": (b"zut\r\n\r\n", 400),
    "methode": (b"get / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    "version": (b"GET / HTTP/9.9\r\nHost: a\r\n\r\n", 400),
    "adresse-longue": (b"GET /?q=" + b"a" * 9_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", 414),
    "en-tetes": (b"GET / HTTP/1.1\r\nHost: a\r\n" + b"A: b\r\n" * 99 + b"\r\n", 431),
    "hote": (b"GET / HTTP/1.1\r\nHost: [x\r\n\r\n", 400),
    "deux-hotes": (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
    "morceaux": (b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 411),
    "longueur": (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", 400),
    "attente": (b"GET / HTTP/1.1\r\nHost: a\r\nExpect: zut\r\n\r\n", 417),
    "octet-nul": (b"GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_read_is_refused_in_french_with_the_headers_of_every_answer(
    live: Live, kind: str
) -> None:
    request, code = REFUSED[kind]
    secret = request.replace(b"Host: a\r\n", b"Host: a\r\nX-Mot: motcherche\r\n")
    head, _, body = live.said(
        secret.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    ).partition(b"\r\n\r\n")
    assert head.split()[1] == str(code).encode(), head
    for name in (*refusal.SECURITY, "Content-Security-Policy"):
        assert f"\r\n{name}: ".encode() in head, head
    assert refusal.SENTENCES[code][1].encode() in body


def test_a_body_too_large_is_refused_to_a_client_that_goes_on_sending(live: Live) -> None:
    head = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n"
    assert live.said(head + b"x" * 3_000_000).startswith(b"HTTP/1.1 413")


def test_the_place_of_the_site_is_never_taken_from_a_header(live: Live) -> None:
    asked = b"GET / HTTP/1.1\r\nHost: a\r\nSCRIPT_NAME: /zut\r\nConnection: close\r\n\r\n"
    answer = live.said(asked)
    assert answer.startswith(b"HTTP/1.1 200")
    assert b"/zut" not in answer


class Ended(Exception):
    """The process would have ended."""


def test_an_answer_that_never_ends_ends_its_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(_: int) -> None:
        raise Ended

    monkeypatch.setattr("dashboard.web.patient.os._exit", ended)
    worker = Patient.__new__(Patient)
    worker.cfg = SimpleNamespace(timeout=30)
    worker.log = SimpleNamespace(critical=lambda _: None)
    worker._running = {object(): time.monotonic() - 29}  # type: ignore[dict-item]
    worker._give_up()
    worker._running = {object(): time.monotonic() - 31}  # type: ignore[dict-item]
    with pytest.raises(Ended):
        worker._give_up()


def test_two_requests_may_follow_on_one_connection(live: Live) -> None:
    one = b"GET /robots.txt HTTP/1.1\r\nHost: a\r\n"
    answer = live.said(one + b"\r\n" + one + b"Connection: close\r\n\r\n")
    assert answer.count(b"HTTP/1.1 200") == 2


def test_one_address_behind_the_front_server_takes_no_more_than_its_share(live: Live) -> None:
    asked = (
        b"GET /actions?annee=%d HTTP/1.1\r\nHost: a\r\n"
        b"X-Forwarded-For: 10.7.7.7\r\nConnection: close\r\n\r\n"
    )
    lines = crowd(live.port, ["127.0.0.1"] * 40, b"")
    for rank, line in enumerate(lines):
        line.send(asked % rank)
    codes = {line.recv(65_536).split()[1] for line in lines}
    for line in lines:
        line.close()
    assert codes == {b"200", b"429"}
    assert live.get("/")[0] == 200


def test_the_journal_tells_neither_words_nor_addresses(live: Live) -> None:
    live.said(b"GET /?q=motcherche zut HTTP/1.1\r\nHost: a\r\n\r\n")
    told = live.journal.read_text(encoding="utf-8")
    assert "demande refusée" in told
    for line in told.splitlines():
        assert json.loads(line)["message"]
        assert len(line) < 400
    assert SECRET not in told
    assert "127.0.0.1" not in told
    assert "10.7.7.7" not in told
