"""Each kind of chart has a sample, on values that say what they are."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from dashboard.charts import demo, kinds, plotly
from dashboard.charts.height import height


def test_every_kind_of_chart_has_a_sample_by_the_name_of_its_module() -> None:
    named = {module.__name__.rpartition(".")[2]: module.KIND.of for module in kinds.MODULES}
    assert {name: type(made()[0]) for name, made in demo.FIGURES.items()} == named


@pytest.mark.parametrize("name", demo.FIGURES)
def test_a_sample_figure_is_drawn_and_says_what_its_values_are(name: str) -> None:
    chart, said = demo.FIGURES[name]()
    assert go.Figure(plotly.figure(chart)).data
    assert height(chart) > 100
    assert any(word in said for word in ("Insee", "ANCT", "invent"))
