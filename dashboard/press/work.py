"""A document in its folder, from what is asked to what is ready: each fact is a file of its own."""

from __future__ import annotations

import contextlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.press.order import Order
from dashboard.system import disk

ASKED, BEGUN, PROGRESS, FAILED, READY = (
    f"{name}.json" for name in ("demande", "debut", "avance", "echec", "pret")
)
DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Work:
    """See the module."""

    folder: Path

    @property
    def key(self) -> str:
        """Its name."""
        return self.folder.name

    @property
    def asked(self) -> dict[str, Any]:
        """What is asked, by whom, since when; empty where it is not there any more."""
        return self.read(ASKED)

    @property
    def document(self) -> Path:
        """The file, once it is ready."""
        return self.folder / DOCUMENT

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        held = 0
        with contextlib.suppress(FileNotFoundError):
            held = sum(path.stat().st_size for path in self.folder.iterdir())
        return held

    @property
    def pending(self) -> bool:
        """Whether it is still to be made."""
        return not self.read(READY) and not self.read(FAILED)

    def order(self) -> Order:
        """What is asked."""
        said = self.asked
        return Order(**{name: said[name] for name in Order.__slots__})

    def read(self, name: str) -> dict[str, Any]:
        """What a file of it says; empty where there is none."""
        try:
            held = json.loads((self.folder / name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return held if isinstance(held, dict) else {}

    def write(self, name: str, said: dict[str, Any]) -> None:
        """Have a file of it say that, whole or not at all."""
        draft = self.folder / f"{disk.DRAFT}{name}"
        draft.write_text(json.dumps(said), encoding="utf-8")
        draft.replace(self.folder / name)

    def drop(self) -> None:
        """Have it no longer be there."""
        shutil.rmtree(self.folder, ignore_errors=True)
