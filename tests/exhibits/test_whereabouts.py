"""Where a point stands: every generation answers, none finer than it is known."""

from __future__ import annotations

import pytest

from dashboard.content import plain
from dashboard.domain.chart import Whereabouts
from dashboard.domain.location import MapPoint, Named
from dashboard.exhibits import whereabouts
from dashboard.exhibits.whereabouts import PointStand
from dashboard.store import Store
from dashboard.view import View
from tests.views import seen


def stood(store: Store, words: str) -> tuple[View, Named, MapPoint, tuple[PointStand, ...]]:
    """What bears that name, its point, and where that point stands."""
    view, (named, *_) = seen(store, "/quartiers"), store.named(words).names
    assert named.point is not None
    return view, named, named.point, whereabouts.stands(view, named.point)


def test_the_plan_shows_the_point_and_its_table_holds_every_answer(store: Store) -> None:
    name = store.archive.column("select nom from noms where genre = 'voie'")[0]
    view, named, point, found = stood(store, name)
    shown = whereabouts.exhibit(view, named, point, found)
    assert isinstance(shown.chart, Whereabouts)
    assert [row.cells[0].text for row in shown.table.rows] == sorted(
        store.places.generations, reverse=True
    )


@pytest.mark.parametrize(
    ("metres", "words"),
    [(4, "10\u00a0m"), (296, "300\u00a0m"), (994, "990\u00a0m"), (2_430, "2,4\u00a0km")],
)
def test_a_distance_is_no_finer_than_a_street_is_known(metres: float, words: str) -> None:
    assert whereabouts.distance(metres) == words


def test_the_last_perimeters_come_first_unless_others_are_asked(chambery: Store) -> None:
    _, _, point, found = stood(chambery, "rue du pre de l'ane")
    assert [stand.generation for stand in found] == ["2024", "2015"]
    asked = seen(chambery, "/quartiers", "generation=2015")
    assert [s.generation for s in whereabouts.stands(asked, point)] == ["2015", "2024"]


def test_quarters_without_outline_are_said_to_be_where_nobody_can_tell(chambery: Store) -> None:
    view, named, _, found = stood(chambery, "rue du pre de l'ane")
    hidden = whereabouts.unseen(view, "2015")
    assert hidden
    assert not {quarter.code for quarter in hidden} & set(chambery.places.lines)
    said = [plain(line) for line in whereabouts.answer(view, named, found)]
    assert any("on ne peut pas dire si ce point y est" in line for line in said)
