"""A command as an operator types it in another terminal, for the very service that runs here."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path

DEFAULTS = {
    "TERRITOIRES": "",
    "TERRITOIRE": "grand-chambery",
    "DONNEES": "data",
    "VAR": "var",
    "HOST": "127.0.0.1",
    "PORT_AGENTS": "8051",
    "ADRESSE_PUBLIQUE": "",
}
"""What a command reads where nobody says these settings; none of them is a secret."""


def typed(command: str, settings: Mapping[str, object]) -> str:
    """That command from this folder, after the settings that it would not guess: those given, then
    those of the environment."""
    held = {name: str(settings.get(name, os.environ.get(name, ""))) for name in DEFAULTS}
    said = [
        f"{name}={shlex.quote(value)}"
        for name, value in held.items()
        if value and value != DEFAULTS[name]
    ]
    return " ".join([*said, shlex.quote(_python()), "-m dashboard", command])


def _python() -> str:
    """The interpreter that runs, by its path from this folder where it is under it."""
    path, here = Path(sys.executable), Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
