"""The product as it is served, in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.memory import children

ROOT = Path(__file__).resolve().parent.parent


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answered(address: str, seconds: float) -> bytes:
    """What that address answers, as soon as it does."""
    limit = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return bytes(answer.read())
        except (urllib.error.URLError, OSError):
            if time.monotonic() > limit:
                raise
            time.sleep(0.2)


WORKERS = 2


@dataclass(frozen=True)
class Service:
    """A service that answers: its port, its process."""

    port: int
    pid: int

    def workers(self) -> list[int]:
        """The processes that answer, the one started last at the end: not the one that compresses
        files beside them, which is older."""
        return children(self.pid)[-WORKERS:]


SERVE = ("-m", "dashboard", "servir")
"""How the product is served."""


@contextmanager
def running(
    settings: dict[str, str], journal: Path, command: Sequence[str] = SERVE
) -> Iterator[Service]:
    """A service with those settings, which writes its journal in that file.

    ``command`` is what Python is told to run.
    """
    port = free_port()
    ours = {"PORT": str(port), "OUVRIERS": str(WORKERS), "AGENTS": "non"}
    environment = {**os.environ, **ours, **settings}
    with (
        journal.open("wb") as errors,
        subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        ) as service,
    ):
        try:
            answered(f"http://127.0.0.1:{port}/sante", 180)
            yield Service(port, service.pid)
        finally:
            service.terminate()
            try:
                service.wait(30)
            except subprocess.TimeoutExpired:
                service.kill()
