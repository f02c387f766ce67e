"""The versions of every territory from one shelf to another."""

from __future__ import annotations

from dashboard.depot.refusal import NotKept
from dashboard.depot.shelf import Keeping, Shelf, Writing


def move(source: Shelf, target: Shelf) -> int:
    """Keep on ``target`` all that ``source`` keeps; how many versions. Nothing is done where it
    holds just these; NotKept where it holds others, or where a content is damaged."""
    with source.reading() as old, target.writing() as new:
        new.forget_others()
        return sum(_territory(old, new, slug, target.said) for slug in old.territories())


def _territory(old: Keeping, new: Writing, slug: str, where: str) -> int:
    versions, held = old.versions(slug), new.versions(slug)
    if held and held != versions:
        raise NotKept(f"« {where} » tient déjà d’autres versions de « {slug} » : rien n’y va.")
    for version in reversed(versions if not held else ()):
        for name, checksum in version.files.items():
            new.put(old.content(checksum, name))
        new.settle()
        new.insert(version)
    return len(versions)
