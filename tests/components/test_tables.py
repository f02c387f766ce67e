"""Tables are real tables, readable by those who listen and on a phone."""

from dataclasses import replace

import pytest

from dashboard.components.tables import table
from dashboard.content import Cell, Column, Row, Table
from dashboard.domain.lazy_sequence import LazySequence
from tests.components import gallery
from tests.components.reading import found, prop, words

AT = gallery.AT
QUARTERS = gallery.quarters().table


def test_a_table_has_a_caption_that_names_its_subject() -> None:
    assert words(found(table(QUARTERS, AT), "Caption")[0]) == "Quartiers du contrat, 2016"


def test_every_column_and_every_row_has_its_header() -> None:
    made = table(QUARTERS, AT)
    scopes = [prop(head, "scope") for head in found(made, "Th")]
    assert scopes.count("col") == len(QUARTERS.columns)
    assert scopes.count("row") == sum(not row.group for row in QUARTERS.rows)


def test_a_group_heads_a_body_of_its_own() -> None:
    made = table(QUARTERS, AT)
    heads = [head for head in found(made, "Th") if prop(head, "scope") == "rowgroup"]
    assert [words(head) for head in heads] == [
        "Quartiers prioritaires",
        "Quartiers en veille active",
    ]
    assert len(found(made, "Tbody")) == 2


def test_numbers_stand_at_the_right() -> None:
    cells = found(table(QUARTERS, AT), "Td")
    assert all(prop(cell, "className").startswith("nombre") for cell in cells)


def test_the_box_that_scrolls_can_be_reached_by_keyboard_and_has_a_name() -> None:
    box = found(table(QUARTERS, AT), css="boite-table")[0]
    assert (prop(box, "tabIndex"), prop(box, "role")) == (0, "group")
    assert prop(box, "aria-label") == QUARTERS.caption


def test_a_sorted_column_says_so_and_its_link_says_what_it_does() -> None:
    made = table(gallery.listing().table, AT)
    heads = found(made, "Th")
    assert [prop(head, "aria-sort") for head in heads[:4]] == ["none", "none", None, "descending"]
    assert words(heads[0]).startswith("Trier par Intitulé")


def test_cards_of_a_phone_keep_the_roles_of_a_table_and_the_label_of_each_value() -> None:
    made = table(QUARTERS, AT, stacked=True)
    assert prop(found(made, "Table")[0], "role") == "table"
    assert {prop(head, "role") for head in found(made, "Th")} == {"columnheader", "rowheader"}
    assert prop(found(made, "Td")[0], "data-libelle") == "Pauvreté 2021"


def test_a_table_of_two_columns_stays_a_table_on_a_phone() -> None:
    assert found(table(gallery.gap().table, AT, stacked=True), css="empilable") == []


def test_a_row_number_is_shown_as_the_map_shows_it() -> None:
    marks = found(table(QUARTERS, AT), css="pastille-numero")
    assert [words(mark) for mark in marks] == ["3", "4", "5", "6", "7", "8"]


def test_the_current_row_is_said_to_be() -> None:
    rows = [row for row in found(table(QUARTERS, AT), "Tr") if prop(row, "aria-current")]
    assert [words(row)[:21] for row in rows] == ["Les Hauts-de-Chambéry"]


def test_an_empty_table_says_why_instead_of_showing_headers() -> None:
    made = table(replace(QUARTERS, rows=(), empty="Aucun quartier."), AT)
    assert words(made) == "Aucun quartier."
    assert found(made, "Table") == []


def test_tags_and_notes_follow_the_words_they_speak_of() -> None:
    row = Row((Cell("Biollay", tags=("tracé indicatif",), note="Chambéry"),))
    made = table(Table("Quartiers", (Column("Quartier"),), (row,)), AT)
    assert words(found(made, "Tbody")) == "Biollay Chambéry tracé indicatif"


def test_a_row_that_has_not_a_cell_under_each_column_is_refused_whenever_it_is_made() -> None:
    rows = [Row((Cell("a"), Cell("b"))), Row((Cell("alone"),))]
    columns = (Column("A"), Column("B"))
    with pytest.raises(ValueError, match="2 cases"):
        Table("Lieux", columns, rows)
    long = Table("Lieux", columns, LazySequence(rows, lambda row: row))
    assert long.rows[0] == rows[0]
    with pytest.raises(ValueError, match="2 cases"):
        tuple(long.rows)


def many(count: int, current: int = -1, groups: int = 1) -> Table:
    cells = [(Cell(f"Ligne {rank}"), Cell("1"), Cell("2")) for rank in range(count)]
    rows = [Row(held, current=rank == current) for rank, held in enumerate(cells)]
    heads = {count * part // groups for part in range(groups)} if groups > 1 else set()
    for place in sorted(heads, reverse=True):
        rows.insert(place, Row((Cell(f"Groupe {place}"),), group=True))
    return Table("Lignes", (Column("Nom"), Column("A"), Column("B")), tuple(rows))


def folded(value: Table, **how: bool) -> tuple[list[str], int]:
    made = table(value, AT, **{"stacked": True, "folded": True, **how})
    said = [words(fold) for fold in found(made, css="suite-pli")]
    return said, sum(words(body).count("Ligne") for body in found(made, css="suite"))


def test_a_phone_shows_the_first_rows_of_many_and_says_how_many_others_it_folds() -> None:
    assert folded(many(60)) == (["Les 52 autres lignes"], 52)
    assert folded(many(60, groups=12)) == (["Les 50 autres lignes"], 50)


def test_no_row_is_folded_of_a_short_table_nor_where_one_is_to_be_found() -> None:
    for value in (many(20), many(60, current=40)):
        assert folded(value) == ([], 0)
    assert folded(many(60), folded=False) == ([], 0)
