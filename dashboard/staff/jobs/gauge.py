"""How far a long work has come: the share of its time that is behind, by what each of its parts was
measured to take."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

MEGA = 1_000_000
NEARLY = 99
"""The percentage of a work that goes on, whatever is left of it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a work, what the person reads while it lasts, and the seconds of processor that it
    takes: ``fixed``, then for each megabyte of the file that it reads, and of the tables that the
    territory holds. ``python -m benchmarks.gauge`` measures them."""

    name: str
    says: str
    fixed: float
    of_file: float = 0.0
    of_tables: float = 0.0

    def cost(self, file: int, tables: int) -> float:
        """The seconds that it takes of so many bytes."""
        return self.fixed + (self.of_file * file + self.of_tables * tables) / MEGA


class Gauge:
    """Says how far a work of these parts, in this order, has come; it never goes back."""

    def __init__(self, parts: tuple[Part, ...], file: int, tables: int) -> None:
        ends = list(accumulate((part.cost(file, tables) for part in parts), initial=0.0))
        self._parts = parts
        self._spans = [(first / ends[-1], last / ends[-1]) for first, last in pairwise(ends)]
        self._rank = 0
        self.share = 0
        """The percentage that is behind; never 100, for what is done says so itself."""

    @property
    def part(self) -> Part:
        """The part under way."""
        return self._parts[self._rank]

    @property
    def sentence(self) -> str:
        """Which part is under way, of how many."""
        return f"Étape {self._rank + 1} sur {len(self._parts)}\u00a0: {self.part.says}."

    def begin(self, name: str) -> None:
        """That part begins."""
        self._rank = [part.name for part in self._parts].index(name)
        self.at(0.0)

    def end(self, name: str) -> bool:
        """Whether the part of that name is among these and ends now, or would have before: the one
        that follows then begins."""
        names = [part.name for part in self._parts[self._rank : -1]]
        if name not in names:
            return False
        self.begin(self._parts[self._rank + names.index(name) + 1].name)
        return True

    def at(self, done: float) -> bool:
        """So much of the part under way is done, 0 to 1; whether the percentage moves."""
        first, last = self._spans[self._rank]
        before = self.share
        self.share = max(before, min(NEARLY, int(100 * (first + (last - first) * done))))
        return self.share > before


COPY = Part("copie", "je prépare une copie des données", 0.001, of_tables=0.065)
COMPARISON = Part("comparaison", "je compare avec ce qui est publié", 0.02, 0.1, 0.095)
CHECK = (
    COPY,
    Part("lecture", "je lis le fichier", 0.001, 0.195, 0.045),
    Part("plan", "je vérifie toutes les tables", 0.09, 0.029, 0.092),
    Part("écriture", "j’écris le brouillon", 0.028, 0.018, 0.001),
    COMPARISON,
)
"""The check of a file."""
TYPED = (COPY, Part("plan", "je vérifie toutes les tables", 0.32, of_tables=0.216), COMPARISON)
"""The check of what is typed."""
SINCE = Part("depuis", "je regarde ce qui a été publié depuis", 0.01, of_tables=0.095)
"""What is left of the check of a draft that another publication passed."""
JUDGING = (
    Part("lecture", "je lis les tables à publier", 0.001, of_tables=0.067),
    Part("verification", "je vérifie ce qui sera publié", 0.16, of_tables=0.043),
)
"""What reads and judges the tables, by the moments of ``publication.steps`` that end each part."""
MAKING = (
    Part("tableau", "je calcule les totaux", 0.001, of_tables=0.092),
    Part("axes", "je dessine les cartes", 0.036, of_tables=0.001),
    Part("base", "j’écris chaque ligne", 0.008, of_tables=0.037),
    Part("base-fermee", "je prépare la recherche", 0.001, of_tables=0.013),
    Part("manifeste", "j’écris les fichiers ouverts", 0.018, of_tables=0.058),
    Part("pointeur", "je mets la publication en place", 0.01),
)
"""What makes a publication of them, likewise."""
SERVING = (*JUDGING, *MAKING)
"""What makes a publication of a folder that nobody judged yet."""
TELLING = "je dis au public ce qui change"
PUBLICATION = (
    *JUDGING,
    Part("dépôt", "je garde une version de plus", 0.058, of_tables=0.091),
    *MAKING,
    Part("chronique", TELLING, 0.035, of_tables=0.002),
)
"""The publication of a draft, which keeps what it changes."""
RETURN = (*SERVING, Part("chronique", TELLING, 0.01, of_file=0.096))
"""An earlier version served again: what that changes is sought then. Its file is the version that
was served until then."""
