"""A real browser on the real app: one server a territory, and a page that tells what went wrong."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect
from werkzeug.serving import make_server

from dashboard.web.factory import create_app
from tests.service import free_port

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WAIT = 30_000
LIVE = "#page-vivante .trace[data-figure]"
TOUCH = f"""() => {{
  for (const box of document.querySelectorAll("{LIVE}")) {{
    if (!box.checkVisibility()) continue;
    box.dispatchEvent(new PointerEvent("pointermove", {{ bubbles: true, movementX: 1 }}));
  }}
}}"""
AWAKE = f"""() => [...document.querySelectorAll("{LIVE}")]
  .every((box) => !box.checkVisibility() || box.classList.contains("eveil"))"""
expect.set_options(timeout=WAIT)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder drives a browser."""
    for item in items:
        if Path(__file__).parent in Path(str(item.path)).parents:
            item.add_marker(pytest.mark.e2e)


def touched(page: Page) -> Page:
    """The page once every figure in sight has been pointed at, and is plotly's."""
    page.evaluate(TOUCH)
    page.wait_for_function(AWAKE)
    return page


def press(page: Page, mark: Locator) -> None:
    """Press where a mark stands, whoever draws it by then."""
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The Chromium that the set-up found or installed; nothing is downloaded."""
    return {"executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"), "args": QUIET}


def _serve(var: Path, territory: str) -> Iterator[str]:
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    port = free_port()
    site = f"http://127.0.0.1:{port}"
    with pytest.MonkeyPatch.context() as operator:
        operator.setenv("ADRESSE_PUBLIQUE", site)
        operator.setenv("ENCARTS", "oui")
        app = create_app(var=var, territory=territory)
    server = make_server("127.0.0.1", port, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield site
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def real(var: Path) -> Iterator[str]:
    """The address of the real territory."""
    yield from _serve(var, "grand-chambery")


@pytest.fixture(scope="session")
def fictional(var: Path) -> Iterator[str]:
    """The address of the fictional territory."""
    yield from _serve(var, "exemple")


Window = Callable[..., BrowserContext]
"""Gives the window that has these options of a browser context."""


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[Window]:
    """The windows that tests share, one for each set of options, a page for each test: a window
    keeps what it read of the site, as that of a reader who comes back, and the site keeps nothing
    in it. Its empty page stays open: a browser forgets all of a window whose last page closes, and
    a page then takes it almost twice the work. ``another`` gives a window that nobody used."""
    kept: dict[str, BrowserContext] = {}

    def made(**options: Any) -> BrowserContext:
        name = str(sorted(options.items()))
        if name not in kept:
            kept[name] = browser.new_context(**options)
            kept[name].new_page()
        return kept[name]

    yield made
    for one in kept.values():
        one.close()


@pytest.fixture(scope="session")
def context(window: Window) -> BrowserContext:
    """The window that most tests share."""
    return window()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A new page."""
    opened = context.new_page()
    yield opened
    opened.close()


class Reader:
    """A page as a person uses it: counts what they do, keeps what the browser complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        self.allowed: list[str] = []
        self.acts = 0
        page.set_default_timeout(WAIT)
        page.on("console", self._told)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._seen(request.url))

    def _told(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def _seen(self, url: str) -> None:
        if not url.startswith(("http://127.0.0.1:", "data:", "blob:", "file:")):
            self.elsewhere.append(url)

    def hold(self) -> None:
        """Nothing went to a third party and the browser complained of nothing unexpected."""
        assert not self.elsewhere, "une requête est partie vers un tiers"
        expected = tuple(self.allowed)
        assert [said for said in self.complaints if not any(x in said for x in expected)] == []

    def open(self, address: str) -> Page:
        """Open an address and wait for the live page; opening counts for nothing."""
        self.page.goto(address)
        self.live()
        return self.page

    def live(self) -> None:
        """Wait until the live page has taken over."""
        self.page.wait_for_selector("html.vivant")

    def choose(self, key: str, value: str) -> None:
        """Choose as one asks, and wait for the view."""
        self.ask(key, value)
        self.settled()

    def ask(self, key: str, value: str) -> None:
        """Choose in a list of the filter bar, or alone among its folded boxes: one interaction."""
        self.acts += 1
        folded = self.page.locator(f".plusieurs[data-cle={key}]")
        if folded.count():
            folded.locator("summary").click()
            for ticked in folded.locator("input:checked").all():
                ticked.uncheck()
            folded.locator(f"input[value={value}]").check()
            folded.locator("summary").press("Escape")
        else:
            self.page.select_option(f"select[name={key}]", value)
        self.page.wait_for_function(
            f"new URLSearchParams(location.search).get('{key}') === '{value}'"
        )

    def settled(self) -> None:
        """Wait until the page shows what its address asks."""
        self.page.wait_for_selector("body:not(:has(#page-vivante[aria-busy=true]))")

    def chosen(self, key: str) -> Locator:
        """What stands on the head of the boxes of the filter bar."""
        return self.page.locator(f".plusieurs[data-cle={key}] .choix-dit")

    def click(self, selector: str) -> None:
        """Click: one interaction."""
        self.acts += 1
        self.page.locator(selector).first.click()

    def type(self, selector: str, words: str) -> None:
        """Type and press Enter: one interaction."""
        self.acts += 1
        self.page.fill(selector, words)
        self.page.press(selector, "Enter")
        self.settled()


@pytest.fixture
def reader(page: Page) -> Iterator[Reader]:
    """A reader at a desk; the browser must have had nothing to complain of."""
    made = Reader(page)
    yield made
    made.hold()


@pytest.fixture
def reader_with(window: Window) -> Iterator[Callable[..., Reader]]:
    """Readers in the window that has these options, held as a reader at a desk is."""
    readers: list[Reader] = []

    def make(**options: Any) -> Reader:
        readers.append(Reader(window(**options).new_page()))
        return readers[-1]

    yield make
    for one in readers:
        one.page.close()
    for one in readers:
        one.hold()


@pytest.fixture
def another(browser: Browser) -> Iterator[Callable[..., Reader]]:
    """Further readers, each in a browser context of their own, held as the first one is."""
    opened: list[BrowserContext] = []
    readers: list[Reader] = []

    def make(**options: Any) -> Reader:
        opened.append(browser.new_context(**options))
        readers.append(Reader(opened[-1].new_page()))
        return readers[-1]

    yield make
    for context in opened:
        context.close()
    for one in readers:
        one.hold()
