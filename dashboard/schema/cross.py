"""Hold the tables of a territory against one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache

import pandas as pd

from dashboard import catalogue
from dashboard.domain import french
from dashboard.domain.settings import Settings
from dashboard.schema.coded import coded, found, is_coded, texts
from dashboard.schema.field import Field, TableSchema
from dashboard.schema.problem import Problem, Problems
from dashboard.schema.reading import lines_of
from dashboard.schema.settings_tables import SCHEMAS
from dashboard.schema.suggestion import suggestion
from dashboard.schema.tables import TABLES
from dashboard.schema.validate import validate
from dashboard.system import progress

Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Known:
    """What the settings name; where it is None, the columns that name it are not held against
    them."""

    pillars: tuple[str, ...] | None = None
    themes: tuple[str, ...] | None = None
    generations: tuple[str, ...] | None = None


def known_of(settings: Settings, themes: Iterable[Mapping[str, str]]) -> Known:
    """What these settings name: pillars of every contract, any of which a line may bear."""
    return Known(
        tuple(pillar.slug for pillar in settings.pillars),
        tuple(str(theme["slug"]) for theme in themes),
        tuple(contract.perimeters for contract in settings.contracts),
    )


NOTHING = Known()
CODING, ALONE, TOGETHER = 0.65, 0.1, 0.25
"""What the parts of a check weigh: to find each distinct text, to hold each table against its own
rules, then against the others."""


def check(tables: Tables, named: Known = NOTHING) -> Problems:
    """Everything wrong in the tables of a territory, each alone first, then together.

    Tables are not compared while one of them cannot be read right.
    """
    coding = 0.0 if all(map(is_coded, tables.values())) else CODING
    whole = coding + ALONE + TOGETHER
    with progress.stretch(0.0, coding / whole):
        weighed = ((name, len(frame)) for name, frame in tables.items())
        known = {name: _coded(tables[name], share) for name, share in progress.shared_out(weighed)}
    with progress.stretch(coding / whole, (coding + ALONE) / whole):
        alone = tuple(problem for each in _each_alone(known) for problem in each)
    if any(problem.blocking for problem in alone):
        return alone
    together = (
        *_references(known),
        *_without_money(known),
        *_named(known, tuple(known), named),
        *_shares(known),
        *_links(known),
        *_broken_sources(known),
        *_watched(known),
    )
    return (*alone, *together)


def _coded(frame: pd.DataFrame, share: AbstractContextManager[None]) -> pd.DataFrame:
    with share:
        return coded(frame)


def check_table(name: str, frame: pd.DataFrame, others: Tables, named: Known = NOTHING) -> Problems:
    """Everything wrong in that one table: alone, then against the settings and the keys of the
    others, which are not judged; one of them that is not given holds no key."""
    frame = coded(frame)
    alone = validate(name, frame)
    if any(problem.blocking for problem in alone):
        return alone
    tables = {**{other: coded(held) for other, held in others.items()}, name: frame}
    table = SCHEMAS[name]
    unknown = (
        problem
        for field in table.fields
        if field.refers
        for problem in _unknown(table, field, frame, tables)
    )
    return (*alone, *unknown, *_named(tables, (name,), named))


def _named(tables: Tables, names: Sequence[str], named: Known) -> Iterator[Problem]:
    """What the settings do not name, in those tables."""
    for column, known in (("pilier", named.pillars), ("theme", named.themes)):
        holding = [name for name in names if name in ("actions", "regles", "themes")]
        yield from _settings(tables, holding, column, known)
    places = [name for name in names if name == "territoires"]
    yield from _settings(tables, places, "generation", named.generations)


def _each_alone(tables: Tables) -> Iterator[Problems]:
    held = [(table, len(tables.get(name, ()))) for name, table in TABLES.items()]
    for table, share in progress.shared_out(held):
        if table.name in tables:
            with share:
                yield validate(table.name, tables[table.name])
        elif table.needed:
            remedy = "Ajoutez-le, au moins avec sa ligne d’en-têtes."
            yield (Problem(table.file, 0, "", "", "le fichier manque.", remedy),)


def _references(tables: Tables) -> Iterator[Problem]:
    for name, frame in tables.items():
        table = TABLES.get(name)
        for field in table.fields if table else ():
            if table and field.refers:
                yield from _unknown(table, field, frame, tables)


def _unknown(
    table: TableSchema, field: Field, frame: pd.DataFrame, tables: Tables
) -> Iterator[Problem]:
    target = SCHEMAS[field.refers]
    known = _known(field, tables[target.name]) if target.name in tables else []
    held = {"", *known}
    parts = {text: text.split("|") if field.many else [text] for text in texts(frame[field.name])}
    wrong = {text: [part for part in parts[text] if part not in held] for text in parts}
    otherwise = f"Ajoutez-le dans {target.file}, ou corrigez le code."
    remedy = _remedies(known, otherwise)
    kinds = french.listed(field.among, "ou")
    where = f"une ligne de genre « {kinds} » de" if kinds else "dans"
    message = f"n’est pas {where} {target.file}."
    for line, text in found(frame, field.name, [text for text in wrong if wrong[text]]):
        for value in wrong[text]:
            yield Problem(table.file, line, field.name, value, message, remedy(value))


def _known(field: Field, target: pd.DataFrame) -> list[str]:
    """The keys that the column may name of the table that it refers to."""
    keys = target[SCHEMAS[field.refers].key[0]]
    if not field.among:
        return texts(keys)
    return list(keys[target["genre"].isin(field.among)])


def _remedies(known: Sequence[str], otherwise: str) -> Callable[[str], str]:
    """What to do about a value, sought once for each among those known."""
    return cache(lambda value: suggestion(value, known, otherwise))


def _without_money(tables: Tables) -> Iterator[Problem]:
    paid = frozenset(texts(tables["financements"]["action"]))
    unpaid = [code for code in texts(tables["actions"]["id"]) if code not in paid]
    for line, code in found(tables["actions"], "id", unpaid):
        message = "n’a aucun montant dans financements.csv."
        remedy = "Ajoutez-y une ligne, ou retirez l’action : un montant absent n’est pas zéro."
        yield Problem("actions.csv", line, "id", code, message, remedy)


def _settings(
    tables: Tables, names: Sequence[str], column: str, known: Sequence[str] | None
) -> Iterator[Problem]:
    if known is None:
        return
    otherwise = f"Écrivez {french.listed(known, 'ou')}." if known else "Videz la case."
    remedy = _remedies(known, otherwise)
    for name in names:
        if name not in tables or column not in SCHEMAS[name].header:
            continue
        wrong = [text for text in texts(tables[name][column]) if text and text not in known]
        for line, value in found(tables[name], column, wrong):
            message = "n’est pas dans les réglages du territoire."
            yield Problem(SCHEMAS[name].file, line, column, value, message, remedy(value))


def _shares(tables: Tables) -> Iterator[Problem]:
    frame = tables.get("concordance")
    if frame is None or frame.empty:
        return
    frame = frame.astype(str)
    keys = ["grille_source", "pilier_source", "grille_cible"]
    totals = frame.assign(part=frame["part"].astype(float)).groupby(keys)["part"].sum()
    for key, total in totals.items():
        if abs(total - 1) > 0.005:
            _, pillar, target = key if isinstance(key, tuple) else (key, "", "")
            made = f"{total:g}".replace(".", ",")
            message = f"les parts vers la grille {target} font {made} au lieu de 1."
            remedy = "Corrigez les parts de ce pilier."
            yield Problem("concordance.csv", 0, "part", str(pillar), message, remedy)


def _links(tables: Tables) -> Iterator[Problem]:
    frame = tables.get("orientations_liens")
    if frame is None:
        return
    actions = texts(tables["actions"]["id"])
    held = frozenset(actions)
    remedy = _remedies(actions, "Prenez un identifiant d’actions.csv.")
    rows = zip(lines_of(frame), frame["genre"], frame["cible"], strict=True)
    for line, kind, target in rows:
        if kind == "action" and target not in held:
            message = "n’est pas dans actions.csv."
            yield Problem("orientations_liens.csv", line, "cible", target, message, remedy(target))


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


def _watched(tables: Tables) -> Iterator[Problem]:
    """National figures given to a quarter under active watch, which no national source measures."""
    places, values = tables["territoires"], tables["indicateurs"]
    watched = places["code"][places["genre"] == "qva"]
    national = values["source"].isin(list(catalogue.SOURCES))
    wrong = values["territoire"].isin(list(watched)) & national
    rows = zip(lines_of(values), wrong, values["territoire"], strict=True)
    for line, code in ((line, code) for line, is_wrong, code in rows if is_wrong):
        message = "est un quartier en veille active : cette source n’en publie aucun chiffre."
        remedy = "Retirez la ligne, ou donnez la source locale du chiffre."
        yield Problem("indicateurs.csv", line, "territoire", str(code), message, remedy)
