"""The persons met in a file: each keeps a number there, so that two of them stay two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dashboard.importers.personal_data import without_persons
from dashboard.importers.persons import numbers_standing

_STANDS = "(nom retiré".encode()


@dataclass(slots=True)
class MetPersons:
    """The persons met in a file, each with the number that stands for her; ``before`` is the
    highest that already stands there, 0 where none does."""

    before: int = 0
    met: dict[str, int] = field(default_factory=dict)

    @classmethod
    def beside(cls, texts: Iterable[str]) -> MetPersons:
        """None met yet, in a file whose cells are these: no number that one of them bears is
        given again."""
        return cls(max((number for text in texts for number in numbers_standing(text)), default=0))

    def out_of(self, cell: str) -> str:
        """The cell without them, nor how to reach one; itself where it has none."""
        return without_persons(cell, self._number)

    def _number(self, name: str) -> int:
        return self.met.setdefault(name, self.before + len(self.met) + 1)


def naming(parts: Iterable[bytes]) -> Iterator[str]:
    """The text of those of these parts of an archive in which numbers stand for persons already."""
    return (part.decode(errors="replace") for part in parts if _STANDS in part)
