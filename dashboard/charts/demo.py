"""``python -m dashboard.charts trend`` opens that figure alone, as each painter draws it."""

from __future__ import annotations

import base64
import json
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path

from dashboard.charts import demo_money, demo_places, kinds
from dashboard.charts.demo_money import Shown
from dashboard.charts.plotly import to_plotly
from dashboard.charts.svg import to_svg
from dashboard.words import tokens

FIGURES: Mapping[str, Callable[[], Shown]] = {
    "ages": demo_places.ages,
    "bars": demo_money.bars,
    "distribution": demo_places.distribution,
    "flows": demo_money.flows,
    "incomes": demo_places.incomes,
    "multiples": demo_money.multiples,
    "participations": demo_places.participations,
    "quarter_map": demo_places.quarter_map,
    "ranking": demo_money.ranking,
    "side_by_side": demo_places.side_by_side,
    "standing": demo_places.standing,
    "trend": demo_places.trend,
    "waterfall": demo_money.waterfall,
    "whereabouts": demo_places.whereabouts,
    "years": demo_money.years,
}
"""A chart by the module that draws it."""


def page(name: str) -> str:
    """A page that draws that figure twice with the bundle of the project, without a server."""
    chart, said = FIGURES[name]()
    scene, tall = kinds.draw(chart), kinds.height(chart)
    figure = to_plotly(scene)
    assets = tokens.PATH.parent.as_uri()
    data, layout = (json.dumps(figure[part]).replace("<", "\\u003c") for part in ("data", "layout"))
    box = f"height:{tall}px;container-type:size"
    return (
        f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>{escape(said)}</title>'
        f'<link rel="stylesheet" href="{assets}/tokens.css"><style>{_font()}</style>'
        f'<body style="max-width:640px;margin:24px auto;font-family:var(--sans)">'
        f'<p>{escape(said)}</p><div style="{box}">{to_svg(scene, tall, said)}</div>'
        f'<p>La même, par plotly</p><div id="figure" style="height:{tall}px"></div>'
        f'<script src="{assets}/vendor/plotly.min.js"></script>'
        "<script>Promise.all([...document.fonts].map((font) => font.load())).then(() => "
        f'Plotly.newPlot("figure", {data}, {layout}, '
        "{displayModeBar: false, showSendToCloud: false, responsive: true}))</script>"
    )


def _font() -> str:
    """The letters of every figure inside the page: a browser refuses those of another file."""
    letters = (tokens.PATH.parent / "fonts" / "source-sans-3.woff2").read_bytes()
    held = base64.b64encode(letters).decode("ascii")
    source = f'src: url("data:font/woff2;base64,{held}")'
    return f'@font-face {{ font-family: "Source Sans 3"; font-weight: 400 700; {source} }}'


def show(name: str) -> Path:
    """Write the page of that figure beside other temporary files, open it, give its place."""
    path = Path(tempfile.gettempdir()) / f"figure-{name}.html"
    path.write_text(page(name), encoding="utf-8")
    webbrowser.open(path.as_uri())
    sys.stdout.write(f"{path}\n")
    return path


def main(names: Sequence[str]) -> str | None:
    """Open the figures of these names; what to type instead, in French, where one has none."""
    if not names or not FIGURES.keys() >= set(names):
        return f"Écrivez : python -m dashboard.charts {' | '.join(FIGURES)}"
    for name in names:
        show(name)
    return None
