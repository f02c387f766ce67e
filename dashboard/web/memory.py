"""Memory that workers share, and blocks given back to the system once they are free."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable

LARGE = 128 * 1024
"""Bytes from which a block is given back as soon as it is freed."""

_TRIM_THRESHOLD = -1
_MMAP_THRESHOLD = -3
_ARENA_MAX = -8
ARENAS = 2
"""Heaps of a process: left to itself, the C library makes one for each thread."""


def share() -> None:
    """Leave what is held now out of every later collection: workers forked afterwards never write
    on it, and go on sharing its pages (``gc.freeze``)."""
    gc.collect()
    gc.freeze()


def give_back() -> bool:
    """Have ``LARGE`` blocks given back as soon as they are freed; whether the C library knows how.

    Left to itself, glibc raises its threshold to the largest block it has seen freed, and keeps
    what an answer took (mallopt(3), ``M_MMAP_THRESHOLD``).
    """
    mallopt = _of_the_c_library("mallopt")
    if mallopt is None:
        return False
    settings = {_MMAP_THRESHOLD: LARGE, _TRIM_THRESHOLD: LARGE, _ARENA_MAX: ARENAS}
    return all(mallopt(kind, value) for kind, value in settings.items())


def tidy() -> bool:
    """Give back at once what small blocks left free between those still held (malloc_trim(3));
    whether there was some."""
    trim = _of_the_c_library("malloc_trim")
    return trim is not None and bool(trim(0))


def _of_the_c_library(name: str) -> Callable[..., int] | None:
    found: Callable[..., int] | None = getattr(ctypes.CDLL(None), name, None)
    return found
