"""The hour that people read is that of their territory, wherever the server stands."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.system import clock

SUMMER = dt.datetime(2026, 7, 1, 22, 5, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("", "2 juillet 2026 à 0 h 05"),
        ("Indian/Reunion", "2 juillet 2026 à 2 h 05"),
        ("America/Martinique", "1er juillet 2026 à 18 h 05"),
        ("Paris", "2 juillet 2026 à 0 h 05"),
        ("../../etc/passwd", "2 juillet 2026 à 0 h 05"),
    ],
)
def test_a_moment_is_told_in_the_hour_of_the_territory(
    zone: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(clock.SETTING, zone)
    assert clock.moment(SUMMER).replace("\u00a0", " ") == told
