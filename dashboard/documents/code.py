"""An address as a code that a phone reads (QR)."""

from __future__ import annotations

import io

EDGE = 2
"""Modules left white around the code."""


def of(address: str) -> str:
    """The code as an SVG file, in black: whatever prints it, it is read; up to a seventh of it may
    be spoilt. Empty for an address that no code holds (over 2,300 signs)."""
    import segno

    try:
        made = segno.make(address, error="m", micro=False)
    except segno.DataOverflowError:
        return ""
    target = io.BytesIO()
    made.save(target, kind="svg", xmldecl=False, border=EDGE, omitsize=True)
    return target.getvalue().decode()
