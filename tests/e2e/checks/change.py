"""A choice in a list of the filter bar, then a bubble: what is said, what keeps its place."""

from __future__ import annotations

import re

from playwright.sync_api import Error, Page

from tests.e2e.checks.family import Family, Faults, run

LIST = "#page-vivante select[name=annee]"
LABEL = "#page-vivante label:has(select[name=annee])"
PATIENCE = 12_000
SILENCE = 700
LISTEN = """() => {
  window.__said = [];
  window.__here = true;
  const region = document.querySelector("[role=status]");
  window.__listener?.disconnect();
  window.__listener = new MutationObserver(() =>
    region.textContent && window.__said.push(region.textContent));
  window.__listener.observe(region, { childList: true, characterData: true, subtree: true });
}"""
NAMED = """() => [...document.querySelectorAll(".trace > svg")]
  .every((drawing) => drawing.role && drawing.ariaLabel)"""
HOVER = """async () => {
  const graph = [...document.querySelectorAll(".js-plotly-plot")]
    .find((e) => e.data && e.querySelector(".barlayer .point"));
  if (!graph) return 0;
  const curve = graph.data.findIndex((t) => t.type === "bar" && t.x?.length);
  const frame = (graph.data[curve].xaxis || "x") + (graph.data[curve].yaxis || "y");
  window.Plotly.Fx.hover(graph, [{ curveNumber: curve, pointNumber: 0 }], frame);
  const shown = () => graph.querySelectorAll(".hovertext").length;
  for (let turn = 0; turn < 60 && !shown(); turn += 1) {
    await new Promise((done) => setTimeout(done, 50));
  }
  return shown();
}"""


def change(page: Page) -> Faults:
    """Another year, from the keyboard's place; nothing where the page has no such list."""
    field = page.locator(LIST)
    if field.count() == 0:
        return {"R02": [], "R09": [], "R18": [], "R19": []}
    before, year = page.title(), _other(page)
    warned = "ouvre" in (page.locator(LABEL).first.text_content() or "")
    page.evaluate(LISTEN)
    page.evaluate("selector => document.querySelector(selector).focus()", LIST)
    field.select_option(year, force=True)
    if warned:
        page.wait_for_url(f"**/{year}*")
        return {"R19": []}
    heard = _within(page, f"window.__said?.some((words) => words.includes('{year}'))")
    return {
        "R02": _title(page, before, year),
        "R09": _names(page),
        "R18": _announced(page, heard),
        "R19": _kept(page),
    }


def _title(page: Page, before: str, year: str) -> list[str]:
    dated = re.search(r"\b\d{4}\b", before) is not None
    followed = not dated or _within(page, f"document.title.includes('{year}')")
    return [] if followed else [f"le titre reste : {page.title()}"]


def _names(page: Page) -> list[str]:
    lost = [] if _within(page, NAMED) else ["un dessin perd son nom"]
    return lost + list(run(page, "figures")["R09"])


def _announced(page: Page, heard: bool) -> list[str]:
    page.wait_for_timeout(SILENCE)
    words = page.evaluate("window.__said ?? []")
    return [] if heard and len(words) == 1 else [f"{len(words)} annonces : {' / '.join(words)}"]


def _kept(page: Page) -> list[str]:
    stayed = page.evaluate("window.__here === true")
    held = page.evaluate("document.activeElement.name") == "annee"
    return [
        *([] if stayed else ["la page est rechargée sans que la liste le dise"]),
        *([] if held else ["le focus a quitté la liste"]),
    ]


def bubble(page: Page) -> Faults:
    """What a pointer shows over a bar leaves with Escape."""
    if not page.evaluate(HOVER):
        return {"R21": []}
    page.keyboard.press("Escape")
    gone = _within(page, "document.querySelectorAll('.hoverlayer .hovertext').length === 0")
    return {"R21": [] if gone else ["Échap ne ferme pas la bulle"]}


def _other(page: Page) -> str:
    found: str = page.evaluate(
        "selector => { const field = document.querySelector(selector);"
        " return [...field.options].map((e) => e.value)"
        ".find((value) => /^[0-9]{4}$/.test(value) && value !== field.value); }",
        LIST,
    )
    return found


def _within(page: Page, told: str) -> bool:
    try:
        page.wait_for_function(told, timeout=PATIENCE)
    except Error:
        return False
    return True


CHANGE = Family(
    change,
    (
        ("R02", "Object.defineProperty(document, 'title', { get: () => 'Fixe', set: () => {} })"),
        (
            "R09",
            "setInterval(() => document.querySelector('.trace > svg').removeAttribute('role'), 20)",
        ),
        (
            "R18",
            "document.addEventListener('change', () => { setTimeout(() => { document"
            ".querySelector('[role=status]').textContent = 'Encore un mot'; }, 300); })",
        ),
        ("R19", "document.addEventListener('change', (event) => event.target.blur())"),
    ),
)

BUBBLE = Family(
    bubble,
    (
        (
            "R21",
            "document.addEventListener('keydown', (event) => event.stopImmediatePropagation(),"
            " true)",
        ),
    ),
)
