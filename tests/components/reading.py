"""What an element of a page says, for tests: the elements that it holds, and its words.

An element is HTML: it is read as the tree of components that it stands for.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.html import element
from dashboard.html.attributes import BOOLEAN, VOID

_NAMES = {"class": "className", "for": "htmlFor", "tabindex": "tabIndex", "colspan": "colSpan"} | {
    "formaction": "formAction"
}
_TYPED = {"tabIndex": int, "colSpan": int}


class Element(Component):
    """An element of HTML that Dash has no component for."""

    _namespace = "dash_html_components"

    def __init__(self, children: Any = None, **attrs: Any) -> None:
        self._prop_names = self.available_properties = ["children", *attrs]
        self._valid_wildcard_attributes = self.available_wildcard_properties = []
        self.children = children
        for name, value in attrs.items():
            setattr(self, name, value)


class Input(Element):
    """A field."""

    _type = "Input"


class Select(Element):
    """A list of choices."""

    _type = "Select"


class _Reader(HTMLParser):
    """Builds components from HTML text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, Any], list[Any]]] = [("", {}, [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append((tag, dict(_attr(*pair) for pair in attrs), []))
        if tag in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        opened, attrs, children = self.open.pop()
        assert opened == tag, f"</{tag}> ferme <{opened}>"
        self.open[-1][2].append(_component(tag, attrs, children))

    def handle_data(self, data: str) -> None:
        self.open[-1][2].append(data)


def _attr(name: str, value: str | None) -> tuple[str, Any]:
    name = _NAMES.get(name, name)
    if name in BOOLEAN:
        return name, True
    return name, _TYPED.get(name, str)(value or "")


def _component(tag: str, attrs: dict[str, Any], children: list[Any]) -> Component:
    name = tag.capitalize()
    if any(attr.startswith("popover") for attr in attrs):
        made: type[Element] = type(name, (Element,), {"_type": name, "__module__": __name__})
        return made(children, **attrs)
    kind: Any = _FIELDS.get(name) or getattr(html, name, Element)
    component: Component = kind(children[0] if len(children) == 1 else children, **attrs)
    return component


_FIELDS: dict[str, type[Element]] = {"Input": Input, "Select": Select}


def opened(node: Any) -> Any:
    """The component that an element stands for; anything else as it is."""
    if not isinstance(node, element.Element):
        return node
    reader = _Reader()
    reader.feed(node.whole())
    reader.close()
    assert len(reader.open) == 1, "une balise n’est pas fermée"
    return reader.open[0][2][0]


def walk(node: Any) -> Iterator[Component]:
    """Every component of a tree, parents first."""
    node = opened(node)
    if isinstance(node, Component):
        yield node
        yield from walk(getattr(node, "children", None))
    elif isinstance(node, (list, tuple)):
        for item in node:
            yield from walk(item)


def words(node: Any) -> str:
    """The words of a tree, in order."""
    node = opened(node)
    if isinstance(node, Component):
        return words(getattr(node, "children", None))
    if isinstance(node, (list, tuple)):
        return "".join(words(item) for item in node)
    return "" if node is None else str(node)


def found(node: Any, tag: str = "", css: str = "") -> list[Component]:
    """The components of that type that carry that class."""
    return [
        item
        for item in walk(node)
        if (not tag or type(item).__name__ == tag)
        and (not css or css in str(getattr(item, "className", "") or "").split())
    ]


def prop(node: Component | element.Element, name: str) -> Any:
    """An attribute of an element, ``aria-label`` included; None where it has none."""
    return opened(node).to_plotly_json()["props"].get(name)
