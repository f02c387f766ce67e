"""JSON Schemas of the answers, in few words: every property is there, absent values are null."""

from __future__ import annotations

from typing import Any

JsonSchema = dict[str, Any]


def text(said: str = "", *values: str) -> JsonSchema:
    """A text, one of ``values`` where there are some."""
    return _said({"type": "string"} | ({"enum": list(values)} if values else {}), said)


def whole(said: str = "", low: int | None = None, high: int | None = None) -> JsonSchema:
    """A whole number within bounds."""
    bounds = {"minimum": low, "maximum": high}
    return _said({"type": "integer"} | {k: v for k, v in bounds.items() if v is not None}, said)


def number(said: str = "") -> JsonSchema:
    """A number."""
    return _said({"type": "number"}, said)


def flag(said: str = "") -> JsonSchema:
    """True or false."""
    return _said({"type": "boolean"}, said)


def maybe(shape: JsonSchema) -> JsonSchema:
    """The same, or null."""
    listed = {"enum": [*shape["enum"], None]} if "enum" in shape else {}
    return {**shape, "type": [shape["type"], "null"], **listed}


def many(shape: JsonSchema, said: str = "") -> JsonSchema:
    """A list of these."""
    return _said({"type": "array", "items": shape}, said)


def thing(said: str = "", /, **properties: JsonSchema) -> JsonSchema:
    """An object that has all these properties, and no other."""
    found = {"type": "object", "properties": properties, "additionalProperties": False}
    return _said({**found, "required": list(properties)}, said)


def _said(shape: JsonSchema, said: str) -> JsonSchema:
    return {**shape, "description": said} if said else shape


SOURCE = thing(
    "D’où viennent les données",
    id=text(),
    titre=text(),
    producteur=text(),
    licence=text(),
    adresse=maybe(text()),
)
PUBLICATION = thing(
    "Ce sur quoi la réponse se tient",
    empreinte=text("L’empreinte de la publication"),
    publie_le={**text("Le jour"), "format": "date"},
    figee=flag("Vrai à une adresse figée : la réponse ne change plus"),
    adresse_figee=text("La même réponse, qui ne change plus tant que la publication est gardée"),
)
PAGE = thing(
    "La part de la liste qui est donnée",
    numero=whole(low=1),
    taille=whole(low=1),
    pages=whole(low=1),
    total=whole(low=0),
)
PROBLEM = thing(
    "Ce qui ne va pas (RFC 9457)",
    type=text(),
    title=text(),
    status=whole(),
    detail=text("Une phrase en français"),
)


def envelope(data: JsonSchema, paged: bool) -> JsonSchema:
    """The whole answer that holds those data."""
    page = {"page": PAGE} if paged else {}
    return thing(
        territoire=text("Le territoire"),
        fictif=flag("Vrai où tout est inventé"),
        mention=maybe(text("Ce que le territoire dit de lui-même partout")),
        publication=PUBLICATION,
        sources=many(SOURCE),
        citer=text("Comment citer la réponse"),
        **page,
        donnees=data,
    )
