"""The reason of an act, which the public reads: one line, that names no person and gives no way to
reach one."""

from __future__ import annotations

from dashboard.importers.personal_data import is_personal
from dashboard.staff.forms.forms import one_line
from dashboard.staff.refusal import NotDone

LONGEST = 500
"""Characters of a reason."""
TOO_LONG = f"Cette raison a plus de {LONGEST} caractères : raccourcissez-la."
PERSONAL = (
    "Le public lira cette raison : n’y mettez ni nom de personne, ni adresse électronique, ni "
    "téléphone."
)


def reason(said: str, missing: str) -> str:
    """What was said, on one line. NotDone where nothing was, in the words of ``missing``, where it
    is too long to be read whole, or where it speaks of a person."""
    line = one_line(said)
    if not line:
        raise NotDone(missing)
    if len(line) > LONGEST:
        raise NotDone(TOO_LONG)
    if is_personal(line):
        raise NotDone(PERSONAL)
    return line
