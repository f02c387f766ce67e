"""One script holds all that the live page needs, and nothing else."""

from __future__ import annotations

from dashboard.components import libraries


def test_the_script_starts_the_renderer_once_everything_it_needs_has_run() -> None:
    script = libraries.script()
    order = [b"react.production", b"react-dom.production", b"DashRenderer"]
    places = [script.index(mark) for mark in order]
    assert places == sorted(places)
    assert script.endswith(b"new DashRenderer();")


def test_components_that_no_page_is_made_of_and_old_browsers_are_not_sent() -> None:
    script = libraries.script()
    for name in (b"dash_table", b"dash_core_components-", b"dash_bootstrap_components"):
        assert name not in script
    assert len(script) < 420_000
