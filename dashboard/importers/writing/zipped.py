"""A ZIP of a few files, as a person would make it."""

from __future__ import annotations

import io
import zipfile

from dashboard.importers.imported import Document


def zipped(name: str, *members: Document) -> Document:
    """Those files in one ZIP of that name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for member in members:
            archive.writestr(zipfile.ZipInfo(member.name), member.content)
    return Document(name, stream.getvalue())
