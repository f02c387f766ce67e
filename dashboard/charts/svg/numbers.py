"""Numbers as SVG writes them."""

from __future__ import annotations


def short(value: float, digits: int = 2) -> str:
    """A number as briefly as it can be written."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
