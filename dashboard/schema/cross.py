"""Hold the tables of a territory against one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from dashboard.domain import french
from dashboard.schema.field import Field, Table
from dashboard.schema.problem import Problem, Problems
from dashboard.schema.reading import lines_of
from dashboard.schema.rule import suggestion
from dashboard.schema.tables import TABLES
from dashboard.schema.validate import validate

Tables = Mapping[str, pd.DataFrame]


def check(tables: Tables, pillars: Sequence[str] = (), themes: Sequence[str] = ()) -> Problems:
    """Everything wrong in the tables of a territory, each alone first, then together.

    ``pillars`` and ``themes`` are the slugs of the settings; empty, those columns are not held
    against them. Tables are not compared while one of them cannot be read right.
    """
    alone = tuple(problem for found in _each_alone(tables) for problem in found)
    if any(problem.blocking for problem in alone):
        return alone
    known = {name: frame.fillna("").astype(str) for name, frame in tables.items()}
    together = (
        *_references(known),
        *_without_money(known),
        *_settings(known, "pilier", pillars),
        *_settings(known, "theme", themes),
        *_shares(known),
        *_links(known),
        *_broken_sources(known),
    )
    return (*alone, *together)


def _each_alone(tables: Tables) -> Iterator[Problems]:
    for name, table in TABLES.items():
        if name in tables:
            yield validate(name, tables[name])
        elif table.needed:
            remedy = "Ajoutez-le, au moins avec sa ligne d’en-têtes."
            yield (Problem(table.file, 0, "", "", "le fichier manque.", remedy),)


def _references(tables: Tables) -> Iterator[Problem]:
    for name, frame in tables.items():
        table = TABLES.get(name)
        for field in table.fields if table else ():
            if table and field.refers:
                yield from _unknown(table, field, frame, tables)


def _unknown(table: Table, field: Field, frame: pd.DataFrame, tables: Tables) -> Iterator[Problem]:
    target = TABLES[field.refers]
    column = target.key[0]
    known = tuple(tables[target.name][column]) if target.name in tables else ()
    found = frozenset(known)
    otherwise = f"Ajoutez-le dans {target.file}, ou corrigez le code."
    for line, text in zip(lines_of(frame), frame[field.name], strict=True):
        for value in text.split("|") if field.many else [text]:
            if value and value not in found:
                remedy = suggestion(value, known, otherwise)
                message = f"n’est pas dans {target.file}."
                yield Problem(table.file, line, field.name, value, message, remedy)


def _without_money(tables: Tables) -> Iterator[Problem]:
    actions, funding = tables["actions"], tables["financements"]
    paid = set(funding["action"])
    for line, code in zip(lines_of(actions), actions["id"], strict=True):
        if code not in paid:
            message = "n’a aucun montant dans financements.csv."
            remedy = "Ajoutez-y une ligne, ou retirez l’action : un montant absent n’est pas zéro."
            yield Problem("actions.csv", line, "id", code, message, remedy)


def _settings(tables: Tables, column: str, known: Sequence[str]) -> Iterator[Problem]:
    if not known:
        return
    for name in ("actions", "regles"):
        frame = tables.get(name, pd.DataFrame({column: []}))
        for line, value in zip(lines_of(frame), frame[column], strict=True):
            if value and value not in known:
                remedy = suggestion(value, known, f"Écrivez {french.listed(known, 'ou')}.")
                message = "n’est pas dans territoire.toml."
                yield Problem(TABLES[name].file, line, column, value, message, remedy)


def _shares(tables: Tables) -> Iterator[Problem]:
    frame = tables.get("concordance")
    if frame is None or frame.empty:
        return
    keys = ["grille_source", "pilier_source", "grille_cible"]
    totals = frame.assign(part=frame["part"].astype(float)).groupby(keys)["part"].sum()
    for key, total in totals.items():
        if abs(total - 1) > 0.005:
            _, pillar, target = key if isinstance(key, tuple) else (key, "", "")
            message = f"les parts vers la grille {target} font {total:g} au lieu de 1."
            remedy = "Corrigez les parts de ce pilier."
            yield Problem("concordance.csv", 0, "part", str(pillar), message, remedy)


def _links(tables: Tables) -> Iterator[Problem]:
    frame = tables.get("orientations_liens")
    if frame is None:
        return
    actions = tuple(tables["actions"]["id"])
    rows = zip(lines_of(frame), frame["genre"], frame["cible"], strict=True)
    for line, kind, target in rows:
        if kind == "action" and target not in actions:
            remedy = suggestion(target, actions, "Prenez un identifiant d’actions.csv.")
            message = "n’est pas dans actions.csv."
            yield Problem("orientations_liens.csv", line, "cible", target, message, remedy)


def _broken_sources(tables: Tables) -> Iterator[Problem]:
    frame = tables.get("ruptures")
    if frame is None:
        return
    known = tuple(tables["sources"]["id"])
    for line, name in zip(lines_of(frame), frame["indicateur"], strict=True):
        source = name.removeprefix("source:")
        if source != name and source not in known:
            remedy = suggestion(source, known, "Ajoutez-la dans sources.csv.")
            message = "n’est pas dans sources.csv."
            yield Problem("ruptures.csv", line, "indicateur", source, message, remedy)
