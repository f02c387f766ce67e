"""The dictionary of the indicators: what each counts, does not say, and where it is known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from string import ascii_lowercase

from dashboard import keys
from dashboard.catalogue import THEMES
from dashboard.content import Block, Cell, Column, Fold, Listing, Prose, Row, Table, text
from dashboard.domain import french
from dashboard.domain.indicator import Indicator, Theme
from dashboard.pages.page import Panel
from dashboard.view import View

REFERENCES = 3
"""References that it names for one indicator, at most."""


def panels() -> tuple[Panel, ...]:
    """What the dictionary is, then a panel a theme: each is drawn for what it holds alone."""
    return (
        Panel("dictionnaire", _opening),
        *[Panel(f"dictionnaire-{theme.slug}", partial(theme_fold, theme)) for theme in THEMES],
    )


def theme_fold(theme: Theme, view: View) -> tuple[Block, ...]:
    """The indicators of that theme that hold a value here, folded; nothing where none does."""
    members = [item for item in view.store.values.indicators if item.theme == theme.slug]
    if not members:
        return ()
    title = f"{theme.name} ({french.counted(len(members), 'indicateur')})"
    return (Fold(title, (Listing("", "", _entries(view, theme.name, members)),)),)


def _opening(view: View) -> tuple[Block, ...]:
    said = "Ce que compte chaque indicateur, ce qu’il ne dit pas, ses années et ses références."
    return (Prose((text(said),), "Dictionnaire des indicateurs"),)


def _entries(view: View, theme: str, members: Sequence[Indicator]) -> Table:
    columns = (
        Column("Indicateur"),
        Column("Ce qu’il compte, ce qu’il ne dit pas"),
        Column("Années connues"),
        Column("Références"),
        Column("Colonnes d’origine"),
    )
    link = view.linking("/evolutions", keys.INDICATOR.name)
    letters = _shared(members)
    rows = tuple(_entry(view, item, link(item.slug), letters) for item in members)
    notes = tuple(f"Note{french.NBSP}{letter}. {sentence}" for sentence, letter in letters.items())
    return Table(f"Dictionnaire : {theme}", columns, rows, notes)


def _shared(members: Sequence[Indicator]) -> dict[str, str]:
    """The letter of each limit that several indicators have: it is written once, under them."""
    found = Counter(sentence for item in members for sentence in sentences(item.limits))
    several = [sentence for sentence, count in found.items() if count > 1]
    return dict(zip(several, ascii_lowercase, strict=False))


def sentences(limits: str) -> list[str]:
    """The sentences of the limits of an indicator."""
    return re.split(r"(?<=\.) ", limits) if limits else []


def _limits(item: Indicator, letters: Mapping[str, str]) -> str:
    held = sentences(item.limits)
    own = [sentence for sentence in held if sentence not in letters]
    noted = sorted(letters[sentence] for sentence in held if sentence in letters)
    pointed = (
        [french.agree(f"Note[s]{french.NBSP}{french.listed(noted)}.", len(noted))] if noted else []
    )
    return " ".join([*own, *pointed])


def _entry(view: View, item: Indicator, href: str, letters: Mapping[str, str]) -> Row:
    total = "somme permise" if item.summable else "ni somme ni moyenne"
    names = [
        view.store.places.by_code[code].name
        for code in view.store.values.reference_codes(item)[:REFERENCES]
    ]
    columns = (f"{column.family} {column.name}" for column in item.columns)
    return Row(
        (
            Cell(item.label, href=href, note=f"{item.unit}, {total}"),
            Cell(item.definition, note=_limits(item, letters)),
            Cell(spans(_known(view, item))),
            Cell(french.listed(names) or "aucune"),
            Cell(", ".join(columns) or french.NOT_APPLICABLE),
        )
    )


def _known(view: View, item: Indicator) -> tuple[int, ...]:
    """The years that are known of a quarter, in the latest perimeters that have some."""
    values = view.store.values
    return values.years_of(item, values.generation(item, max(view.store.choices.years)))


def spans(years: tuple[int, ...]) -> str:
    """Years in words, those that follow each other as a span: « 2010, 2015-2018 »."""
    found: list[list[int]] = []
    for year in years:
        if found and found[-1][-1] == year - 1:
            found[-1][1:] = [year]
        else:
            found.append([year])
    return ", ".join(french.years(span[0], span[-1]) for span in found)
