"""What a module says of the one kind of chart that it draws."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from dashboard.charts.scene import Scene

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class ChartKind(Generic[C]):
    """The charts ``of`` a class: the scene of one, and the pixels of its height, margins
    included."""

    of: type[C]
    draw: Callable[[C], Scene]
    height: Callable[[C], int]
