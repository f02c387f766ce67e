"""The files that arrive: in memory alone, so many bytes of them at once."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

AT_ONCE = 4
"""Largest files that are in memory at once."""
READ_AT_ONCE = 2
"""Files that are read at once: each takes a processor, and several times its weight."""


@dataclass(slots=True)
class Arrivals:
    """The room for files that arrive."""

    reading: threading.BoundedSemaphore = field(
        default_factory=lambda: threading.BoundedSemaphore(READ_AT_ONCE)
    )
    """Held while a file is read."""
    _held: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, size: int, largest: int) -> bool:
        """Hold room for so many bytes, where the largest file has that many; whether there was."""
        with self._lock:
            fits = self._held + size <= AT_ONCE * largest
            self._held += size * fits
            return fits

    def leave(self, size: int) -> None:
        """Give back the room of so many bytes."""
        with self._lock:
            self._held -= size
