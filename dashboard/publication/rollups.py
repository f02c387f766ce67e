"""Lines alike, counted together at publication: what the service reads instead of every line."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dashboard.publication.axes import Arrays, Axes
from dashboard.store.archive import ALIKE

Codes = dict[str, npt.NDArray[np.int32]]


def rank(codes: Codes) -> tuple[npt.NDArray[np.int64], dict[str, npt.NDArray[np.int32]]]:
    """The rollup of each line, and what each rollup stands for on each of ``ALIKE``."""
    shape = tuple(int(codes[key].max(initial=0)) + 1 for key in ALIKE)
    cells = np.ravel_multi_index(tuple(codes[key] for key in ALIKE), shape)
    found, of_line = np.unique(cells, return_inverse=True)
    meant = np.unravel_index(found, shape)
    names = {f"rollup_{key}": part.astype(np.int32) for key, part in zip(ALIKE, meant, strict=True)}
    return of_line.astype(np.int64), names


def arrays_of(
    of_line: npt.NDArray[np.int64], amounts: npt.NDArray[np.float64], lines: Arrays, axes: Axes
) -> Arrays:
    """By rollup: euros and funded lines at the reference stage, the same by funder
    (``line_counted`` says which fundings those are), euros and lines that reached each stage.
    A line counts once for each of its funders and for each stage."""
    size = int(of_line.max(initial=-1)) + 1
    counted = np.asarray(lines["line_counted"], dtype=bool)
    of_funder = {name: column[counted] for name, column in lines.items()}
    funder = _sums(of_line, of_funder, "funder", len(axes.funders), size)
    stage = _sums(of_line, lines, "stage", len(axes.stages), size)
    return {
        "rollup_amount": np.bincount(of_line, amounts, size),
        "rollup_count": np.bincount(of_line, amounts > 0, size).astype(np.int32),
        "rollup_funder_amount": funder[0],
        "rollup_funder_count": funder[1],
        "rollup_stage_amount": stage[0],
        "rollup_stage_count": stage[1],
    }


def holders_of(codes: Codes, amounts: npt.NDArray[np.float64], axes: Axes) -> Arrays:
    """``holder_amount``, ``holder_count``: euros and funded lines by year, pillar and holder.
    ``holder_start``, ``holder_rows``: the rows of each holder, in order."""
    shape = tuple(map(len, (axes.years, axes.pillars, axes.holders)))
    cells = np.ravel_multi_index((codes["year"], codes["pillar"], codes["holder"]), shape)
    many = int(np.prod(shape))
    sizes = np.bincount(codes["holder"], minlength=shape[2])
    return {
        "holder_amount": np.bincount(cells, amounts, many).reshape(shape),
        "holder_count": np.bincount(cells, amounts > 0, many).astype(np.int32).reshape(shape),
        "holder_start": np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        "holder_rows": np.argsort(codes["holder"], kind="stable").astype(np.int32),
    }


def _sums(
    of_line: npt.NDArray[np.int64], lines: Arrays, axis: str, width: int, size: int
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int32]]:
    """Euros and distinct lines by rollup and by funder or stage."""
    rows = np.asarray(lines["line_row"], dtype=np.int64)
    on_axis = np.asarray(lines[f"line_{axis}"], dtype=np.int64)
    euros = np.asarray(lines["line_amount"], dtype=np.float64)
    cells = of_line[rows] * width + on_axis
    _, first = np.unique(rows * width + on_axis, return_index=True)
    shape = (size, width)
    counts = np.bincount(cells[first], minlength=size * width).astype(np.int32)
    sums = np.bincount(cells, euros, size * width).astype(np.float64)
    return sums.reshape(shape), counts.reshape(shape)
