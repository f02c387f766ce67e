"""What every measurement shares: random selections, a clock, a line of results."""

from __future__ import annotations

import os
import random
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from dashboard.store import Store

SEED = 20261122


def queries(store: Store, count: int) -> list[str]:
    """Addresses drawn at random over years, all of them once in four, pillars and quarters; the
    same at each run."""
    draw = random.Random(SEED)
    choices = store.choices
    found = []
    for _ in range(count):
        keys = {"annee": str(draw.choice(choices.years))}
        if draw.random() < 0.25:
            keys = {"periode": f"{min(choices.years)}-{max(choices.years)}"}
        if draw.random() < 0.5:
            keys["pilier"] = draw.choice(choices.pillars)
        if draw.random() < 0.5:
            keys["quartier"] = draw.choice(choices.quarters)
        found.append("&".join(f"{key}={value}" for key, value in keys.items()))
    return found


def filtered(store: Store, count: int) -> list[str]:
    """The same for the list of actions: with a theme, a holder, a search or an order beside."""
    draw = random.Random(SEED)
    values = {
        "theme": list(store.money.values("theme")),
        "porteur": list(store.money.holders),
        "tri": ["intitule", "porteur", "annee"],
        "recherche": ["emploi", "atelier jeunes", "association"],
    }
    kinds = [key for key, known in values.items() if known]
    drawn = [draw.choice(kinds) for _ in range(count)]
    more = [f"{key}={draw.choice(values[key])}" for key in drawn]
    return [f"{query}&{said}" for query, said in zip(queries(store, count), more, strict=True)]


def timed(act: Callable[[], object]) -> float:
    """Milliseconds that it takes."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def each(acts: Iterable[Callable[[], object]]) -> list[float]:
    """Milliseconds of each."""
    return [timed(act) for act in acts]


def p95(values: Sequence[float]) -> float:
    """The value that 95 % do not exceed."""
    return sorted(values)[max(0, round(0.95 * len(values)) - 1)]


def say(layer: str, what: str, values: Sequence[float], unit: str = "ms") -> None:
    """One line: median, p95, number of measurements."""
    median = statistics.median(values)
    print(
        f"| {layer} | {what} | {median:.1f} {unit} | {p95(values):.1f} {unit} | {len(values)} |",
        flush=True,
    )


def machine() -> str:
    """The machine, by its cores, its memory and how busy it is."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cœurs, {memory:.0f} Gio, charge {os.getloadavg()[0]:.1f}"


def resident(pid: int | str = "self") -> float:
    """Megabytes that a process holds, what it shares with others included; 0 where the system does
    not say."""
    return _megabytes(Path(f"/proc/{pid}/status"), "VmRSS")


def shared(pid: int | str = "self") -> float:
    """Megabytes that a process holds, what it shares divided among those that hold it."""
    return _megabytes(Path(f"/proc/{pid}/smaps_rollup"), "Pss")


def most(pid: int | str = "self") -> float:
    """Megabytes that a process held at most since it began, what it shares included."""
    return _megabytes(Path(f"/proc/{pid}/status"), "VmHWM")


def _megabytes(path: Path, name: str) -> float:
    try:
        lines = path.read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        lines = []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:")), 0.0)
