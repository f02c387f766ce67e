"""Attributes that Python cannot name: ``aria-*`` and ``data-*``."""

from __future__ import annotations

from typing import Any


def aria(**states: str | bool | int) -> dict[str, Any]:
    """ARIA attributes: ``aria(label="Filtres")``."""
    return {f"aria-{name}": _word(value) for name, value in states.items()}


def data(**values: str | int) -> dict[str, Any]:
    """Data attributes for the scripts of the page; ``_`` becomes a dash."""
    return {f"data-{name.replace('_', '-')}": str(value) for name, value in values.items()}


def _word(value: str | bool | int) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
