"""What runs beside the public sites comes back when it dies, and ends with them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.memory import children
from tests.conftest import ROOT
from tests.service import answered, free_port

SERVED = """
import os, sys
from dashboard.system.processes import Revived
from dashboard.web.serving import Server, guarded

def app(environ, start):
    start("200 OK", [])
    return [b"la page"]

beside = [sys.executable, "-c", os.environ["VOISIN"], str(os.getpid())]
sidecar = Revived("le site voisin", lambda: os.posix_spawn(beside[0], beside, os.environ))
Server(app, {"bind": f"127.0.0.1:{sys.argv[1]}", **guarded()}, [sidecar]).run()
"""
READY, FINISHED = "le voisin travaille", "le voisin a fini"
SIDECAR = f"""
import signal, sys, time
from dashboard.system import processes
def finish(*_):
    time.sleep(1)
    sys.exit("{FINISHED}")
signal.signal(signal.SIGTERM, finish)
processes.follow_parent(int(sys.argv[1]))
print("{READY}", file=sys.stderr)
time.sleep(60)
"""
SOON = 15.0
"""Seconds in which what died is back, on a busy machine."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[int, subprocess.Popen[bytes], Path]]:
    """A service with a sidecar: its port, its process, its journal."""
    port, journal = free_port(), tmp_path / "journal"
    command = [sys.executable, "-c", SERVED, str(port)]
    home = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    environment = {**os.environ, **home, "VOISIN": SIDECAR}
    with (
        journal.open("wb") as told,
        subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=told
        ) as service,
    ):
        answered(f"http://127.0.0.1:{port}/", 60)
        yield port, service, journal
        service.kill()


def until(true: Callable[[], bool]) -> bool:
    """Whether that becomes true soon."""
    limit = time.monotonic() + SOON
    while not true() and time.monotonic() < limit:
        time.sleep(0.1)
    return true()


def beside(service: int) -> list[int]:
    """The processes of that service that are no workers."""
    return [child for child in children(service) if b"follow_parent" in said(child)]


def said(process: int) -> bytes:
    """What that process was asked to run; empty where it is gone."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def files(process: int) -> list[str]:
    """What that process holds open."""
    return [str(held.readlink()) for held in Path(f"/proc/{process}/fd").iterdir()]


def is_free(port: int) -> bool:
    """Whether someone else may listen there."""
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return tried.connect_ex(("127.0.0.1", port)) != 0


READS = pytest.mark.skipif(sys.platform != "linux", reason="les processus se lisent dans /proc")


@READS
def test_a_sidecar_that_is_killed_comes_back_and_ends_with_the_service(
    served: tuple[int, subprocess.Popen[bytes], Path],
) -> None:
    port, service, journal = served
    assert not list(journal.parent.rglob("*.ctl")), "gunicorn s’ouvre à des ordres"
    (first,) = beside(service.pid)
    os.kill(first, signal.SIGKILL)
    assert until(lambda: len(set(beside(service.pid)) - {first}) == 1)
    assert answered(f"http://127.0.0.1:{port}/", SOON) == b"la page"
    assert "le site voisin s’est arrêté" in journal.read_text(encoding="utf-8")
    (second,) = beside(service.pid)
    assert not [held for held in files(second) if held.startswith("socket:")], "it holds an address"
    service.kill()
    assert until(lambda: not said(second)), "an orphan is left"
    assert until(lambda: is_free(port))


@READS
def test_a_service_told_to_stop_waits_for_what_its_sidecar_has_to_finish(
    served: tuple[int, subprocess.Popen[bytes], Path],
) -> None:
    _, service, journal = served
    until(lambda: READY in journal.read_text(encoding="utf-8"))
    service.terminate()
    assert service.wait(SOON) == 0
    assert FINISHED in journal.read_text(encoding="utf-8")
