"""Where publications lie, and which one is served."""

from __future__ import annotations

from pathlib import Path

PUBLICATIONS = "publications"


class NotPublished(Exception):
    """No publication can be opened; its text is a French sentence for the operator."""


def pointer(var: Path, slug: str) -> Path:
    """The file that names the publication served for a territory."""
    return var / f"courante-{slug}"


def current(var: Path, slug: str) -> Path:
    """The folder of the publication served; NotPublished where there is none."""
    path = pointer(var, slug)
    if not path.is_file():
        raise NotPublished(
            f"Aucune publication pour « {slug} ». Lancez : python -m dashboard publier."
        )
    folder = var / PUBLICATIONS / path.read_text(encoding="utf-8").strip()
    if not (folder / "manifeste.json").is_file():
        raise NotPublished(f"La publication « {folder.name} » est introuvable ou incomplète.")
    return folder
