"""A file that staff send: how large it may be, and the name that it keeps."""

from __future__ import annotations

import unicodedata

from dashboard.importers.personal_data import unnamed_file
from dashboard.system.environment import megabytes_of_file

MEGA = 1024 * 1024
NAME, UNNAMED = 120, "fichier"


def too_large() -> str:
    """What is said of a larger file than the operator lets in."""
    return f"dépasse {megabytes_of_file()} Mo"


def largest() -> int:
    """The bytes of the largest file that the operator lets in."""
    return megabytes_of_file() * MEGA


def safe_name(said: str) -> str:
    """The name of a file that was sent, as it can lie on a disk: the last part of its path, without
    what does not print nor names a person; its end is kept, by which it is recognised."""
    last = unicodedata.normalize("NFC", said).replace("\\", "/").rpartition("/")[2]
    last = last[-4 * NAME :]
    shown = "".join(char for char in last if char.isprintable()).strip().lstrip(".")
    printed = unnamed_file(shown)
    stem, dot, suffix = printed.rpartition(".")
    while len(printed.encode()) > NAME and stem:
        stem = stem[:-1]
        printed = f"{stem}{dot}{suffix}"
    return printed if 0 < len(printed.encode()) <= NAME else UNNAMED
