"""The files of a version laid out as a folder, for what reads and writes folders."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.depot.version import Files


@contextmanager
def laid(files: Files, slug: str) -> Iterator[Path]:
    """A folder of its own that holds these files, named as the territory; removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="observatoire-") as home:
        folder = Path(home) / slug
        folder.mkdir()
        for name, content in files.items():
            (folder / name).write_bytes(content)
        yield folder


def lifted(folder: Path) -> dict[str, bytes]:
    """The files of such a folder, as they now are."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
