"""What is said where the disk refuses a writing: in French, with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from dashboard.importers.imported import refuse
from dashboard.system import disk

_FULL = "le disque est plein : rien n’a été écrit.", "Faites de la place, puis relancez."
_CLOSED = (
    "le dossier ne peut pas être écrit : rien n’a été écrit.",
    "Vérifiez à qui il appartient et s’il est en lecture seule.",
)
_REASONS = {
    **dict.fromkeys(disk.FULL, _FULL),
    **dict.fromkeys(disk.CLOSED, _CLOSED),
}


@contextmanager
def disk_said(name: str) -> Iterator[None]:
    """Refused, in the name of that folder, where the disk refuses what is done meanwhile."""
    try:
        yield
    except OSError as error:
        message, remedy = _REASONS.get(error.errno or 0, _unknown(error))
        raise refuse(name, message, remedy) from error


def _unknown(error: OSError) -> tuple[str, str]:
    return f"le disque refuse l’écriture (erreur {error.errno}) : rien n’a été écrit.", _CLOSED[1]
