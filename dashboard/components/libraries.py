"""The scripts of Dash that a page needs, as one text: the rest is never sent."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import dash
from dash import _dash_renderer

LEFT_OUT = ("polyfill",)
"""Written for browsers that Dash's own scripts no longer run on."""

START = b"new DashRenderer();"


def script() -> bytes:
    """React and the renderer, in the order that they expect: the page is made of no component but
    ours (components/live.py).

    The page that loads it holds ``_dash-config``; the renderer starts as the script ends.
    """
    return b"\n;".join([*(path.read_bytes() for path in _files()), START])


def _files() -> list[Path]:
    here = Path(str(dash.__file__)).parent
    names = [*_production(), *_own(_dash_renderer._js_dist)]
    return [here / name for name in names if not Path(name).name.startswith(LEFT_OUT)]


def _production() -> list[str]:
    """What the renderer itself stands on, without the tools of developers."""
    listed = _dash_renderer._js_dist_dependencies
    return [name for item in listed for name in item["relative_package_path"]["prod"]]


def _own(resources: Sequence[Any]) -> list[str]:
    """What it loads at once: neither its maps, nor what it loads later, nor for others."""
    return [
        str(item["relative_package_path"])
        for item in resources
        if "relative_package_path" in item and not (item.get("async") or item.get("dynamic"))
    ]
