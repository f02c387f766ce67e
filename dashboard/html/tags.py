"""The elements of HTML, by the names that Dash gives them.

One that holds nothing live is a StaticHtml, text at once; one that a callback names (``id``), or
that holds such a one, is a component of Dash.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.html.static_html import StaticHtml

Make = Callable[..., Component]
"""(children, attributes by the names of React) → the element."""


def still(children: Any) -> str | None:
    """The HTML of children that hold nothing live; None where one of them is live."""
    if children is None or isinstance(children, bool):
        return ""
    if isinstance(children, StaticHtml):
        return children.whole()
    if isinstance(children, Component):
        return None
    if isinstance(children, (list, tuple)):
        return _all_still(children)
    return escape(str(children), quote=False)


def written(children: Any) -> str:
    """The HTML of children that hold nothing live. TypeError where one is live."""
    made = still(children)
    if made is None:
        raise TypeError("un composant vivant ne s’écrit pas en HTML")
    return made


def _all_still(children: list[Any] | tuple[Any, ...]) -> str | None:
    parts: list[str] = []
    for child in children:
        if type(child) is StaticHtml:
            parts.append(child.whole())
        elif type(child) is str:
            parts.append(escape(child, quote=False))
        else:
            made = still(child)
            if made is None:
                return None
            parts.append(made)
    return "".join(parts)


def _maker(name: str) -> Make:
    live, tag = getattr(html, name), name.lower()

    def make(children: Any = None, **attrs: Any) -> Component:
        inside = None if "id" in attrs else still(children)
        if inside is None:
            component: Component = live(children, **attrs)
            return component
        return StaticHtml(tag, attrs, inside)

    return make


A = _maker("A")
Article = _maker("Article")
Button = _maker("Button")
Caption = _maker("Caption")
Dd = _maker("Dd")
Details = _maker("Details")
Div = _maker("Div")
Dl = _maker("Dl")
Dt = _maker("Dt")
Fieldset = _maker("Fieldset")
Figcaption = _maker("Figcaption")
Figure = _maker("Figure")
Footer = _maker("Footer")
Form = _maker("Form")
H1 = _maker("H1")
H2 = _maker("H2")
H3 = _maker("H3")
H4 = _maker("H4")
H5 = _maker("H5")
H6 = _maker("H6")
Header = _maker("Header")
Label = _maker("Label")
Legend = _maker("Legend")
Li = _maker("Li")
Main = _maker("Main")
Nav = _maker("Nav")
Option = _maker("Option")
P = _maker("P")
Section = _maker("Section")
Small = _maker("Small")
Span = _maker("Span")
Strong = _maker("Strong")
Summary = _maker("Summary")
Table = _maker("Table")
Th = _maker("Th")
Thead = _maker("Thead")
Tr = _maker("Tr")
Ul = _maker("Ul")


def Input(**attrs: Any) -> StaticHtml:  # noqa: N802  # named as the others
    """A field that no callback reads."""
    return StaticHtml("input", attrs, "")


def Select(options: Sequence[Component], **attrs: Any) -> StaticHtml:  # noqa: N802  # named as the others
    """A list of choices that no callback reads."""
    return StaticHtml("select", attrs, written(options))
