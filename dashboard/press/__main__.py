"""The press as it runs: started by the service when a document is asked, ended when none is."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from dashboard.press import limits, lock
from dashboard.press.making import make
from dashboard.press.printer import TICK, Printer
from dashboard.press.work import Work
from dashboard.store.store_provider import FollowedStore
from dashboard.system import journal

POLITE = 10
"""How much it gives way to who answers readers."""


def main(var: str, territory: str, folder: str, service: str) -> None:
    """Make the documents asked in that folder, for as long as the process ``service`` lives."""
    if lock.taken(Path(folder)) is None:
        return
    os.nice(POLITE)
    journal.begin()
    stores = FollowedStore(Path(var), territory)

    def done(work: Work, largest: int) -> None:
        make(work, stores.named(work.order().publication), largest)

    printer = Printer(Path(folder), limits.from_environment(), done)
    stopping: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: stopping.append(number))
    while not (stopping or printer.idle) and _lives(int(service)):
        printer.turn()
        time.sleep(TICK)
    printer.close()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it is another user's
        return True
    return True


if __name__ == "__main__":
    main(*sys.argv[1:])
