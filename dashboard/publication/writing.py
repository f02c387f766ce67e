"""Writing that a power cut cannot halve, and what to say when the disk refuses."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import tempfile
from pathlib import Path

from dashboard.publication import steps
from dashboard.schema import Problem
from dashboard.schema.problem import quote
from dashboard.system import disk
from dashboard.system.disk import DRAFT

FULL = ("Le disque est plein : la publication n’a pas pu être écrite.", "Faites de la place.")
CLOSED = ("{place} n’est pas ouvert en écriture à cet utilisateur.", "Rendez-le inscriptible.")
NO_FOLDER = ("{place} n’est pas un dossier.", "Donnez un autre dossier par --var.")
GONE = ("{place} a disparu pendant la publication.", "Relancez-la.")
REASONS = {
    **dict.fromkeys(disk.FULL, FULL),
    **dict.fromkeys(disk.CLOSED, CLOSED),
    **dict.fromkeys((errno.ENOTDIR, errno.EEXIST), NO_FOLDER),
    errno.ENOENT: GONE,
}


def problem(error: OSError | sqlite3.Error, var: Path) -> Problem:
    """Why the disk refused, with the remedy."""
    message, remedy = _said(error)
    place = quote(str(getattr(error, "filename", None) or var))
    return Problem("", 0, "", "", message.format(place=place), remedy)


def _said(error: OSError | sqlite3.Error) -> tuple[str, str]:
    if isinstance(error, sqlite3.Error):
        full = getattr(error, "sqlite_errorcode", 0) & 0xFF in disk.FULL_SQLITE
        return FULL if full else ("La base de {place} n’a pas pu être écrite.", "Relancez.")
    if error.errno is None:  # numpy's: fewer bytes were written than it wanted
        return FULL
    unknown = f"{{place}} n’a pas pu être écrit ou lu (erreur système {error.errno})."
    return REASONS.get(error.errno, (unknown, "Vérifiez le disque."))


def draft(beside: Path) -> Path:
    """A new empty folder, on the same disk as what it will replace."""
    beside.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=DRAFT, dir=beside))
    made.chmod(0o755)
    return made


def settle(folder: Path) -> None:
    """Have every file of that folder, and the folder itself, on the disk when this returns."""
    for path in (*folder.rglob("*"), folder):
        disk.settle(path)
    steps.reached("disque")


def replace(path: Path, text: str, step: str) -> None:
    """Put that text in place of the file, in one act that outlives a power cut."""
    made = path.with_name(f"{DRAFT}{path.name}")
    made.write_text(text, encoding="utf-8")
    disk.settle(made)
    steps.reached(f"{step}-ecrit")
    made.replace(path)
    disk.settle(path.parent)
    steps.reached(step)


def move(folder: Path, target: Path) -> None:
    """Rename that folder, in one act that outlives a power cut."""
    folder.replace(target)
    disk.settle(target.parent)


def discard(folder: Path) -> None:
    """Remove that folder: whoever is stopped half-way leaves a draft, which the next tidies."""
    aside = folder.with_name(f"{DRAFT}{folder.name}")
    shutil.rmtree(aside, ignore_errors=True)
    folder.replace(aside)
    steps.reached("ecart")
    shutil.rmtree(aside, ignore_errors=True)
