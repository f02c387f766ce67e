"""Attributes of an element as HTML text, from the names that React gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from html import escape
from typing import Any

VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
BOOLEAN = frozenset(
    {"autofocus", "checked", "disabled", "hidden", "novalidate", "open", "selected"}
)
_NAMES = {"className": "class", "htmlFor": "for", "acceptCharset": "accept-charset"}


def attributes(held: Mapping[str, Any]) -> str:
    """Attributes as text, each after a space, in the order given; None and False say nothing."""
    if not held:
        return ""
    return "".join([_attribute(name, value) for name, value in held.items() if value is not None])


def _attribute(name: str, value: Any) -> str:
    plain = _plain(name) if isinstance(value, str) else ""
    if plain:
        return _pair(plain, value)
    if name.startswith(("data-", "aria-")):
        return _pair(name, str(value).lower() if isinstance(value, bool) else str(value))
    name = _NAMES.get(name) or name.lower()
    if name in BOOLEAN or isinstance(value, bool):
        return f" {name}" if value else ""
    return _pair(name, _style(value) if name == "style" else str(value))


@cache
def _plain(name: str) -> str:
    """The name in HTML of an attribute that is written as its text says; empty for the others."""
    held = name if name.startswith(("data-", "aria-")) else _NAMES.get(name) or name.lower()
    return "" if held in BOOLEAN or held == "style" else held


def _pair(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"'


def _style(value: Mapping[str, Any]) -> str:
    return ";".join(f"{_kebab(name)}:{part}" for name, part in value.items() if part is not None)


def _kebab(name: str) -> str:
    return name if name.startswith("--") else re.sub(r"(?<!^)([A-Z])", r"-\1", name).lower()
