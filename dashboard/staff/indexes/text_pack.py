"""Many texts one after the other, in which a word is found at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]
Ranks = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]


class TextPack:
    """The bytes of the texts, and where each ends."""

    __slots__ = ("bytes", "ends")

    def __init__(self, held: Bytes, ends: Ranks) -> None:
        self.bytes, self.ends = held, ends

    @classmethod
    def of(cls, texts: Sequence[str]) -> TextPack:
        """Those texts, in their order."""
        parts = [text.encode("utf-8", "surrogatepass") for text in texts]
        ends = np.fromiter(accumulate(map(len, parts)), np.int64, len(parts))
        return cls(np.frombuffer(bytearray().join(parts), np.uint8), ends)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.ends)

    def __getitem__(self, rank: int) -> str:
        """The text of that rank."""
        start = int(self.ends[rank - 1]) if rank else 0
        held = self.bytes[start : int(self.ends[rank])]
        return held.tobytes().decode("utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        """Each text, in their order."""
        return (self[rank] for rank in range(len(self)))

    def holding(self, word: str) -> Mask:
        """Which of them hold that word, which is not empty."""
        sought = word.encode("utf-8", "surrogatepass")
        found = np.zeros(len(self), np.bool_)
        last = max(0, len(self.bytes) - len(sought) + 1)
        hits = np.flatnonzero(self.bytes[:last] == sought[0])
        for place, byte in enumerate(sought[1:], 1):
            hits = hits[self.bytes[hits + place] == byte]
        ranks = np.searchsorted(self.ends, hits, side="right")
        found[ranks[hits + len(sought) <= self.ends[ranks]]] = True
        return found
