"""A file as it arrives: bounded, on the disk and nowhere in memory, under a name that reads."""

from __future__ import annotations

import tempfile
import unicodedata
from functools import cached_property
from typing import IO, cast

from flask import Request

from dashboard.importers.personal_data import unnamed_file
from dashboard.staff.context import desk
from dashboard.system.environment import megabytes_of_file

MEGA = 1024 * 1024
FORM = MEGA // 2
"""Bytes of the form around a file."""
ARRIVING = "arrivees"
NAME, UNNAMED = 120, "fichier"


class Received(Request):
    """A request whose files arrive in a folder of ours. They have no name there: whatever becomes
    of the process, the disk gets its place back."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        folder = desk().settings.home / ARRIVING
        folder.mkdir(exist_ok=True)
        stream = cast(IO[bytes], tempfile.TemporaryFile("w+b", dir=folder))  # noqa: SIM115  # close
        self._arriving.append(stream)
        return stream

    @cached_property
    def _arriving(self) -> list[IO[bytes]]:
        return []

    def close(self) -> None:
        """Let go of what arrived, whole or not."""
        for stream in self._arriving:
            stream.close()
        super().close()


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
