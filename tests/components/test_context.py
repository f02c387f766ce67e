"""Where blocks stand: addresses of views, files and reports."""

import pytest

from dashboard.components.context import Context
from dashboard.domain.selection import Selection

AT = Context("actions", "/actions", Selection(year=2016, default_year=2025))


@pytest.mark.parametrize(
    ("href", "stays"),
    [
        ("/actions?page=2", True),
        ("/actions", True),
        ("?page=2", True),
        ("/actions#liste", False),
        ("/actions/12", False),
        ("#liste", False),
        ("", False),
    ],
)
def test_another_view_of_the_page_is_told_from_another_page(href: str, stays: bool) -> None:
    assert AT.stays(href) is stays


def test_a_file_keeps_the_view() -> None:
    assert AT.export("montants", "csv") == "/export/actions/montants.csv?annee=2016"
