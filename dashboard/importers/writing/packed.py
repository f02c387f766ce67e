"""An archive being written: each member packed as its pieces come."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import IO

from dashboard.importers.door.archive import swells
from dashboard.importers.imported import Document
from dashboard.importers.writing.zipped import zipped

_DATE = (1980, 1, 1, 0, 0, 0)
_AT_ONCE = 20_000
"""Pieces of a member that are packed together."""

Put = Callable[[str], object]
Write = Callable[[Put], object]


class PackedMembers:
    """The members of an archive, written one after another. The same members give the same
    bytes."""

    def __init__(self) -> None:
        self._target = io.BytesIO()

    def add(self, path: str, write: Write, stored: bool = False) -> None:
        """Write a member of that path, as it is where it is to be ``stored``."""
        info = zipfile.ZipInfo(path, _DATE)
        info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        with (
            zipfile.ZipFile(self._target, "a") as archive,
            archive.open(info, "w") as stream,
        ):
            pieces = _Pieces(stream)
            write(pieces.put)
            pieces.flush()

    def content(self) -> bytes:
        """The archive, which can be opened again: none of its members is compressed where one would
        swell too much."""
        with zipfile.ZipFile(self._target) as archive:
            if not any(map(swells, archive.infolist())):
                return self._target.getvalue()
            held = (Document(name, archive.read(name)) for name in archive.namelist())
            return zipped("", *held).content


class _Pieces:
    """The pieces of a member, packed many at once."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._held = stream, list[str]()

    def put(self, piece: str) -> None:
        self._held.append(piece)
        if len(self._held) >= _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        self._stream.write("".join(self._held).encode())
        self._held.clear()
