"""What the live page may ask: a body of any other shape never reaches Dash."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Flask, abort, request

from dashboard.web.response_cache import UPDATE

LONGEST = 4_094
"""Characters of a value: no longer address could be asked as a page."""

PLACES = 60
"""Places of which a page may say what they hold: twice those of the longest page."""

KEYS = frozenset(
    {"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"}
)
log = logging.getLogger(__name__)
AskedSlot = tuple[str, str]
"""A component and one property of it."""


@dataclass(frozen=True, slots=True)
class Wired:
    """The one callback that the server answers, as Dash wired it."""

    output: str
    outputs: tuple[AskedSlot, ...]
    inputs: tuple[AskedSlot, ...]
    state: tuple[AskedSlot, ...]


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
    return Wired(item["output"], *(tuple(slots) for slots in (outputs, *named)))


def is_asked(body: object, one: Wired) -> bool:
    """Whether that body asks this callback as our page does: each component in its place, and
    short texts as values."""
    if not isinstance(body, dict) or not body.keys() <= KEYS or body.get("output") != one.output:
        return False
    kinds = (("outputs", one.outputs), ("inputs", one.inputs), ("state", one.state))
    moved = body.get("changedPropIds") in [[f"{name}.{what}"] for name, what in one.inputs]
    return moved and all(_fill(body.get(kind), slots) for kind, slots in kinds)


def _fill(said: object, slots: Sequence[AskedSlot]) -> bool:
    """Whether those values stand in these places."""
    if not isinstance(said, list) or len(said) != len(slots):
        return False
    return all(_stands(item, slot) for item, slot in zip(said, slots, strict=True))


def _stands(said: object, slot: AskedSlot) -> bool:
    if not isinstance(said, dict) or not said.keys() <= {"id", "property", "value"}:
        return False
    return (said.get("id"), said.get("property")) == slot and _is_value(said.get("value"))


def _is_value(value: object) -> bool:
    """Whether a page may hold that: nothing, a short text, or such a text by place."""
    if isinstance(value, dict):
        return len(value) <= PLACES and all(map(_is_text, (*value, *value.values())))
    return value is None or _is_text(value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST and value.isprintable()
