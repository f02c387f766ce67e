"""A cell that holds nobody is told from those that are withdrawn."""

from __future__ import annotations

import pytest

from dashboard.importers.unnaming.withdrawn import holds_nobody


@pytest.mark.parametrize("cell", ["", " ", "0", "12", "999", "33,5 %", "0.25", "Oui", "non", "x"])
def test_a_count_a_share_or_whether_tells_nobody(cell: str) -> None:
    assert holds_nobody(cell)


@pytest.mark.parametrize(
    "cell", ["1975", "27465", "12/03/1975", "612345678", "06.12345678", "Zola", "M.", "1,12345"]
)
def test_what_may_be_a_name_a_birth_or_a_telephone_tells_somebody(cell: str) -> None:
    assert not holds_nobody(cell)
