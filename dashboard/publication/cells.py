"""The cells of a large table, a slice at a time: written anywhere in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd

SLICE = 50_000
_SPECIAL = ';"\r\n'


def rows(frame: pd.DataFrame, columns: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """Every row, as plain Python values."""
    for part in _slices(frame):
        yield from zip(
            *(part[name].to_numpy(dtype=object).tolist() for name in columns), strict=True
        )


def write_csv(frame: pd.DataFrame, path: Path) -> None:
    """The table of texts as a spreadsheet opens it: UTF-8 with its mark, semicolons, CRLF."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(";".join(map(_quoted, map(str, frame.columns))) + "\r\n")
        for part in _slices(frame):
            cells = (_texts(part[name]) for name in part.columns)
            file.writelines(f"{';'.join(row)}\r\n" for row in zip(*cells, strict=True))


def _slices(frame: pd.DataFrame) -> Iterator[pd.DataFrame]:
    for start in range(0, len(frame), SLICE):
        yield frame.iloc[start : start + SLICE]


def _texts(column: pd.Series) -> list[str]:
    texts: list[str] = column.fillna("").to_numpy(dtype=object).tolist()
    whole = "".join(texts)
    return list(map(_quoted, texts)) if any(char in whole for char in _SPECIAL) else texts


def _quoted(text: str) -> str:
    if not any(char in text for char in _SPECIAL):
        return text
    return '"' + text.replace('"', '""') + '"'
