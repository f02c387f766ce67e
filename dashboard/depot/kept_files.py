"""The files of a territory, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping


class KeptFiles(Mapping[str, bytes]):
    """Contents by the name of the file, as ``read`` gives each, which is kept meanwhile; ``sums``
    holds their SHA-256, by name, and costs nothing. Whatever ``read`` raises is raised when a
    content is asked for."""

    def __init__(self, sums: Mapping[str, str], read: Callable[[str], bytes]) -> None:
        self.sums, self._read = sums, read
        self._held: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> bytes:
        """The content of that file; KeyError where there is none."""
        if name not in self._held:
            if name not in self.sums:
                raise KeyError(name)
            self._held[name] = self._read(name)
        return self._held[name]

    def __contains__(self, name: object) -> bool:
        """Whether there is a file of that name; it is not read."""
        return name in self.sums

    def __iter__(self) -> Iterator[str]:
        """The name of each."""
        return iter(self.sums)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.sums)
