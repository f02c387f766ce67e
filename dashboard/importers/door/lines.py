"""The lines of a table of text: counted on its bytes first, decoded once for all who ask."""

from __future__ import annotations

from functools import lru_cache

from dashboard.domain import french
from dashboard.importers.door.text import text_of
from dashboard.importers.imported import Document, Refused, refuse

MAX_LINES = 1_000_000
MAX_ROWS = 300_000
"""Rows of a sheet of a workbook."""
MAX_LINE = 128 * 1024
"""Bytes of one line, as the largest cell that is read; official lines have some thousands."""
_BESIDE = 2
"""Lines beside those: the header, and the nothing after the end of the last one."""


def lines_of(document: Document) -> tuple[str, ...]:
    """The lines as an editor numbers them: LF, CRLF or CR alone.

    Refused for more lines, or longer ones, than a table has, and for bytes that are no text.
    """
    found = _found(document)
    if isinstance(found, Refused):
        raise found
    return found


@lru_cache(maxsize=1)
def _found(document: Document) -> tuple[str, ...] | Refused:
    """The last lines or their refusal are kept: each importer looks at them in turn."""
    try:
        _check_bytes(document)
        lines = tuple(text_of(document).replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        _check_count(document.name, len(lines))
    except Refused as refusal:
        return Refused(refusal.problem)
    return lines


def _check_bytes(document: Document) -> None:
    content = document.content
    _check_count(document.name, max(content.count(b"\n"), content.count(b"\r")))
    for number, line in enumerate(content.splitlines(), start=1):
        if len(line) > MAX_LINE:
            message = f"la ligne a plus de {french.number(MAX_LINE)} octets."
            raise refuse(document.name, message, "Ce n’est pas un tableau : vérifiez-le.", number)


def _check_count(name: str, lines: int) -> None:
    if lines > MAX_LINES + _BESIDE:
        message = f"le fichier a plus de {french.number(MAX_LINES)} lignes."
        raise refuse(name, message, "Donnez le fichier officiel d’une seule année.")
