"""What the public is told of each act: versions of the depot in the chronicle of what is served.

Here meet the depot, which keeps them, and the publication, which serves them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dashboard import publication
from dashboard.depot import Depot, Version, public
from dashboard.depot.public import Moved
from dashboard.domain.chronicle import PublicAct

FIRST = 1
"""The number of the version that the folder of ``data/`` becomes."""


def served(var: Path, slug: str) -> int:
    """The number of the version that the public sees: the first one for the folder of ``data/``,
    which it becomes. 0 where nothing is served."""
    found = publication.served_version(var, slug)
    return 0 if found is None else found or FIRST


def tell(var: Path, slug: str, number: int, before: int, why: str = "") -> None:
    """Tell that this version is served in place of that one, which the chronicle knows better where
    it was stopped half-way; ``why`` where it is one that was served already. OSError where the disk
    refuses, Unreachable where the base that servers share does."""
    told, depot = publication.told(var, slug), Depot(var)
    held = depot.versions(slug)
    if before == number:
        before = told.last.number if told.last else FIRST
    again = number < before or any(act.number == number for act in told.acts)
    act = _act(depot, held, (number, before), why if again else None)
    publication.tell(var, slug, act, public.withdrawn(held))


def forget(var: Path, slug: str) -> None:
    """Have nothing told of the versions that are withdrawn, but that they are."""
    publication.tell(var, slug, None, public.withdrawn(Depot(var).versions(slug)))


def _act(
    depot: Depot, versions: Sequence[Version], numbers: tuple[int, int], why: str | None
) -> PublicAct | None:
    """The act by which the first of these versions is served in place of the second, again where a
    reason is given; None where it is the one served."""
    held = {one.number: one for one in versions}
    number, before = numbers
    version, known = held.get(number), held.get(before)
    if number == before or version is None or version.withdrawn:
        return None
    told = _moved(depot, None if known and known.withdrawn else known, version)
    if why is None:
        return public.published(version, before, told)
    return public.returned(number, before, why, told)


def _moved(depot: Depot, before: Version | None, version: Version) -> Moved:
    """What goes from the one to the other: a version that follows the one before says it itself."""
    if before is not None and before.number == version.number - 1:
        said = public.brought(version)
        if said is not None:
            return said
    return public.moved(depot.files(before) if before else {}, depot.files(version))
