"""A file as an office suite shows it, where one is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from dashboard.documents.value import PrintedView
from tests.documents import tagged
from tests.documents.test_fiche import packed

WRITTEN: dict[tuple[str, ...], bytes] = {}
"""Files by their form, their publication and their name: each is written once for all tests."""


def written(one: PrintedView, form: Any) -> bytes:
    """The file of a document in that form, a module of ``dashboard.documents``."""
    key = (form.__name__, one.imprint.publication, one.file_name, one.title)
    if key not in WRITTEN:
        WRITTEN[key] = form.written(one)
    return WRITTEN[key]


def shown(content: bytes, name: str, folder: Path) -> str:
    """The letters of every page that LibreOffice makes of that file; skipped where it is absent."""
    suite = shutil.which("soffice")
    if suite is None:
        pytest.skip("LibreOffice n’est pas installé : le fichier n’est pas ouvert")
    (folder / name).write_bytes(content)
    home = f"-env:UserInstallation=file://{folder}/home"
    command = [suite, home, "--headless", "--convert-to", "pdf", name]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=240)
    made = (folder / name).with_suffix(".pdf")
    return packed(" ".join(tagged.texts(made.read_bytes())))
