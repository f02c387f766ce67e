"""The service is bounded, and compresses its files beside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.store import Store
from dashboard.web import server
from dashboard.web.factory import create_app
from dashboard.web.patient import Patient

COMPRESSED = """
import os, sys
from pathlib import Path
from dashboard.web import server
from dashboard.web.factory import create_app

app = create_app(var=Path(sys.argv[1]), territory="exemple")
_, status = os.waitpid(server.compress(app), 0)
sys.exit(status)
"""
"""As the service does: where no other thread holds a lock that the child would wait for."""


def test_files_are_compressed_by_a_process_that_ends(var: Path) -> None:
    app = create_app(var=var, territory="exemple")
    folder = app.packer.folder
    assert folder is not None
    subprocess.run([sys.executable, "-c", COMPRESSED, str(var)], check=True, timeout=240)
    packed = {path.name for path in folder.iterdir()}
    wanted = {f"{asset.mark}.br" for asset in app.kit.all if asset.textual}
    assert wanted <= packed


def test_what_gunicorn_is_given_bounds_what_is_asked(
    example: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUVRIERS", "3")
    held = server.options(create_app(example), "127.0.0.1:1")
    assert (held["workers"], held["worker_class"], held["preload_app"]) == (3, Patient, True)
    assert held["timeout"] <= 30
    assert held["limit_request_line"] <= 4094
