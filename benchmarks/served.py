"""The product as it is served: its own process, two workers, a port of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START = """import sys
from pathlib import Path
from dashboard.web.server import serve
serve('127.0.0.1', int(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))"""


@dataclass(frozen=True)
class Service:
    """A server that answers: its address, the seconds that it took to, its process."""

    address: str
    seconds: float
    pid: int


@contextmanager
def served(var: Path, slug: str) -> Iterator[Service]:
    """The product on that publication, for as long as it is asked."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = time.perf_counter()
    command = [sys.executable, "-c", START, str(port), slug, str(var)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        answered(f"http://127.0.0.1:{port}/sante")
        yield Service(f"http://127.0.0.1:{port}/", time.perf_counter() - start, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(20)


def answered(address: str) -> None:
    """Wait until that address answers, a minute at least; TimeoutError where it does not."""
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(address)
