"""The page for who set their system otherwise: imposed colours, less motion."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.e2e.checks.family import Family, Faults, merged, run

STILL = """() => [...document.querySelectorAll(".js-plotly-plot")].filter((e) =>
  e._fullLayout?.transition?.duration > 10).map((e) => e.closest("figure").ariaLabel)"""


def wishes(page: Page) -> Faults:
    """The page under imposed colours, then with less motion."""
    page.emulate_media(forced_colors="active")
    colours = run(page, "colours")
    page.emulate_media(forced_colors="none", reduced_motion="reduce")
    still = run(page, "still")
    page.emulate_media(reduced_motion="no-preference")
    return merged([colours, still])


def _style(css: str) -> str:
    return f"document.head.insertAdjacentHTML('beforeend', '<style>{css}</style>')"


WISHES = Family(
    wishes,
    (
        ("C01", _style(".btn { border: 0 !important }")),
        ("C01", _style(".trace { forced-color-adjust: auto !important }")),
        ("R27", _style(".btn { transition: color 3s !important }")),
    ),
)
