"""What a reader lives: a first visit, then filters changed, in a real browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from benchmarks import measure

ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
VISITS, CHANGES = 5, 20
DESK = {"width": 1280, "height": 900}
LONGEST = 120_000
"""Milliseconds that a visit may take, on a slow telephone too."""
WATCH = """
window.__shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
document.addEventListener("page-vivante", () => { window.__live = performance.now(); });
"""
SEEN = """({
  live: window.__live,
  shift: window.__shift,
  paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
})"""
DRAWINGS = "#page-vivante .trace[data-figure] > svg"
LARGEST = """(drawing) => {
  const area = (mark) => mark.getBBox().width * mark.getBBox().height;
  const marks = [...drawing.querySelectorAll("a > rect, a > circle")];
  return marks.reduce((one, other) => (one && area(one) >= area(other) ? one : other), null);
}"""
HEARD = """() => {
  window.__bubble = null;
  const heard = () => {
    const start = performance.now();
    const shown = document.querySelectorAll(".hovertext").length;
    const look = () => {
      if (document.querySelectorAll(".hovertext").length > shown) {
        window.__bubble = performance.now() - start;
      } else if (performance.now() - start < 1400) requestAnimationFrame(look);
    };
    look();
  };
  document.addEventListener("pointermove", heard, { once: true, capture: true });
}"""
CHANGE = """async ([name, value]) => {
  const root = document.getElementById("page-vivante");
  const field = root.querySelector(`.filtres select[name=${name}]`);
  const box = root.querySelector(`.filtres input[name=${name}][value="${value}"]`);
  const seen = (box) => {
    const { top, bottom } = box.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  };
  const start = performance.now();
  let last = start;
  const watch = new MutationObserver((records) => {
    for (const { target } of records) {
      const panel = (target.closest ? target : target.parentElement)?.closest(".panneau");
      if (panel && seen(panel)) last = performance.now();
    }
  });
  watch.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  if (box) box.click();
  else {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value").set.call(field, value);
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  while (performance.now() - last < 600) await new Promise((done) => setTimeout(done, 50));
  watch.disconnect();
  return last - start;
}"""


def run(address: str, label: str) -> None:
    """Print first visits and changes of filter; says so where there is no browser."""
    with browsers() as start:
        if start is None:
            print("Navigateur absent : visite et filtre non mesurés.")
            return
        _visits([visit(start(), address) for _ in range(VISITS)], label)
        measure.say(label, "filtre changé → figures en vue redessinées", _changes(start(), address))
        measure.say(label, "figure touchée → sa bulle, plotly chargé", _touches(start(), address))


@contextmanager
def browsers() -> Iterator[Callable[[], Any] | None]:
    """What starts a new browser, with nothing in its cache; None where there is none."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        yield None
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        yield lambda: play.chromium.launch(executable_path=path, args=ARGS)


def _visits(found: list[dict[str, float]], label: str) -> None:
    lines = {
        "paint": ("première visite : lisible", "ms"),
        "live": ("première visite : interactive", "ms"),
        "requests": ("première visite : requêtes", ""),
        "kilobytes": ("première visite : octets", "ko"),
        "shift": ("première visite : décalage × 1 000", ""),
    }
    for key, (name, unit) in lines.items():
        factor = 1000 if key == "shift" else 1
        measure.say(label, name, [item[key] * factor for item in found], unit)


def visit(
    browser: Any,
    address: str,
    size: Mapping[str, int] = DESK,
    slow: Callable[[Any], None] | None = None,
) -> dict[str, float]:
    """What a first visit gives: when it is readable and live (ms), shift, requests, kilobytes.

    ``slow`` may hold the line and the processor back.
    """
    page = browser.new_page(viewport=size)
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    if slow:
        slow(wire)
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.add_init_script(WATCH)
    page.goto(address, timeout=LONGEST)
    page.wait_for_selector("html.vivant", state="attached", timeout=LONGEST)
    page.wait_for_timeout(1_000)
    seen: dict[str, float] = page.evaluate(SEEN)
    browser.close()
    carried = [size for size in sizes if size]
    return {**seen, "requests": len(carried), "kilobytes": sum(carried) / 1000}


def _changes(browser: Any, address: str) -> list[float]:
    page = browser.new_page(viewport=DESK)
    page.goto(address)
    page.wait_for_selector("html.vivant", state="attached", timeout=60_000)
    page.wait_for_timeout(1_500)
    listed = page.evaluate(
        "[...document.querySelectorAll('#page-vivante .filtres [data-cle]')]"
        ".flatMap((c) => [...c.querySelectorAll('option, input:enabled')].slice(0, 12)"
        ".map((o) => [c.dataset.cle, o.value]))"
    )
    steps = [listed[(3 * rank + 1) % len(listed)] for rank in range(CHANGES)]
    found = [page.evaluate(CHANGE, step) for step in steps]
    browser.close()
    return [value for value in found if value > 0]


def _touches(browser: Any, address: str) -> list[float]:
    """Milliseconds from the first move over a mark of each figure to its bubble."""
    page = browser.new_page(viewport=DESK)
    page.goto(address)
    page.wait_for_function("() => window.Plotly !== undefined", timeout=60_000)
    drawings = page.locator(DRAWINGS).all()
    marks = [drawing.evaluate_handle(LARGEST).as_element() for drawing in drawings]
    found = [_touched(page, mark) for mark in marks if mark]
    browser.close()
    return [value for value in found if value]


def _touched(page: Any, mark: Any) -> float:
    mark.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    page.evaluate(HEARD)
    box = mark.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x - 3, y)
    page.mouse.move(x, y)
    page.wait_for_timeout(1_500)
    return float(page.evaluate("window.__bubble ?? 0"))
