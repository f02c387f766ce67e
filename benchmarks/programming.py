"""A programming table of many lines, from its file to what it would change: the seconds of
processor, the seconds that pass, the memory at its peak.

``python -m benchmarks.programming 100000`` measures so many lines on the fictional territory.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from dashboard.importers.apply import plan
from dashboard.importers.imported import Document
from dashboard.importers.recognise import read
from dashboard.importers.templates.programming import TEMPLATE
from dashboard.importers.territory_folder import open_territory

DATA = Path(__file__).resolve().parent.parent / "data" / "exemple"
STAGES = 4
"""Lines of one action: as many funders."""
FUNDERS = ("etat-p147", "agglomeration", "departement", "region")
QUARTERS = ("Bel-Orval", "", "Mouline-Basse|Bel-Orval")
Done = TypeVar("Done")


def main() -> None:
    """Print one line a step for each number of lines that is asked."""
    for asked in sys.argv[1:] or ["10000", "100000"]:
        _measured(int(asked))


def _measured(lines: int) -> None:
    content = "\n".join(_lines(lines)).encode()
    document = Document("programmation-2024.csv", content)
    print(f"{lines} lignes, {len(content) / 1e6:.0f} Mo")
    territory = open_territory(DATA)
    imported = _timed("lire et vérifier", lambda: read(document, territory))
    print(f"  prises {len(imported.account.taken)}, refusées {len(imported.refused)}")
    _timed("ce qui change", lambda: plan(imported, territory))


def _lines(count: int) -> Iterator[str]:
    yield ";".join(field.title for field in TEMPLATE.fields)
    for number in range(count):
        action, rank = divmod(number, STAGES)
        yield (
            f"2024;Action {action};Association {action % 5000};;Cohésion sociale;;"
            f"{QUARTERS[action % 3]};;;{FUNDERS[rank]};accordé;{100 + number % 900}"
        )


def _timed(name: str, work: Callable[[], Done]) -> Done:
    wall, busy = time.perf_counter(), time.process_time()
    done = work()
    took, spent = time.perf_counter() - wall, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {name} : {spent:.1f} s de processeur, {took:.1f} s, {peak:.0f} Mo au plus")
    return done


if __name__ == "__main__":
    main()
