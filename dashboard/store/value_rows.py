"""Every value that a publication holds, one after the other, for the files that give them all."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from dashboard.domain.indicator import Observation, Status
from dashboard.store.archive import Archive
from dashboard.store.reading import ABSENT


def every(archive: Archive) -> Iterator[Observation]:
    """The values and the absences that have a row, by indicator, territory and year; ``note`` says
    the file of the source and what it notes."""
    axes, arrays = archive.axes["values"], archive.arrays
    at = np.argwhere(arrays["status"] != ABSENT)
    picked = tuple(at.T)
    columns = (arrays[name][picked].tolist() for name in ("value", "status", "step", "origin"))
    statuses = tuple(map(Status, axes["statuses"]))
    for (i, t, y), value, status, step, origin in zip(at.tolist(), *columns, strict=True):
        source, *notes = axes["origins"][origin]
        yield Observation(
            axes["territories"][t],
            axes["indicators"][i],
            axes["years"][y],
            None if math.isnan(value) else value,
            statuses[status],
            source,
            " · ".join(part for part in notes if part),
            axes["steps"][step],
        )
