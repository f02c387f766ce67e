"""Logos as they may be given."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from dashboard.domain.logo import Logo
from dashboard.schema.logo import painted

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 100">'
    b'<path fill="#0a6b57" d="M10 90 L50 10 L90 90 Z"/>%s</svg>'
)
ALT = "Auzelande Agglom\u00e9ration"


def image(form: str, size: tuple[int, int] = (200, 80), **said: Any) -> bytes:
    """An image of one colour, in that form."""
    target = io.BytesIO()
    Image.new("RGB", size, "#332288").save(target, form, **said)
    return target.getvalue()


def logo() -> Logo:
    """A logo as the publication holds it."""
    return Logo(painted(SVG % b""), ALT)
