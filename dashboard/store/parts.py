"""The parts of a publication: what its manifest says of them, and whether they are so still."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

MANIFEST = "manifeste.json"
PARTS = "parties"
SEAL = "sceau"

Manifest = dict[str, Any]


def described(folder: Path) -> dict[str, list[object]]:
    """Every file of that folder by its name: its bytes and the hash of its content."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): [path.stat().st_size, _hash(path)]
        for path in files
        if path.name != MANIFEST
    }


def sealed(manifest: Manifest) -> Manifest:
    """The manifest with its own hash."""
    return {**manifest, SEAL: _seal(manifest)}


def read(folder: Path) -> Manifest | None:
    """The manifest of that publication; None where it is missing or not what was written."""
    try:
        held = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    whole = isinstance(held, dict) and held.get(SEAL) == _seal(held)
    return held if whole else None


def damage(folder: Path, deep: bool = False) -> str:
    """What is wrong with that publication, in French; empty for a whole one.

    Sizes are always compared with the manifest; contents too where ``deep``.
    """
    manifest = read(folder)
    if manifest is None:
        return f"{MANIFEST} manque ou a changé"
    parts: dict[str, list[Any]] = manifest[PARTS]
    found = (_wrong(folder / name, *said, deep=deep) for name, said in parts.items())
    return next(filter(None, found), "")


def _wrong(path: Path, size: int, content: str, *, deep: bool) -> str:
    try:
        held = path.stat().st_size
        same = not deep or held != size or _hash(path) == content
    except OSError:
        return f"{path.name} manque ou ne se lit pas"
    if held != size:
        return f"{path.name} compte {held} octets au lieu de {size}"
    return "" if same else f"le contenu de {path.name} a changé"


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _seal(manifest: Manifest) -> str:
    said = {name: value for name, value in manifest.items() if name != SEAL}
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
