"""Each figure opens alone, from the command line, on values that say what they are."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import plotly.graph_objects as go
import pytest

from dashboard.charts import demo
from tests.conftest import ROOT


@pytest.mark.parametrize("name", demo.FIGURES)
def test_a_sample_figure_is_drawn_and_says_what_its_values_are(name: str) -> None:
    figure, height, said = demo.FIGURES[name]()
    go.Figure(figure)
    assert height > 100
    assert any(word in said for word in ("Insee", "ANCT", "inventés"))


@pytest.mark.parametrize("name", demo.FIGURES)
def test_a_page_asks_for_nothing_outside_the_project(name: str) -> None:
    assert "http" not in demo.page(name)


@pytest.mark.parametrize("name", demo.FIGURES)
def test_a_page_holds_the_letters_of_the_project(name: str) -> None:
    assert "data:font/woff2;base64," in demo.page(name)


@pytest.mark.parametrize("name", demo.FIGURES)
def test_the_module_of_each_figure_opens_its_own(name: str) -> None:
    source = (ROOT / "dashboard" / "charts" / f"{name}.py").read_text(encoding="utf-8")
    assert f'demo.show("{name}")' in source


def test_the_page_is_written_then_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[str] = []
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(webbrowser, "open", opened.append)
    path = demo.show("trend")
    assert path.parent == tmp_path
    assert "Plotly.newPlot" in path.read_text(encoding="utf-8")
    assert opened == [path.as_uri()]
