"""The cells of a large table, a slice at a time: written anywhere in bounded memory."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd

from dashboard.domain.formula import safe
from dashboard.system import progress

SLICE = 50_000


def rows(frame: pd.DataFrame, columns: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """Every row, as plain Python values."""
    for part in _slices(frame):
        yield from zip(
            *(part[name].to_numpy(dtype=object).tolist() for name in columns), strict=True
        )


def write_csv(frame: pd.DataFrame, path: Path) -> None:
    """The table of texts as a spreadsheet opens it: UTF-8 with its mark, semicolons, CRLF, and no
    text that it would run."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(map(safe, frame.columns))
        writer.writerows(progress.through(_safe(frame), len(frame), path.name))


def _safe(frame: pd.DataFrame) -> Iterator[list[str]]:
    """Each row, with no text that a spreadsheet would run."""
    for part in _slices(frame):
        for row in rows(part.fillna(""), tuple(frame.columns)):
            yield [safe(str(cell)) for cell in row]


def _slices(frame: pd.DataFrame) -> Iterator[pd.DataFrame]:
    for start in range(0, len(frame), SLICE):
        yield frame.iloc[start : start + SLICE]
