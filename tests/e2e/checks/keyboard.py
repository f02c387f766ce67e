"""The whole page by the Tab key: the skip link, the order, the focus that shows, no trap."""

from __future__ import annotations

import asyncio
from itertools import zip_longest
from typing import Any

from playwright.sync_api import Page

from tests.e2e.checks.family import Family, Faults, run

SKIP = "Aller au contenu"
MORE = 4
"""Presses beyond the number of stops: the browser has one or two stops of its own."""
SETTLED = 300
"""Milliseconds in which the browser hands the focus over at the end of the page."""
RING, CONTRAST = 2, 3
LAST = """rank => {
  window.__met[0]?.focus();
  window.__walk = []; window.__back = true;
  window.__met[rank]?.focus();
}"""
"""The last stop again, from which one goes back; it is left first, since what has the focus already
tells nothing."""

Stop = dict[str, Any]


def walk(page: Page) -> Faults:
    """From the top of the page to its end with Tab, back with Shift + Tab, then the skip link."""
    expected = run(page, "walk")
    forward = _once_round(_pressed(page, len(expected) + MORE))
    backward = _back(page, len(forward))
    return {
        "R04": _skip(page, forward),
        "R05": _lost(forward),
        "R06": _trapped(forward, backward, len(expected)),
        "R07": _unreached(expected, forward),
    }


def held(page: Page, key: str, times: int) -> None:
    """A key held down until it has repeated so many times. No stroke waits for the one before it to
    be painted, so that a walk costs the browser a seventh of what as many presses would."""
    keyboard = page.keyboard

    async def strokes() -> None:
        await asyncio.gather(*(keyboard._impl_obj.down(key) for _ in range(times)))

    keyboard._sync(strokes())
    keyboard.up(key)


def _pressed(page: Page, times: int) -> list[Stop]:
    page.evaluate("window.__walk = []")
    held(page, "Tab", times)
    found: list[Stop] = page.evaluate("window.__walk")
    return found


def _back(page: Page, count: int) -> list[Stop]:
    """From the last stop to the first: never over the top of the page, where the browser hands the
    focus over in its own time, and may take it to the end again while other keys are pressed.
    """
    page.wait_for_timeout(SETTLED)
    page.evaluate(LAST, count - 1)
    page.keyboard.down("Shift")
    held(page, "Tab", count - 1)
    page.keyboard.up("Shift")
    found: list[Stop] = page.evaluate("window.__walk")
    return found


def _once_round(stops: list[Stop]) -> list[Stop]:
    """The stops until the first one comes again."""
    again = [rank for rank, stop in enumerate(stops) if rank and stop["name"] == stops[0]["name"]]
    return stops[: again[0] if again else None]


def _skip(page: Page, forward: list[Stop]) -> list[str]:
    if not forward or forward[0]["text"] != SKIP or not forward[0]["shown"]:
        return [f"la première tabulation ne montre pas « {SKIP} »"]
    page.focus(".evitement")
    page.keyboard.press("Enter")
    inside = page.evaluate("document.activeElement.tagName") == "MAIN"
    page.keyboard.press("Tab")
    page.evaluate("scrollTo(0, 0)")
    followed = page.evaluate("document.activeElement.closest('main, footer') !== null")
    return [] if inside and followed else ["le lien ne mène pas au contenu"]


def _lost(forward: list[Stop]) -> list[str]:
    wrong = {
        "sans contour": [stop for stop in forward if stop["ring"] < RING],
        "contour trop pâle": [stop for stop in forward if stop["contrast"] < CONTRAST],
        "couvert": [stop for stop in forward if not stop["shown"]],
        "hors d’ordre": [stop for stop in forward if not stop["after"]],
    }
    return [f"{what} : {stop['name']}" for what, stops in wrong.items() for stop in stops]


def _trapped(forward: list[Stop], backward: list[Stop], expected: int) -> list[str]:
    names = [stop["name"] for stop in forward]
    if len(names) < expected // 2 or len(names) > expected + MORE:
        return [f"{len(names)} arrêts pour {expected} éléments"]
    back = [stop["name"] for stop in backward]
    found = zip_longest(names[::-1], back)
    return [f"au retour, {went} au lieu de {came}" for came, went in found if came != went][:1]


def _unreached(expected: list[str], forward: list[Stop]) -> list[str]:
    reached = {stop["name"] for stop in forward}
    return [f"hors d’atteinte au clavier : {name}" for name in expected if name not in reached]


def _on(event: str, act: str) -> str:
    return f"document.addEventListener('{event}', (event) => {{ {act} }}, true)"


KEYBOARD = Family(
    walk,
    (
        (
            "R05",
            "document.head.insertAdjacentHTML('beforeend',"
            " '<style>footer *:focus { outline: none !important }</style>')",
        ),
        (
            "R05",
            "document.body.insertAdjacentHTML('beforeend', '<div style=\"position: fixed; inset: 0;"
            " height: 300px; background: #fff\"></div>')",
        ),
        ("R05", "document.querySelector('footer li:first-child a').tabIndex = 5"),
        (
            "R07",
            "document.querySelector('main').insertAdjacentHTML('beforeend',"
            " '<div inert><button>Hors d’atteinte</button></div>')",
        ),
        (
            "R06",
            _on("keydown", "if (event.target.closest('footer')) event.preventDefault()"),
        ),
        ("R04", "document.querySelector('.evitement').remove()"),
    ),
)
