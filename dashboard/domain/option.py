"""How an address may spell each of its keys, and what exists for it to say."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from dashboard.domain.french import NBSP

MAX_TEXT = 100
ALL = "tous"
"""The value of a closed key that keeps everything, the same as leaving the key out."""
COMMA = ","
"""What stands between the values of a key that holds several."""
YEAR, SINCE = "annee", "depuis"
SPANS = (YEAR, SINCE)
"""The keys whose value is a year: the one shown, or the last one, and the first of several."""


@dataclass(frozen=True, slots=True)
class Option:
    """How the address spells one key: a closed list, a free text, a whole number or years.

    ``shared`` keys follow the reader from page to page. ``refusal`` is what is said of a value that
    does not exist, which stands for « {} ». ``many`` values at most stand together; all those of
    ``whole`` together ask for nothing. ``alike`` gives the values that keep the same as one.
    """

    key: str
    label: str
    values: tuple[str, ...] = ()
    default: str = ""
    free_text: bool = False
    low: int = 0
    high: int = 0
    many: int = 1
    shared: bool = False
    refusal: str = ""
    whole: tuple[str, ...] = ()
    alike: Callable[[str], tuple[str, ...]] = field(default=lambda value: (), compare=False)

    def accepts(self, value: str) -> bool:
        """Whether that value may stand in the address."""
        if self.free_text:
            return len(value) <= MAX_TEXT
        if self.high:
            return value.isascii() and value.isdigit() and self.low <= int(value[:9]) <= self.high
        parts = value.split(COMMA)
        return len(parts) <= self.many and all(part in self.values for part in parts)

    def kept(self, value: str) -> str:
        """The value in its one spelling, without what asks for nothing: it is then empty."""
        cleaned = clean(value) if self.free_text else self._gathered(value)
        closed = not (self.free_text or self.high or self.key == YEAR)
        return "" if cleaned == self.default or (closed and cleaned == ALL) else cleaned

    def _gathered(self, value: str) -> str:
        """Several values each once, in the order of those that exist; none where they are all."""
        if self.many == 1 or COMMA not in value:
            return value
        parts = dict.fromkeys(part.strip() for part in value.split(COMMA))
        rank = {known: at for at, known in enumerate(self.values)}
        found: list[str] = []
        for part in sorted(parts, key=lambda part: rank.get(part, len(rank))):
            if part not in ("", ALL) and not {part, *self.alike(part)} & {*found}:
                found.append(part)
        return "" if self.whole and {*self.whole} <= {*found} else COMMA.join(found)

    def refused(self, value: str) -> str:
        """What is said of a value that is put aside."""
        parts = value.split(COMMA) if self.many > 1 else [value]
        wrong = [part for part in parts if part not in self.values]
        if not wrong:
            return self._crowded()
        shown = f"«{NBSP}{clean(COMMA.join(wrong))[:40]}{NBSP}»"
        default = (
            f"La valeur {{}} n’est pas possible pour «{NBSP}{self.label}{NBSP}»{NBSP}: le choix "
            "par défaut est affiché."
        )
        return (self.refusal or default).replace("{}", shown)

    def _crowded(self) -> str:
        named = f"«{NBSP}{self.label}{NBSP}»"
        return f"{named}{NBSP}: {self.many} choix au plus ensemble, aucun n’est retenu."

    def repeated(self, kept: str) -> str:
        """What is said where the address asks it several times."""
        named, value = (f"«{NBSP}{clean(word)[:40]}{NBSP}»" for word in (self.label, kept))
        return f"L’adresse demande plusieurs {named}{NBSP}: la première compte, {value}."


@dataclass(frozen=True, slots=True)
class AllowedValues:
    """What exists in the publication served: the only values a selection may hold."""

    pillars: tuple[str, ...]
    years: tuple[int, ...]
    quarters: tuple[str, ...]
    generations: tuple[str, ...]
    options: tuple[Option, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()

    @property
    def default_year(self) -> int:
        """The last year that holds actions."""
        return max(self.years)

    def meant(self, key: str, value: str) -> str:
        """That value of that key, or the one that it is another name of; so for each of several."""
        known = dict(self.aliases)
        return COMMA.join(known.get(f"{key}={part}", part) for part in value.split(COMMA))

    def with_options(self, options: tuple[Option, ...]) -> AllowedValues:
        """The same choices for a page that has keys of its own."""
        return replace(self, options=options)


def clean(text: str) -> str:
    """A text on one line, without what does not print."""
    kept = (char if unicodedata.category(char)[0] != "C" else " " for char in text)
    return " ".join("".join(kept).split())
