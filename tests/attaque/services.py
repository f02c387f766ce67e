"""The product as it runs, of which any process is killed at any moment while someone works.

Run as a script: says after each blow which process it hit and in which moment, what she and the
public were answered, what became of the works and what the depot holds once the service is whole.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

import requests

from dashboard.staff.base import StaffBase
from dashboard.staff.settings import StaffSettings
from tests.attaque import anatomy
from tests.attaque.lives import ended, kept, let_go, pages_of, pending_of, prepared, told
from tests.attaque.person import ACTS, Officer, OverHttp
from tests.conftest import ROOT
from tests.postgres import server
from tests.service import answered, free_port
from tests.staff.conftest import TERRITORY

SETTLED = 240.0
"""Seconds that the service has to be whole again on a busy machine."""
STEADY = 1.0
"""Seconds that the same processes are to stand."""
TICK = 0.2
ENDLESS = {"ACTES_PAR_HEURE": "0"}
"""The setting under which nobody who attacks is asked to wait."""
SHORT = 1.0
"""Seconds of a moment that was never seen to its end."""


class Living:
    """The product, begun again, as systemd would, where its first process was killed alone."""

    def __init__(self, settings: StaffSettings) -> None:
        self._settings, self.port, self.staff = settings, free_port(), free_port()
        self.starts = 0
        self.start()

    def start(self) -> None:
        words = ["-m", "dashboard", "servir", "--territoire", TERRITORY]
        words += ["--var", str(self._settings.var), "--port-agents", str(self.staff)]
        self.starts += 1
        with (self._settings.var / "journal-du-service").open("ab") as errors:
            self._process = subprocess.Popen(
                [sys.executable, *words],
                cwd=ROOT,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                env={**os.environ, **ENDLESS, "PORT": str(self.port), "OUVRIERS": "2"},
            )

    def processes(self) -> dict[str, list[int]]:
        """Those that live, by kind."""
        return anatomy.processes(self._process.pid)

    def whole(self) -> None:
        """Wait until the same processes of each kind stand and answer, and no work is pending.
        TimeoutError where they do not."""
        end, before = time.monotonic() + SETTLED, list[list[int]]()
        while time.monotonic() < end:
            if self._process.poll() is not None:
                self.start()
            found = self.processes()
            stand = [found.get(kind, []) for kind in anatomy.STANDING]
            if all(stand) and stand == before and self._answers() and not works(self._settings):
                return
            before = stand
            time.sleep(STEADY)
        raise TimeoutError(f"still {works(self._settings)}")

    def _answers(self) -> bool:
        try:
            answered(f"http://127.0.0.1:{self.port}/sante", 0)
            answered(f"http://127.0.0.1:{self.staff}/agents/connexion", 0)
        except OSError:
            return False
        return True

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(SETTLED)


class Reader(threading.Thread):
    """A reader of the public site, who asks again and again: what it was answered, counted."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self._address, self._over = f"http://127.0.0.1:{port}/actions", threading.Event()
        self._answers: Counter[str] = Counter()
        self.start()

    def run(self) -> None:
        while not self._over.wait(TICK):
            try:
                self._answers[str(requests.get(self._address, timeout=60).status_code)] += 1
            except requests.RequestException:
                self._answers["coupé"] += 1

    def heard(self) -> dict[str, int]:
        self._over.set()
        self.join()
        return dict(self._answers)


class Moment(threading.Thread):
    """What someone does in a moment, beside who watches it."""

    def __init__(self, officer: Officer, name: str) -> None:
        super().__init__()
        self._officer, self._name = officer, name
        self.faults: list[tuple[str, int]] = []
        self.start()

    def run(self) -> None:
        self.faults = self._officer.does(self._name)


def works(settings: StaffSettings) -> list[str]:
    """The kinds of the works that wait or run."""
    base = StaffBase(settings.base)
    try:
        return [job.kind for job in pending_of(base)]
    finally:
        base.close()


def left(settings: StaffSettings) -> list[str]:
    """The same of those that do not end: what was asked just before a blow is done after it."""
    end = time.monotonic() + SETTLED
    while (found := works(settings)) and time.monotonic() < end:
        time.sleep(TICK)
    return found


class Blows:
    """One life after the other, a process killed in each of its moments."""

    def __init__(self, settings: StaffSettings, living: Living, chance: random.Random) -> None:
        self._settings, self._living, self._chance = settings, living, chance
        self._hit: Counter[tuple[str, ...]] = Counter()
        self._lasts = dict.fromkeys(ACTS, SHORT)
        self.many = 0

    def life(self, rank: int, most: int) -> None:
        """A life, and as many blows as there are moments, or as are left of ``most``."""
        officer = Officer(self._settings, self._living.staff, rank)
        for name in ACTS:
            if self.many < most:
                self.many += 1
                told(self._blow(officer, name))
            else:
                officer.does(name)

    def _blow(self, officer: Officer, name: str) -> dict[str, Any]:
        reader, moment, began = Reader(self._living.port), Moment(officer, name), time.monotonic()
        moment.join(self._chance.uniform(0, self._lasts[name]))
        ran = works(self._settings)
        hit, at = self._strike(name), time.monotonic()
        self._living.whole()
        back = round(time.monotonic() - at, 1)
        moment.join()
        self._living.whole()
        had = officer.has(name)
        if not had:
            began = time.monotonic()
            moment.faults += officer.does(name)
        self._lasts[name] = time.monotonic() - began
        said = {"hit": hit, "moment": name, "ran": ran, "back": back, "had": had}
        said |= {"has": officer.has(name), "faults": moment.faults, "starts": self._living.starts}
        said |= {"left": left(self._settings), "read": reader.heard()} | self._pages()
        return said | {"ended": ended(self._settings)} | kept(self._settings)

    def _strike(self, moment: str) -> str:
        """Kill a process of the kind that was least hit, in that moment then in all; which."""
        found = self._living.processes()
        order = list(found)
        self._chance.shuffle(order)
        kind = min(order, key=lambda one: (self._hit[one, moment], self._hit[one,]))
        try:
            os.kill(found[kind][-1], signal.SIGKILL)
        except ProcessLookupError:  # it ended by itself
            return self._strike(moment)
        self._hit.update([(kind, moment), (kind,)])
        return kind

    def _pages(self) -> dict[str, Any]:
        line = OverHttp(self._living.staff)
        browser = line.signed_in()
        found = {address: browser.open(address).status_code for address in pages_of(browser)}
        line.close()
        return {"bad": {at: code for at, code in found.items() if code not in (200, 303)}}

    def clear(self) -> int:
        """Remove the drafts that are left open; how many stay."""
        line = OverHttp(self._living.staff)
        browser = line.signed_in()
        stay = let_go(browser)
        line.close()
        return stay


def main(var: Path, many: int, base: str) -> None:
    """So many blows, on files or on a ``base`` that servers share; then a life that is whole."""
    with ExitStack() as held:
        if base:
            os.environ["BASE"] = held.enter_context(held.enter_context(server()).base())
        settings = prepared(var)
        living = Living(settings)
        try:
            living.whole()
            blows = Blows(settings, living, random.Random(23))
            for rank in count(1):
                blows.life(rank, many)
                told({"open": blows.clear(), "life": rank} | kept(settings))
                if blows.many >= many:
                    return
        finally:
            living.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), "".join(sys.argv[3:]))
