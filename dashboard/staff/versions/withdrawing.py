"""Withdraw versions: what they held is kept by nobody, the public reads why, another is served.

Once the depot says that a version is withdrawn the rest follows, however often it is stopped:
``settle`` does what is left of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Set
from dataclasses import dataclass
from itertools import groupby

from dashboard import publication
from dashboard.depot import Depot, Version, Withdrawal
from dashboard.depot.version import checksum
from dashboard.domain import french
from dashboard.staff import journal
from dashboard.staff.base import StaffBase
from dashboard.staff.drafts import drafts
from dashboard.staff.indexes.index_shelf import IndexShelf
from dashboard.staff.journal import Act
from dashboard.staff.public import public_acts, truth
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings
from dashboard.system import clock

SAID = "Ces chiffres ont été retirés le {day}, et ne sont plus gardés. Raison : {why}"
WITHDRAWN = "La version servie est retirée."
NOTHING_LEFT = (
    "Il ne resterait rien à montrer au public : publiez d’abord une version corrigée, puis retirez "
    "celles d’avant."
)


@dataclass(frozen=True, slots=True)
class WithdrawalOrder:
    """Who withdraws, by name and as the journal says it, and why, as the public will read it."""

    who: str
    signature: str
    why: str


def concerned(settings: StaffSettings, numbers: Set[int]) -> frozenset[int]:
    """These versions and those that hold just the same files: they go together. NotDone where one
    is no version, or is withdrawn already, and where none would be left."""
    depot = Depot(settings.var)
    held = depot.versions(settings.territory)
    asked = [depot.version(settings.territory, number) for number in sorted(numbers)]
    for version in asked:
        if version.withdrawn:
            raise NotDone(f"La version {version.number} est déjà retirée.")
    sums = {checksum(version.files) for version in asked}
    kept = [version for version in held if not version.withdrawn]
    found = {version.number for version in kept if checksum(version.files) in sums}
    if len(found) == len(kept):
        raise NotDone(NOTHING_LEFT)
    return frozenset(found)


def going(settings: StaffSettings, numbers: Set[int]) -> frozenset[int]:
    """These versions as they stand once their turn comes: what is left to withdraw is judged again
    as ``concerned`` does, those withdrawn already stay among them."""
    held = Depot(settings.var).versions(settings.territory)
    gone = frozenset(
        version.number for version in held if version.withdrawn and version.number in numbers
    )
    return gone | concerned(settings, numbers - gone)


def sharing(settings: StaffSettings, version: Version) -> dict[int, int]:
    """How many of the contents that this version brought each other version holds too, by its
    number: those that hold none are left out."""
    held = Depot(settings.var).versions(settings.territory)
    before = next((one for one in held if one.number == version.number - 1), None)
    brought = set(version.files.values()) - set(before.files.values() if before else ())
    shared = {one.number: len(brought & set(one.files.values())) for one in held}
    return {number: count for number, count in shared.items() if count and number != version.number}


def instead(settings: StaffSettings, numbers: Set[int], wanted: int = 0) -> int:
    """The version to serve once these are withdrawn: the one wanted, else the last one before the
    one served. 0 where the one served stays. NotDone where the one wanted goes too."""
    if wanted in numbers:
        raise NotDone(f"La version {wanted} est à retirer : choisissez-en une autre à montrer.")
    served = publication.served_version(settings.var, settings.territory)
    if served is None or served not in _published_as(numbers):
        return 0
    held = Depot(settings.var).versions(settings.territory)
    left = [one.number for one in held if not one.withdrawn and one.number not in numbers]
    before = [number for number in left if number < served]
    return wanted or max(before or left)


def withdraw(
    settings: StaffSettings,
    base: StaffBase,
    numbers: frozenset[int],
    served: int,
    done: WithdrawalOrder,
) -> str:
    """Withdraw these versions, ``served`` being shown instead (0 where the one shown stays); what
    was done, in a sentence. NotDone where that one cannot be published: nothing is withdrawn."""
    if served:
        truth.serve(settings, served, WITHDRAWN)
    when = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    withdrawal = Withdrawal(done.who, when, done.why)
    Depot(settings.var).withdraw(settings.territory, numbers, withdrawal)
    what = _named(numbers)
    with base.unit() as unit:
        journal.write(unit, settings.territory, done.signature, Act.WITHDRAWN, what, done.why)
    settle(settings, base)
    shown = f" La version {served} est servie." if served else ""
    return f"{french.capital(what)} : {french.plural(len(numbers), 'retirée')}.{shown}"


def _named(numbers: Iterable[int]) -> str:
    listed = [str(number) for number in sorted(numbers)]
    return f"{french.plural(len(listed), 'version')} {french.listed(listed)}"


def settle(settings: StaffSettings, base: StaffBase) -> None:
    """Have nothing left of the versions that the depot says withdrawn: what a stopped withdrawal
    did not come to."""
    depot, slug = Depot(settings.var), settings.territory
    gone = [version for version in depot.versions(slug) if version.withdrawn]
    if not gone:
        return
    numbers = {version.number for version in gone}
    depot.withdraw(slug, (), Withdrawal("", "", ""))
    public_acts.forget(settings.var, slug)
    for said, several in groupby(gone, _said):
        these = {version.number for version in several}
        publication.withdraw(settings.var, slug, _published_as(these), said)
    with base.unit() as unit:
        drafts.without(unit, settings, _published_as(numbers))
    IndexShelf(settings).sweep()


def _published_as(numbers: Set[int]) -> frozenset[int]:
    """The versions that manifests name: the first one was published before it was kept, as 0."""
    return frozenset(numbers) | ({0} if public_acts.FIRST in numbers else frozenset())


def _said(version: Version) -> str:
    if version.withdrawn is None:
        return ""
    day = clock.here(dt.datetime.fromisoformat(version.withdrawn.when)).date()
    return SAID.format(day=french.date(day), why=version.withdrawn.why)
