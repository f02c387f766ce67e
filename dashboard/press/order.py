"""A document that is asked, as it can be made again by any process from what is written."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import asdict, dataclass
from typing import Any

FIGURES = "figures"
"""The form of all the figures of a page, which no extension tells from the other ZIPs."""


@dataclass(frozen=True, slots=True)
class Order:
    """The view of a publication by its address, the form of the file, the address and the day that
    it bears. ``title``, ``back`` and ``page``, where it is asked and its view, are told to who
    waits. ``salt`` keeps apart what two readers ask alike where it is nobody else's business."""

    territory: str
    publication: str
    path: str
    query: str
    form: str
    site: str
    day: str
    title: str
    back: str
    page: str
    salt: str = ""

    @property
    def key(self) -> str:
        """The name of what answers it: the same for all who ask the same."""
        asked = (
            self.territory,
            self.publication,
            self.path,
            self.query,
            self.form,
            self.site,
            self.day,
            self.salt,
        )
        return hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:32]

    def told(self) -> dict[str, Any]:
        """The order as JSON holds it."""
        return asdict(self)


def salted() -> str:
    """A salt that no other order has."""
    return secrets.token_hex(8)
