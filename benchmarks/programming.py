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
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from benchmarks import measure
from benchmarks.memory import held
from dashboard import publication
from dashboard.importers.templates.programming import TEMPLATE
from dashboard.staff.accounts import accounts
from dashboard.staff.accounts.person import person_of
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase, opened
from dashboard.staff.base.tables import Account, Draft, Job
from dashboard.staff.drafts import drafts, loading
from dashboard.staff.jobs import jobs
from dashboard.staff.jobs.jobs import JobKind
from dashboard.staff.jobs.task import EVENT, SIZED
from dashboard.staff.journal import now
from dashboard.staff.settings import StaffSettings
from dashboard.system import processes

DATA = Path(__file__).resolve().parent.parent / "data" / "exemple"
STAGES = 4
"""Lines of one action: as many funders."""
FUNDERS = ("etat-p147", "agglomeration", "departement", "region")
QUARTERS = ("Bel-Orval", "", "Mouline-Basse|Bel-Orval")
LOOK = 0.2
"""Seconds between two looks at what a work holds."""
LATER = 500
"""Lines of a file that comes once all the others are published."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a work said: the part under way, how much of it is done, 0 to 1, the percentage said of
    the whole; the seconds of processor that it had taken then, those of the processes that it
    started with it, and those that had passed."""

    part: str
    done: float
    share: int
    busy: float
    wall: float


@dataclass(slots=True)
class Followed:
    """What a work was seen to take: its seconds, from its first word, its megabytes at most, the
    bytes of its file and of its tables, all that it said and, last, that it was done."""

    name: str
    peak: float = 0.0
    file: int = 0
    tables: int = 0
    words: list[Word] = field(default_factory=list)

    @property
    def wall(self) -> float:
        """The seconds that passed."""
        return self.words[-1].wall

    @property
    def busy(self) -> float:
        """The seconds of processor."""
        return self.words[-1].busy

    def apart(self, clock: Callable[[Word], float]) -> float:
        """The points by which what was shown was most wrong, by that clock: each word is shown
        until the next one comes."""
        whole = clock(self.words[-1]) / 100
        return max(
            abs(one.share - clock(moment) / whole)
            for one, other in pairwise(self.words)
            for moment in (one, other)
        )

    @property
    def back(self) -> bool:
        """Whether what was said ever went back."""
        shares = [word.share for word in self.words]
        return shares != sorted(shares)


def main() -> None:
    """Print a line for each work, for each number of lines that is asked."""
    print(f"Machine : {measure.machine()}.\n")
    print(
        "| lignes | travail | processeur | horloge | µs par ligne | mémoire | écart, processeur |"
        " écart, horloge | recule |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for asked in sys.argv[1:] or ["500", "10000", "100000"]:
        with tempfile.TemporaryDirectory() as folder:
            for work in works(int(asked), Path(folder)):
                _say(int(asked), work)


def works(lines: int, var: Path) -> Iterator[Followed]:
    """The check of so many lines, their publication, the check of a few more on top of them, and
    the return to the territory without any."""
    settings = StaffSettings("exemple", DATA, var)
    base = opened(settings.base)
    with base.unit() as unit:
        accounts.add(unit, _account(settings), "banc")
        who = accounts.known(unit, settings.territory, "banc@exemple.fr")
    publication.publish(DATA, var)
    number = _received(settings, base, who, programming(lines))
    yield _followed(settings, base, who, number, JobKind.CHECK)
    with base.unit() as unit:
        read = drafts.fingerprint(unit.get_one(Draft, number))
    yield _followed(settings, base, who, number, JobKind.PUBLISH, read=read, why="Banc")
    more = _received(settings, base, who, programming(LATER, lines))
    yield _followed(settings, base, who, more, JobKind.CHECK)
    yield _followed(settings, base, who, 0, JobKind.ROLL_BACK, version=1, why="Banc")
    base.close()


def _received(settings: StaffSettings, base: StaffBase, who: Account, lines: Iterable[str]) -> int:
    """The number of the draft that those lines become."""
    content = "\n".join(lines).encode()
    file = loading.incoming("programmation-2024.csv", content)
    with base.unit() as unit:
        return loading.receive(unit, settings, person_of(who, "banc"), file).id


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
    who: Account,
    number: int,
    kind: JobKind,
    **asked: str | int,
) -> Followed:
    """Have that work done as the bench of the staff site does, and looked at until it ends."""
    with base.unit() as unit:
        draft = unit.get_one(Draft, number) if number else None
        job = jobs.ask(unit, who.id, settings.territory, kind, draft, **asked).id
        jobs.take(unit, settings.territory, settings.bench())
    context = multiprocessing.get_context("spawn")
    receive, send = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(settings, job, send))
    process.start()
    send.close()
    peak = 0.0
    while not receive.poll(LOOK):
        peak = max(peak, held(process.pid or 0, measure.shared))
    found: Followed = receive.recv()
    process.join()
    with base.beside() as unit:
        done = unit.get_one(Job, job)
        print(f"  {done.state} : {done.said}", file=sys.stderr)
    return replace(found, name=str(kind), peak=peak)


def _work(settings: StaffSettings, number: int, send: Connection) -> None:
    """Do that work, in a process of its own, then send what was seen of it until it was said to be
    done: the tables are indexed after that."""
    from dashboard.staff.service.working import work

    processes.sweep_seldom()
    found, start = Followed(""), (_busy(), time.monotonic())

    def word(part: str, done: float, share: int) -> None:
        busy, wall = _busy() - start[0], time.monotonic() - start[1]
        found.words.append(Word(part, done, share, busy, wall))

    def hear(event: str, told: tuple[Any, ...]) -> None:
        if event == EVENT:
            word(*told)
        elif event == SIZED:
            found.file, found.tables = told

    def conclude(*told: Any) -> None:
        concluded(*told)
        word("", 1.0, 100)

    sys.addaudithook(hear)
    concluded = jobs.conclude
    setattr(jobs, "conclude", conclude)  # noqa: B010
    work(settings, number)
    send.send(found)


def _busy() -> float:
    """The seconds of processor of this process and of those that it started."""
    told = os.times()
    ended = told.user + told.system + told.children_user + told.children_system
    return ended + sum(_busy_of(child.pid or 0) for child in multiprocessing.active_children())


def _busy_of(pid: int) -> float:
    """The seconds of processor of a process that lives; 0 where the system does not say."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _say(lines: int, found: Followed) -> None:
    cost = 1e6 * found.busy / lines
    apart = found.apart(lambda word: word.busy), found.apart(lambda word: word.wall)
    print(
        f"| {lines} | {found.name} | {found.busy:.1f} s | {found.wall:.1f} s | {cost:.0f} |"
        f" {found.peak:.0f} Mo | {apart[0]:.0f} points | {apart[1]:.0f} points |"
        f" {'oui' if found.back else 'non'} |",
        flush=True,
    )


def programming(count: int, first: int = 0) -> Iterator[str]:
    """A programming as offices write it: four funders an action, a hundred bytes a line."""
    yield ";".join(item.title for item in TEMPLATE.fields)
    for number in range(first, first + count):
        action, rank = divmod(number, STAGES)
        yield (
            f"2024;Action {action};Association {action % 5000};;Cohésion sociale;;"
            f"{QUARTERS[action % 3]};;;{FUNDERS[rank]};accordé;{100 + number % 900}"
        )


if __name__ == "__main__":
    main()
