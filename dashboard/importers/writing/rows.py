"""Rows written as a table of text."""

from __future__ import annotations

import csv
import io

from dashboard.importers.door.grid import GridRows


def text_of_rows(rows: GridRows, separator: str) -> str:
    """These rows as a table of text, each on the line whose number it has."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=separator, lineterminator="\n")
    at = 1
    for line, cells in rows:
        target.write("\n" * (line - at))
        writer.writerow(cells)
        at = line + 1 + sum(cell.count("\n") for cell in cells)
    return target.getvalue()
