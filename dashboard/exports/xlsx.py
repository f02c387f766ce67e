"""XLSX, made by a library of 7 MB: only the workers that are asked a workbook carry it."""

from __future__ import annotations

from dashboard.exports.data_file import DataFile
from dashboard.exports.formats import Format


def write(file: DataFile) -> bytes:
    """The workbook: « Lisez-moi » first, then « Données »."""
    from dashboard.exports import workbook

    return workbook.write(file)


FORMAT = Format(
    suffix="xlsx",
    label="XLSX, avec les notes",
    kind="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write=write,
)
