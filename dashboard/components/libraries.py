"""The scripts of Dash that a page needs, as one text: the rest is never sent."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import dash
import dash_bootstrap_components as dbc
from dash import _dash_renderer, dcc, html

LEFT_OUT = ("polyfill",)
"""Written for browsers that Dash's own scripts no longer run on."""

START = b"new DashRenderer();"


def script() -> bytes:
    """React, the component libraries and the renderer, in the order that they expect.

    The page that loads it holds ``_dash-config``; the renderer starts as the script ends.
    """
    return b"\n;".join([*(path.read_bytes() for path in _files()), START])


def _files() -> list[Path]:
    here = Path(str(dash.__file__)).parent
    return [
        *_listed(_production(), here),
        *_listed(_own(dbc._js_dist), Path(str(dbc.__file__)).parent),
        *_listed(_own(_dash_renderer._js_dist), here),
        *_listed(_own(dcc._js_dist), here),
        *_listed(_own(html._js_dist), here),
    ]


def _production() -> list[str]:
    """What the renderer itself stands on, without the tools of developers."""
    listed = _dash_renderer._js_dist_dependencies
    return [name for item in listed for name in item["relative_package_path"]["prod"]]


def _own(resources: Sequence[Any]) -> list[str]:
    """What a library loads at once: neither its maps, nor what it loads later, nor for others."""
    return [
        str(item["relative_package_path"])
        for item in resources
        if "relative_package_path" in item and not (item.get("async") or item.get("dynamic"))
    ]


def _listed(names: Sequence[str], folder: Path) -> list[Path]:
    return [folder / name for name in names if not Path(name).name.startswith(LEFT_OUT)]
