"""The names of the elements and attributes of an ODS: those that are copied, and how."""

from __future__ import annotations

import re

from dashboard.importers.unnaming.markup import Attributes, escaped, words
from dashboard.importers.unnaming.met import MetPersons

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = {
    **{
        prefix: f"{_ODF}:{name}:1.0"
        for prefix, name in {
            "office": "office",
            "table": "table",
            "text": "text",
            "style": "style",
            "number": "datastyle",
            "fo": "xsl-fo-compatible",
            "svg": "svg-compatible",
        }.items()
    },
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}
DECLARED = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())


def full(name: str) -> str:
    """« table:table » as the parser names it."""
    prefix, _, bare = name.partition(":")
    return f"{SPACES[prefix]} {bare}"


LOOK = words(
    "office:font-face-decls style:font-face office:styles office:automatic-styles "
    "style:default-style style:style style:table-column-properties style:table-row-properties "
    "style:table-cell-properties style:table-properties style:text-properties "
    "style:paragraph-properties style:map number:number-style number:currency-style "
    "number:percentage-style number:date-style number:time-style number:boolean-style "
    "number:text-style number:number number:scientific-number number:fraction number:day "
    "number:month number:year number:hours number:minutes number:seconds number:am-pm "
    "number:day-of-week number:quarter number:week-of-year number:era number:boolean "
    "number:text-content"
)
"""Elements that say how cells look, their texts left out."""
SAID = words("number:text number:currency-symbol")
"""Those of them that hold a text of their own."""
_NAMES = {
    full(name): name
    for name in words(
        "style:name style:parent-style-name style:data-style-name style:apply-style-name "
        "table:style-name table:default-cell-style-name style:font-name style:font-name-asian "
        "style:font-name-complex"
    )
}
_FONT = full("svg:font-family")
_PLAIN = {
    full(name): name
    for name in words(
        "style:family style:font-family-generic style:font-pitch style:column-width "
        "style:row-height style:use-optimal-row-height style:use-optimal-column-width "
        "style:vertical-align style:text-align-source style:repeat-content style:cell-protect "
        "style:rotation-angle style:volatile style:text-underline-style style:text-underline-width "
        "style:text-underline-color style:text-line-through-style style:writing-mode "
        "fo:background-color fo:border fo:border-top fo:border-bottom fo:border-left "
        "fo:border-right fo:break-before fo:color fo:font-size fo:font-weight fo:font-style "
        "fo:text-align fo:wrap-option fo:margin-left fo:padding table:display table:visibility "
        "number:language number:country number:decimal-places number:min-decimal-places "
        "number:min-integer-digits number:grouping number:style number:textual "
        "number:automatic-order number:display-factor number:min-exponent-digits "
        "number:truncate-on-overflow table:number-columns-repeated table:number-rows-repeated "
        "table:number-columns-spanned table:number-rows-spanned"
    )
}
_SAFE = re.compile(r"[a-z0-9#.%+-]+(?: [a-z0-9#.%+-]+){0,3}|[A-Z]{2}").fullmatch
_MADE_BY_PROGRAM = re.compile(r"[A-Za-z]{1,4}[0-9]{1,6}(?:P[0-9])?|Default").fullmatch


class KeptAttributes:
    """What is kept of the attributes of an element: styles that someone named bear a number."""

    def __init__(self, persons: MetPersons) -> None:
        self._persons, self._styles = persons, dict[str, str]()

    def of(self, told: Attributes) -> str:
        """Them, as they are written."""
        return "".join(f' {name}="{value}"' for name, value in self._each(told) if value)

    def _each(self, told: Attributes) -> list[tuple[str, str]]:
        found = []
        for key, value in told.items():
            if key in _NAMES:
                found.append((_NAMES[key], self._style(value)))
            elif key in _PLAIN and _SAFE(value):
                found.append((_PLAIN[key], value))
            elif key == _FONT and self._persons.out_of(value) == value:
                found.append(("svg:font-family", escaped(value)))
        return found

    def _style(self, name: str) -> str:
        if not name or _MADE_BY_PROGRAM(name):
            return name
        return self._styles.setdefault(name, f"nom{len(self._styles) + 1}")
