"""Write again the description of the files of a territory, from the files alone.

python -m scripts.paquet data/grand-chambery
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from dashboard.depot.package import DESCRIPTION, described, is_of_territory


def main(folder: Path) -> None:
    """Write ``datapackage.json`` in that folder."""
    files = {
        path.name: path.read_bytes() for path in folder.iterdir() if is_of_territory(path.name)
    }
    text = json.dumps(described(files), ensure_ascii=False, indent=2) + "\n"
    (folder / DESCRIPTION).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
