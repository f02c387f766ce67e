"""The column of a file proposed for each column of a model: by its heading and its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.importers.matching.cells import share, tells
from dashboard.importers.matching.names import likeness, may_be
from dashboard.importers.templates.choices import NamedCodes
from dashboard.importers.templates.template import Template
from dashboard.schema.field import Field

_ENOUGH = 0.5
"""Below which nothing is proposed: an empty choice is better than a wrong one."""
_HEADING, _CELLS = 0.65, 0.35
_SAME, _SOME, _FEW = 0.95, 0.45, 0.2
_ALL = 0.9
_EACH = 0.35
"""What each column that is proposed counts, beside all those that a model asks."""


@dataclass(frozen=True, slots=True)
class FileColumn:
    """A column of a file: its heading, and some of its cells, each different."""

    heading: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A heading, and how sure it is that it holds the column for which it is proposed: 0 to 1."""

    heading: str
    sure: float


Found = Mapping[str, Mapping[str, Proposed]]
"""What is proposed for each column of each model, by slug and by name."""


def proposals(
    columns: Sequence[FileColumn],
    templates: Sequence[Template],
    lists: Mapping[str, Mapping[str, NamedCodes]],
) -> Found:
    """What is proposed for each column of each model; nothing where none is alike enough. A column
    of the file is proposed once. ``lists`` holds what each column of each model may name."""
    return {item.slug: _of(columns, item, lists[item.slug]) for item in templates}


def best(found: Found, templates: Sequence[Template]) -> str:
    """The slug of the model that those proposals fill best."""
    return max(templates, key=lambda item: _filled(found[item.slug], item)).slug


def _filled(held: Mapping[str, Proposed], template: Template) -> float:
    """How much of what a model asks is proposed, and how much of the file that is."""
    needed = [field for field in template.fields if field.required]
    sure = {name: one.sure for name, one in held.items()}
    first = sum(sure.get(field.name, 0.0) for field in needed) / max(1, len(needed))
    return first + _EACH * sum(sure.values())


def _of(
    columns: Sequence[FileColumn], template: Template, lists: Mapping[str, NamedCodes]
) -> dict[str, Proposed]:
    """The surest pairs first, then those of what must be filled; each column of both sides once."""
    found: dict[str, Proposed] = {}
    taken: set[str] = set()
    for sure, _, name, heading in sorted(_pairs(columns, template, lists), reverse=True):
        if sure >= _ENOUGH and name not in found and heading not in taken:
            found[name] = Proposed(heading, sure)
            taken.add(heading)
    return found


def _pairs(
    columns: Sequence[FileColumn], template: Template, lists: Mapping[str, NamedCodes]
) -> Iterator[tuple[float, bool, str, str]]:
    for field in template.fields:
        for column in columns:
            sure = _sure(column, field, lists[field.name])
            yield sure, field.required, field.name, column.heading


def _sure(column: FileColumn, field: Field, choices: NamedCodes) -> float:
    """How sure it is that the column holds that one."""
    if not may_be(column.heading, field):
        return 0.0
    said = likeness(column.heading, field)
    if said < _SOME and not tells(field, choices):
        return 0.0
    held = share(column.cells, field, choices)
    if said < _SOME:
        return _ENOUGH * held if column.cells and held >= _ALL else 0.0
    if held < _FEW and said < _SAME:
        return 0.0
    return _HEADING * said + _CELLS * held
