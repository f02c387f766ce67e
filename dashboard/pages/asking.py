"""What a question in words names of a territory, and what of it an answer leaves out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.domain import french
from dashboard.domain.local_words import LocalWords
from dashboard.domain.territory import Territory, TerritoryKind
from dashboard.view import View
from dashboard.words import everyday, questions
from dashboard.words.hearing import beside, heard
from dashboard.words.questions import Question
from dashboard.words.spelling import near, words_of

_PIECES = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class SpokenQuestion:
    """A question in words, and what it names of the territory of a view."""

    view: View
    words: str

    @cached_property
    def met(self) -> tuple[Question, ...]:
        """The questions of which something is published."""
        counts = self.view.store.counts
        place = " quartier" if self.quarters else ""
        found = questions.asked(f"{heard(self.words, self._own)}{place}", self._owner)
        return tuple(item for item in found if not item.only or counts.get(item.only))

    @property
    def _owner(self) -> str:
        return self.view.store.settings.name

    @property
    def _own(self) -> LocalWords:
        return self.view.store.settings.words

    @property
    def _beside(self) -> str:
        """The words, but for those of the territory, which are all understood."""
        return beside(self.words, self._own)

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The words that say what is asked about."""
        return questions.naming(self._beside, self._owner)

    @cached_property
    def unknown(self) -> list[str]:
        """The words that name nothing that is known here."""
        unmet = self._beside_places(self.named)
        return [word for word in unmet if not everyday.indicators_of((word,))]

    @property
    def about(self) -> str:
        """The words, but for the quarters and the years that they name."""
        words = self._beside_places(words_of(self._beside))
        return " ".join(word for word in words if not questions.is_year(word)) or self.words

    @property
    def dates(self) -> list[str]:
        """The years that it names, published or not."""
        return list(filter(questions.is_year, words_of(self._beside)))

    def typed(self, word: str) -> str:
        """The word as the person wrote it."""
        pieces: list[str] = _PIECES.findall(self.words)
        return next((piece for piece in pieces if word in words_of(piece)), word)

    def _beside_places(self, words: Sequence[str]) -> list[str]:
        """Those of the words that are not of the name of a quarter that is named."""
        known = [word for place in self.quarters for word in self._words(place)]
        return [word for word in words if not any(near(word, one) for one in known)]

    def _words(self, quarter: Territory) -> tuple[str, ...]:
        """Those of a quarter and of its communes."""
        by_code = self.view.store.places.by_code
        communes = " ".join(by_code[code].name for code in quarter.communes if code in by_code)
        return words_of(f"{quarter.name} {communes}")

    @cached_property
    def years(self) -> list[str]:
        """The published years that it names, in order."""
        known = map(str, self.view.store.choices.years)
        return [year for year in known if year in self.dates]

    @cached_property
    def quarters(self) -> list[Territory]:
        """The quarters of the last perimeters that it names, else those of the commune that it
        names."""
        places = self.view.store.places
        communes = [c for c in places.by_code.values() if c.kind is TerritoryKind.COMMUNE]
        told = [one for one in communes if self._names(one)]
        for generation in reversed(places.generations):
            held = places.quarters(generation)
            within = [q for q in held if {c.code for c in told} & set(q.communes)]
            found = within or [q for q in held if self._names(q, communes)]
            if found:
                return found
        return []

    @property
    def codes(self) -> list[list[str]]:
        """The codes of those quarters in the last perimeters of the year that it names, then in
        each generation before; none where it names no quarter."""
        places = self.view.store.places
        until = int(self.years[-1]) if self.years else max(self.view.store.choices.years)
        found = [
            [place.code for q in self.quarters if (place := places.same_place(q.code, generation))]
            for generation in reversed(places.in_force(until))
        ]
        return [codes for codes in found if codes]

    def _names(self, place: Territory, others: list[Territory] | None = None) -> bool:
        """Whether its words are those of that place, but for those of the ``others``."""
        shared = {word for other in others or () for word in words_of(other.name)}
        own = [word for word in words_of(place.name) if word not in shared]
        return any(near(word, known) for word in self.named for known in own)

    def unused(self, question: Question, said: str) -> list[str]:
        """What it names and that ``said``, the answer to that question, does not speak of: words of
        other questions, quarters, years."""
        about = questions.naming(self._beside, self._owner, (question,))
        words = [word for word in self._beside_places(about) if word not in self.unknown]
        quarters = [place.name for place in self.quarters]
        named = dict.fromkeys((*map(self.typed, words), *quarters, *self.dates))
        return [name for name in named if french.fold(name) not in french.fold(said)]
