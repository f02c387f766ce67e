"""CSV that a French spreadsheet opens well: UTF-8 with BOM, semicolons, decimal commas."""

from __future__ import annotations

import csv
import io

from dashboard.domain.formula import safe
from dashboard.exports.data_file import DataFile, header, rows, spelled
from dashboard.exports.formats import Format

BOM = "\ufeff"


def write(file: DataFile) -> bytes:
    """The rows, then an empty line, then what must travel with them."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(safe, header(file.table)))
    for cells in rows(file.table):
        writer.writerow([spelled(cell) for cell in cells])
    writer.writerow([])
    writer.writerows([safe(label), safe(said)] for label, said in file.about)
    return (BOM + target.getvalue()).encode("utf-8")


FORMAT = Format(suffix="csv", label="CSV, pour un tableur", kind="text/csv", write=write)
