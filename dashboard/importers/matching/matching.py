"""What a person says of the columns of a file: which column of a model each one holds."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.domain import french
from dashboard.importers.imported import Document, Imported, refuse
from dashboard.importers.sifting import sifted
from dashboard.importers.source_table import first_rows, key
from dashboard.importers.templates import READINGS, TEMPLATES
from dashboard.importers.templates.choices import choices_of
from dashboard.importers.templates.template import Template
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.schema.field import Field
from dashboard.schema.problem import quote

LONGEST = 200
"""Characters of what every line is given."""
MISSING = "Choisissez une colonne du fichier, ou la même valeur pour toutes les lignes."
_YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Matching:
    """A model by its slug, the heading of each of its columns that the file has, and what every
    line holds in some of those that it has not."""

    template: str
    headings: Mapping[str, str]
    given: Mapping[str, str]

    @property
    def model(self) -> Template:
        """The model, under the headings of the file."""
        return replace(template_of(self.template), headings=self.headings, given=self.given)


def template_of(slug: str) -> Template:
    """The model of that slug; KeyError where there is none."""
    return {item.slug: item for item in TEMPLATES}[slug]


def wrong_in(asked: Matching, headings: Iterable[str]) -> dict[str, str]:
    """What forbids to read a file of these headings so, a sentence for each column of the model;
    empty where nothing does."""
    held, fields = frozenset(headings), template_of(asked.template).fields
    said = {field.name: _wrong(asked, field, held) for field in fields}
    found = {name: sentence for name, sentence in said.items() if sentence}
    if not found and not asked.headings:
        return {fields[0].name: "Choisissez au moins une colonne du fichier."}
    return found


def _wrong(asked: Matching, field: Field, held: frozenset[str]) -> str:
    """What is wrong with what is said of that column; empty where nothing is."""
    heading, given = asked.headings.get(field.name, ""), asked.given.get(field.name, "")
    if not heading:
        if len(given) > LONGEST:
            return f"Ce texte dépasse {LONGEST} signes : raccourcissez-le."
        return MISSING if field.required and not given else ""
    if heading not in held:
        return f"La colonne {quote(heading)} n’est pas dans le fichier."
    twice = Counter(asked.headings.values())[heading] > 1
    return f"La colonne {quote(heading)} est choisie deux fois : gardez-en une." if twice else ""


def read_as(document: Document, territory: TerritoryFolder, said: Matching) -> Imported:
    """What the file holds for that territory, its columns being those; Refused where they cannot
    be those of the file, or where it cannot be read."""
    row = _header(document, said)
    header = tuple(filter(key, row))
    wrong = wrong_in(said, header)
    if wrong:
        name, sentence = next(iter(wrong.items()))
        message = f"{_titles(said)[name]} : {french.uncapital(sentence)}"
        raise refuse(document.name, message, "Choisissez d’autres colonnes.")
    read = READINGS[said.template]
    found: Imported = sifted(read(said.model, document, territory), document.name)
    notes = (*untitled(row), *_notes(said, header, territory), *found.notes)
    return replace(found, notes=notes)


def untitled(row: Sequence[str]) -> Iterator[str]:
    """How many columns of that header have no title, and are not read; nothing where all have."""
    last = max((rank for rank, cell in enumerate(row) if cell), default=-1)
    count = sum(not key(cell) for cell in row[:last])
    if count:
        one, many = "colonne sans titre n’est pas lue", "colonnes sans titre ne sont pas lues"
        yield f"{french.counted(count, one, many)}."


def _header(document: Document, said: Matching) -> tuple[str, ...]:
    """The row of the file that has most of these headings."""
    wanted = frozenset(map(key, said.headings.values()))
    rows = first_rows(document)
    return max(rows, key=lambda row: len(wanted & frozenset(map(key, row))), default=())


def _notes(said: Matching, header: Iterable[str], territory: TerritoryFolder) -> Iterator[str]:
    """The columns that are not used, and what every line is given."""
    left = [quote(heading) for heading in header if heading not in said.headings.values()]
    if left:
        one, many = "colonne du fichier ne sert pas", "colonnes du fichier ne servent pas"
        yield f"{french.counted(len(left), one, many)} : {french.listed(left)}."
    if said.given:
        yield f"Pour toutes les lignes : {french.listed(list(_given(said, territory)))}."


def _given(said: Matching, territory: TerritoryFolder) -> Iterator[str]:
    """What every line is given, in the words of its list."""
    for field in template_of(said.template).fields:
        value = said.given.get(field.name, "")
        if value:
            words = {choice.code: choice.label for choice in choices_of(field, territory)}
            yield f"{field.title} {quote(words.get(value, value))}"


def _titles(said: Matching) -> dict[str, str]:
    return {field.name: field.title for field in template_of(said.template).fields}


def print_of(headings: Iterable[str]) -> str:
    """What tells the files of those headings from others, in any order, whatever the year that a
    heading says: that of next year is told to be the same."""
    return hashlib.sha256("\n".join(sorted(_ageless(headings))).encode()).hexdigest()


def turned(said: Matching, headings: Iterable[str]) -> Matching:
    """The same for a file whose headings say other years."""
    now = _ageless(headings)
    return replace(
        said,
        headings={
            name: now.get(_bare(heading), heading) for name, heading in said.headings.items()
        },
    )


def _ageless(headings: Iterable[str]) -> dict[str, str]:
    """Each heading by its key without its year; by its key where two would then be the same."""
    listed = list(headings)
    count = Counter(map(_bare, listed))
    return {key(one) if count[_bare(one)] > 1 else _bare(one): one for one in listed}


def _bare(heading: str) -> str:
    return _YEAR.sub("#", key(heading))
