"""Files put in a ZIP: the same files make the same ZIP, byte for byte."""

from __future__ import annotations

import datetime as dt
import zipfile

READABLE = 0o644 << 16
"""Whoever opens the ZIP may read the file."""


def add(opened: zipfile.ZipFile, name: str, content: bytes, day: dt.date) -> None:
    """Put a file in a ZIP, dated of that day, packed as the ZIP packs."""
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.external_attr = READABLE
    entry.compress_type = opened.compression
    opened.writestr(entry, content)
