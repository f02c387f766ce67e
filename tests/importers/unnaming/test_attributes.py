"""A title of a layer that names a person becomes a number, and no two become the same."""

import pytest

from dashboard.importers.unnaming.attributes import titles_without
from dashboard.importers.unnaming.met import MetPersons


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        (["code_qp", "nom"], ["code_qp", "nom"]),
        (["M. Paul Martin", "nom", "Mme Dupont"], ["COL_1", "nom", "COL_2"]),
        (["Mme Dupont", "COL_1", "a@b.fr"], ["COL_2", "COL_1", "COL_3"]),
    ],
)
def test_a_title_that_names_a_person_is_a_number(titles: list[str], told: list[str]) -> None:
    assert list(titles_without(titles, MetPersons())) == told
