"""The parts of France that a map of the country draws apart."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.domain.quarter_map import BoundingBox

COUNTRY = 5.0
"""Degrees across of the narrowest window whose territory may have quarters overseas."""


class Zone(NamedTuple):
    """A part of overseas: its name, its legal projection, its window in degrees."""

    name: str
    crs: str
    window: BoundingBox

    def holds(self, box: BoundingBox) -> bool:
        """Whether that box, in degrees, stands in it."""
        west, south, east, north = self.window
        return west <= box[0] and south <= box[1] and box[2] <= east and box[3] <= north


ZONES = (
    Zone("Guadeloupe", "EPSG:5490", (-62.0, 15.7, -60.9, 16.6)),
    Zone("Martinique", "EPSG:5490", (-61.3, 14.3, -60.7, 15.0)),
    Zone("Guyane", "EPSG:2972", (-54.7, 2.0, -51.5, 5.9)),
    Zone("La Réunion", "EPSG:2975", (55.1, -21.5, 55.9, -20.8)),
    Zone("Mayotte", "EPSG:4471", (44.9, -13.1, 45.4, -12.5)),
    Zone("Saint-Pierre-et-Miquelon", "EPSG:4467", (-56.5, 46.7, -56.1, 47.2)),
    Zone("Saint-Martin", "EPSG:5490", (-63.2, 18.0, -62.9, 18.2)),
    Zone("Saint-Barthélemy", "EPSG:5490", (-62.95, 17.8, -62.7, 17.98)),
    Zone("Polynésie française", "EPSG:3297", (-155.0, -28.0, -134.0, -7.0)),
    Zone("Nouvelle-Calédonie", "EPSG:3163", (163.0, -23.0, 168.5, -19.0)),
    Zone("Wallis-et-Futuna", "EPSG:8903", (-178.3, -14.5, -176.0, -13.0)),
)


def spans(window: BoundingBox) -> bool:
    """Whether a window, in degrees, is that of a map of the country."""
    return window[2] - window[0] >= COUNTRY


def zone_of(box: BoundingBox) -> Zone | None:
    """The part of overseas that holds that box, in degrees; None on the mainland."""
    return next((zone for zone in ZONES if zone.holds(box)), None)
