"""A text of an XLSX, in which « _x000D_ » stands for a character that XML does not hold."""

from __future__ import annotations

import re

from dashboard.importers.unnaming.markup import escaped

_CODE = re.compile(r"_x(?![dD][89a-fA-F])([0-9a-fA-F]{4})_")
_LIKE_A_CODE = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")
_UNHELD = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
SPACES = " \t\r\n"


def decoded(text: str) -> str:
    """The text that it stands for."""
    return _CODE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def coded(text: str) -> str:
    """The text as a part holds it: ``decoded`` gives it again."""
    if "_x" in text:
        text = _LIKE_A_CODE.sub("_x005F_", text)
    return escaped(_UNHELD.sub(lambda found: f"_x{ord(found[0]):04X}_", text))


def item(text: str) -> str:
    """The text in the element of a string: its spaces at both ends are kept."""
    kept = ' xml:space="preserve"' if text.strip(SPACES) != text else ""
    return f"<t{kept}>{coded(text)}</t>"
