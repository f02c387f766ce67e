"""The logo of a territory, in the draft of who changes it: an image, and what is read in its
place."""

from __future__ import annotations

from typing import IO

from dashboard.depot.edits import LOGO, RowDiff, logo_row
from dashboard.domain import french
from dashboard.domain.logo import LONGEST
from dashboard.schema.logo import LARGEST, painted
from dashboard.schema.logo_drawing import NotALogo
from dashboard.staff.forms import tuning
from dashboard.staff.rows.edits import Workspace
from dashboard.staff.rows.tunable import LOGO_IMAGE, LOGO_TEXT

Changed = list[tuple[str, RowDiff]]
"""Rows by the name of their table, as edits are kept."""
NO_IMAGE = "Choisissez l’image du logo."
NO_TEXT = (
    "Écrivez ce que lira qui ne voit pas le logo : le nom de la collectivité, le plus souvent."
)


def held(stand: Workspace) -> RowDiff | None:
    """The logo as that draft has it, or as it takes it away; None where there is none."""
    return next(iter(stand.lines(LOGO.name)), None)


def text_of(stand: Workspace) -> str:
    """What is read in its place; empty where nothing is said."""
    line = tuning.held(stand).get(LOGO_TEXT.name)
    return line.row["valeur"] if line else ""


def wrong_in(stand: Workspace, sent: bytes, text: str) -> dict[str, str]:
    """What forbids to keep that image (empty: the one there is) and that text, a sentence each."""
    found = _wrong_image(sent)
    line = held(stand)
    if not sent and (line is None or line.after is None):
        found[LOGO_IMAGE.name] = NO_IMAGE
    if not text:
        found[LOGO_TEXT.name] = NO_TEXT
    if len(text) > LONGEST:
        said = f"Ce texte dépasse {french.number(LONGEST)} signes : raccourcissez-le."
        found[LOGO_TEXT.name] = said
    return found


def _wrong_image(sent: bytes) -> dict[str, str]:
    try:
        if sent:
            painted(sent)
    except NotALogo as error:
        return {LOGO_IMAGE.name: str(error)}
    return {}


def changed(stand: Workspace, sent: bytes, text: str) -> Changed:
    """What that image (empty: the one there is) and that text change, once nothing is wrong in
    them; nothing where they are what is there."""
    found = tuning.changed(stand, {LOGO_TEXT.name: text})
    if sent:
        row, line = logo_row(painted(sent)), held(stand)
        before = line.after if line else None
        found += [(LOGO.name, RowDiff(before, row))] if row != before else []
    return found


def without(stand: Workspace) -> Changed:
    """What taking the logo away changes; nothing where there is none."""
    line = held(stand)
    if line is None or line.after is None:
        return []
    return [(LOGO.name, RowDiff(line.after, None)), *tuning.changed(stand, {LOGO_TEXT.name: ""})]


def sent_of(stream: IO[bytes] | None) -> bytes:
    """The image that was sent, no more of it than tells that it is too large; empty where none
    was."""
    return stream.read(LARGEST + 1) if stream else b""
