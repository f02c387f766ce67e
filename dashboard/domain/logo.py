"""The logo of a territory: what stands beside its name."""

from __future__ import annotations

import struct
from dataclasses import dataclass

FILE, TEXT = "logo.png", "logo_texte"
"""The file of a territory that holds it, and the setting that says it in words."""
LONGEST = 120
"""Characters of those words."""
_SIZE = slice(16, 24)
"""Where a PNG says its width and its height."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A small PNG, and what is read in its place."""

    content: bytes
    alt: str

    @property
    def size(self) -> tuple[int, int]:
        """Its width and its height, in pixels."""
        width, height = struct.unpack(">II", self.content[_SIZE])
        return width, height

    def fitting(self, wide: float, tall: float) -> tuple[float, float]:
        """Its width and its height, as large as that room holds it."""
        width, height = self.size
        scale = min(wide / width, tall / height)
        return width * scale, height * scale
