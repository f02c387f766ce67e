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
    return [{"id": "adresse", "property": "search", "value": f"?{query}"}]


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
    text = _held(page, "_dash-layout")
    found = re.findall(r'"id":(\{[^}]*"panneau"[^}]*\})', text)
    panels = [json.loads(item) for item in found]
    digest = re.search(r'"id":"publication","data":"(\w+)"', text)
    each = {
        "id": [{"id": p, "property": "id", "value": p} for p in panels],
        "data-etat": [{"id": p, "property": "data-etat"} for p in panels],
    }
    fixed = ("filtres-actifs", "resume-filtres", "vue-imprimee", "annonce")
    outputs = [
        *([{"id": p, "property": name} for p in panels] for name in ("children", "data-etat")),
        *({"id": name, "property": "children"} for name in fixed),
        {"id": "titre-fenetre", "property": "data"},
    ]
    state = [
        {"id": "adresse", "property": "pathname", "value": "/"},
        *each.values(),
        {"id": "publication", "property": "data", "value": digest[1] if digest else ""},
    ]
    return {
        "output": wiring["output"],
        "outputs": outputs,
        "changedPropIds": ["adresse.search"],
        "state": state,
    }


def _held(page: str, name: str) -> str:
    found = re.search(rf'id="{name}">(.*?)</script>', page, re.S)
    if not found:
        raise ValueError(name)
    return found[1]
