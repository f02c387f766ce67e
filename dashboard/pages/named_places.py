"""What the places that a line names say of its quarter."""

from __future__ import annotations

from dashboard.domain.funding import Action, Origin
from dashboard.view import View


def said(view: View, action: Action) -> str:
    """Each place that the line names, and why its quarter follows from it or does not."""
    found = [place for place in view.store.known_places() if place.code in action.places]
    each = [f"{place.name} : {place.aside or place.reason}" for place in found]
    proposes = action.quarter_origin is Origin.PLACE
    end = [] if proposes or not found else ["aucun quartier n’en découle"]
    return " ; ".join([*each, *end])
