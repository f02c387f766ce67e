"""What a figure is narrowed by, in words: every filter in force, those that do not reach it too."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.domain import french
from dashboard.domain.option import YEAR


@dataclass(frozen=True, slots=True)
class SaidFilter:
    """A filter in force, in words: « thème : Santé », « du thème choisi », its form in a file name.

    ``constant`` is one that goes without saying: the year, what the path of the page names.
    """

    key: str
    label: str
    value: str
    sentence: str
    chosen: str
    file: str
    constant: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What the values of a figure answer: the filters in force that change them, those that it
    only marks, those that do not reach it."""

    said: tuple[SaidFilter, ...] = ()
    marked: tuple[SaidFilter, ...] = ()
    unreached: tuple[SaidFilter, ...] = ()

    def of_year(self, shown: int | None) -> Frame:
        """The same for a figure that shows that year, which is not always the one asked."""
        return replace(self, said=tuple(_dated(item, shown) for item in self.said))

    @property
    def sentence(self) -> str:
        """« 2025, Cohésion sociale, thème : Santé »; empty where nothing narrows the figure."""
        return ", ".join(item.sentence for item in self.said)

    @property
    def scope(self) -> str:
        """The same without what goes without saying: empty where all is shown."""
        return ", ".join(item.sentence for item in self.said if not item.constant)

    @property
    def beside(self) -> tuple[str, ...]:
        """What is said of the filters in force that change nothing here, a sentence each kind."""
        marked = french.listed([item.value for item in self.marked])
        others = french.listed([item.chosen for item in self.unreached], "ni")
        found = (
            f"Mis en avant{french.NBSP}: {marked}." if marked else "",
            f"Ne dépend pas {others}." if others else "",
        )
        return tuple(sentence for sentence in found if sentence)

    @property
    def reading(self) -> str:
        """What opens the sentence of the figure: « Lecture (thème : Santé) »."""
        return f"Lecture ({self.scope})" if self.scope else "Lecture"

    @property
    def whole(self) -> str:
        """All of it: « Filtres : 2025, thème : Santé. Ne dépend pas du quartier choisi. »"""
        said = f"Filtres{french.NBSP}: {self.sentence}." if self.sentence else ""
        return " ".join(part for part in (said, *self.beside) if part)

    @property
    def line(self) -> str:
        """The same where it says more than what goes without saying; empty elsewhere."""
        return self.whole if self.scope or self.beside else ""

    @property
    def file(self) -> tuple[str, ...]:
        """The filters as parts of a file name."""
        return tuple(item.file for item in self.said)


def _dated(item: SaidFilter, shown: int | None) -> SaidFilter:
    """« année demandée 2025, dernière connue 2021 », where the filter is a year and they differ."""
    if item.key != YEAR or not shown or item.value.endswith(str(shown)):
        return item
    sentence = f"année demandée {item.value}, dernière connue {shown}"
    return replace(item, sentence=sentence)
