"""The folder of the territory that a command works on."""

from __future__ import annotations

from pathlib import Path

from dashboard.cli.speech import stop
from dashboard.domain import french


def existing(folder: Path) -> Path:
    """That folder, put right where a writer was killed; the command stops where there is none."""
    from dashboard.importers.writing.alone import recover

    recover(folder)
    if folder.is_dir():
        return folder
    siblings = (item for item in folder.parent.glob("[!.]*/territoire.toml"))
    known = french.listed(sorted(item.parent.name for item in siblings)) or "aucun"
    raise stop([f"Le territoire « {folder.name} » n’existe pas. Territoires connus : {known}."])
