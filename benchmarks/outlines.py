"""Real outlines of a region and of the country: the map of Quartiers, drawn, classed, zoomed.

``python -m benchmarks.outlines FILE.geojson …``: official perimeters (ANCT), never committed.
The quarters of overseas stand in insets. Where there is a browser, the page is opened in it too:
its first map, then changes of it and steps nearer, until they are painted.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from benchmarks import browser, country, measure, served
from dashboard.charts import kinds, label_placement
from dashboard.charts.svg import to_svg
from dashboard.exhibits import place_map
from dashboard.pages import PAGES, router
from dashboard.publication import publish
from dashboard.publication.insets import zones_of
from dashboard.store import Store, open_store

PAGE = next(page for page in PAGES if page.slug == "quartiers")
PAINTED = """
const look = () => requestAnimationFrame(() => {
  const drawn = document.querySelector(".carte-carte .trace > svg");
  if (drawn) requestAnimationFrame(() => { window.__map = performance.now(); });
  else look();
});
look();
"""
PRESSED = """async (href) => {
  const drawn = () => document.querySelector(".carte-carte .trace > svg");
  const before = drawn();
  const link = Object.assign(document.createElement("a"), { href });
  link.dataset.vue = "1";
  document.querySelector(".carte-carte").append(link);
  const start = performance.now();
  link.click();
  while (drawn() === before || !drawn()) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  const spent = performance.now() - start;
  await new Promise((done) => setTimeout(done, 1500));
  return spent;
}"""
"""What says when the first map is painted, and how long the map of another view takes."""
TASKS = "devtools.timeline,disabled-by-default-devtools.timeline"
"""What Chromium traces of the tasks of a page, each with the time of its core."""
CHANGE = 200
"""Milliseconds of one core within which the server draws a change of the map."""
SAME, TIMES = "generation=2024&indicateur=taux-pauvrete", 5
ASKED = {
    "un autre indicateur": "generation=2024&indicateur=niveau-vie-median",
    "une autre année": f"{SAME}&annee=2021",
    "quantiles": f"{SAME}&classes=quantiles",
    "intervalles égaux": f"{SAME}&classes=intervalles-egaux",
}
ZOOMS = (2, 8, 64)

"""Degrees north of which the mainland lies."""


def main() -> None:
    """One block a file."""
    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            run(Path(name), Path(folder))


def run(outlines: Path, folder: Path) -> None:
    """Write a territory of those quarters, publish it, draw its map."""
    count = write(outlines, folder / outlines.stem)
    report = publish(folder / outlines.stem, folder / "var")
    if report.problems:
        print([problem.sentence() for problem in report.problems[:3]])
        return
    store, label = open_store(folder / "var", outlines.stem), f"{count} quartiers"
    measure.say(label, "première carte", [_spent(partial(drawn, store, SAME))])
    for what, query in (*ASKED.items(), *_zooms(store)):
        found = [_spent(partial(drawn, store, query)) for _ in range(TIMES)]
        measure.say(label, what, found)
        if statistics.median(found) > CHANGE:
            print(f"au-delà de {CHANGE} ms : {what}")
    _in_browser(folder / "var", outlines.stem, label, [query for _, query in _zooms(store)])
    print(f"{label} : {len(drawn(store, SAME)):,} octets de SVG sur une page qui tient les tracés")


def drawn(store: Store, query: str) -> str:
    """The map of that view, as the page asks it after a change; no label is remembered."""
    label_placement.placed.cache_clear()
    found = place_map.exhibit(router.view_of(PAGE, "", query, store))
    assert found.chart is not None
    return to_svg(kinds.draw(found.chart), found.height, found.alt, "carte", held=True)


def _in_browser(var: Path, slug: str, label: str, zooms: list[str]) -> None:
    """The first map in new browsers, then changes in one that stays open."""
    with served.served(var, slug) as service, browser.browsers() as start:
        if start is None:
            print("Navigateur absent : la page n’est pas mesurée.")
            return
        page = f"{service.address}quartiers?"
        firsts = [_first(start(), page + SAME) for _ in range(TIMES)]
        measure.say(label, "navigateur, première carte peinte", firsts)
        changes = _painted(start(), page, [*ASKED.values(), *zooms])
        for what, found in zip(
            ("peint", "processeur de la page"), zip(*changes, strict=True), strict=True
        ):
            measure.say(label, f"navigateur, un changement, {what}", found)


def _first(opened: Any, address: str) -> float:
    page = opened.new_page(viewport=browser.DESK)
    page.add_init_script(PAINTED)
    page.goto(address, timeout=browser.LONGEST)
    page.wait_for_function("() => window.__map", timeout=browser.LONGEST)
    found = float(page.evaluate("window.__map"))
    opened.close()
    return found


def _painted(opened: Any, address: str, queries: list[str]) -> list[tuple[float, float]]:
    """From a press on a link of the page to the map of another view, painted; and what the main
    thread of the page worked for it, whoever else uses the machine."""
    page = opened.new_page(viewport=browser.DESK)
    page.goto(address + SAME, timeout=browser.LONGEST)
    page.wait_for_selector("html.vivant", state="attached", timeout=browser.LONGEST)
    page.wait_for_timeout(2_000)
    found = [_changed(opened, page, f"/quartiers?{query}") for query in queries]
    opened.close()
    return found


def _changed(opened: Any, page: Any, href: str) -> tuple[float, float]:
    opened.start_tracing(page=page, categories=[TASKS])
    spent = float(page.evaluate(PRESSED, href))
    events = json.loads(opened.stop_tracing())["traceEvents"]
    [main] = {e["tid"] for e in events if e["name"] == "EventDispatch" and _is_press(e)}
    tasks = [e for e in events if e["name"] == "RunTask" and e["tid"] == main]
    return spent, sum(task.get("tdur", 0) for task in tasks) / 1000


def _is_press(event: dict[str, Any]) -> bool:
    return bool(event.get("args", {}).get("data", {}).get("type") == "click")


def _spent(act: Callable[[], object]) -> float:
    """Milliseconds of one core that it takes, whoever else uses the machine."""
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1000


def _zooms(store: Store) -> list[tuple[str, str]]:
    """Windows around a quarter, nearer and nearer."""
    west, _, east, _ = store.places.background.window
    x, y = store.places.drawn("2024")[-1].centre
    wide = east - west
    return [
        (f"zoom × {times}", f"{SAME}&cadre={wide / times:.0f}_{x:.0f}_{y:.0f}") for times in ZOOMS
    ]


def write(outlines: Path, folder: Path) -> int:
    """A territory whose quarters are those of that file; gives how many."""
    country.write(folder, quarters=1, actions=100)
    features = json.loads(outlines.read_text(encoding="utf-8"))["features"]
    known = [item for item in features if _surface(item["geometry"]).area]
    print(f"{len(known)} quartiers ; laissés : {len(features) - len(known)} sans surface")
    codes = [f"QN{10_000 + rank // 10:05}{rank % 10}" for rank in range(len(known))]
    _quarters(folder, codes, known)
    _values(folder, codes)
    path, (west, south, east, north) = folder / "territoire.toml", _bounds(known)
    said = f"emprise = [{west:.3f}, {south:.3f}, {east:.3f}, {north:.3f}]"
    text = re.sub(r"emprise = \[[^\]]*\]", said, path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    return len(known)


def _bounds(known: list[dict[str, Any]]) -> tuple[float, ...]:
    """The window of those of the mainland and of the model, whose quarters stay."""
    shapes = [shape(item["geometry"]) for item in known]
    home = [item for item, zone in zip(shapes, zones_of(shapes), strict=True) if zone is None]
    west, south, east, north = shapely.total_bounds(home)
    return min(west, 5.8) - 0.05, min(south, 45.4) - 0.05, max(east, 6.1) + 0.05, max(north, 45.8)


def _quarters(folder: Path, codes: list[str], held: list[dict[str, Any]]) -> None:
    path = folder / "territoires.csv"
    table = pd.read_csv(path, sep=";", dtype=str, keep_default_na=False)
    model = table[(table["genre"] == "qpv") & (table["generation"] == "2024")].iloc[0].to_dict()
    more = pd.DataFrame([{**model, "successeur": "", "repere": ""}] * len(codes))
    names = [f"Quartier {code}" for code in codes]
    at, of = ([f"{word} quartier {code}" for code in codes] for word in ("au", "du"))
    more = more.assign(code=codes, nom=names, locatif=at, genitif=of)
    pd.concat([table, more]).to_csv(path, sep=";", index=False, lineterminator="\n")
    path = folder / "contours_quartiers.geojson"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["features"] += [
        _feature(code, item["geometry"]) for code, item in zip(codes, held, strict=True)
    ]
    path.write_text(json.dumps(document), encoding="utf-8")


def _feature(code: str, geometry: dict[str, Any]) -> dict[str, Any]:
    properties = {"code": code, "trace": "officiel simplifié", "source": "anct-contours-qpv"}
    whole = json.loads(shapely.to_geojson(_surface(geometry)))
    return {"type": "Feature", "properties": properties, "geometry": whole}


def _surface(geometry: dict[str, Any]) -> BaseGeometry:
    """The valid surface of an outline: its polygons alone; empty where simplifying left none."""
    parts = shapely.get_parts(shapely.get_parts(shapely.make_valid(shape(geometry))))
    return shapely.unary_union([part for part in parts if part.geom_type == "Polygon"])


def _values(folder: Path, codes: list[str]) -> None:
    path = folder / "indicateurs.csv"
    table = pd.read_csv(path, sep=";", dtype=str, keep_default_na=False)
    draw, rows = np.random.default_rng(measure.SEED), []
    for slug, low, high in (("taux-pauvrete", 20, 70), ("niveau-vie-median", 900, 1_800)):
        for year in ("2020", "2021"):
            numbers = draw.integers(low, high, len(codes)) * (1 if high < 100 else 10)
            pairs = zip(codes, numbers, strict=True)
            rows += [
                {
                    **table.iloc[0],
                    "territoire": c,
                    "indicateur": slug,
                    "annee": year,
                    "valeur": str(n),
                    "pas": "",
                }
                for c, n in pairs
            ]
    pd.concat([table, pd.DataFrame(rows)]).to_csv(path, sep=";", index=False, lineterminator="\n")


if __name__ == "__main__":
    main()
