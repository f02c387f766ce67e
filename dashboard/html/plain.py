"""A tree of Dash components as HTML text: the page before, and without, any script.

Walks what components built. Text and attributes are escaped; an id that is a dict, made for
callbacks, is left out, so that no id stands twice when the live page is laid beside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from dash.development.base_component import Component

from dashboard.html import fields
from dashboard.html.svg import to_svg

Draw = Callable[[Mapping[str, Any], int, str], str]
"""(figure, height in pixels, text alternative) → one ``<svg>``."""

DEFAULT_HEIGHT = 320
VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
BOOLEAN = frozenset({"autofocus", "checked", "disabled", "hidden", "novalidate", "open"})
UNSAID = frozenset({"available_properties", "available_wildcard_properties"})
_NAMES = {"className": "class", "htmlFor": "for", "acceptCharset": "accept-charset"}
SILENT = frozenset({"children", "key", "n_clicks", "n_clicks_timestamp", "disable_n_clicks"})
_TAGS = {"ObjectEl": "object", "MapEl": "map"}


def to_html(node: Any, draw: Draw = to_svg) -> str:
    """The HTML of a component, a text, or a list of them; what has no HTML form gives nothing."""
    return _node(node, draw, "", DEFAULT_HEIGHT)


def _node(node: Any, draw: Draw, alt: str, height: int) -> str:
    if node is None or isinstance(node, bool):
        return ""
    if isinstance(node, Component):
        return _component(node, draw, alt, height)
    if isinstance(node, (list, tuple)):
        return "".join(_node(item, draw, alt, height) for item in node)
    return escape(str(node), quote=False)


def _component(node: Component, draw: Draw, alt: str, height: int) -> str:
    kind, props = node._type, props_of(node)
    if node._namespace == "dash_html_components":
        return _element(kind, props, draw, alt, height)
    if kind == "Graph":
        return draw(props.get("figure") or {}, height, alt)
    if kind == "Piece":
        return _whole(props["tag"], props["attrs"], props["html"])
    field = fields.FIELDS.get(kind)
    return field(props) if field else ""


def props_of(node: Component) -> dict[str, Any]:
    """The properties that a component was given, ``data-*`` and ``aria-*`` included, by name.

    Dash keeps them in an order of its own, which changes from one process to the next.
    """
    held = sorted(vars(node).items())
    return {name: value for name, value in held if name[0] != "_" and name not in UNSAID}


def _whole(tag: str, attrs: Mapping[str, Any], inside: str) -> str:
    opening = f"<{tag}{attributes(attrs.items())}>"
    return opening if tag in VOID else f"{opening}{inside}</{tag}>"


def _element(kind: str, props: Mapping[str, Any], draw: Draw, alt: str, height: int) -> str:
    tag = _TAGS.get(kind, kind.lower())
    opening = f"<{tag}{attributes(props.items())}>"
    if tag in VOID:
        return opening
    alt = str(props.get("data-alt") or alt)
    height = _height(props.get("style")) or height
    inside = _node(props.get("children"), draw, alt, height)
    return f"{opening}{inside}</{tag}>"


def _height(style: Any) -> int:
    """The reserved height of a box in pixels, 0 when it reserves none."""
    found = re.fullmatch(r"(\d+)px", str((style or {}).get("height", "")))
    return int(found[1]) if found else 0


def attributes(items: Iterable[tuple[str, Any]]) -> str:
    """Attributes as text, each after a space, in the order given."""
    return "".join(_attribute(name, value) for name, value in items if name not in SILENT)


def _attribute(name: str, value: Any) -> str:
    if value is None or (name == "id" and isinstance(value, Mapping)):
        return ""
    if name.startswith(("data-", "aria-")):
        return _pair(name, _stated(value))
    name = _NAMES.get(name, name.lower())
    if name in BOOLEAN or isinstance(value, bool):
        return f" {name}" if value else ""
    return _pair(name, _style(value) if name == "style" else str(value))


def _stated(value: Any) -> str:
    """Data and ARIA states are words: true, false."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _pair(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"'


def _style(value: Mapping[str, Any]) -> str:
    return ";".join(f"{_kebab(name)}:{part}" for name, part in value.items() if part is not None)


def _kebab(name: str) -> str:
    return name if name.startswith("--") else re.sub(r"(?<!^)([A-Z])", r"-\1", name).lower()
