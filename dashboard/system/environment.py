"""What the operator sets by the environment."""

from __future__ import annotations

import os


def number(name: str, default: int) -> int:
    """A whole number that the operator set, not negative; ``default`` where it is none."""
    said = os.environ.get(name, "")
    return int(said) if said.isascii() and said.isdigit() else default


def megabytes_of_file() -> int:
    """How many megabytes a file that staff load may weigh: 50 where nothing is set, 128 at most."""
    return min(max(1, number("DEPOT_MO", 50)), 128)


def acts_in_an_hour() -> int:
    """How many acts a member of staff may ask in a row, and then in an hour; 0 for as many as she
    wants."""
    return number("ACTES_PAR_HEURE", 300)


def days_of_drafts() -> int:
    """How many days a draft of staff is kept, with the file it was made from; 0 for as long as
    nobody removes it."""
    return number("BROUILLONS_GARDES", 180)


def days_of_journal() -> int:
    """How many days a line of the journal of staff is kept, three years where nothing is set; 0 for
    as long as the service lasts."""
    return number("JOURNAL_GARDE", 1095)
