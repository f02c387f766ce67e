"""What inhabitants know a quarter by: a place or a street, at one point in metres (Lambert-93)."""

from __future__ import annotations

from typing import NamedTuple


class Landmark(NamedTuple):
    """A known place, or a street at one point of it."""

    name: str
    x: float
    y: float
    is_street: bool
