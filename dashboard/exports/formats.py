"""The formats in which the data of a figure may be had: each is a module of this room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from dashboard import exports
from dashboard.content import Exhibit
from dashboard.exports import geography
from dashboard.exports.data_file import DataFile


@dataclass(frozen=True, slots=True)
class Format:
    """One format: the end of its address, its words for the reader, its media type, how a file is
    written in it. What is heavy is loaded by ``write`` alone: few readers ask for it. A ``mapped``
    one is offered of a map alone."""

    suffix: str
    label: str
    kind: str
    write: Callable[[DataFile], bytes]
    mapped: bool = False


def _declared() -> Iterator[Format]:
    for module in iter_modules(exports.__path__):
        found = getattr(import_module(f"{exports.__name__}.{module.name}"), "FORMAT", None)
        if isinstance(found, Format):
            yield found


@cache
def every() -> Mapping[str, Format]:
    """Every format by its suffix, in their order."""
    return MappingProxyType({item.suffix: item for item in _declared()})


def of(value: Exhibit) -> tuple[Format, ...]:
    """The formats in which the data of that figure may be had."""
    return tuple(item for item in every().values() if not item.mapped or geography.draws(value))
