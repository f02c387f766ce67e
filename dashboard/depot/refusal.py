"""What the depot refuses, in a French sentence with its remedy."""

from __future__ import annotations

DISK = "vérifiez la place et les droits du disque"
"""What to do where it refuses to read or to write."""


class NotKept(Exception):
    """Nothing was kept; the text of the exception says why and what to do."""


class NoVersion(NotKept):
    """No version has that number: the depot was read, and has others or none."""
