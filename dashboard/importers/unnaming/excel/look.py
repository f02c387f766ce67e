"""How the cells of an XLSX look: its styles, and the colours of its theme, which name nobody."""

from __future__ import annotations

import re
from functools import partial

from openpyxl.writer.theme import theme_xml

from dashboard.importers.unnaming.excel.written import SPACE
from dashboard.importers.unnaming.markup import (
    HEAD,
    Attributes,
    Begin,
    End,
    Walk,
    elements,
    escaped,
    safe,
    words,
)
from dashboard.importers.unnaming.met import MetPersons
from dashboard.importers.writing.packed import Put

_KEPT = words(
    "numFmts fonts font b i u strike outline shadow condense extend sz color family charset "
    "vertAlign fills fill patternFill fgColor bgColor gradientFill stop borders border left right "
    "top bottom diagonal vertical horizontal cellStyleXfs cellXfs xf alignment protection colors "
    "indexedColors rgbColor"
)
_ATTRIBUTES = frozenset(
    words(
        "numFmtId fontId fillId borderId xfId applyNumberFormat applyFont applyFill applyBorder "
        "applyAlignment applyProtection quotePrefix pivotButton horizontal vertical textRotation "
        "wrapText indent shrinkToFit readingOrder justifyLastLine locked hidden val rgb theme tint "
        "indexed auto patternType type degree left right top bottom position style diagonalUp "
        "diagonalDown outline"
    )
)
_NORMAL = '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"></cellStyle></cellStyles>'
_LITERALS = re.compile(r'"[^"]*"')
_FONT = "Calibri"
_COLOURS = words("dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink")
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


class NamelessStyles(Walk):
    """The styles of the cells are written as they are gone through, without the names that someone
    gave to them."""

    def __init__(self, persons: MetPersons, put: Put) -> None:
        kept: dict[str, Begin] = {name: partial(self._open, name) for name in _KEPT}
        free: dict[str, Begin] = {"numFmt": self._format, "name": self._font}
        ends: dict[str, End] = {name: partial(put, f"</{name}>") for name in _KEPT}
        ends["cellXfs"] = partial(put, f"</cellXfs>{_NORMAL}")
        super().__init__({**kept, **free, "styleSheet": self.begin_text}, ends)
        self._persons, self._put = persons, put

    def through(self, xml: bytes) -> None:
        """Write the styles."""
        self._put(f'{HEAD}<styleSheet xmlns="{SPACE}">')
        super().through(xml)
        self._put("</styleSheet>")

    def _open(self, name: str, told: Attributes) -> None:
        self._put(f"<{name}{safe(told, _ATTRIBUTES)}>")

    def _format(self, told: Attributes) -> None:
        code = told.get("formatCode", "")
        if self._persons.out_of(code) != code:
            code = _LITERALS.sub("", code)
        said = self._persons.out_of(code)
        number = safe(told, _ATTRIBUTES)
        self._put(f'<numFmt{number} formatCode="{escaped(said)}"></numFmt>')

    def _font(self, told: Attributes) -> None:
        name = told.get("val", "")
        said = name if self._persons.out_of(name) == name else _FONT
        self._put(f'<name val="{escaped(said)}"></name>')


def theme(xml: bytes) -> str:
    """The usual theme, with the colours of that one."""
    found = _colours(xml)
    return _SCHEME.sub(lambda _: _scheme(found), theme_xml, count=1) if found else theme_xml


_SCHEME = re.compile(r"<a:clrScheme.*?</a:clrScheme>", re.DOTALL)


def _scheme(colours: dict[str, str]) -> str:
    said = "".join(
        f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in colours.items()
    )
    return f'<a:clrScheme name="Couleurs">{said}</a:clrScheme>'


def _colours(xml: bytes) -> dict[str, str]:
    """The twelve colours of a theme; none where one is not told."""
    found, name = dict[str, str](), ""
    for element, told in elements(xml):
        name = element if element in _COLOURS else name
        colour = told.get("lastClr") or told.get("val", "")
        if name and element in ("srgbClr", "sysClr") and _COLOUR.fullmatch(colour):
            found.setdefault(name, colour)
    return {name: found[name] for name in _COLOURS} if len(found) == len(_COLOURS) else {}
