"""The numbers of a sentence that nobody counted: years, names, words that an author wrote."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dashboard import catalogue
from dashboard.domain import french
from dashboard.store import Store
from tests.claims import Sentence, spaced
from tests.recount import read

ROOT = Path(__file__).resolve().parent.parent / "dashboard"
DATES = re.compile(
    rf"\b\d{{1,2}}(?:er)?\s(?:{'|'.join(french.MONTHS)})\b|\b(?:19|20)\d\d\b|\b\d{{2}}/\d{{2}}/\d{{4}}\b"
)
SHORTEST = 12
"""Letters of a text long enough to be known by heart."""


@dataclass
class Written:
    """What holds digits in a territory and in the texts of the pages, and is no count."""

    store: Store

    @cached_property
    def texts(self) -> list[str]:
        """The longest first."""
        found = {
            spaced(item).lower()
            for item in (*self._named(), *_authored())
            if re.search(r"\d", item)
        }
        return sorted(found, key=len, reverse=True)

    def _named(self) -> Iterator[str]:
        for place in self.store.places.by_code.values():
            yield from (
                place.code,
                place.name,
                place.at,
                place.of,
                place.mark_reason,
                f"repère {place.mark}",
            )
            yield from (place.drawing.label, place.drawing.limit)
        for item in catalogue.INDICATORS:
            yield from (item.label, item.subject, item.definition, item.limits)
            yield from re.split(r"\{\w+\}", item.reading)
        yield from self._titles()
        yield from (f"{row['tranche']} : " for row in read(self.store, "beneficiaires"))
        for row in self.store.rows("ruptures"):
            yield str(row["motif"])

    def _titles(self) -> Iterator[str]:
        """What the lines call themselves, their holders and their ages."""
        for row in self.store.archive.query(
            "select intitule_lisible, porteur_lisible, age from actions"
        ):
            yield from (row["intitule_lisible"], row["porteur_lisible"], row["age"])

    def loose(self, sentence: Sentence) -> list[str]:
        """The numbers of a sentence that it claims nothing of."""
        words = DATES.sub("…", sentence.unclaimed)
        if not re.search(r"\d", words):
            return []
        words = sentence.unclaimed.lower()
        for known in self.texts:
            words = words.replace(known, "…")
        return re.findall(r"\d[\d ,]*", DATES.sub("…", words))


def _authored() -> Iterator[str]:
    """The texts with digits of the sources, long enough to be an author's words."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            value = node.value if isinstance(node, ast.Constant) else None
            if isinstance(value, str) and len(re.sub(r"\W", "", value)) >= SHORTEST:
                yield value
