"""Where the money of each funder goes, counted once: what serves several places goes to all."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dashboard.publication.axes import Arrays, Axes


def arrays_of(
    places: npt.NDArray[np.int64],
    codes: dict[str, npt.NDArray[np.int32]],
    lines: Arrays,
    axes: Axes,
) -> Arrays:
    """``row_destination``: where each row goes, that is ``places``, whose last rank is that of what
    serves several. ``flows``: euros at the reference stage by year, pillar, destination and
    funder."""
    counted = np.asarray(lines["line_counted"], dtype=bool)
    rows, funder = (np.asarray(lines[f"line_{name}"])[counted] for name in ("row", "funder"))
    euros = np.asarray(lines["line_amount"], dtype=np.float64)[counted]
    destination = places.astype(np.int32)
    several = len(axes.place_names) + 1
    flows = np.zeros((len(axes.years), len(axes.pillars), several, len(axes.funders)))
    np.add.at(flows, (codes["year"][rows], codes["pillar"][rows], destination[rows], funder), euros)
    return {"row_destination": destination, "flows": flows}
