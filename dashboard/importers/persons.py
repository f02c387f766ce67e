"""Beneficiaries who are natural persons: never named in public (rule 8)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dashboard.domain import french
from dashboard.importers.imported import Record

NAME = "Bénéficiaire (personne physique)"
TITLE = "Aide individuelle"
NATURE = "personne physique"

_CIVILITY = re.compile(
    r"^(m|mr|mrs|mm|mme|mlle|monsieur|madame|mademoiselle)\b\.?(?=\s)", re.IGNORECASE
)


def is_person(name: str) -> bool:
    """Whether the name begins with a civility; a name alone cannot be told from a company's."""
    return bool(_CIVILITY.match(name.strip()))


def withdrawn(rows: Iterable[Record]) -> Iterator[str]:
    """How many of these rows had the name of a person, in French; nothing where none had."""
    hidden = sum(row["porteur"] == NAME for row in rows)
    if hidden:
        yield f"{french.counted(hidden, 'personne physique', 'personnes physiques')} : nom retiré."
