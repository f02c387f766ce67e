"""The service itself, at length: a crowd while publications appear and workers die, and questions
padded so that memory fills."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks import measure
from tests.conftest import ROOT
from tests.hostile import question
from tests.publication.stopped import changed
from tests.service import Service, answered, running

pytestmark = [pytest.mark.attaque, pytest.mark.timeout(3_000)]

SLUG = "grand-chambery"
UPDATE = "/_dash-update-component"
JSON = {"Content-Type": "application/json", "Accept-Encoding": "br"}
READERS, SECONDS, BLOWS = 300, 30, 5
VIEWS = ("pilier=emploi", "pilier=cohesion-sociale", "annee=2016", "annee=2018&pilier=emploi")
PADDED, PADDING, MEMORY = 5_000, 50_000, 150.0
"""Questions, bytes added to each, megabytes of a worker."""


def asked(port: int, view: str) -> bytes:
    """What the home page asks when its address becomes that view."""
    page = answered(f"http://127.0.0.1:{port}/", 30).decode()
    return json.dumps(question(page, f"?{view}")).encode()


def failure(port: int, body: bytes) -> str:
    """Why that question had no answer; empty where it had one."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{UPDATE}", body, JSON)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            answer.read()
    except urllib.error.HTTPError as error:
        return str(error.code)
    except (OSError, http.client.HTTPException) as error:
        return type(getattr(error, "reason", error)).__name__
    return ""


CUT = ("RemoteDisconnected", "ConnectionResetError", "BrokenPipeError")
"""How a connection ends whose worker is killed."""


def blows(service: Service, folder: Path, var: Path) -> set[int]:
    """Publish, then kill the worker started last, as often as said; the workers killed."""
    place = ["--territoire", SLUG, "--donnees", str(folder.parent), "--var", str(var)]
    killed = set()
    for turn in range(BLOWS):
        time.sleep(SECONDS / (BLOWS + 1))
        changed(folder, turn)
        command = [sys.executable, "-m", "dashboard", "publier", *place]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        killed.add(service.workers()[-1])
        os.kill(service.workers()[-1], signal.SIGKILL)
    return killed


def test_a_crowd_loses_only_the_answers_of_the_workers_killed(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "data" / SLUG, tmp_path / SLUG))
    settings = {"VAR": str(tmp_path / "var"), "TERRITOIRE": SLUG, "DONNEES": str(tmp_path)}
    with running(settings, tmp_path / "journal") as service:
        bodies = [asked(service.port, view) for view in VIEWS]
        start = time.monotonic() + 1

        def reader(rank: int) -> list[str]:
            found = []
            for turn in range(SECONDS):
                time.sleep(max(0.0, start + rank / READERS + turn - time.monotonic()))
                found.append(failure(service.port, bodies[(rank + turn) % len(bodies)]))
            return found

        with ThreadPoolExecutor(READERS + 1) as pool:
            trouble = pool.submit(blows, service, folder, tmp_path / "var")
            ends = Counter(end for found in pool.map(reader, range(READERS)) for end in found)
            assert len(trouble.result()) == BLOWS
    print(dict(ends))  # noqa: T201 - read with -s, by who reports the counts
    lost = sum(ends.pop(cut, 0) for cut in CUT)
    # A busy machine sends some back with 503, as it should: to be run on a quiet one.
    assert ends == {"": READERS * SECONDS - lost}, os.getloadavg()
    assert lost <= BLOWS * READERS / 10


def test_padded_questions_leave_every_worker_small(tmp_path: Path) -> None:
    settings = {"VAR": str(tmp_path / "var"), "TERRITOIRE": SLUG}
    with running(settings, tmp_path / "journal") as service:
        body = asked(service.port, VIEWS[0])
        line = http.client.HTTPConnection("127.0.0.1", service.port, timeout=30)
        for rank in range(PADDED):
            line.request("POST", UPDATE, body + b" " * (PADDING + rank), JSON)
            answer = line.getresponse()
            assert (answer.status, len(answer.read()) > 0) == (200, True)
        line.close()
        held = [measure.resident(worker) for worker in service.workers()]
    print(held)  # noqa: T201 - read with -s, by who reports the measures
    assert max(held) < MEMORY
