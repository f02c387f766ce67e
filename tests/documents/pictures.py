"""The pages of a PDF as pictures in shades of grey: what a copier prints."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

Picture = npt.NDArray[np.uint8]
INK = 245
"""What is darker holds ink: a hairline, seen from afar, is pale."""


def pages(content: bytes, folder: Path, per_inch: int = 40) -> list[Picture]:
    """Each page, 0 for black to 255 for white; skipped with its reason without poppler."""
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm (poppler) n’est pas installé : les pages ne sont pas regardées")
    (folder / "document.pdf").write_bytes(content)
    command = ["pdftoppm", "-gray", "-r", str(per_inch), "document.pdf", "page"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return [_read(path) for path in sorted(folder.glob("page-*.pgm"))]


def _read(path: Path) -> Picture:
    """A PGM: « P5 », width, height, the value of white, then a byte a pixel."""
    _, size, _, pixels = path.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    return np.frombuffer(pixels, dtype=np.uint8).reshape(height, width)


def tallest_white(picture: Picture) -> float:
    """The tallest band without ink, margins left aside, as a share of the page."""
    inked = np.flatnonzero(picture.min(axis=1) < INK)
    return float(np.diff(inked).max(initial=0)) / len(picture)


def margins(picture: Picture) -> tuple[float, float, float, float]:
    """What stays white above, at the right, below, at the left, as shares of the page."""
    rows = np.flatnonzero(picture.min(axis=1) < INK)
    columns = np.flatnonzero(picture.min(axis=0) < INK)
    tall, wide = picture.shape
    return (
        rows[0] / tall,
        1 - columns[-1] / wide,
        1 - rows[-1] / tall,
        columns[0] / wide,
    )
