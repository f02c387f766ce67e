"""What was said of the columns of files, remembered for the next ones: by the pages and by the
command line alike, in the base of the staff site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session as Unit

from dashboard.importers.matching.matching import Matching, print_of, template_of, turned, wrong_in
from dashboard.importers.templates import TEMPLATES
from dashboard.staff.base.tables import Matched
from dashboard.staff.journal import now


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was last said of the files of some headings, when, under which number it is kept."""

    number: int
    when: dt.datetime
    said: Matching

    @property
    def title(self) -> str:
        """The title of the model that they are read as."""
        return template_of(self.said.template).title

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of theirs that are read."""
        return tuple(self.said.headings.values())


def kept(said: Matching) -> dict[str, Any]:
    """What is kept of it."""
    return {
        "template": said.template,
        "headings": dict(said.headings),
        "given": dict(said.given),
    }


def of(held: Mapping[str, Any]) -> Matching:
    """What is kept so."""
    return Matching(held["template"], held["headings"], held["given"])


def remember(unit: Unit, territory: str, titles: Iterable[str], said: Matching) -> None:
    """Have the files of these headings read so from now on in that territory."""
    mark = print_of(titles)
    held = _held(unit, territory, mark)
    if held is None:
        held = Matched(territory=territory, mark=mark)
        unit.add(held)
    held.when, held.said = now(), kept(said)


def remembered(unit: Unit, territory: str, titles: Iterable[str]) -> Remembered | None:
    """What was last said of files of these headings in that territory; None where nobody did, or
    where it no longer holds."""
    listed = tuple(titles)
    held = _held(unit, territory, print_of(listed))
    if held is None or not _is_known(held):
        return None
    said = turned(of(held.said), listed)
    return None if wrong_in(said, listed) else Remembered(held.id, held.when, said)


def every(unit: Unit, territory: str) -> tuple[Remembered, ...]:
    """All that is remembered in that territory, the last first."""
    asked = select(Matched).where(Matched.territory == territory)
    found = filter(_is_known, unit.scalars(asked.order_by(Matched.when.desc(), Matched.id.desc())))
    return tuple(Remembered(one.id, one.when, of(one.said)) for one in found)


def forget(unit: Unit, territory: str, number: int) -> Remembered | None:
    """Forget what is kept under that number, which is given back; None where that territory keeps
    nothing there."""
    found = next((one for one in every(unit, territory) if one.number == number), None)
    if found is not None:
        unit.delete(unit.get_one(Matched, number))
    return found


def _is_known(held: Matched) -> bool:
    """Whether its model still exists."""
    return held.said["template"] in {item.slug for item in TEMPLATES}


def _held(unit: Unit, territory: str, mark: str) -> Matched | None:
    asked = select(Matched).where(Matched.territory == territory, Matched.mark == mark)
    return unit.scalars(asked).one_or_none()
