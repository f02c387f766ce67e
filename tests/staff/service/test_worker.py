"""No slow client holds the staff site: a small application behind its worker, apart."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from dashboard.staff.service import worker
from dashboard.staff.service.worker import TimedSocket
from tests.conftest import ROOT
from tests.service import free_port

HEAD = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n"
CODE = """
import sys
from dashboard.staff.service import worker
from dashboard.web.serving import Server, guarded

worker.WITHIN = 0.5

def app(asked, answer):
    size = len(asked["wsgi.input"].read())
    answer("200 OK", [("Content-Type", "text/plain")])
    return [str(size).encode()]

given = {"bind": f"127.0.0.1:{sys.argv[1]}", "worker_class": worker.UnhurriedWorker, "threads": 4}
Server(app, {**guarded(), **given}).run()
"""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    found = free_port()
    with subprocess.Popen([sys.executable, "-c", CODE, str(found)], cwd=ROOT) as process:
        try:
            _wait(found)
            yield found
        finally:
            process.terminate()


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail("le service n’a pas démarré")


def asked(port: int, data: bytes | None = None) -> tuple[str, float]:
    began = time.monotonic()
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", data, timeout=30) as answer:
        return answer.read().decode(), time.monotonic() - began


def test_mute_clients_take_no_thread_and_slow_ones_are_given_up(port: int) -> None:
    with ExitStack() as lines:
        for rank in range(40):
            line = lines.enter_context(socket.create_connection(("127.0.0.1", port), 10))
            if rank % 2:
                line.sendall(HEAD if rank % 4 == 1 else HEAD[:20])
        said, seconds = asked(port)
    assert said == "0"
    assert seconds < 20, "vingt lents sur quatre fils, une demi-seconde chacun"


def test_an_upload_that_comes_is_read_whole(port: int) -> None:
    assert asked(port, b"x" * 3_000_000)[0] == "3000000"


def test_a_request_has_its_time_from_its_first_byte_and_more_as_it_comes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker, "WITHIN", 0.2)
    monkeypatch.setattr(worker, "RATE", 10)
    client, accepted = socket.socketpair()
    with client, TimedSocket(accepted) as served:
        served.setblocking(True)
        client.sendall(b"twenty bytes, or two s")
        assert served.recv(100) == b"twenty bytes, or two s"
        time.sleep(0.3)
        client.sendall(b"more")
        assert served.recv(100) == b"more"
        served.setblocking(True)
        with pytest.raises(ConnectionResetError):
            served.recv(100)
