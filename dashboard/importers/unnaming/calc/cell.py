"""A cell of an ODS: what it holds, and how it is written without persons."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from dashboard.importers.unnaming.calc.spaces import full
from dashboard.importers.unnaming.formula import NO_VALUE, giving
from dashboard.importers.unnaming.markup import Attributes, escaped
from dashboard.importers.unnaming.withdrawn import WITHDRAWN, holds_nobody

_VALUES = {
    full(f"office:{name}"): f"office:{name}"
    for name in ("value", "date-value", "time-value", "boolean-value")
}
_STRING, _TYPE, _ERROR = (
    full("office:string-value"),
    full("office:value-type"),
    full("calcext:value-type"),
)
_FORMULA, _CURRENCY = full("table:formula"), full("office:currency")
_PLAIN = re.compile(r"[-+0-9.eE:TPYMDHSZ]{1,40}|true|false").fullmatch
_WORD = re.compile(r"[a-z]{1,20}").fullmatch
_CODE = re.compile(r"[A-Z]{3}").fullmatch
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?").fullmatch
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch

Without = Callable[[str], str]


@dataclass(slots=True)
class CellLine:
    """A line of a cell: its text as it is read, as it is seen, and as it was written."""

    read: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    xml: list[str] = field(default_factory=list)

    def add(self, read: str, seen: str, xml: str) -> None:
        """Add a piece of it."""
        self.read.append(read)
        self.seen.append(seen)
        self.xml.append(xml)


@dataclass(slots=True)
class CalcCell:
    """A cell as it was met."""

    told: Attributes
    lines: list[CellLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is read of it."""
        if _STRING in self.told:
            return self.told[_STRING]
        value = next((self.told[name] for name in _VALUES if name in self.told), None)
        return self._joined("read") if value is None else value

    @property
    def is_gap(self) -> bool:
        """Whether it is a formula that gave no value."""
        if _FORMULA not in self.told:
            return False
        if self.told.get(_ERROR) == "error":
            return True
        valued = _STRING in self.told or any(name in self.told for name in _VALUES)
        return not valued and not self._joined("read").strip()

    def withdrawn(self) -> str:
        """It, as a cell of a column of persons is written: the attributes, then what it holds."""
        if self.is_gap or holds_nobody(self.text):
            return self.written(str)
        return self._string(WITHDRAWN)

    def written(self, without: Without) -> str:
        """It, written without persons: its attributes, « > », and what it holds."""
        value = next((name for name in _VALUES if name in self.told), None)
        if value is None:
            return self._of_text(without)
        said = self.told[value]
        if not _PLAIN(said) and without(said) != said:
            return self._string(without(said))
        shown = self._joined("seen")
        lines = self._lines() if without(shown) == shown else ""
        return f'{self._typed()}{self._formula(said)} {_VALUES[value]}="{escaped(said)}">{lines}'

    def _of_text(self, without: Without) -> str:
        told = self._typed()
        if _STRING in self.told:
            said = without(self.told[_STRING])
            told += f'{self._formula(said)} office:string-value="{escaped(said)}"'
        elif _FORMULA in self.told:
            told += self._formula(without(self._joined("read")))
        return f"{told}>{self._without(without)}"

    def _without(self, without: Without) -> str:
        for kind in ("seen", "read"):
            text = self._joined(kind)
            said = without(text)
            if said != text:
                return _paragraphs(said)
        return self._lines()

    def _string(self, text: str) -> str:
        return f' office:value-type="string"{self._formula(text)}>{_paragraphs(text)}'

    def _typed(self) -> str:
        found = ""
        for name, said, fits in (
            ("office:value-type", self.told.get(_TYPE, ""), _WORD),
            ("calcext:value-type", self.told.get(_ERROR, ""), _WORD),
            ("office:currency", self.told.get(_CURRENCY, ""), _CODE),
        ):
            found += f' {name}="{said}"' if fits(said) else ""
        return found

    def _formula(self, said: str) -> str:
        if _FORMULA not in self.told:
            return ""
        return f' table:formula="of:={escaped(NO_VALUE if self.is_gap else _giving(said))}"'

    def _joined(self, kind: str) -> str:
        return "\n".join("".join(getattr(line, kind)) for line in self.lines)

    def _lines(self) -> str:
        return "".join(f"<text:p>{''.join(line.xml)}</text:p>" for line in self.lines)


def _giving(said: str) -> str:
    """A formula that gives that value."""
    if _NUMBER(said):
        return said
    if said in ("true", "false"):
        return f"{said.upper()}()"
    return f"DATEVALUE({giving(said)})" if _DAY(said) else giving(said)


def _paragraphs(text: str) -> str:
    return "".join(f"<text:p>{escaped(line)}</text:p>" for line in text.split("\n"))
