"""A slow telephone: processor divided by four, 1.6 Mbit/s, 150 ms, set in the browser."""

from __future__ import annotations

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
    with browser.browsers() as start:
        if start is None:
            print("Navigateur absent : téléphone lent non mesuré.")
            return
        found = [browser.visit(start(), address, NARROW, _slow) for _ in range(VISITS)]
    measure.say(label, "téléphone lent : lisible", [item["paint"] for item in found])
    measure.say(label, "téléphone lent : interactive", [item["live"] for item in found])


def _slow(wire: Any) -> None:
    wire.send("Network.emulateNetworkConditions", LINE)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
