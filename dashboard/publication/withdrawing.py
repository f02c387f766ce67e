"""Withdraw publications: 410 with the reason wherever they are asked, and nothing of them kept."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from dashboard.publication import erasing, keeping, sharing, steps
from dashboard.publication.publish import is_read, version_of
from dashboard.store import publication_pointer
from dashboard.store.parts import Manifest

HeldPublications = list[tuple[Path, Manifest]]


def withdraw(var: Path, slug: str, versions: Container[int], said: str) -> int:
    """Withdraw every publication that was made from these versions of the depot (0 for sources that
    come from none); how many. ``said`` is the reason, in French sentences for the public.

    Whoever is stopped half-way has it done by calling this again. Where the one served is among
    them, the last one made before it is served. OSError where the disk refuses, Unreachable where
    the base that servers share does.
    """
    with keeping.alone(var, lambda: None), sharing.together(var, slug):
        keeping.tidy(var)
        held = publication_pointer.every(var, slug)
        gone = [(path, it) for path, it in held if version_of(it) in versions]
        for _, manifest in gone:
            erasing.mark(var, manifest["empreinte"], said)
        _serve_another(var, slug, gone, [path for path, it in held if is_read(it)])
        for _, manifest in gone:
            erasing.erase(var, slug, manifest["empreinte"])
        steps.reached("retrait-fini")
    return len(gone)


def _serve_another(var: Path, slug: str, gone: HeldPublications, readable: list[Path]) -> None:
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
