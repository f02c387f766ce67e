"""The OpenAPI document of the addresses for programs, made of their declarations."""

from __future__ import annotations

from typing import Any

from dashboard.api.resource import ROOT, Parameter, Resource
from dashboard.api.resources import RESOURCES
from dashboard.api.shapes import PROBLEM, JsonSchema, envelope
from dashboard.store import Store

VERSION = "3.1.1"
PROBLEMS = "application/problem+json"
MANY = 60
"""Values that a parameter lists, at most: beyond, the answers say them."""

FAULTS = {
    "400": "Un paramètre n’existe pas, ou ne peut pas prendre cette valeur.",
    "404": "Rien ne répond à cette adresse.",
    "410": "La publication figée n’est plus conservée.",
}
RULES = (
    "Lecture seule, sans clé. Une valeur absente est null, avec son motif, jamais 0 ; aucun "
    "chiffre secret n’est donné. Chaque réponse dit sa publication, ses sources, leurs licences et "
    "comment la citer. Une adresse suit les publications ; sous /v/{empreinte}/ elle ne change "
    "plus."
)


def document(store: Store, before: str = "") -> dict[str, Any]:
    """The document for that publication; ``before`` stands before the addresses of a frozen one."""
    said = store.settings.words.said
    return {
        "openapi": VERSION,
        "info": {
            "title": f"{said('Contrat de ville')} {store.settings.of} : données",
            "version": f"1.0.0+{store.digest}",
            "summary": store.settings.notice or said("Données du contrat de ville"),
            "description": RULES,
            "license": {"name": "Celle de chaque source, dite dans chaque réponse"},
        },
        "servers": [{"url": f"{before}{ROOT}"}],
        "paths": {item.path: {"get": _operation(item, store)} for item in RESOURCES},
        "components": {"schemas": {"Probleme": PROBLEM}},
    }


def _operation(item: Resource, store: Store) -> dict[str, Any]:
    about = store.settings.words.said(item.said)
    answer = {"description": about, "content": _content("application/json", whole(item))}
    return {
        "operationId": operation(item),
        "summary": item.name,
        "description": about,
        "parameters": [_parameter(one) for one in item.parameters(store)],
        "responses": {"200": answer, **{code: _fault(said) for code, said in FAULTS.items()}},
    }


def operation(item: Resource) -> str:
    """A name of its own for a resource: « indicateurs_valeurs »."""
    parts = item.path.strip("/").replace("{", "").replace("}", "").split("/")
    return "_".join(parts)


def whole(item: Resource) -> JsonSchema:
    """The schema of the whole answer of a resource."""
    return envelope(item.data, item.paged)


def _content(kind: str, shape: JsonSchema) -> dict[str, Any]:
    return {kind: {"schema": shape}}


def _fault(said: str) -> dict[str, Any]:
    return {
        "description": said,
        "content": _content(PROBLEMS, {"$ref": "#/components/schemas/Probleme"}),
    }


def _parameter(one: Parameter) -> dict[str, Any]:
    found = {
        "name": one.name,
        "in": "path" if one.path else "query",
        "description": one.said,
        "required": one.path or one.required,
        "schema": _listed(one.shape),
    }
    spelled = {"style": "form", "explode": False} if one.shape["type"] == "array" else {}
    return found | spelled


def _listed(shape: JsonSchema) -> JsonSchema:
    """The schema without a list of values that nobody would read."""
    inner = {"items": _listed(shape["items"])} if "items" in shape else {}
    kept = {k: v for k, v in shape.items() if k != "enum" or len(v) <= MANY}
    return kept | inner
