"""What the process that follows a shared base last said: in a file, for the public service reaches
no base."""

from __future__ import annotations

import time
from pathlib import Path

from dashboard.system.disk import DRAFT

SILENT = 60.0
"""Seconds after which nobody follows any more."""
STOPPED = "Le suivi de la base partagée s’est arrêté : relancez le service."


def place(var: Path, slug: str) -> Path:
    """The file of that territory."""
    return var / f"suivi-{slug}"


def say(var: Path, slug: str, sentence: str) -> None:
    """Keep why what is served may be old; empty where it is not. OSError where the disk refuses."""
    path = place(var, slug)
    made = path.with_name(f"{DRAFT}{path.name}")
    made.write_text(sentence, encoding="utf-8")
    made.replace(path)


def forget(var: Path, slug: str) -> None:
    """Say that nothing is followed any more."""
    place(var, slug).unlink(missing_ok=True)


def alert(var: Path, slug: str) -> str:
    """Why what is served may be old; empty where it is not, or where nothing is followed."""
    path = place(var, slug)
    try:
        said, seen = path.read_text(encoding="utf-8"), path.stat().st_mtime
    except OSError:
        return ""
    return said or (STOPPED if time.time() - seen > SILENT else "")
