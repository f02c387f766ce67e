"""Form fields as HTML text, with the classes that their live twins have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

Props = Mapping[str, Any]


def name(props: Props) -> str:
    """The key of the address that a field sets."""
    key = props.get("id")
    return str(props.get("name") or (key.get("key", "") if isinstance(key, Mapping) else ""))


def select(props: Props) -> str:
    """A ``<select>`` with its options, the chosen one marked."""
    value = str(props.get("value", ""))
    options = "".join(_option(option, value) for option in props.get("options") or ())
    return f'<select class="form-select"{_named(props)}>{options}</select>'


def radios(props: Props) -> str:
    """Radio buttons, each with its label."""
    return _checks(props, "radio", {str(props.get("value", ""))})


def checkboxes(props: Props) -> str:
    """Boxes to tick, each with its label; ticked ones are repeated in the address."""
    return _checks(props, "checkbox", {str(value) for value in props.get("value") or ()})


def entry(props: Props) -> str:
    """A field of one line, or a hidden value that a form carries along."""
    kind = str(props.get("type") or "text")
    css = "" if kind == "hidden" else ' class="form-control"'
    value = escape(str(props.get("value") or ""))
    return f'<input type="{escape(kind)}"{css}{_named(props)} value="{value}">'


def _named(props: Props) -> str:
    found = name(props)
    return f' name="{escape(found)}"' if found else ""


def _option(option: Props, value: str) -> str:
    own = str(option["value"])
    state = " selected" if own == value else ""
    state += " disabled" if option.get("disabled") else ""
    return f'<option value="{escape(own)}"{state}>{escape(str(option["label"]))}</option>'


def _checks(props: Props, kind: str, values: set[str]) -> str:
    boxes = "".join(_check(option, props, kind, values) for option in props.get("options") or ())
    return f"<div>{boxes}</div>"


def _check(option: Props, props: Props, kind: str, values: set[str]) -> str:
    own = str(option["value"])
    state = " checked" if own in values else ""
    state += " disabled" if option.get("disabled") else ""
    own = f'value="{escape(own)}"{state}'
    box = f'<input class="form-check-input" type="{kind}"{_named(props)} {own}>'
    inline = " form-check-inline" if props.get("inline") else ""
    words = f'<span class="form-check-label">{escape(str(option["label"]))}</span>'
    return f'<label class="form-check{inline}">{box}{words}</label>'


FIELDS: dict[str, Callable[[Props], str]] = {
    "Select": select,
    "RadioItems": radios,
    "Checklist": checkboxes,
    "Input": entry,
}
