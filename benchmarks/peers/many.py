"""More readers than the side-by-side has: where one hundred are all answered, what is asked bounds
the ratio, not the service.

``python -m benchmarks.peers.many`` replays the changes of its step « conc » with plain Dash and
with ours, one after the other, and prints a line each.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.peers.__main__ import folder, settings

READERS = 300
SECONDS = 30
BOUND = 240
"""Seconds within which every step of one tool must end."""


def main() -> int:
    """Both in one run, each alone on the machine; says what is missing first."""
    at = folder()
    if not (at / "venvs" / "measure").is_dir() or not (at / "data" / "small").is_dir():
        print("Lancer d’abord : python -m benchmarks.peers conc")
        return 0
    environment = os.environ | settings(at)
    told = {peer: _replayed(peer, at, environment) for peer in ("dash", "ours")}
    for peer, found in told.items():
        print(peer, json.dumps(found))
    print("rapport", round(told["ours"]["rate"] / told["dash"]["rate"], 1))
    return 0


def _replayed(peer: str, at: Path, environment: Mapping[str, str]) -> dict[str, float]:
    """What the replay wrote of that tool: changes answered in a second, errors, waits in ms."""
    serve = _server(peer, at, environment)
    python = str(at / "venvs" / "measure" / "bin" / "python")
    replay = ("measure/conc.py", peer, "small", str(READERS), str(SECONDS))
    try:
        for command in (serve("start"), (python, "measure/record.py", peer, "small")):
            subprocess.run(command, cwd=at, env=environment, timeout=BOUND, check=True)
        subprocess.run((python, *replay), cwd=at, env=environment, timeout=BOUND, check=True)
    finally:
        subprocess.run(serve("stop"), cwd=at, env=environment, timeout=BOUND, check=False)
    lines = (at / "results" / "conc.small.jsonl").read_text(encoding="utf-8").splitlines()
    found: dict[str, float] = json.loads(lines[-1])
    return found


def _server(
    peer: str, at: Path, environment: Mapping[str, str]
) -> Callable[[str], tuple[str, ...]]:
    """The command that starts or stops it."""
    if peer == "ours":
        return lambda act: (environment["EXTRA_SERVE"], act, "small")
    return lambda act: (str(at / "servers.sh"), act, "small", peer)


if __name__ == "__main__":
    sys.exit(main())
