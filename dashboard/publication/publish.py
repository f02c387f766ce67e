"""Publish, list, roll back. A refused table changes nothing: the last publication stays served."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from dashboard.postgres.address import Unreachable
from dashboard.postgres.trees import Damaged
from dashboard.publication import keeping, sharing, steps, writing
from dashboard.publication import sources as reading
from dashboard.publication.freeze import freeze
from dashboard.publication.judged import JudgedSources, judge
from dashboard.publication.sources import FORMAT, NotPublishable, Sources
from dashboard.schema import Problem, Problems
from dashboard.store import parts, publication_pointer, withdrawals
from dashboard.store.parts import Manifest

SAME_COUNTS = "Chaque table a autant de lignes qu’avant."


@dataclass(frozen=True, slots=True)
class Report:
    """What a publication did. ``digest`` is empty where it was refused.

    ``problems`` holds what forbade it, ``remarks`` what deserves a look and forbids nothing.
    ``repaired`` says what was wrong with the publication of the same sources that it replaces.
    """

    digest: str
    created: bool
    problems: Problems = ()
    remarks: Problems = ()
    counts: tuple[tuple[str, int], ...] = ()
    changes: tuple[str, ...] = ()
    repaired: str = ""

    @property
    def accepted(self) -> bool:
        """Whether the territory is now served from this publication."""
        return bool(self.digest)


def _quietly() -> None:
    """Wait for the other publisher without a word."""


def publish(
    folder: Path,
    var: Path,
    waiting: Callable[[], None] = _quietly,
    version: int = 0,
    apart: bool = False,
    known: JudgedSources | None = None,
) -> Report:
    """Make and point to the publication of that folder; never raises on a bad table or disk.

    A damaged one is made again. ``waiting`` is called where another publisher is at work.
    ``version`` is the number in the depot of what the folder holds; 0 where it comes from none.
    What is made ``apart`` is for this server alone, where others share its publications. What is
    ``known`` of the same files is not sought again.
    """
    act = partial(_publish, folder, var, version, known)
    return _alone(var, waiting, act) if apart else _shared(var, folder.name, waiting, act)


def served_version(var: Path, slug: str) -> int | None:
    """The version of the depot that is served, 0 for sources that come from none; None where
    nothing is served. Unreachable where the base that servers share is."""
    sharing.refresh(var, slug)
    folder = var / publication_pointer.PUBLICATIONS / publication_pointer.named(var, slug)
    try:
        held = parts.read(folder) or parts.read(publication_pointer.sound(var, slug).folder)
    except publication_pointer.NotPublished:
        return None
    return version_of(held)


def version_of(manifest: Manifest | None) -> int:
    """The version of the depot that a publication was made from, by its manifest; 0 where it comes
    from none."""
    return int((manifest or {}).get("version", 0))


def rollback(var: Path, slug: str, digest: str | None = None) -> Report:
    """Serve an earlier publication again: the one named, else the one before the current."""
    return _shared(var, slug, _quietly, partial(_rollback, var, slug, digest))


def _shared(var: Path, slug: str, waiting: Callable[[], None], act: Callable[[], Report]) -> Report:
    """What that act does, whose outcome every server that shares the base then has."""

    def done() -> Report:
        with sharing.together(var, slug):
            return act()

    return _alone(var, waiting, done)


def _alone(var: Path, waiting: Callable[[], None], act: Callable[[], Report]) -> Report:
    try:
        with keeping.alone(var, waiting):
            keeping.tidy(var)
            return act()
    except NotPublishable as error:
        return Report("", False, (error.problem,))
    except (Unreachable, Damaged) as error:
        return Report("", False, (Problem("", 0, "", "", sharing.said(error), ""),))
    except (OSError, sqlite3.Error) as error:
        return Report("", False, (writing.problem(error, var),))


def _publish(folder: Path, var: Path, version: int, known: JudgedSources | None) -> Report:
    name, slug = reading.digest(folder), folder.name
    _check_not_withdrawn(var, name)
    faults = {path: parts.damage(path, deep=True) for path in keeping.holding(var, name)}
    same = (path for path, wrong in faults.items() if not wrong)
    whole = next((path for path in same if version_of(parts.read(path)) == version), None)
    if whole is None:
        damaged = {path: wrong for path, wrong in faults.items() if wrong}
        held = known.of(folder) if known else judge(folder)
        return _make(held, var, damaged, version)
    created = publication_pointer.named(var, slug) != whole.name
    keeping.point(var, slug, whole)
    keeping.forget(var, slug, [path for path, wrong in faults.items() if wrong])
    return Report(name, created, counts=_counts(whole))


def _check_not_withdrawn(var: Path, name: str) -> None:
    said = withdrawals.reason(var, name)
    if said is not None:
        remedy = "Corrigez-les avant de publier."
        raise NotPublishable(Problem("", 0, "", "", f"Ces données sont retirées. {said}", remedy))


def _make(held: JudgedSources, var: Path, damaged: dict[Path, str], version: int) -> Report:
    if held.problems:
        return Report("", False, held.problems, held.remarks)
    name, sources, slug = held.digest, held.sources, held.sources.folder.name
    changes = _changes(var, slug, sources)
    draft = writing.draft(var / publication_pointer.PUBLICATIONS)
    try:
        steps.reached("brouillon")
        rank = keeping.take_rank(var, slug)
        freeze(sources, draft, name, changes, rank, version)
        writing.settle(draft)
        target = keeping.place(draft, var, name, rank)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    keeping.point(var, slug, target)
    keeping.forget(var, slug, list(damaged))
    repaired = next(iter(damaged.values()), "")
    return Report(name, True, (), held.remarks, _counts(target), changes, repaired)


def _rollback(var: Path, slug: str, digest: str | None) -> Report:
    held = dict(publication_pointer.every(var, slug))
    every = [folder for folder, manifest in held.items() if is_read(manifest)]
    if digest is None:
        asked = _older(every, publication_pointer.named(var, slug))
    else:
        asked = [folder for folder in held if digest and folder.name.startswith(digest)]
    if not asked or (digest and len({_digest(folder) for folder in asked}) > 1):
        return Report("", False, (_no_such(digest, every),))
    if asked[0] not in every:
        return Report("", False, (_outgrown(asked[0], held[asked[0]]),))
    whole = next((folder for folder in asked if not parts.damage(folder, deep=True)), None)
    if whole is None:
        return Report("", False, (_spoiled(asked[0]),))
    keeping.point(var, slug, whole)
    return Report(_digest(whole), False, counts=_counts(whole))


def _older(every: list[Path], current: str) -> list[Path]:
    names = [folder.name for folder in every]
    return every[names.index(current) + 1 :] if current in names else every


def _no_such(digest: str | None, every: list[Path]) -> Problem:
    known = f"Publications gardées : {', '.join(map(_digest, every)) or 'aucune'}."
    message = "Il n’y a pas de publication plus ancienne à laquelle revenir."
    if digest:
        message = f"Aucune publication ne s’appelle « {digest} »."
    return Problem("", 0, "", "", message, known)


def is_read(manifest: Manifest) -> bool:
    """Whether this version of the program reads the publication of that manifest."""
    return bool(manifest["format"] == FORMAT)


def _outgrown(folder: Path, manifest: Manifest) -> Problem:
    message = (
        f"La publication « {_digest(folder)} » est d’un format ancien : cette version du tableau "
        "de bord ne la lit pas."
    )
    number = version_of(manifest)
    again = f"Republiez la même version : python -m dashboard publier --version {number}."
    return Problem("", 0, "", "", message, again if number else "Publiez à nouveau ses sources.")


def _spoiled(folder: Path) -> Problem:
    wrong = parts.damage(folder, deep=True)
    message = f"La publication « {_digest(folder)} » est abîmée : {wrong}."
    return Problem("", 0, "", "", message, "Revenez à une autre.")


def listing(var: Path, slug: str) -> tuple[dict[str, Any], ...]:
    """The manifests of the publications held for that territory, the newest first."""
    return tuple(manifest for _, manifest in publication_pointer.every(var, slug))


def _digest(folder: Path) -> str:
    """The digest of a publication: one made again bears it before its rank."""
    return folder.name.partition(".")[0]


def _counts(folder: Path) -> tuple[tuple[str, int], ...]:
    manifest = parts.read(folder) or {}
    return tuple(sorted(manifest.get("comptes", {}).items()))


def _changes(var: Path, slug: str, sources: Sources) -> tuple[str, ...]:
    """The rows that each table gains or loses since the publication served before, or that none
    does; nothing for the first one."""
    before = publication_pointer.named(var, slug)
    old = dict(_counts(var / publication_pointer.PUBLICATIONS / before)) if before else {}
    new = {name: len(frame) for name, frame in sources.tables.items()}
    if not old:
        return ()
    told = (
        f"{table} : {old.get(table, 0)} → {new.get(table, 0)} lignes"
        for table in sorted({*old, *new})
        if old.get(table, 0) != new.get(table, 0)
    )
    return tuple(told) or (SAME_COUNTS,)


def check(var: Path, slug: str) -> tuple[tuple[Manifest, bool, str], ...]:
    """Every publication held, the newest first: its manifest, whether it is the one served, what
    is wrong with it (empty for a whole one)."""
    current = publication_pointer.named(var, slug)
    return tuple(
        (manifest, folder.name == current, parts.damage(folder, deep=True))
        for folder, manifest in publication_pointer.every(var, slug)
    )
