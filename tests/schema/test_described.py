"""The data package follows the declaration of the tables."""

import pytest

from dashboard.schema import TABLES, table_schema


@pytest.mark.parametrize("name", TABLES)
def test_the_fields_are_those_of_the_header_in_order(name: str) -> None:
    fields = table_schema(name)["fields"]
    assert isinstance(fields, list)
    assert tuple(field["name"] for field in fields) == TABLES[name].header


def test_an_amount_is_a_number_with_its_bounds_and_a_list_is_an_enumeration() -> None:
    fields = {field["name"]: field for field in table_schema("financements")["fields"]}  # type: ignore[attr-defined]
    assert fields["montant"]["type"] == "number"
    assert fields["montant"]["constraints"]["maximum"] == 5_000_000
    assert "engagé" in fields["etape"]["constraints"]["enum"]


def test_a_reference_is_a_foreign_key_unless_the_cell_holds_several() -> None:
    keys = table_schema("actions")["foreignKeys"]
    assert isinstance(keys, list)
    assert [key["fields"] for key in keys] == ["source"]
