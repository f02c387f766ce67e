"""A programming table of many lines through the works of the staff site, its check then its
publication: the seconds of processor and those that pass, the memory at its peak, and whether the
progress that is shown is true.

``python -m benchmarks.programming 500 10000 100000 1000000`` measures so many lines on the
fictional territory, and what a line costs at each size.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import measure
from benchmarks.memory import held
from dashboard.importers.templates.programming import TEMPLATE
from dashboard.staff import accounts, drafts, jobs, loading
from dashboard.staff.base import StaffBase, opened
from dashboard.staff.base.tables import Account, Draft, Job
from dashboard.staff.jobs import JobKind
from dashboard.staff.journal import now
from dashboard.staff.person import person_of
from dashboard.staff.roles import StaffRole
from dashboard.staff.settings import StaffSettings
from dashboard.system import processes

DATA = Path(__file__).resolve().parent.parent / "data" / "exemple"
STAGES = 4
"""Lines of one action: as many funders."""
FUNDERS = ("etat-p147", "agglomeration", "departement", "region")
QUARTERS = ("Bel-Orval", "", "Mouline-Basse|Bel-Orval")
LOOK = 0.2
"""Seconds between two looks at a work."""


@dataclass(slots=True)
class Followed:
    """What a work was seen to take, from its first word: its seconds, those of processor with what
    its process took to start, its megabytes at most, and at each look the seconds that had passed
    and the percentage that it said."""

    wall: float = 0.0
    busy: float = 0.0
    peak: float = 0.0
    said: list[tuple[float, int]] = field(default_factory=list)

    @property
    def apart(self) -> float:
        """The points by which what was said was most wrong."""
        return max((abs(share - 100 * at / self.wall) for at, share in self.said), default=0.0)


def main() -> None:
    """Print a line for each work, for each number of lines that is asked."""
    print(f"Machine : {measure.machine()}.\n")
    print("| lignes | travail | processeur | horloge | µs par ligne | mémoire | écart | recule |")
    print("|---|---|---|---|---|---|---|---|")
    for asked in sys.argv[1:] or ["500", "10000", "100000"]:
        with tempfile.TemporaryDirectory() as folder:
            _measured(int(asked), Path(folder))


def _measured(lines: int, var: Path) -> None:
    settings = StaffSettings("exemple", DATA, var)
    base = opened(settings.base)
    with base.unit() as unit:
        accounts.add(unit, _account(settings), "banc")
        who = accounts.known(unit, settings.territory, "banc@exemple.fr")
        content = "\n".join(_lines(lines)).encode()
        file = loading.incoming("programmation-2024.csv", content)
        draft = loading.receive(unit, settings, person_of(who, "banc"), file)
        owner, number = who.id, draft.id
    _say(lines, "contrôle", _followed(settings, base, owner, number, JobKind.CHECK))
    with base.unit() as unit:
        read = drafts.fingerprint(unit.get_one(Draft, number))
    done = _followed(settings, base, owner, number, JobKind.PUBLISH, read=read, why="Banc")
    _say(lines, "publication", done)
    base.close()


def _account(settings: StaffSettings) -> Account:
    return Account(
        territory=settings.territory,
        email="banc@exemple.fr",
        name="Banc",
        role=str(StaffRole.ADMIN),
        created=now(),
    )


def _followed(
    settings: StaffSettings,
    base: StaffBase,
    owner: int,
    number: int,
    kind: JobKind,
    **asked: str,
) -> Followed:
    """Have that work done as the bench of the staff site does, looked at until it ends."""
    with base.unit() as unit:
        draft = unit.get_one(Draft, number)
        job = jobs.ask(unit, owner, settings.territory, kind, draft, **asked).id
        jobs.take(unit, settings.territory, settings.bench())
    found, before, start = Followed(), _busy(), 0.0
    process = multiprocessing.get_context("spawn").Process(target=_work, args=(settings, job))
    process.start()
    while process.is_alive():
        with base.beside() as unit:
            share = unit.get_one(Job, job).share
        if share is not None:
            start = start or time.monotonic()
            found.said.append((time.monotonic() - start, share))
        found.peak = max(found.peak, held(process.pid or 0, measure.shared))
        process.join(LOOK)
    found.wall, found.busy = time.monotonic() - start, _busy() - before
    with base.beside() as unit:
        done = unit.get_one(Job, job)
        print(f"  {done.state} : {done.said}", file=sys.stderr)
    return found


def _work(settings: StaffSettings, number: int) -> None:
    from dashboard.staff.working import work

    processes.sweep_seldom()
    work(settings, number)


def _busy() -> float:
    """The seconds of processor of the works that have ended, and of what they started."""
    told = os.times()
    return told.children_user + told.children_system


def _say(lines: int, what: str, found: Followed) -> None:
    said = [share for _, share in found.said]
    back = "non" if said == sorted(said) else "oui"
    cost = 1e6 * found.busy / lines
    print(
        f"| {lines} | {what} | {found.busy:.1f} s | {found.wall:.1f} s | {cost:.0f} |"
        f" {found.peak:.0f} Mo | {found.apart:.0f} points | {back} |",
        flush=True,
    )


def _lines(count: int) -> Iterator[str]:
    """A programming as offices write it: four funders an action, a hundred bytes a line."""
    yield ";".join(item.title for item in TEMPLATE.fields)
    for number in range(count):
        action, rank = divmod(number, STAGES)
        yield (
            f"2024;Action {action};Association {action % 5000};;Cohésion sociale;;"
            f"{QUARTERS[action % 3]};;;{FUNDERS[rank]};accordé;{100 + number % 900}"
        )


if __name__ == "__main__":
    main()
