"""Files given to the whole of an import, many in one process apart, each weighed there."""

from __future__ import annotations

import resource
import shutil
import signal
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard.importers import apply, entry
from dashboard.importers.door.confined import FAILED, Bounds, Tell, bounds_for, confined
from dashboard.importers.imported import Document, Imported, Refused
from dashboard.importers.recognise import read
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.publication import publish
from tests.attaque.mutants import Mutant
from tests.attaque.oracle import held, is_a_sentence
from tests.importers.writing.stopped import state

SECONDS, MEGABYTES = 5, 500
PUBLISHING = 30
"""Seconds of work that a publication may add to those of an import."""
PUBLISHED = 12
"""One import taken in that many is published: what is accepted must be served."""


@dataclass(frozen=True, slots=True)
class End:
    """How an import ended, « refusé », « rien », « pris » or « mort », and what it took."""

    kind: str
    seconds: float = 0.0
    megabytes: float = 0.0


def _here(document: Document, territory: TerritoryFolder, _: Tell) -> Imported:
    return read(document, territory)


def ends_of(made: Sequence[Mutant], folder: Path, every: int = PUBLISHED) -> tuple[End, ...]:
    """How each import ended; where one of them killed the process, each has its own, bounded.

    One that is taken in ``every`` is published, the first among them.
    """
    first = folder.parent.parent / "avant"
    if not first.exists():
        shutil.copytree(folder, first)
    bounds = Bounds(SECONDS * len(made), 30 * len(made), 400 * 1024 * 1024)
    try:
        return _right(confined("lot", bounds, _told, made, folder, first, every))
    except Refused:
        return tuple(_alone(mutant, folder, first) for mutant in made)


def _alone(mutant: Mutant, folder: Path, first: Path) -> End:
    _put_back(folder, first)
    bounds = bounds_for(mutant.document)
    whole = replace(bounds, seconds=bounds.seconds + PUBLISHING, wait=bounds.wait + 4 * PUBLISHING)
    try:
        (end,) = _right(confined("seul", whole, _told, [mutant], folder, first, 1))
    except Refused as died:
        if FAILED in str(died) or state(folder) != state(first):
            raise AssertionError(f"{mutant.recipe}: {died}") from died
        return End("mort")
    return end


def _right(told: tuple[End, ...] | str) -> tuple[End, ...]:
    """Those ends; what was wrong there fails here, with all that it said."""
    assert not isinstance(told, str), told
    return told


def _told(made: Sequence[Mutant], folder: Path, first: Path, every: int) -> tuple[End, ...] | str:
    """The ends, or what Python says of an error of ours: a process apart tells only its kind."""
    try:
        return _together(made, folder, first, every)
    except Exception:
        return traceback.format_exc()


def _put_back(folder: Path, first: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(first, folder)


def _together(made: Sequence[Mutant], folder: Path, first: Path, every: int) -> tuple[End, ...]:
    """The imports one after the other, the folder as it was first after each that is taken."""
    before, taken, ends = state(folder), 0, []
    for mutant in made:
        # Its default action is to kill: what hangs below Python ends the batch, and is tried alone.
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        start = time.process_time()
        try:
            kind = _imported(mutant, folder, before)
        except Exception as error:
            raise AssertionError(f"{mutant.recipe}: {error!r}") from error
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        ends.append(End(kind, time.process_time() - start, peak))
        if kind == "pris":
            taken += 1
            if (taken - 1) % every == 0:
                signal.setitimer(signal.ITIMER_PROF, 0)
                _publish(folder, mutant)
            _put_back(folder, first)
        assert [path.name for path in folder.parent.iterdir()] == [folder.name], mutant.recipe
    return tuple(ends)


def _imported(mutant: Mutant, folder: Path, before: str) -> str:
    """How the import of that file ended; the folder is as before unless it is taken."""
    path = folder.parent.parent / mutant.document.name
    path.write_bytes(mutant.document.content)
    kind = "refusé"
    try:
        with entry.planned(path, folder, lambda _: None, _here) as planned:
            held(mutant.document, planned)
            kind = "rien" if planned.nothing else "pris"
            apply.write(planned, folder)
    except Refused as refusal:
        is_a_sentence(refusal.problem)
    assert (state(folder) == before) == (kind != "pris")
    return kind


def _publish(folder: Path, mutant: Mutant) -> None:
    var = folder.parent.parent / "var"
    report = publish(folder, var)
    shutil.rmtree(var)
    assert report.accepted, (mutant.recipe, [item.sentence() for item in report.problems])
