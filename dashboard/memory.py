"""Memory that workers share, and blocks given back to the system once they are free."""

from __future__ import annotations

import ctypes
import gc

LARGE = 128 * 1024
"""Bytes from which a block is given back as soon as it is freed."""

_TRIM_THRESHOLD = -1
_MMAP_THRESHOLD = -3


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
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    return all(mallopt(kind, LARGE) for kind in (_MMAP_THRESHOLD, _TRIM_THRESHOLD))
