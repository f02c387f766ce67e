"""The texts that the sheets of an XLSX share, under their ranks."""

from __future__ import annotations

from collections.abc import Container

from dashboard.importers.personal_headings import may_be_heading, may_tell_a_person
from dashboard.importers.unnaming.excel.coded import SPACES, decoded, item
from dashboard.importers.unnaming.excel.written import SPACE
from dashboard.importers.unnaming.markup import HEAD, Attributes, Walk
from dashboard.importers.unnaming.met import MetPersons
from dashboard.importers.unnaming.withdrawn import holds_nobody
from dashboard.importers.writing.packed import Put


class StringRuns(Walk):
    """What gathers the text of a string from its runs, as it is read: the spaces at both ends of
    each are kept where they are said to be."""

    def begin_run(self, told: Attributes) -> None:
        """Begin a run of the string."""
        self._kept = told.get("xml:space") == "preserve"
        self.begin_text()

    def end_run(self) -> str:
        """The text of that run."""
        text = "".join(self.held)
        return decoded(text if self._kept else text.strip(SPACES))


class _Strings(StringRuns):
    def __init__(self) -> None:
        begins = dict.fromkeys(("sst", "r"), self.begin_text)
        super().__init__(
            {**begins, "si": self._begin, "t": self.begin_run},
            {"t": lambda: self._runs.append(self.end_run()), "si": self._finish},
        )
        self._runs: list[str] = []

    def _begin(self, _: Attributes) -> None:
        self._runs = []

    def _finish(self) -> None:
        self.string("".join(self._runs))

    def string(self, text: str) -> None:
        """Take the next one."""
        raise NotImplementedError


class SharedTexts(_Strings):
    """Those of the ``wanted`` ranks, or every one for None; which hold ``nobody``; which are
    ``values``, no heading of anything; and those that may be ``headings`` of columns of persons,
    blank ones among them."""

    def __init__(self, wanted: Container[int] | None) -> None:
        super().__init__()
        self.texts: dict[int, str] = {}
        self.nobody: set[int] = set()
        self.values: set[int] = set()
        self.headings: dict[int, str] = {}
        self._wanted, self._rank = wanted, 0

    def string(self, text: str) -> None:
        """Take the next one."""
        if holds_nobody(text):
            self.nobody.add(self._rank)
        if not may_be_heading(text):
            self.values.add(self._rank)
        elif not text.strip() or may_tell_a_person(text):
            self.headings[self._rank] = text
        if self._wanted is None or self._rank in self._wanted:
            self.texts[self._rank] = text
        self._rank += 1


class NamelessTexts(_Strings):
    """They are written without persons; one that no cell ``used`` is written as an empty text."""

    def __init__(self, used: Container[int], persons: MetPersons, put: Put) -> None:
        super().__init__()
        self._used, self._persons, self._put, self._rank = used, persons, put, 0

    def string(self, text: str) -> None:
        """Write the next one."""
        said = self._persons.out_of(text) if self._rank in self._used else ""
        self._put(f"<si>{item(said)}</si>")
        self._rank += 1

    def through(self, xml: bytes) -> None:
        """Write the part."""
        self._put(f'{HEAD}<sst xmlns="{SPACE}">')
        super().through(xml)
        self._put("</sst>")
