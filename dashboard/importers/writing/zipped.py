"""A ZIP of a few files, that says nothing else than their names."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from dashboard.importers.door.archive import swells
from dashboard.importers.imported import Document

_LEVEL = 1
"""Quick: it is opened again at once."""


def zipped(name: str, *members: Document) -> Document:
    """Those files in one ZIP of that name, that can be opened again: none is compressed where one
    of them would swell too much."""
    packed, swollen = _packed(members, zipfile.ZIP_DEFLATED)
    return Document(name, _packed(members, zipfile.ZIP_STORED)[0] if swollen else packed)


def _packed(members: Sequence[Document], method: int) -> tuple[bytes, bool]:
    """The bytes of a ZIP of those files, and whether one of them swells too much."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for member in members:
            archive.writestr(zipfile.ZipInfo(member.name), member.content, method, _LEVEL)
    return stream.getvalue(), any(map(swells, archive.infolist()))
