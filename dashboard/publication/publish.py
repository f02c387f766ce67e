"""Publish, list, roll back. A refused table changes nothing: the last publication stays served."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.publication import sources as reading
from dashboard.publication.check import problems_of
from dashboard.publication.freeze import freeze
from dashboard.publication.sources import Refused, Sources
from dashboard.schema import Problem, Problems
from dashboard.store.held import PUBLICATIONS, pointer

KEPT = 10


@dataclass(frozen=True, slots=True)
class Report:
    """What a publication did. ``digest`` is empty where it was refused.

    ``problems`` holds what forbade it, ``remarks`` what deserves a look and forbids nothing.
    """

    digest: str
    created: bool
    problems: Problems = ()
    remarks: Problems = ()
    counts: tuple[tuple[str, int], ...] = ()
    changes: tuple[str, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether the territory is now served from this publication."""
        return bool(self.digest)


def publish(folder: Path, var: Path) -> Report:
    """Make and point to the publication of that folder; never raises on a bad table."""
    try:
        name = reading.digest(folder)
        slug = folder.name
        target = var / PUBLICATIONS / name
        if (target / "manifeste.json").is_file():
            created = _current(var, slug) != name
            _point(var, slug, name)
            return Report(name, created, counts=_counts(target))
        return _make(folder, var, name)
    except Refused as error:
        return Report("", False, (error.problem,))


def _make(folder: Path, var: Path, name: str) -> Report:
    sources = reading.load(folder)
    found = problems_of(sources)
    problems = tuple(item for item in found if item.blocking)
    remarks = tuple(item for item in found if not item.blocking)
    if problems:
        return Report("", False, problems, remarks)
    target = var / PUBLICATIONS / name
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".brouillon-", dir=target.parent))
    try:
        draft.chmod(0o755)
        changes = _changes(var, _current(var, folder.name), sources)
        freeze(sources, draft, name, changes)
        if target.exists():
            shutil.rmtree(target)
        draft.replace(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    _point(var, folder.name, name)
    _forget_oldest(var, folder.name)
    return Report(name, True, (), remarks, _counts(target), changes)


def rollback(var: Path, slug: str, digest: str | None = None) -> Report:
    """Serve an earlier publication again: the one named, else the one before the current."""
    held = [item["empreinte"] for item in listing(var, slug)]
    current = _current(var, slug)
    if digest is None:
        before = held[held.index(current) + 1 :] if current in held else held
        digest = before[0] if before else ""
    matches = [name for name in held if digest and name.startswith(digest)]
    if len(matches) != 1:
        return Report("", False, (_no_such(digest, held),))
    _point(var, slug, matches[0])
    return Report(matches[0], False, counts=_counts(var / PUBLICATIONS / matches[0]))


def _no_such(digest: str, held: list[str]) -> Problem:
    known = f"Publications gardées : {', '.join(held) or 'aucune'}."
    message = "Il n’y a pas de publication plus ancienne à laquelle revenir."
    if digest:
        message = f"Aucune publication ne s’appelle « {digest} »."
    return Problem("", 0, "", "", message, known)


def listing(var: Path, slug: str) -> tuple[dict[str, Any], ...]:
    """The manifests of the publications held for that territory, the newest first."""
    found = []
    for path in (var / PUBLICATIONS).glob("*/manifeste.json"):
        manifest = json.loads(path.read_text(encoding="utf-8"))
        if manifest.get("territoire") == slug:
            found.append(manifest)
    return tuple(sorted(found, key=lambda item: str(item["publie_le"]), reverse=True))


def _current(var: Path, slug: str) -> str:
    path = pointer(var, slug)
    return path.read_text(encoding="utf-8").strip() if path.is_file() else ""


def _point(var: Path, slug: str, name: str) -> None:
    path = pointer(var, slug)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_text(name, encoding="utf-8")
    draft.replace(path)


def _forget_oldest(var: Path, slug: str) -> None:
    current = _current(var, slug)
    for manifest in listing(var, slug)[KEPT:]:
        if manifest["empreinte"] != current:
            shutil.rmtree(var / PUBLICATIONS / manifest["empreinte"], ignore_errors=True)


def _counts(target: Path) -> tuple[tuple[str, int], ...]:
    manifest = json.loads((target / "manifeste.json").read_text(encoding="utf-8"))
    return tuple(sorted(manifest["comptes"].items()))


def _changes(var: Path, before: str, sources: Sources) -> tuple[str, ...]:
    """What differs from the publication served before, table by table."""
    path = var / PUBLICATIONS / before
    if not before or not (path / "manifeste.json").is_file():
        return ()
    old = dict(_counts(path))
    new = {name: len(frame) for name, frame in sources.tables.items()}
    return tuple(
        f"{table} : {old.get(table, 0)} → {new.get(table, 0)} lignes"
        for table in sorted({*old, *new})
        if old.get(table, 0) != new.get(table, 0)
    )
