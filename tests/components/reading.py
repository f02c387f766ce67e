"""What a tree of components says, for tests: its elements and its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component


def walk(node: Any) -> Iterator[Component]:
    """Every component of a tree, parents first."""
    if isinstance(node, Component):
        yield node
        yield from walk(getattr(node, "children", None))
    elif isinstance(node, (list, tuple)):
        for item in node:
            yield from walk(item)


def words(node: Any) -> str:
    """The words of a tree, in order."""
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


def prop(node: Component, name: str) -> Any:
    """An attribute of a component, ``aria-label`` included; None where it has none."""
    return node.to_plotly_json()["props"].get(name)
