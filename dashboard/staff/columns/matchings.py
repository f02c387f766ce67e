"""What staff say of the columns of a file that nothing recognises: asked, and typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session as Unit

from dashboard.importers.matching.matching import Matching, template_of, wrong_in
from dashboard.importers.personal_data import unnamed
from dashboard.importers.templates import CONTACTS, TEMPLATES
from dashboard.importers.templates.template import Template
from dashboard.schema import CellKind, Field
from dashboard.staff.base.tables import Draft
from dashboard.staff.columns import remembering
from dashboard.staff.forms.forms import one_line
from dashboard.staff.journal import now

COLUMN, GIVEN = "colonne", "partout"
"""What a choice begins with: the rank of a column of the file, or a value for every line."""
BEFORE, AFTER = 6, 1
"""Years that are offered for every line, around this one."""
STRANGE = "Ce choix n’est pas dans la liste : choisissez de nouveau."


@dataclass(frozen=True, slots=True)
class MatchChoice:
    """Something that a column of a model may be: what the form sends, and its words."""

    value: str
    label: str


Choices = tuple[MatchChoice, ...]


@dataclass(frozen=True, slots=True)
class AskedColumn:
    """A column of a model as the form asks it: the columns of the file, the values that every line
    may be given, which of both is chosen, the text given to every line, some values of the column
    that is chosen, what is wrong (empty: nothing)."""

    field: Field
    columns: Choices
    values: Choices
    chosen: str
    text: str
    samples: tuple[str, ...]
    wrong: str

    @property
    def free(self) -> bool:
        """Whether any text may be given to every line, where no column is chosen."""
        return not self.chosen and _is_free(self.field, self.values)


def models(draft: Draft) -> tuple[Template, ...]:
    """The models that the file of that draft may be: that of contacts alone where it is said to be
    so, for it says how to reach them."""
    return (CONTACTS,) if draft.received.get("contacts") else TEMPLATES


def headings(draft: Draft) -> tuple[str, ...]:
    """The headings of the file of that draft."""
    return tuple(column["heading"] for column in draft.found["sight"]["columns"])


def proposed(draft: Draft, slug: str) -> Matching:
    """What the form of that model is filled with: what was said of that draft, else what is
    proposed. For no model, that which was said, else that which the file looks like."""
    seen, said = draft.found["sight"], draft.columns
    wanted = _wanted(draft, slug, said.get("template") or seen["template"])
    if said.get("template") == wanted:
        return remembering.of(said)
    return Matching(wanted, seen["proposed"].get(wanted, {}), {})


def asked(draft: Draft, held: Matching, wrong: Mapping[str, str]) -> tuple[AskedColumn, ...]:
    """The form of that model, filled."""
    seen, titles = draft.found["sight"], headings(draft)
    samples = {column["heading"]: tuple(column["samples"]) for column in seen["columns"]}
    columns = tuple(MatchChoice(f"{COLUMN} {rank}", title) for rank, title in enumerate(titles))
    found = []
    for field in template_of(held.template).fields:
        heading, given = held.headings.get(field.name, ""), held.given.get(field.name, "")
        values = _values(field, seen["lists"][held.template])
        ranked = f"{COLUMN} {titles.index(heading)}" if heading in titles else ""
        listed = f"{GIVEN} {given}" if given and not _is_free(field, values) else ""
        found.append(
            AskedColumn(
                field,
                columns,
                values,
                ranked or listed,
                "" if listed else given,
                samples.get(heading, ()),
                wrong.get(field.name, ""),
            )
        )
    return tuple(found)


def _values(field: Field, lists: Mapping[str, Sequence[Sequence[str]]]) -> Choices:
    """What every line may be given of that column: its list, or a year."""
    if field.kind is CellKind.YEAR:
        this = now().year
        years = map(str, range(this + AFTER, this - BEFORE, -1))
        return tuple(MatchChoice(f"{GIVEN} {year}", year) for year in years)
    return tuple(MatchChoice(f"{GIVEN} {code}", label) for code, label in lists.get(field.name, ()))


def _is_free(field: Field, values: Choices) -> bool:
    return field.required and not values and field.kind is CellKind.TEXT


def typed(draft: Draft, form: Mapping[str, str]) -> tuple[Matching, dict[str, str]]:
    """What the form says, and what is wrong with it, a sentence a column; nothing is where it may
    be read so. What it says of no column of its model is left, and the persons whom it names where
    the file is not one of contacts."""
    slug = form.get("cible", "")
    model = template_of(_wanted(draft, slug, draft.found["sight"]["template"]))
    titles = headings(draft)
    chosen = {
        column.field.name: _chosen(column, form, titles)
        for column in asked(draft, Matching(model.slug, {}, {}), {})
    }
    said = Matching(
        model.slug,
        {name: heading for name, (heading, _) in chosen.items() if heading},
        {name: _kept(draft, given) for name, (_, given) in chosen.items() if given},
    )
    strange = {name: STRANGE for name, (heading, _) in chosen.items() if heading is None}
    return said, {**wrong_in(said, titles), **strange}


def _kept(draft: Draft, given: str) -> str:
    """What is kept of a value that is given to every line."""
    return given if draft.received.get("contacts") else unnamed(given)


def _chosen(
    column: AskedColumn, form: Mapping[str, str], titles: Sequence[str]
) -> tuple[str | None, str]:
    """The heading and the value for every line that are chosen; no heading but None for what the
    list does not offer."""
    choice = form.get(f"{COLUMN}-{column.field.name}", "")
    if choice in {one.value for one in column.columns}:
        return titles[int(choice.removeprefix(f"{COLUMN} "))], ""
    if choice in {one.value for one in column.values}:
        return "", choice.removeprefix(f"{GIVEN} ")
    text = one_line(form.get(f"{GIVEN}-{column.field.name}", "")) if column.free else ""
    return (None if choice else ""), text


def may_be(draft: Draft, slug: str) -> bool:
    """Whether the file of that draft may be of that model."""
    return slug in {item.slug for item in models(draft)}


def _wanted(draft: Draft, *slugs: str) -> str:
    """The first of these that its file may be; the first model that it may be where none is."""
    return next((slug for slug in slugs if may_be(draft, slug)), models(draft)[0].slug)


def remember(unit: Unit, draft: Draft, said: Matching) -> None:
    """Have the files of these headings read so from now on, that draft first."""
    draft.columns, draft.changed = remembering.kept(said), now()
    remembering.remember(unit, draft.territory, headings(draft), said)
