"""The ordered rules of ``regles.csv``, that propose a pillar and a theme for a title.

The first rule that answers wins. Staff edit the table; what a rule proposes is always shown as
proposed, never as official.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dashboard.domain import french

TITLE = "intitule"
NO_RULE = ("", "", 0)


@dataclass(frozen=True, slots=True)
class PatternRule:
    """One row: ``pattern`` is searched in the folded title, or in the holder's name."""

    number: int
    on_title: bool
    pattern: re.Pattern[str]
    pillar: str
    theme: str

    def answers(self, title: str, holder: str) -> bool:
        """Whether it finds its pattern; both texts are folded (lower case, no accents)."""
        return self.pattern.search(title if self.on_title else holder) is not None


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules in their order."""

    rules: tuple[PatternRule, ...]

    @classmethod
    def parse(cls, rows: Iterable[Mapping[str, str]]) -> Rules:
        """The rules of these rows of ``regles``; re.error where a pattern cannot be read."""
        return cls(tuple(sorted((_rule(row) for row in rows), key=lambda rule: rule.number)))

    @classmethod
    def read(cls, path: Path) -> Rules:
        """The rules of that table; none where the territory has no such file."""
        if not path.is_file():
            return cls(())
        with path.open(encoding="utf-8-sig", newline="") as file:
            return cls.parse(csv.DictReader(file, delimiter=";"))

    def classify(self, title: str, holder: str) -> tuple[str, str, int]:
        """The proposed pillar and theme (slugs), and the number of the rule: 0 where none does."""
        said, by = french.fold(title), french.fold(holder)
        for rule in self.rules:
            if rule.answers(said, by):
                return rule.pillar, rule.theme, rule.number
        return NO_RULE


def _rule(row: Mapping[str, str]) -> PatternRule:
    return PatternRule(
        number=int(row["ordre"]),
        on_title=row["porte_sur"] == TITLE,
        pattern=re.compile(row["motif"]),
        pillar=row["pilier"],
        theme=row["theme"],
    )
