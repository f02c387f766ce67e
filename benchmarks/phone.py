"""A slow telephone: processor divided by four, 1.6 Mbit/s, 150 ms, set in the browser."""

from __future__ import annotations

import os
import shutil
from typing import Any

from benchmarks import browser, measure

VISITS = 3
LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 0.75e6 / 8,
}
NARROW = {"width": 390, "height": 844}


def run(address: str, label: str) -> None:
    """Print when a first visit is readable, then interactive; says so without a browser."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        print("Navigateur absent : téléphone lent non mesuré.")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        found = [
            _visit(play.chromium.launch(executable_path=path, args=browser.ARGS), address)
            for _ in range(VISITS)
        ]
    measure.say(label, "téléphone lent : lisible", [item["paint"] for item in found])
    measure.say(label, "téléphone lent : interactive", [item["live"] for item in found])


def _visit(chrome: Any, address: str) -> dict[str, float]:
    page = chrome.new_page(viewport=NARROW)
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", LINE)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(browser.WATCH)
    page.goto(address, timeout=120_000)
    page.wait_for_selector("html.vivant", state="attached", timeout=120_000)
    page.wait_for_timeout(1_000)
    seen: dict[str, float] = page.evaluate(browser.SEEN)
    chrome.close()
    return seen
