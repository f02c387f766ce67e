"""The plain text of a cell; ``numbers``, ``dates`` and ``identifiers`` say what it means."""

from __future__ import annotations

import re

from dashboard.importers.door.text import clean

_BREAKS = re.compile(r"[\r\n\t\u2028\u2029]+")


def lined(text: str) -> str:
    """A cell of several lines, cleaned: its lines and what indents them are kept."""
    lines = (line.rstrip() for line in clean(text).replace("\r\n", "\n").split("\n"))
    return "\n".join(lines).strip()


def plain(text: str) -> str:
    """A cell on one line, cleaned, without spaces around, wrapping quotes, nor Excel's ``="…"``."""
    text = clean(text)
    text = (text if text.isprintable() else _BREAKS.sub(" ", text)).strip()
    while len(text) > 1 and text.endswith('"') and text.startswith(('"', '="')):
        text = text.removeprefix("=")[1:-1].strip()
    return text
