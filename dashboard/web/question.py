"""What the live page may ask: a body of any other shape never reaches Dash."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from flask import Flask, abort, request

from dashboard.web.response_cache import UPDATE

LONGEST = 4_094
"""Characters of a value: no longer address could be asked as a page."""

COMPONENTS = 60
"""Components that stand under one pattern: twice the panels of the longest page."""

KEYS = frozenset(
    {"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"}
)
log = logging.getLogger(__name__)
Slot = tuple[Any, str]
"""A component, or the pattern of several as an object, and one property of it."""


@dataclass(frozen=True, slots=True)
class Wired:
    """The one callback that the server answers, as Dash wired it."""

    output: str
    outputs: tuple[Slot, ...]
    inputs: tuple[Slot, ...]
    state: tuple[Slot, ...]


def guard(server: Flask, wiring: Callable[[], list[dict[str, Any]]]) -> None:
    """Answer 400 to any question that the page does not ask; ``wiring`` is the list that Dash
    gives to the page."""
    known: list[Wired] = []

    @server.before_request
    def check() -> None:
        if request.path != UPDATE or request.method != "POST":
            return
        if not known:
            known.extend(wired(item) for item in wiring() if not item["clientside_function"])
        body = _body()
        if not any(is_asked(body, one) for one in known):
            log.warning("question refusée")
            abort(400)


def _body() -> object:
    """What was sent, as values; None where it is no JSON."""
    try:
        return request.get_json(silent=True)
    except RecursionError:
        return None


def wired(item: dict[str, Any]) -> Wired:
    """One callback of the list that Dash gives to the page."""
    outputs = [part.rpartition(".")[::2] for part in item["output"].strip(".").split("...")]
    named = [[(one["id"], one["property"]) for one in item[kind]] for kind in ("inputs", "state")]
    return Wired(item["output"], *(tuple(map(_slot, slots)) for slots in (outputs, *named)))


def _slot(said: tuple[str, str]) -> Slot:
    name, what = said
    return (json.loads(name) if name.startswith("{") else name), what


def is_asked(body: object, one: Wired) -> bool:
    """Whether that body asks this callback as our page does: each component in its place, the
    same ones under a pattern, and short texts as values."""
    if not isinstance(body, dict) or not body.keys() <= KEYS or body.get("output") != one.output:
        return False
    under = _under(body.get("outputs"))
    kinds = (("outputs", one.outputs), ("inputs", one.inputs), ("state", one.state))
    return (
        len(under) <= COMPONENTS
        and body.get("changedPropIds") in [[f"{name}.{what}"] for name, what in one.inputs]
        and all(_fill(body.get(kind), slots, under) for kind, slots in kinds)
    )


def _under(outputs: object) -> list[Any]:
    """The components that stand under the pattern of the first output."""
    first = outputs[0] if isinstance(outputs, list) and outputs else []
    items = first if isinstance(first, list) else []
    return [item.get("id") for item in items if isinstance(item, dict)]


def _fill(said: object, slots: Iterable[Slot], under: list[Any]) -> bool:
    """Whether those values stand in these places."""
    places = tuple(slots)
    if not isinstance(said, list) or len(said) != len(places):
        return False
    return all(_stands(item, slot, under) for item, slot in zip(said, places, strict=True))


def _stands(said: object, slot: Slot, under: list[Any]) -> bool:
    name, what = slot
    if isinstance(name, str):
        return _is_value(said, name, what)
    if not isinstance(said, list) or len(said) != len(under):
        return False
    pairs = zip(said, under, strict=True)
    return all(_is_of(item, name) and _is_value(one, item, what) for one, item in pairs)


def _is_of(name: object, pattern: dict[str, Any]) -> bool:
    """Whether that component is one of the pattern: same keys, same texts but for its wildcards."""
    if not isinstance(name, dict) or name.keys() != pattern.keys():
        return False
    return all(
        _is_text(name[key]) if isinstance(held, list) else name[key] == held
        for key, held in pattern.items()
    )


def _is_value(said: object, name: Any, what: str) -> bool:
    if not isinstance(said, dict) or not said.keys() <= {"id", "property", "value"}:
        return False
    value = said.get("value")
    fits = value == name if what == "id" and value is not None else value is None or _is_text(value)
    return fits and (said.get("id"), said.get("property")) == (name, what)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST and value.isprintable()
