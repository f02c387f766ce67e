"""A table of text, or a JSON, without the persons whom it names."""

from __future__ import annotations

import re

from dashboard.importers.door.lines import lines_of
from dashboard.importers.imported import Document
from dashboard.importers.unnaming.met import MetPersons

_BETWEEN = re.compile(r"([;,\t|\n\"])")
"""What parts two cells of a text."""


def nameless_text(document: Document) -> Document:
    """The text without them, in UTF-8; itself where it names none. Refused for bytes that are no
    text."""
    persons, text = MetPersons(), "\n".join(lines_of(document))
    new = "".join(map(persons.out_of, _BETWEEN.split(text)))
    return document if new == text else Document(document.name, new.encode())
