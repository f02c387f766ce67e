"""What one address for programs is: its path, its parameters, what it answers and from what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from dashboard.api.shapes import JsonSchema, whole
from dashboard.domain import french
from dashboard.domain.option import SINCE, YEAR
from dashboard.keys import Key
from dashboard.store import Store

Item = TypeVar("Item")

ROOT = "/api/v1"
PER_PAGE, MOST = 50, 200
"""Items of a page where none are asked, and at most."""

DEEPEST = 100_000
"""The last page that may be asked."""


class Unanswerable(Exception):
    """A question that has no answer: its status, and why in French."""

    def __init__(self, status: int, why: str) -> None:
        """Keep the status and the sentence."""
        super().__init__(why)
        self.status = status


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name, what it is, its schema; ``path`` where it is part of the address."""

    name: str
    said: str
    shape: JsonSchema
    path: bool = False
    required: bool = False


PAGED = (
    Parameter("page", "Le rang de la page", whole(low=1, high=DEEPEST) | {"default": 1}),
    Parameter(
        "par_page",
        "Le nombre d’éléments d’une page",
        whole(low=1, high=MOST) | {"default": PER_PAGE},
    ),
)


@dataclass(frozen=True, slots=True)
class Arguments:
    """The values that a request gives to the parameters of its address, by their names."""

    values: Mapping[str, str]

    def whole(self, parameter: Parameter) -> int:
        """A whole number within its bounds; Unanswerable where it is none."""
        shape = parameter.shape
        said = self.values.get(parameter.name, str(shape["default"]))
        low, high = shape["minimum"], shape["maximum"]
        if not (said.isascii() and said.isdigit() and low <= int(said[:9]) <= high):
            raise Unanswerable(400, f"« {parameter.name} » est un nombre de {low} à {high}.")
        return int(said[:9])


@dataclass(frozen=True, slots=True)
class ListPart:
    """Which part of a list is given."""

    number: int
    size: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // self.size))


@dataclass(frozen=True, slots=True)
class Answered:
    """The data of an answer, the identifiers of their sources, the page that they are of a list;
    its own title, source and filters where it has some, by which it is cited."""

    data: Any
    sources: Sequence[str]
    page: ListPart | None = None
    title: str = ""
    source: str = ""
    filters: str = ""


Answerer = Callable[[Store, Arguments], Answered]


@dataclass(frozen=True, slots=True)
class Resource:
    """One address: its path under the root, its name, what it gives, how; ``keys`` are those of the
    pages that filter it. ``answer`` raises Unanswerable where nothing answers."""

    path: str
    name: str
    said: str
    data: JsonSchema
    answer: Answerer
    own: tuple[Parameter, ...] = ()
    keys: tuple[Key, ...] = ()
    paged: bool = False

    def parameters(self, store: Store) -> tuple[Parameter, ...]:
        """All that it understands, the keys of the pages by their own declarations."""
        found = (_of_key(key, store, name) for key in self.keys for name in key.names)
        return (*self.own, *found, *(PAGED if self.paged else ()))


def _of_key(key: Key, store: Store, name: str) -> Parameter:
    option = next(item for item in key.options(store) if item.key == name)
    shape: JsonSchema = {"type": "string"}
    if option.values:
        shape |= {"enum": list(option.values)}
    if option.many > 1:
        shape = {"type": "array", "items": shape, "maxItems": option.many}
    said = {
        SINCE: "Première année, où il y en a plusieurs",
        YEAR: f"{key.label} ; par défaut {store.choices.default_year}",
    }
    return Parameter(name, said.get(name, key.label), shape)


def paged(found: Sequence[Item], asked: Arguments) -> tuple[Sequence[Item], ListPart]:
    """The page of a list that is asked; Unanswerable where the list is shorter."""
    page = page_of(asked, len(found))
    start = (page.number - 1) * page.size
    return found[start : start + page.size], page


def page_of(asked: Arguments, total: int) -> ListPart:
    """The page asked of a list of that many; Unanswerable where it has fewer."""
    page = ListPart(asked.whole(PAGED[0]), asked.whole(PAGED[1]), total)
    if page.number > page.pages:
        said = french.counted(page.pages, "page")
        raise Unanswerable(404, f"La liste n’a que {said} de {page.size} éléments.")
    return page
