"""The settings of a territory that staff may change: who signs, whom to write to, how it is
called."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dashboard.depot.edits import SETTINGS, RowDiff
from dashboard.domain import french
from dashboard.schema import Field
from dashboard.schema.problem import quote
from dashboard.schema.rules import rules_of
from dashboard.staff.forms.forms import SHORT, FormField, cell_of
from dashboard.staff.rows.choices import choices_of
from dashboard.staff.rows.edits import Workspace
from dashboard.staff.rows.tunable import FIELDS

_MAIL = re.compile(r"[^@\s<>\"',;:]+@[^@\s<>\"',;:]+\.[a-zA-Z]{2,}").fullmatch


def held(stand: Workspace) -> dict[str, RowDiff]:
    """The settings as that draft has them, by name."""
    return {line.row["reglage"]: line for line in stand.lines(SETTINGS.name)}


def asked(
    stand: Workspace, values: Mapping[str, str], wrong: Mapping[str, str]
) -> tuple[FormField, ...]:
    """The form of the settings, with what is wrong in each."""
    return tuple(
        FormField(
            field,
            _shown(field, values.get(field.name, "")),
            choices_of(SETTINGS.name, field, stand),
            wrong.get(field.name, ""),
        )
        for field in FIELDS
    )


def typed(form: Mapping[str, str]) -> dict[str, str]:
    """What the form says, as the file writes it."""
    return {
        field.name: cell_of(field, [_parted(field, form.get(field.name, ""))]) for field in FIELDS
    }


def _shown(field: Field, value: str) -> str:
    return ", ".join(value.split("|")) if field.many else value


def _parted(field: Field, said: str) -> str:
    """What was typed, several texts parted as the tables part them."""
    return re.sub("[,;]", "|", said) if field.many else said


def wrong_in(values: Mapping[str, str]) -> dict[str, str]:
    """What forbids to keep them, a sentence a setting; empty where nothing does."""
    found = {}
    for field in FIELDS:
        said = _wrong(field, values[field.name])
        if said:
            found[field.name] = said
    return found


def _wrong(field: Field, value: str) -> str:
    if field.required and not value:
        return "Ce champ est obligatoire : remplissez-le."
    if len(value) > SHORT:
        return f"Ce texte dépasse {french.number(SHORT)} signes : raccourcissez-le."
    if field.name == "contact_erreurs" and value and not _MAIL(value):
        return f"{quote(value)} n’est pas une adresse électronique."
    rule = next((one for one in rules_of(field) if not one.judges(value)), None)
    return f"{quote(value)} {rule.message} {rule.remedy(value)}" if rule else ""


def changed(stand: Workspace, values: Mapping[str, str]) -> list[tuple[str, RowDiff]]:
    """The settings that differ, as edits are kept; none where nothing does."""
    lines = held(stand)
    found = []
    for name, value in values.items():
        before = lines[name].after if name in lines else None
        if value != (before or {}).get("valeur", ""):
            found.append((SETTINGS.name, RowDiff(before, {"reglage": name, "valeur": value})))
    return found


def values_of(stand: Workspace) -> dict[str, str]:
    """What each setting is in that draft, empty where the file does not say it."""
    lines = held(stand)
    return {
        field.name: lines[field.name].row["valeur"] if field.name in lines else ""
        for field in FIELDS
    }
