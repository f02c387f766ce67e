"""The versions of the sources of a territory: immutable, each with who, when, why, from which
file, and what it changed. Once a territory has one, the depot is its truth."""

from dashboard.depot.depot import Depot
from dashboard.depot.refusal import NotKept, NoVersion
from dashboard.depot.version import (
    Deposit,
    FileChange,
    Files,
    Total,
    Version,
    VersionOrigin,
    Withdrawal,
)

__all__ = [
    "Deposit",
    "Depot",
    "FileChange",
    "Files",
    "NoVersion",
    "NotKept",
    "Total",
    "Version",
    "VersionOrigin",
    "Withdrawal",
]
