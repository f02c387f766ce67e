"""Form fields that set one key of the address, as HTML."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape
from typing import NamedTuple

from dashboard.html.element import Element


class FieldOption(NamedTuple):
    """One thing to choose; one that is ``disabled`` is shown, and cannot be."""

    label: str
    value: str
    disabled: bool = False


def select(name: str, items: Sequence[FieldOption], value: str) -> Element:
    """A ``<select>`` with its options, the chosen one marked."""
    options = "".join(_option(item, value) for item in items)
    return Element("select", {"className": "form-select", "name": name}, options)


def radios(name: str, items: Sequence[FieldOption], value: str) -> Element:
    """Radio buttons, each with its label."""
    return _checks("radio", name, items, {value})


def checkboxes(name: str, items: Sequence[FieldOption], values: Collection[str]) -> Element:
    """Boxes to tick, each with its label; ticked ones are repeated in the address."""
    return _checks("checkbox", name, items, values)


def entry(name: str, value: str, kind: str) -> Element:
    """A field of one line, of that type."""
    attrs = {"type": kind, "className": "form-control", "name": name, "value": value}
    return Element("input", attrs, "")


def hidden(name: str, value: str) -> Element:
    """A value that a form carries along."""
    return Element("input", {"type": "hidden", "name": name, "value": value}, "")


def _option(item: FieldOption, value: str) -> str:
    state = _state("selected", item, item.value == value)
    return f'<option value="{escape(item.value)}"{state}>{escape(item.label)}</option>'


def _state(name: str, item: FieldOption, chosen: bool) -> str:
    return f" {name}" * chosen + " disabled" * item.disabled


def _checks(kind: str, name: str, items: Sequence[FieldOption], values: Collection[str]) -> Element:
    return Element("div", {}, "".join(_check(kind, name, item, values) for item in items))


def _check(kind: str, name: str, item: FieldOption, values: Collection[str]) -> str:
    own = f'value="{escape(item.value)}"{_state("checked", item, item.value in values)}'
    box = f'<input class="form-check-input" type="{kind}" name="{escape(name)}" {own}>'
    words = f'<span class="form-check-label">{escape(item.label)}</span>'
    return f'<label class="form-check form-check-inline">{box}{words}</label>'
