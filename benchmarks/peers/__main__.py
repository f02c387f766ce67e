"""Measure our home page and plain Dash in one run: ``python -m benchmarks.peers``."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SOURCE = ROOT.parent / "shared" / "reference" / "bench"
KEPT = ("dash", "measure")
STEPS = ("small", "conc", "slow", "large")


def main() -> int:
    """Run the steps asked; says why where the side-by-side is not beside the project."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("etapes", nargs="*", default=STEPS, help="small, axe, conc, slow, large")
    parser.add_argument("--banc", type=Path, default=SOURCE, help="dossier du banc de comparaison")
    asked = parser.parse_args()
    if not (asked.banc / "bench-peers.sh").is_file():
        print(missing(asked.banc))
        return 0
    at = folder()
    copy(asked.banc, at)
    command = [str(at / "bench-peers.sh"), "install", "data", *asked.etapes]
    return subprocess.run(command, env=os.environ | settings(at), check=False).returncode


def folder() -> Path:
    """Where the side-by-side works: ``PEERS``, or a temporary folder that is kept."""
    return Path(os.environ.get("PEERS") or Path(tempfile.gettempdir()) / "peers")


def missing(bench: Path) -> str:
    """Why no ratio is given."""
    return f"Rapport aux autres outils non mesuré : leur banc n’est pas dans {bench}."


def copy(source: Path, at: Path) -> None:
    """The side-by-side in its work folder, with the packages of plain Dash alone to install."""
    shutil.copytree(source, at, dirs_exist_ok=True)
    for path in (at / "requirements").glob("*.txt"):
        if path.stem not in KEPT:
            path.unlink()


def settings(at: Path) -> dict[str, str]:
    """The variables by which the side-by-side takes ours in."""
    return {
        "PEERS": str(at),
        "LIST": "dash,dash-gz",
        "SLOW": "dash,dash-gz",
        "EXTRA": "ours,vue",
        "ADAPTER": str(HERE / "adapter.py"),
        "EXTRA_SERVE": str(HERE / "serve.sh"),
        "LIMIT": os.environ.get("LIMIT", "7200"),
    }


if __name__ == "__main__":
    sys.exit(main())
