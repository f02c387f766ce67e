"""Many readers at once: each changes a filter once a second, whatever the others do."""

from __future__ import annotations

import json
import re
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

from benchmarks import measure
from dashboard.store import Store

READERS, SECONDS = 100, 20


def run(address: str, store: Store, label: str) -> None:
    """Print how long a change takes from the moment that it is wanted, and what failed."""
    body = _body(address)
    asked = measure.queries(store, READERS * SECONDS)
    found: list[float] = []
    failed: list[str] = []
    start = time.perf_counter() + 0.5

    def reader(rank: int) -> None:
        for turn, query in enumerate(asked[rank::READERS]):
            wanted = start + rank / READERS + turn
            time.sleep(max(0.0, wanted - time.perf_counter()))
            failed.extend(_post(address, {**body, "inputs": _inputs(query)}))
            found.append((time.perf_counter() - wanted) * 1000)

    with ThreadPoolExecutor(READERS) as readers:
        list(readers.map(reader, range(READERS)))
    rate = (len(found) - len(failed)) / (time.perf_counter() - start)
    measure.say(label, f"{READERS} lecteurs, un changement par seconde", found)
    print(f"  {rate:.0f} changements par seconde, {len(failed)} échec(s) {failed[:1]}")


def _inputs(query: str) -> list[dict[str, object]]:
    return [{"id": "page", "property": "search", "value": f"?{query}"}]


def _post(address: str, body: dict[str, object]) -> list[str]:
    """What failed, if anything did."""
    request = urllib.request.Request(
        f"{address}_dash-update-component",
        json.dumps(body).encode(),
        {"Content-Type": "application/json", "Accept-Encoding": "br"},
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            answer.read()
    except OSError as error:
        return [str(error)]
    return []


def _body(address: str) -> dict[str, object]:
    """What the browser sends for a change on the home page, written from the page itself."""
    with urllib.request.urlopen(address) as answer:
        page = answer.read().decode()
    wiring = json.loads(_held(page, "_dash-dependencies"))[0]
    shown = json.loads(_held(page, "_dash-layout"))["props"]
    held = {"path": shown["path"], "marks": {}, "publication": shown["publication"]}
    return {
        "output": wiring["output"],
        "outputs": [{"id": "page", "property": name} for name in ("answer", "marks")],
        "changedPropIds": ["page.search"],
        "state": [{"id": "page", "property": name, "value": it} for name, it in held.items()],
    }


def _held(page: str, name: str) -> str:
    found = re.search(rf'id="{name}">(.*?)</script>', page, re.S)
    if not found:
        raise ValueError(name)
    return found[1]
