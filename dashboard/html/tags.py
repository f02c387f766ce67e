"""The elements of HTML, by the names that Dash gives them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dashboard.html.element import Element
from dashboard.html.plain import to_html

Make = Callable[..., Element]
"""(children, attributes by the names of React) → the element."""


def _maker(name: str) -> Make:
    tag = name.lower()

    def make(children: Any = None, **attrs: Any) -> Element:
        return Element(tag, attrs, to_html(children))

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
Em = _maker("Em")
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
Ol = _maker("Ol")
Option = _maker("Option")
Output = _maker("Output")
P = _maker("P")
Section = _maker("Section")
Small = _maker("Small")
Span = _maker("Span")
Strong = _maker("Strong")
Summary = _maker("Summary")
Table = _maker("Table")
Th = _maker("Th")
Textarea = _maker("Textarea")
Thead = _maker("Thead")
Tr = _maker("Tr")
Ul = _maker("Ul")
Img = _maker("Img")
Input = _maker("Input")
Select = _maker("Select")
