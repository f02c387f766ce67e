"""Withdraw publications: 410 with the reason wherever they are asked, and nothing of them kept."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from dashboard.press import rack
from dashboard.publication import keeping, steps, writing
from dashboard.publication.publish import is_read, version_of
from dashboard.store import citations, publication_pointer, withdrawals
from dashboard.store.parts import Manifest

Held = list[tuple[Path, Manifest]]


def withdraw(var: Path, slug: str, versions: Container[int], said: str) -> int:
    """Withdraw every publication that was made from these versions of the depot (0 for sources that
    come from none); how many. ``said`` is the reason, in French sentences for the public.

    Whoever is stopped half-way has it done by calling this again. Where the one served is among
    them, the last one made before it is served. OSError where the disk refuses.
    """
    with keeping.alone(var, lambda: None):
        keeping.tidy(var)
        held = publication_pointer.every(var, slug)
        gone = [(path, it) for path, it in held if version_of(it) in versions]
        _mark(var, gone, said)
        _serve_another(var, slug, gone, [path for path, it in held if is_read(it)])
        for folder, manifest in gone:
            _forget_documents(var, slug, manifest["empreinte"])
            writing.discard(folder)
            citations.forget(var, manifest["empreinte"])
        steps.reached("retrait-fini")
    return len(gone)


def _mark(var: Path, gone: Held, said: str) -> None:
    (var / withdrawals.FOLDER).mkdir(exist_ok=True)
    for _, manifest in gone:
        writing.replace(withdrawals.place(var, manifest["empreinte"]), said, "retrait")


def _forget_documents(var: Path, slug: str, digest: str) -> None:
    press = rack.of(var, slug)
    if press.folder.is_dir():
        press.prepared().forget(digest)


def _serve_another(var: Path, slug: str, gone: Held, readable: list[Path]) -> None:
    """Point to another publication where the one named goes; where there is none, nothing is served
    any more."""
    named = publication_pointer.named(var, slug)
    names = [folder.name for folder, _ in gone]
    if named not in names:
        return
    left = [path for path in readable if path.name not in names]
    before = [path for path in left if readable.index(path) > _rank(readable, named)]
    for other in (*before, *left)[:1]:
        keeping.point(var, slug, other)


def _rank(readable: list[Path], named: str) -> int:
    return next((rank for rank, path in enumerate(readable) if path.name == named), 0)
