"""How far a long work has come: the share of its time that is behind, by what each of its parts was
measured to take."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

MEGA = 1_000_000
NEARLY = 99
"""The percentage of a work that goes on, whatever is left of it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a work, and the seconds of processor that it takes: ``fixed``, then for each
    megabyte of the file that it reads, and of the tables that the territory holds."""

    name: str
    fixed: float
    of_file: float = 0.0
    of_tables: float = 0.0


class Gauge:
    """Says how far a work of these parts, in this order, has come; it never goes back."""

    def __init__(self, parts: tuple[Part, ...], file: int, tables: int) -> None:
        self._costs = {
            part.name: part.fixed + (part.of_file * file + part.of_tables * tables) / MEGA
            for part in parts
        }
        self._said = 0

    def at(self, name: str, done: float = 0.0) -> int:
        """The percentage of the work that is behind once that part is begun, and ``done`` of it is
        done, from 0 to 1; never 100, for what is done says so itself."""
        before = sum(self._costs[part] for part in takewhile(name.__ne__, self._costs))
        behind = before + done * self._costs[name]
        found = int(100 * behind / sum(self._costs.values()))
        self._said = max(self._said, min(NEARLY, found))
        return self._said


CHECK = (
    Part("copie", 0.02, of_tables=0.01),
    Part("lecture", 0.3, of_file=0.17),
    Part("plan", 0.4, of_file=0.06, of_tables=0.06),
    Part("écriture", 0.03, of_file=0.02, of_tables=0.02),
    Part("comparaison", 0.35, of_file=0.08, of_tables=0.08),
)
"""The check of a file, or of what is typed."""
SERVING = (
    Part("lecture", 0.1, of_tables=0.06),
    Part("verification", 0.23, of_tables=0.04),
    Part("tableau", 0.13, of_tables=0.15),
    Part("axes", 0.06, of_tables=0.01),
    Part("base", 0.12, of_tables=0.04),
    Part("base-fermee", 0.02, of_tables=0.02),
    Part("manifeste", 0.15, of_tables=0.08),
    Part("pointeur", 0.3, of_tables=0.17),
)
"""What makes a publication, by the moments of ``publication.steps`` that end each part."""
NEXT = {
    "lecture": "je vérifie ses tables",
    "verification": "je calcule ses totaux",
    "tableau": "je dessine ses cartes",
    "axes": "j’écris ses lignes",
    "base": "je prépare sa recherche",
    "base-fermee": "j’écris ses fichiers",
    "manifeste": "je la mets en place",
}
"""What begins once each of them has ended."""
PUBLICATION = (Part("tables", 0.24, of_tables=0.09), Part("dépôt", 0.23, of_tables=0.14), *SERVING)
"""The publication of a draft."""
