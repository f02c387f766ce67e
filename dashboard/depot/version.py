"""One version of the sources of a territory: its files, and all that is known of how it came."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any

from dashboard.domain.chronicle import YearTotal

Files = Mapping[str, bytes]
"""Contents by the name of the file."""


@dataclass(frozen=True, slots=True)
class VersionOrigin:
    """What a version was made from: the name of a file or of a folder, the SHA-256 of its content,
    its source and its licence in words (empty where nobody said them)."""

    name: str
    checksum: str
    source: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Deposit:
    """Who keeps a version, why, and from what. ``public``: who gave the reason was told that the
    public reads it."""

    who: str
    why: str
    origin: VersionOrigin
    public: bool = True


@dataclass(frozen=True, slots=True)
class FileChange:
    """What a version changes in one file: rows of a table, outlines of a layer, or the file itself
    where it has neither."""

    file: str
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class Total:
    """Euros of a table, before and after, at one stage of the money where the table has stages;
    None where no row of it says any."""

    table: str
    stage: str
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who withdrew a version, when (universal time, ISO 8601), and why: what the public reads."""

    who: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class Version:
    """``number`` counts from 1 in its territory. ``when`` is a moment of universal time (ISO 8601).
    ``files`` holds the SHA-256 of each content by the name of its file. The first one changes
    nothing: there is none before it. ``years`` holds the euros of the years that it moves; None in
    one that was kept before they were. A version that is ``withdrawn`` has no file any more."""

    territory: str
    number: int
    when: str
    deposit: Deposit
    files: Mapping[str, str]
    changes: tuple[FileChange, ...] = ()
    totals: tuple[Total, ...] = ()
    years: tuple[YearTotal, ...] | None = None
    withdrawn: Withdrawal | None = None

    def without_files(self, withdrawal: Withdrawal) -> Version:
        """What stays of it once withdrawn: that it was, when, by whom, why."""
        deposit = replace(self.deposit, origin=VersionOrigin("", ""))
        kept = replace(self, deposit=deposit, files={}, changes=(), totals=(), years=None)
        return replace(kept, withdrawn=withdrawal)

    def as_origin(self) -> VersionOrigin:
        """What is made from this version and nothing else comes from."""
        return VersionOrigin(f"version {self.number}", checksum(self.files))

    def text(self) -> str:
        """The version as it is kept, in JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, default=str)


def sha256(content: bytes) -> str:
    """The hash of that content."""
    return hashlib.sha256(content).hexdigest()


def checksum(sums: Mapping[str, str]) -> str:
    """One hash for all the files whose hashes are given by their names."""
    return sha256("".join(f"{name} {sums[name]}\n" for name in sorted(sums)).encode())


def version_of(text: str) -> Version:
    """The version that this text keeps."""
    held: dict[str, Any] = json.loads(text)
    deposit = held["deposit"]
    return Version(
        territory=held["territory"],
        number=held["number"],
        when=held["when"],
        deposit=Deposit(
            deposit["who"],
            deposit["why"],
            VersionOrigin(**deposit["origin"]),
            deposit.get("public", False),
        ),
        files=held["files"],
        changes=tuple(FileChange(**item) for item in held["changes"]),
        totals=tuple(_total(item) for item in held["totals"]),
        years=_years(held.get("years")),
        withdrawn=Withdrawal(**held["withdrawn"]) if held.get("withdrawn") else None,
    )


def _years(held: list[dict[str, Any]] | None) -> tuple[YearTotal, ...] | None:
    return None if held is None else tuple(YearTotal(**item) for item in held)


def _total(held: dict[str, Any]) -> Total:
    before, after = (None if held[side] is None else Decimal(held[side]) for side in SIDES)
    return Total(held["table"], held["stage"], before, after)


SIDES = ("before", "after")
