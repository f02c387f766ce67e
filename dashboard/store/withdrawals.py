"""The publications that were withdrawn, each a file that says why to the public: no other trace of
them is kept."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = "retirees"
DIGEST = re.compile(r"[0-9a-f]{6,64}")


def place(var: Path, digest: str) -> Path:
    """The file of that publication."""
    return var / FOLDER / digest


def reason(var: Path, digest: str) -> str | None:
    """Why that publication was withdrawn, in French sentences for the public; None where it was
    not."""
    if not DIGEST.fullmatch(digest):
        return None
    try:
        return place(var, digest).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None


def every(var: Path) -> tuple[str, ...]:
    """The publications that were withdrawn; none where none ever was."""
    folder = var / FOLDER
    return tuple(sorted(path.name for path in folder.glob("[!.]*"))) if folder.is_dir() else ()


def state(var: Path) -> int:
    """A number that changes whenever a publication is withdrawn; 0 where none ever was."""
    try:
        return (var / FOLDER).stat().st_mtime_ns
    except FileNotFoundError:
        return 0
