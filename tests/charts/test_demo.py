"""Each figure opens alone, from the command line, on values that say what they are."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import plotly.graph_objects as go
import pytest

from dashboard.charts import demo, kinds, plotly
from dashboard.charts.height import height


def test_every_kind_of_chart_opens_alone_by_the_name_of_its_module() -> None:
    named = {module.__name__.rpartition(".")[2]: module.KIND.of for module in kinds.MODULES}
    assert {name: type(made()[0]) for name, made in demo.FIGURES.items()} == named


@pytest.mark.parametrize("name", demo.FIGURES)
def test_a_sample_figure_is_drawn_and_says_what_its_values_are(name: str) -> None:
    chart, said = demo.FIGURES[name]()
    assert go.Figure(plotly.figure(chart)).data
    assert height(chart) > 100
    assert any(word in said for word in ("Insee", "ANCT", "invent"))


@pytest.mark.parametrize("name", demo.FIGURES)
def test_a_page_asks_for_nothing_outside_the_project(name: str) -> None:
    assert "http" not in demo.page(name).replace("http://www.w3.org", "")


@pytest.mark.parametrize("name", demo.FIGURES)
def test_a_page_holds_the_letters_of_the_project(name: str) -> None:
    assert "data:font/woff2;base64," in demo.page(name)


def test_a_figure_that_does_not_exist_is_told_those_that_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(demo, "show", opened.append)
    for asked in ([], ["nulle"], ["trend", "nulle"]):
        assert "trend" in str(demo.main(asked))
    assert opened == []
    assert demo.main(["trend", "years"]) is None
    assert opened == ["trend", "years"]


def test_the_page_is_written_then_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[str] = []
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(webbrowser, "open", opened.append)
    path = demo.show("trend")
    assert path.parent == tmp_path
    assert "Plotly.newPlot" in path.read_text(encoding="utf-8")
    assert opened == [path.as_uri()]
