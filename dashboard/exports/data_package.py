"""The indicators as a data package (Frictionless): their values, their dictionary, their sources,
described for programs and for people, in one ZIP."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from dashboard.exports import about, archive
from dashboard.exports.package_tables import TABLES
from dashboard.pages import imprint
from dashboard.pages.open_files import DOWNLOADS, PACKAGE
from dashboard.store import Store
from dashboard.words.typography import typeset

LICENCES = {
    "Licence Ouverte 2.0": {
        "name": "etalab-2.0",
        "path": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    },
    "ODbL": {"name": "ODbL-1.0", "path": "https://opendatacommons.org/licenses/odbl/1-0/"},
    "CC BY 4.0": {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"},
}
RULES = (
    "Une valeur absente est une case vide, jamais un zéro : la colonne « motif » dit pourquoi.",
    "Une valeur a les décimales que sa source publie ; « pas » est son arrondi.",
    "Un indicateur qui n’est pas sommable n’a ni somme ni moyenne entre quartiers.",
    "Les périmètres de 2015 et de 2024 ne se comparent pas : voir « generation ».",
    "Une rupture de série interdit de comparer les années d’avant et d’après.",
)


def written(store: Store) -> bytes:
    """The ZIP: the same for the same publication."""
    target, day = io.BytesIO(), store.published_on
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in _files(store):
            archive.add(opened, name, content, day)
    return target.getvalue()


def _files(store: Store) -> Iterator[tuple[str, bytes]]:
    text = json.dumps(description(store), ensure_ascii=False, indent=2)
    yield "datapackage.json", f"{text}\n".encode()
    yield "LISEZ-MOI.md", readme(store).encode()
    for table in TABLES:
        yield table.path, table.written(store)


def description(store: Store) -> dict[str, Any]:
    """The content of ``datapackage.json``."""
    used = used_sources(store)
    return {
        "profile": "tabular-data-package",
        "name": f"indicateurs-{store.settings.slug}",
        "title": _title(store),
        "description": typeset(" ".join((*_mentions(store), *RULES))),
        "version": store.digest,
        "created": f"{store.published_on.isoformat()}T00:00:00Z",
        "fictif": store.settings.fictional,
        "keywords": ["politique de la ville", "quartiers prioritaires", "indicateurs"],
        "licenses": _licences(used),
        "sources": [_source(row) for row in used],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": table.name,
                "title": typeset(table.title),
                "path": table.path,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": table.schema(),
            }
            for table in TABLES
        ],
    }


def used_sources(store: Store) -> list[dict[str, str]]:
    """The sources of the indicators that are published, as the territory says them."""
    found = (store.coverage.sources_of(item.slug) for item in store.values.indicators)
    return [store.source(code) for code in sorted({code for codes in found for code in codes})]


def _source(row: dict[str, str]) -> dict[str, str]:
    found = {"title": f"{row['producteur']}, {row['titre']}".lstrip(", ")}
    address = row.get("adresse", "")
    return found | ({"path": address} if address.startswith("https://") else {})


def _licences(used: list[dict[str, str]]) -> list[dict[str, str]]:
    """The licences of those sources; one without address is named in the words of its source."""
    named = sorted({row["licence"] for row in used if row["licence"]})
    return [{"title": one, **LICENCES.get(one, {"name": "source-a-citer"})} for one in named]


def _title(store: Store) -> str:
    return f"Indicateurs des quartiers, {imprint.name(store.settings)}"


def _mentions(store: Store) -> tuple[str, ...]:
    return (store.settings.notice,) if store.settings.notice else ()


def readme(store: Store) -> str:
    """What the package says to people, in Markdown."""
    codes = [row["id"] for row in used_sources(store)]
    facts = about.of(store, _title(store), f"{DOWNLOADS}{PACKAGE}", codes)
    parts = [
        f"# {_title(store)}",
        *(f"**{said}**" for said in _mentions(store)),
        "\n".join(f"- {label} : {said}" for label, said in facts if label != "Titre"),
        "## Tables",
        "\n".join(f"- `{table.path}` : {table.title}." for table in TABLES),
        "## Lire les valeurs",
        "\n".join(f"- {rule}" for rule in RULES),
    ]
    said: str = typeset("\n\n".join(parts))
    return f"{said}\n"
