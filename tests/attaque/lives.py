"""What a person of the staff does from a file to a return, killed at any moment, again and again.

Run as a script: what a life needs is loaded once, each life is a fork of it. Says after each what
the public was served, what the depot holds, and what the next start says of the works.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, Any

from sqlalchemy import select

from dashboard import publication
from dashboard.depot import Depot
from dashboard.importers import entry
from dashboard.importers.recognise import read
from dashboard.staff.accounts import passwords
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base import StaffBase, opened
from dashboard.staff.base.tables import Job
from dashboard.staff.jobs import jobs
from dashboard.staff.service import working
from dashboard.staff.service.site import create_site
from dashboard.staff.settings import StaffSettings
from dashboard.system import processes
from tests.conftest import ROOT
from tests.publication.stopped import standing
from tests.staff.conftest import QUICK, TERRITORY, Browser, email, hired

FILE = ROOT / "tests" / "fixtures" / "importers" / "liste-2019.csv"
BENCH = "ici"
ACTS = 4
"""The file received, checked, published, taken back."""
WARM = 2
"""Lives that are whole, for they say how long each act lasts."""


def loaded(browser: Browser, rank: int) -> None:
    """Put a file in that no life before has put in."""
    content = FILE.read_bytes().replace(b"3000", str(3000 + rank).encode())
    browser.load(FILE.name, content)


def published(browser: Browser, number: int) -> None:
    browser.open(f"/agents/brouillons/{number}")
    browser.send(f"/agents/brouillons/{number}/publier", motif="Essai")


def taken_back(browser: Browser) -> None:
    browser.open("/agents/versions/1")
    browser.send("/agents/versions/1/revenir", motif="Essai")


def work(settings: StaffSettings, base: StaffBase) -> None:
    """Do the works that wait, those that former lives left first."""
    while True:
        with base.unit() as unit:
            job = jobs.take(unit, settings.territory, BENCH)
        if job is None:
            return
        working.work(settings, job.id)


def last(base: StaffBase) -> Job:
    with base.unit() as unit:
        return unit.scalars(select(Job).order_by(Job.id.desc())).first() or Job()


def life(settings: StaffSettings, rank: int, begins: Callable[[], object]) -> None:
    """Sign in, put a file in, have it checked, publish it, go back to the first version; each act
    is said as it begins, and that the last one ended."""
    base = StaffBase(settings.base)
    browser = Browser(create_site(settings, base).test_client())
    browser.sign_in(email(StaffRole.EDITOR))
    begins()
    loaded(browser, rank)
    begins()
    work(settings, base)
    begins()
    published(browser, last(base).draft or 0)
    work(settings, base)
    begins()
    taken_back(browser)
    work(settings, base)
    begins()


class Lives:
    """Lives that are cut, each in an act drawn at random, at a moment of the time that this act
    last took: the machine may be slower by then."""

    def __init__(self, settings: StaffSettings, chance: random.Random) -> None:
        self._settings, self._chance = settings, chance
        self._lasts = [0.0] * ACTS
        self.rank = 0

    def whole(self) -> None:
        """One that nothing cuts."""
        child, said = self._begun()
        self._follow(said, ACTS)
        os.waitpid(child, 0)

    def cut(self) -> bool:
        """One that is killed; False where it ended first."""
        act = self._chance.randrange(ACTS)
        child, said = self._begun()
        self._follow(said, act)
        time.sleep(self._chance.uniform(0, self._lasts[act]))
        os.kill(child, signal.SIGKILL)
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])

    def _begun(self) -> tuple[int, IO[bytes]]:
        """A new life in a process of its own, and where it says its acts."""
        self.rank += 1
        reader, writer = os.pipe()
        begins = partial(os.write, writer, b".")
        child = processes.forked(partial(life, self._settings, self.rank, begins))
        os.close(writer)
        return child, os.fdopen(reader, "rb", 0)

    def _follow(self, said: IO[bytes], act: int) -> None:
        """Wait until that act begins; how long those before it took is learnt."""
        with said:
            said.read(1)
            for before in range(act):
                begun = time.monotonic()
                said.read(1)
                self._lasts[before] = time.monotonic() - begun


def found(settings: StaffSettings) -> dict[str, Any]:
    """What stands after a start: as the service does, works that ran are said to have failed."""
    base = opened(settings.base)
    running = [job.kind for job in pending_of(base) if job.state != jobs.JobState.WAITING]
    with base.unit() as unit:
        jobs.interrupted(unit, settings.territory, BENCH)
    pending = pending_of(base)
    left = [job.kind for job in pending if job.state != jobs.JobState.WAITING]
    browser = Browser(create_site(settings, base).test_client())
    browser.sign_in(email(StaffRole.EDITOR))
    pages = {address: browser.open(address).status_code for address in pages_of(browser)}
    open_still = let_go(browser)
    base.close()
    return (
        {"ran": running, "left": left, "pages": pages}
        | {
            "waits": len(pending) - len(left),
            "open": open_still,
        }
        | kept(settings)
    )


def let_go(browser: Browser) -> int:
    """Remove the drafts left open, for no more than fifty may be; how many stay."""
    for address in _drafts(browser):
        browser.open(address)
        browser.send(f"{address}/supprimer")
    return len(_drafts(browser))


def _drafts(browser: Browser) -> list[str]:
    return [address for address in pages_of(browser) if "/brouillons/" in address]


def ended(settings: StaffSettings) -> list[str]:
    """How the works of the last life ended, the last one first."""
    base = StaffBase(settings.base)
    with base.unit() as unit:
        states = list(unit.scalars(select(Job.state).order_by(Job.id.desc()).limit(3)))
    base.close()
    return states


def pending_of(base: StaffBase) -> list[Job]:
    with base.unit() as unit:
        return list(unit.scalars(select(Job).where(Job.state.in_(jobs.PENDING))))


def pages_of(browser: Browser) -> set[str]:
    """The lists, and each draft, version and work that the home page names."""
    named = re.findall(r'href="(/agents/(?:brouillons|travaux)/\d+)"', browser.open("/agents").text)
    return {"/agents", "/agents/versions", *named}


def kept(settings: StaffSettings) -> dict[str, Any]:
    """What the depot holds, each version whole, and what is served."""
    depot = Depot(settings.var)
    versions = [one for one in depot.versions(TERRITORY) if not one.withdrawn]
    whole = [version.number for version in versions if depot.files(version)]
    held = [version.number for version in versions]
    served = publication.served_version(settings.var, TERRITORY)
    return {"versions": held, "whole": whole, "served": served} | standing(settings.var, TERRITORY)


def prepared(var: Path) -> StaffSettings:
    """The fictional territory published, and an editor; files are read in this process."""
    setattr(passwords, "PasswordHasher", lambda: QUICK)  # noqa: B010
    entry.apart_at_once = lambda document, territory, *_, **__: read(document, territory)
    settings = StaffSettings(TERRITORY, ROOT / "data" / TERRITORY, var)
    publication.publish(settings.data, var)
    base = opened(settings.base)
    hired(base, StaffRole.EDITOR)
    base.close()
    return settings


def told(said: dict[str, Any]) -> None:
    """One line on the way out."""
    sys.stdout.write(f"{json.dumps(said)}\n")
    sys.stdout.flush()


def main(var: Path, many: int) -> None:
    """Lives until that many were cut; then a whole one."""
    settings = prepared(var)
    lives = Lives(settings, random.Random(16))
    for _ in range(WARM):
        lives.whole()
    killed = 0
    while killed < many:
        if lives.cut():
            killed += 1
            told(found(settings))
    lives.whole()
    told(found(settings) | {"ended": ended(settings)})


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
