"""The depot of every territory: versions that are added, withdrawn, never changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from dashboard.depot import compare, steps
from dashboard.depot.kept_files import KeptFiles
from dashboard.depot.moved_totals import years
from dashboard.depot.refusal import NotKept, NoVersion
from dashboard.depot.shelf import Keeping, Shelf, Writing, shelf_of
from dashboard.depot.version import Deposit, Files, Version, Withdrawal
from dashboard.system import progress

PUT, COMPARED, SUMMED = 0.05, 0.85, 0.92
"""How much of keeping a version is done once its files are put, its rows compared, its euros added
up."""


class Depot:
    """The versions kept in the base that the operator names, else under ``var``, or on that
    ``shelf``. One writer at a time."""

    def __init__(self, var: Path, shelf: Shelf | None = None) -> None:
        self._shelf = shelf or shelf_of(var)

    def versions(self, slug: str) -> tuple[Version, ...]:
        """Every version of that territory, the last one first; empty where the depot has none."""
        with self._shelf.reading() as held:
            return held.versions(slug)

    def last(self, slug: str) -> Version | None:
        """The last version of that territory that was not withdrawn; None where its truth is still
        its folder."""
        return _last(self.versions(slug))

    def version(self, slug: str, number: int) -> Version:
        """That version; NoVersion, with those that there are, where it is none."""
        held = self.versions(slug)
        found = next((item for item in held if item.number == number), None)
        if found is None:
            known = f"de 1 à {held[0].number}" if held else "aucune"
            raise NoVersion(f"Il n’y a pas de version {number} de « {slug} » (versions : {known}).")
        return found

    def files(self, version: Version) -> dict[str, bytes]:
        """The files of that version; NotKept where it was withdrawn, or a content damaged."""
        if version.withdrawn:
            raise NotKept(f"La version {version.number} est retirée : {version.withdrawn.why}")
        with self._shelf.reading() as held:
            return _files(held, version)

    def kept(self, version: Version) -> KeptFiles:
        """The same, each read when it is asked for; NotKept then where it cannot be."""
        if version.withdrawn:
            raise NotKept(f"La version {version.number} est retirée : {version.withdrawn.why}")
        return KeptFiles(version.files, lambda name: self.file(version, name) or b"")

    def file(self, version: Version, name: str) -> bytes | None:
        """That file of that version; None where it has none. NotKept where it is damaged."""
        found = version.files.get(name)
        if found is None:
            return None
        with self._shelf.reading() as held:
            return held.content(found, name)

    def add(self, slug: str, files: Files, deposit: Deposit, after: int) -> Version:
        """Keep these files as the version that follows number ``after``, 0 for the first one.

        NotKept where another was kept meanwhile, or where nothing changes. Whole, or nothing. A
        damaged content that is among these files is mended, even so.
        """
        with self._shelf.writing() as held:
            steps.reached("verrou")
            _check(slug, held.versions(slug), after)
            held.forget_others()
            steps.reached("menage")
            made = _made(slug, files, held, deposit)
            held.insert(made)
            steps.reached("inscrite")
        steps.reached("fini")
        return made

    def withdraw(self, slug: str, numbers: Collection[int], withdrawal: Withdrawal) -> None:
        """Keep of these versions that they were, and why they are no more; forget every content
        that no other version holds. Whoever is stopped half-way has it done by calling this
        again."""
        with self._shelf.writing() as held:
            steps.reached("verrou")
            for version in held.versions(slug):
                if version.number in numbers and not version.withdrawn:
                    held.withdraw(version.without_files(withdrawal))
            steps.reached("retiree")
        with self._shelf.writing() as held:
            held.forget_others()
            steps.reached("menage")


def _made(slug: str, files: Files, held: Writing, deposit: Deposit) -> Version:
    sums = {name: held.put(content) for name, content in sorted(files.items())}
    held.settle()
    known = held.versions(slug)
    last = _last(known)
    before = _files(held, last) if last else {}
    if last and files == before:
        raise NotKept(f"Rien ne change de la version {last.number} de « {slug} ».")
    made = Version(
        territory=slug,
        number=len(known) + 1,
        when=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        deposit=deposit,
        files=sums,
    )
    compared = _compared(made, before, files) if before else made
    steps.reached("comparaison")
    return compared


@compare.each_read_once()
def _compared(version: Version, before: Files, after: Files) -> Version:
    """That version, which says what it changes."""
    with progress.stretch(PUT, COMPARED):
        changes = compare.changes(before, after)
    totals = compare.totals(before, after)
    progress.reached(SUMMED)
    return replace(version, changes=changes, totals=totals, years=years(before, after))


def _files(held: Keeping, version: Version) -> dict[str, bytes]:
    return {name: held.content(sum_, name) for name, sum_ in version.files.items()}


def _last(held: tuple[Version, ...]) -> Version | None:
    return next((version for version in held if not version.withdrawn), None)


def _check(slug: str, held: tuple[Version, ...], after: int) -> None:
    found = _last(held)
    last = found.number if found else 0
    if last != after:
        who = found.deposit.who if found else ""
        raise NotKept(
            f"La version {last} de « {slug} » a été déposée entre-temps par {who}. Relancez : "
            "vous partirez d’elle."
        )
