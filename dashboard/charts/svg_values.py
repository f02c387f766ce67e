"""What a plotly dict says, read one value at a time, and numbers as they are written."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

Spec = Mapping[str, Any]


def short(value: float, digits: int = 2) -> str:
    """A number as briefly as it can be written."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def number(value: Any) -> float | None:
    """The finite number said, or nothing."""
    if value is None or isinstance(value, bool):
        return None
    try:
        found = float(value)
    except (TypeError, ValueError):
        return None
    return found if math.isfinite(found) else None


def items(value: Any) -> list[Any]:
    """A list of what is given, which may be nothing, a list, a tuple or an array."""
    if value is None or isinstance(value, (str, bytes, Mapping)):
        return []
    return list(value) if isinstance(value, Iterable) else []


def picked(value: Any, index: int, default: Any = None) -> Any:
    """The value of one point, from a scalar or a list of one a point."""
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        return default if value is None else value
    found = list(value)
    return found[index] if index < len(found) and found[index] is not None else default


def section(value: Any, name: str) -> Spec:
    """A part of a dict, empty where it is missing."""
    found = value.get(name) if isinstance(value, Mapping) else None
    return found if isinstance(found, Mapping) else {}
