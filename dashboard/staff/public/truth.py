"""What the public sees of a territory: the version served, or the folder of ``data/``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard import publication
from dashboard.depot import Deposit, Depot, Files, Version
from dashboard.depot.first import founded
from dashboard.depot.laid import laid
from dashboard.depot.package import standing
from dashboard.publication import JudgedSources, Report, served_version
from dashboard.staff.public import public_acts
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings


@dataclass(frozen=True, slots=True)
class Truth:
    """The files that are the truth of a territory, each read when it is asked for (depot.NotDone
    where it then cannot be); ``version`` is their number in the depot, 0 for the folder of
    ``data/``."""

    version: int
    files: Mapping[str, bytes]


def number(settings: StaffSettings) -> int:
    """The number of the version served; of the last one kept where none was ever served; 0 for the
    folder of ``data/``."""
    last = Depot(settings.var).last(settings.territory)
    if last is None:
        return 0
    return served_version(settings.var, settings.territory) or last.number


def truth(settings: StaffSettings) -> Truth:
    """What the public sees. depot.NotDone where it cannot be read."""
    found = number(settings)
    if not found:
        return Truth(0, standing(settings.data, settings.territory))
    depot = Depot(settings.var)
    return Truth(found, depot.kept(depot.version(settings.territory, found)))


def at(settings: StaffSettings, version: int) -> Truth:
    """The files that a draft started from: those of that version, of the folder of ``data/`` for 0,
    which the first version has become. What the public sees, where they were withdrawn."""
    depot = Depot(settings.var)
    held = {one.number: one for one in depot.versions(settings.territory) if not one.withdrawn}
    found = held.get(version or public_acts.FIRST)
    return Truth(version, depot.kept(found)) if found else truth(settings)


def passing(settings: StaffSettings, version: int) -> Version | None:
    """The version that the public sees instead of that one, 0 being the folder of ``data/``, which
    the first one has become; None where it still sees it."""
    found = number(settings)
    if is_still(found, version):
        return None
    return Depot(settings.var).version(settings.territory, found)


def is_still(found: int, version: int) -> bool:
    """Whether the version of the number found is that one, 0 being the folder of ``data/``, which
    the first one has become."""
    return found in (version, version or public_acts.FIRST)


def is_withdrawn(settings: StaffSettings, version: int) -> bool:
    """Whether that version was withdrawn; the first one for the folder of ``data/``, 0."""
    held = Depot(settings.var).versions(settings.territory)
    return any(one.withdrawn and one.number == (version or public_acts.FIRST) for one in held)


def keep(settings: StaffSettings, files: Files, deposit: Deposit) -> Version:
    """Those files as the next version; the folder of ``data/`` is kept before the first one. The
    last one itself where it holds just them: who was stopped before it was served begins again.
    depot.NotDone where another is kept meanwhile."""
    depot = Depot(settings.var)
    last = depot.last(settings.territory)
    if last is not None and depot.files(last) == files:
        return last
    last = last or founded(depot, settings.data, deposit.who, files)
    return depot.add(settings.territory, files, deposit, last.number if last else 0)


def serve(
    settings: StaffSettings, number: int, why: str = "", known: JudgedSources | None = None
) -> None:
    """Have that version served, and the public told: ``why`` is what it reads where that version
    was served already. What is ``known`` of its files is not sought again. NotDone where it cannot
    be published, depot.Refused where it cannot be read."""
    depot, before = Depot(settings.var), public_acts.served(settings.var, settings.territory)
    version = depot.version(settings.territory, number)
    with laid(depot.files(version), settings.territory) as folder:
        report = publication.publish(folder, settings.var, version=number, known=known)
    if not report.accepted:
        raise NotDone(_why(number, report))
    public_acts.tell(settings.var, settings.territory, number, before, why)


def _why(number: int, report: Report) -> str:
    said = report.problems[0].sentence() if report.problems else "raison inconnue."
    return f"La version {number} est gardée mais n’est pas publiée : {said}"
