"""The publication served, followed when the pointer moves; the ones before it stay readable."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from dashboard.store import held
from dashboard.store.store import Store, open_folder

DELAY = 2.0
"""Seconds between two looks at the pointer."""

KEPT = 3


class Shelf:
    """Gives the Store of the publication served. A publication that cannot be opened is passed
    over: the last good one goes on being served."""

    def __init__(self, var: Path, slug: str) -> None:
        self._var, self._slug = var, slug
        self._lock = threading.Lock()
        first = open_folder(held.current(var, slug))
        self._open: dict[str, Store] = {first.digest: first}
        self._current = first.digest
        self._looked = time.monotonic()

    def current(self) -> Store:
        """The publication that the pointer names, at most two seconds late."""
        if time.monotonic() - self._looked > DELAY:
            self._follow()
        return self._open[self._current]

    def named(self, digest: str) -> Store | None:
        """A publication still held, so that a page never mixes two; None where it is gone."""
        self.current()
        return self._open.get(digest)

    def _follow(self) -> None:
        with self._lock:
            self._looked = time.monotonic()
            try:
                folder = held.current(self._var, self._slug)
                if folder.name not in self._open:
                    self._open[folder.name] = open_folder(folder)
            except (held.NotPublished, OSError):
                return
            self._current = folder.name
            for name in list(self._open)[:-KEPT]:
                if name != self._current:
                    del self._open[name]


class Single:
    """A shelf that holds one Store: for tests, and for an app on a publication of its own."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def current(self) -> Store:
        """The one Store."""
        return self._store

    def named(self, digest: str) -> Store | None:
        """The one Store, by its name."""
        return self._store if digest == self._store.digest else None
