"""Contents kept by their hash: the same file in a hundred versions lies once on the disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Container
from pathlib import Path

from dashboard.depot import steps
from dashboard.depot.refusal import NotKept
from dashboard.depot.version import Files, sha256

DRAFT = ".brouillon-"


class Contents:
    """The folder where they lie. Nothing in it is ever changed: a content is added whole, under its
    hash, or forgotten."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Keep it, on the disk when this returns; its SHA-256."""
        checksum = sha256(content)
        place = self._folder / checksum
        if not place.is_file() or place.read_bytes() != content:
            draft = place.with_name(f"{DRAFT}{checksum}")
            with draft.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(place)
        steps.reached("contenu")
        return checksum

    def settle(self) -> None:
        """Have the names of what was put on the disk too."""
        self._folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def get(self, checksum: str, name: str) -> bytes:
        """The content of that hash; NotKept where it was damaged. ``name`` is that of the file."""
        try:
            content = (self._folder / checksum).read_bytes()
        except OSError:
            content = b""
        if sha256(content) != checksum:
            message = f"Le contenu de {name} est abîmé dans le dépôt."
            raise NotKept(f"{message} Reprenez un dossier exporté qui le tient entier.")
        return content

    def forget_others(self, named: Container[str]) -> None:
        """Forget what has no such hash: what a writer that was stopped left."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for path in self._folder.iterdir():
            if path.name not in named:
                path.unlink(missing_ok=True)


def written(files: Files, folder: Path) -> None:
    """Write those files in a new folder, which appears whole; FileExistsError where it is there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = folder.with_name(f"{DRAFT}{folder.name}")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    for name, content in files.items():
        (draft / name).write_bytes(content)
    if folder.exists():
        shutil.rmtree(draft)
        raise FileExistsError(folder)
    draft.rename(folder)
