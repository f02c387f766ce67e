"""The publication served, followed when the pointer moves; those kept on disk stay readable."""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path
from typing import Protocol

from dashboard.domain.basemap import Basemap
from dashboard.store import chronicling, followed, publication_pointer, withdrawals
from dashboard.store.store import Store, open_folder

DELAY = 0.1
"""Seconds between two looks at the pointer: each takes some 20 µs of the reader who comes then."""

log = logging.getLogger(__name__)


class StoreProvider(Protocol):
    """Who gives the Store to answer from. ``alert`` says in French why it is not the one named."""

    @property
    def alert(self) -> str:
        """Empty when the publication served is the one named."""

    def current(self) -> Store:
        """The publication served now."""

    def named(self, digest: str) -> Store | None:
        """A publication that is still kept; None where it is gone."""

    def withdrawn(self, digest: str) -> str | None:
        """Why that publication was withdrawn, in French for the public; None where it was not."""

    def withdrawals(self) -> int:
        """A number that changes whenever a publication is withdrawn."""


class FollowedStore:
    """Gives the Store of the publication served. A publication that is not whole is passed over:
    the last good one goes on being served, and ``alert`` says so. ``basemap`` are the images that
    the operator lays under the maps of all."""

    def __init__(self, var: Path, slug: str, basemap: Basemap | None = None) -> None:
        self._var, self._slug, self._basemap = var, slug, basemap
        self._lock = threading.Lock()
        self._alert = ""
        self._ledger = chronicling.ChronicleFile(chronicling.place(var, slug))
        served = publication_pointer.sound(var, slug)
        self._open: dict[str, Store] = {}
        self._store = self._show(served.folder)
        self._say(served.alert)
        self._refused = publication_pointer.named(var, slug) if served.alert else None
        self._looked = time.monotonic()

    @property
    def alert(self) -> str:
        """Why the publication served is not the one named, or may not be the one of other servers,
        in French; empty when it is."""
        self.current()
        return self._alert or followed.alert(self._var, self._slug)

    def current(self) -> Store:
        """The publication that the pointer names, at most a tenth of a second late; at once where
        the one that was served is withdrawn."""
        late = time.monotonic() - self._looked > DELAY
        if late or self.withdrawn(self._store.digest) is not None:
            self._follow()
        return self._store

    def withdrawn(self, digest: str) -> str | None:
        """Why that publication was withdrawn; None where it was not. Asked of the disk each time:
        no restart is needed."""
        return withdrawals.reason(self._var, digest)

    def withdrawals(self) -> int:
        """A number that changes whenever a publication is withdrawn."""
        return withdrawals.state(self._var)

    def named(self, digest: str) -> Store | None:
        """A publication that is still kept, opened at need, so that a page never mixes two; None
        where it is gone, withdrawn, damaged or of another format."""
        if self.withdrawn(digest) is not None:
            return None
        store = self.current()
        return store if store.digest == digest else self._held(digest) or self._reopen(digest)

    def _held(self, digest: str) -> Store | None:
        stores = (store for store in self._open.values() if store.digest == digest)
        return next((store for store in stores if store.archive.folder.is_dir()), None)

    def _reopen(self, digest: str) -> Store | None:
        with self._lock:
            found = self._held(digest)
            if found:
                return found
            form = self._store.archive.manifest["format"]
            folder = publication_pointer.kept(self._var, self._slug, digest, form)
            try:
                return self._add(folder) if folder else None
            except publication_pointer.NotPublished:  # forgotten since
                return None

    def _follow(self) -> None:
        """Look at the pointer, unless a publication is being opened: its reader alone waits."""
        if not self._lock.acquire(blocking=False):
            return
        try:
            self._looked = time.monotonic()
            self._let_go()
            name = publication_pointer.named(self._var, self._slug)
            if name == self._current:
                self._alert = ""
            elif name != self._refused:
                self._try(name)
        finally:
            self._lock.release()

    def _try(self, name: str) -> None:
        try:
            self._store = self._show(publication_pointer.current(self._var, self._slug, deep=True))
            self._alert = ""
        except (publication_pointer.NotPublished, OSError) as error:
            self._refused = name
            self._say(f"{error} « {self._current} » reste servie.")

    def _show(self, folder: Path) -> Store:
        store = self._add(folder)
        self._current = folder.name
        return store

    def _add(self, folder: Path) -> Store:
        """Open that publication. Readers meanwhile see the former set."""
        self._let_go()
        store = self._open.get(folder.name) or self._opened(folder)
        self._open = {**self._open, folder.name: store}
        return store

    def _opened(self, folder: Path) -> Store:
        return open_folder(folder).over(self._basemap).telling(self._ledger)

    def _let_go(self) -> None:
        self._open = {
            name: store for name, store in self._open.items() if store.archive.folder.is_dir()
        }

    def _say(self, alert: str) -> None:
        """Keep what is wrong, and write it in the journal."""
        if alert:
            log.warning(alert)
        self._alert = alert


class FixedStore:
    """A provider that holds one Store: for tests, and for an app on a publication of its own."""

    alert = ""

    def __init__(self, store: Store) -> None:
        self._store = store

    def current(self) -> Store:
        """The one Store."""
        return self._store

    def named(self, digest: str) -> Store | None:
        """The one Store, by its name; None for any other."""
        return self._store if digest == self._store.digest else None

    def withdrawn(self, _: str) -> None:
        """None: it is its own."""

    def withdrawals(self) -> int:
        """None was."""
        return 0
