"""The tables of the package of indicators: what each holds, described as Table Schema."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dashboard import catalogue
from dashboard.domain import rounding
from dashboard.domain.formula import safe
from dashboard.domain.indicator import HIDDEN, Indicator, Observation, Status, absence
from dashboard.domain.territory import TerritoryKind
from dashboard.store import Store

RowCells = Iterable[object]


@dataclass(frozen=True, slots=True)
class PackageTable:
    """One table: its fields by Table Schema, its key, what its columns refer to, its rows."""

    name: str
    title: str
    fields: tuple[dict[str, Any], ...]
    key: tuple[str, ...]
    refers: tuple[tuple[str, str, str], ...]
    rows: Callable[[Store], Iterator[RowCells]]

    @property
    def path(self) -> str:
        """The name of its file in the package."""
        return f"{self.name}.csv"

    def schema(self) -> dict[str, Any]:
        """Its Table Schema."""
        keys = [
            {"fields": [field], "reference": {"resource": name, "fields": [other]}}
            for field, name, other in self.refers
        ]
        found = {"fields": list(self.fields), "missingValues": [""], "primaryKey": list(self.key)}
        return found | ({"foreignKeys": keys} if keys else {})

    def written(self, store: Store) -> bytes:
        """Its file: UTF-8, commas, decimal points."""
        target = io.StringIO()
        writer = csv.writer(target, lineterminator="\r\n")
        writer.writerow(field["name"] for field in self.fields)
        writer.writerows(map(_spelled, self.rows(store)))
        return target.getvalue().encode()


def _spelled(cells: RowCells) -> list[object]:
    return [safe(cell) if isinstance(cell, str) else cell for cell in cells]


def _field(name: str, title: str, kind: str = "string", **more: Any) -> dict[str, Any]:
    return {"name": name, "title": title, "type": kind, **more}


def _required(*values: str) -> dict[str, Any]:
    enum = {"enum": list(values)} if values else {}
    return {"constraints": {"required": True, **enum}}


def _value(found: Observation) -> RowCells:
    """A row of values: as many decimals as the source publishes, nothing where it says nothing."""
    indicator = catalogue.indicator(found.indicator)
    known = found.value is not None
    digits = rounding.decimals(indicator.coarsest(found.step))
    return (
        found.territory,
        found.indicator,
        found.year,
        f"{found.value:.{digits}f}" if known else "",
        f"{indicator.coarsest(found.step):g}" if known else "",
        str(found.status),
        "" if known else absence(found.status),
        found.source,
        found.note,
    )


def _indicator(store: Store, item: Indicator) -> RowCells:
    breaks = " | ".join(broken.dated for broken in item.breaks)
    return (
        item.slug,
        item.label,
        item.definition,
        item.theme,
        str(item.unit),
        item.decimals,
        str(item.direction),
        "oui" if item.summable else "non",
        item.limits,
        breaks,
        " | ".join(store.coverage.sources_of(item.slug) or (item.source,)),
    )


def _territories(store: Store) -> Iterator[RowCells]:
    for place in store.places.by_code.values():
        communes, outline = " | ".join(place.communes), str(place.outline)
        yield place.code, place.name, str(place.kind), place.generation, communes, outline


def _sources(store: Store) -> Iterator[RowCells]:
    names = ("id", "titre", "producteur", "licence", "millesime", "adresse", "obtention", "note")
    for row in store.rows("sources"):
        yield [row[name] for name in names]


TABLES = (
    PackageTable(
        "valeurs",
        "Valeurs des indicateurs, une ligne par territoire, indicateur et année",
        (
            _field("territoire", "Code du territoire", **_required()),
            _field("indicateur", "Indicateur", **_required()),
            _field("annee", "Année de la donnée", "year", **_required()),
            _field("valeur", "Valeur, dans l’unité de l’indicateur ; vide : voir motif", "number"),
            _field("pas", "Arrondi de la source, dans la même unité", "number"),
            _field("statut", "Ce que l’on sait de la valeur", **_required(*map(str, Status))),
            _field(
                "motif",
                "Pourquoi la valeur est absente",
                constraints={"enum": sorted({absence(status) for status in HIDDEN})},
            ),
            _field("source", "Source", **_required()),
            _field("note", "Fichier et note de la source"),
        ),
        ("territoire", "indicateur", "annee"),
        (
            ("territoire", "territoires", "code"),
            ("indicateur", "indicateurs", "slug"),
            ("source", "sources", "id"),
        ),
        lambda store: map(_value, store.every_value()),
    ),
    PackageTable(
        "indicateurs",
        "Dictionnaire des indicateurs",
        (
            _field("slug", "Identifiant", **_required()),
            _field("nom", "Nom", **_required()),
            _field("definition", "Définition", **_required()),
            _field("theme", "Thème", **_required()),
            _field("unite", "Unité", **_required()),
            _field("decimales", "Décimales publiées au plus", "integer", **_required()),
            _field("sens", "Une hausse est", **_required("favorable", "défavorable", "neutre")),
            _field(
                "sommable",
                "S’additionne entre quartiers",
                "boolean",
                trueValues=["oui"],
                falseValues=["non"],
                **_required(),
            ),
            _field("limites", "Limites"),
            _field("ruptures", "Ruptures de série"),
            _field("sources", "Sources, séparées par |", **_required()),
        ),
        ("slug",),
        (),
        lambda store: (_indicator(store, item) for item in store.values.indicators),
    ),
    PackageTable(
        "territoires",
        "Quartiers, communes et territoires de référence",
        (
            _field("code", "Code", **_required()),
            _field("nom", "Nom", **_required()),
            _field("genre", "Genre", **_required(*map(str, TerritoryKind))),
            _field("generation", "Année des périmètres"),
            _field("communes", "Codes des communes, séparés par |"),
            _field("trace", "Sûreté du tracé"),
        ),
        ("code",),
        (),
        _territories,
    ),
    PackageTable(
        "sources",
        "Sources et licences",
        (
            _field("id", "Identifiant", **_required()),
            _field("titre", "Titre", **_required()),
            _field("producteur", "Producteur", **_required()),
            _field("licence", "Licence", **_required()),
            _field("millesime", "Millésime"),
            _field("adresse", "Adresse"),
            _field("obtention", "Comment elle a été obtenue"),
            _field("note", "Note"),
        ),
        ("id",),
        (),
        _sources,
    ),
)
