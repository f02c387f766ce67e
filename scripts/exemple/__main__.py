"""Writes data/exemple/: « python -m scripts.exemple [folder] »."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.exemple.files import write

if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("data/exemple"))
