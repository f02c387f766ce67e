"""What is left of a publication that is withdrawn: the reason, for the public, and nothing else."""

from __future__ import annotations

from pathlib import Path

from dashboard.press import rack
from dashboard.publication import writing
from dashboard.store import citations, publication_pointer, withdrawals


def mark(var: Path, digest: str, said: str) -> None:
    """Have that publication answer with that reason from now on."""
    (var / withdrawals.FOLDER).mkdir(exist_ok=True)
    writing.replace(withdrawals.place(var, digest), said, "retrait")


def erase(var: Path, slug: str, digest: str) -> None:
    """Keep nothing of that publication: its files, the documents made of it, that it is cited."""
    press = rack.of(var, slug)
    if press.folder.is_dir():
        press.prepared().forget(digest)
    for folder, manifest in publication_pointer.every(var, slug):
        if manifest["empreinte"] == digest:
            writing.discard(folder)
    citations.forget(var, digest)
