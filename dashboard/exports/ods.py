"""ODS, the format that the French administration recommends: what XLSX holds, as open."""

from __future__ import annotations

from dashboard.exports import spreadsheet
from dashboard.exports.formats import Format

FORMAT = Format(
    suffix="ods",
    label="ODS, avec les notes",
    kind=spreadsheet.KIND,
    write=spreadsheet.write,
)
