"""Four rates of a quarter, each with its reference, its gap and what may be said of it."""

from __future__ import annotations

import pytest

from dashboard.exhibits import landmarks
from dashboard.store import Store
from tests.views import seen
from tests.walked import some

TRENDS = ("Se réduit", "Stable", "Se creuse", "On ne peut pas dire")


@pytest.mark.parametrize("code", ["QP073001", "QP073002"])
def test_a_measured_quarter_has_four_landmarks_with_a_verdict(chambery: Store, code: str) -> None:
    quarter = chambery.places.by_code[code]
    found = landmarks.exhibit(seen(chambery, f"/quartiers/{code}"), quarter)
    assert len(found.table.rows) == landmarks.COUNT
    for row in some(found.table.rows):
        assert not row.group
        assert row.cells[-1].text.startswith(TRENDS), row.cells[-1].text


def test_no_landmark_is_a_count(chambery: Store) -> None:
    view = seen(chambery, "/quartiers/QP073001")
    assert all(not item.summable for item in landmarks._rates(view))


def test_what_has_a_reference_comes_before_what_has_none(
    chambery: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(landmarks, "COUNT", 40)
    monkeypatch.setattr(landmarks, "_leading", lambda view: ())
    quarter = chambery.places.by_code["QP073001"]
    rows = landmarks.exhibit(seen(chambery, "/quartiers/QP073001"), quarter).table.rows
    alone = [row.cells[landmarks.REFERENCE].value is None for row in rows]
    assert alone == sorted(alone)
    assert True in alone
