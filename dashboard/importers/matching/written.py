"""The columns of a file as a person writes them down for the command line, in TOML."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dashboard.domain import french
from dashboard.importers.door.file import open_document
from dashboard.importers.door.text import text_of
from dashboard.importers.imported import refuse
from dashboard.importers.matching.matching import Matching, template_of
from dashboard.importers.matching.sight import Sight
from dashboard.importers.templates import TEMPLATES

MODEL, HEADINGS, GIVEN = "modele", "colonnes", "partout"
_REMEDY = "Écrivez-le comme « python -m dashboard colonnes FICHIER » le propose."


def proposed(seen: Sight, held: Matching | None = None) -> str:
    """What is proposed for that file, with three values of each column and what is left to say;
    what was ``held`` of files of these headings, where it is given."""
    return "\n".join((*_lines(seen, held or of_sight(seen)), ""))


def of_sight(seen: Sight) -> Matching:
    """What is proposed for that file, as the model that it looks like."""
    return Matching(seen.template, seen.proposed[seen.template], {})


def _lines(seen: Sight, said: Matching) -> Iterator[str]:
    chosen, model = said.headings, template_of(said.template)
    samples = {one.heading: one.samples for one in seen.columns}
    yield f"# {model.title}. Autres modèles : {', '.join(item.slug for item in TEMPLATES)}."
    yield f"{MODEL} = {_quoted(model.slug)}"
    yield f"\n[{HEADINGS}]"
    for field in model.fields:
        heading = chosen.get(field.name, "")
        need = ", obligatoire" if field.required else ""
        if heading:
            yield f"# {field.title}{need}. Par exemple : {_said(samples[heading])}"
            yield f"{field.name} = {_quoted(heading)}"
        else:
            yield f"# {field.title}{need} : aucune colonne n’est proposée."
            yield f"# {field.name} = {_quoted('')}"
    unused = [one for one in seen.columns if one.heading not in chosen.values()]
    for one in unused:
        yield f"# Non utilisée : {_quoted(one.heading)}. Par exemple : {_said(one.samples)}"
    yield "\n# Ce que contiennent toutes les lignes, là où le fichier n’a pas de colonne."
    yield f"[{GIVEN}]"
    yield from (f"{name} = {_quoted(value)}" for name, value in said.given.items())


def _said(samples: tuple[str, ...]) -> str:
    return " ; ".join(" ".join(one.split()) for one in samples) or "aucune valeur"


def _quoted(text: str) -> str:
    """A text of TOML: one of JSON is."""
    return json.dumps(text, ensure_ascii=False)


def opened(path: Path) -> Matching:
    """What that file says; Refused where it cannot be read, or says what no model has."""
    document = open_document(path)
    try:
        said = tomllib.loads(text_of(document))
    except tomllib.TOMLDecodeError as error:
        raise refuse(path.name, "ces colonnes ne peuvent pas être lues.", _REMEDY) from error
    known = [item.slug for item in TEMPLATES]
    if said.get(MODEL) not in known:
        message = f"« {MODEL} » n’y nomme aucun modèle."
        raise refuse(path.name, message, f"Écrivez {french.listed(known, 'ou')}.")
    headings, given = (_texts(path.name, said, part) for part in (HEADINGS, GIVEN))
    model = template_of(said[MODEL])
    strange = {*headings, *given} - {field.name for field in model.fields}
    if strange:
        message = f"« {min(strange)} » n’est pas une colonne du modèle « {model.title} »."
        raise refuse(path.name, message, _REMEDY)
    return Matching(model.slug, headings, given)


def _texts(name: str, said: Mapping[str, Any], part: str) -> dict[str, str]:
    held = said.get(part, {})
    if not isinstance(held, dict) or not all(isinstance(one, str) for one in held.values()):
        raise refuse(name, f"« [{part}] » ne contient pas que des textes.", _REMEDY)
    return {column: text for column, text in held.items() if text}
