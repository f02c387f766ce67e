"""What fits on one A4 is counted before it is drawn, and what is left out is told."""

from dataclasses import replace

import pytest

from dashboard.content import Cell, Column, Exhibit, Row, Table, text
from dashboard.domain.chart import Groups
from dashboard.domain.frame import Frame
from dashboard.pages import paper
from tests.charts import samples


def table(*labels: str, head: str = "Quartier", current: int = -1) -> Table:
    rows = tuple(
        Row((Cell(label), Cell("12 %")), current=place == current)
        for place, label in enumerate(labels)
    )
    return Table("Des lignes", (Column(head), Column("Part", numeric=True)), rows)


def shown(found: Table) -> list[str]:
    return [row.cells[0].text for row in found.rows]


def figure(height: int, **more: object) -> Exhibit:
    made = Exhibit(
        slug="essai",
        title="Un essai",
        subtitle="En pour cent",
        table=table("a"),
        reading=text("rien."),
        alt="Un essai.",
        source="Insee",
        file_name="essai",
        frame=Frame(),
        chart=Groups(samples.participations()),
        height=height,
    )
    return replace(made, **more)  # type: ignore[arg-type]


LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")


def test_a_table_that_fits_is_whole() -> None:
    whole = table("a", "b", "c")
    assert shown(paper.cut(whole, 500, 12)) == ["a", "b", "c"]
    assert paper.left_out(whole, paper.cut(whole, 500, 12)) == ""


def test_the_first_rows_stay_and_the_rest_is_counted() -> None:
    whole = table(*LETTERS)
    kept = paper.cut(whole, 6 * (paper.LINE + 2), 12)
    assert shown(kept) == list("abcdef")
    assert paper.left_out(whole, kept).replace("\u00a0", " ") == "6 lignes sur 26"


def test_of_years_the_last_stay() -> None:
    whole = table("2015", "2016", "2017", "2018", "2019", "2020", head="Année")
    assert shown(paper.cut(whole, 4 * (paper.LINE + 2), 12)) == ["2017", "2018", "2019", "2020"]


def test_the_quarter_of_the_reader_is_never_left_out() -> None:
    assert shown(paper.cut(table(*LETTERS, current=25), 4 * (paper.LINE + 2), 12)) == list("abcz")


def test_a_long_row_takes_the_room_of_its_lines() -> None:
    long = "un intitulé qui n’en finit pas " * 8
    short = paper.cut(table(*LETTERS), 120, 12)
    assert len(paper.cut(table(*(f"{letter} {long}" for letter in LETTERS)), 120, 12).rows) < len(
        short.rows
    )


def test_no_group_is_left_without_its_rows() -> None:
    group = Row((Cell("Revenus"),), group=True)
    rows = (*table(*"abcd").rows, group, *table("e").rows)
    kept = paper.cut(replace(table("a"), rows=rows), 5 * (paper.LINE + 2), 12)
    assert shown(kept) == list("abcd")


@pytest.mark.parametrize(("years", "left"), [(2, ""), (20, "2 colonnes sur 22")])
def test_columns_of_detail_that_do_not_hold_go_and_are_counted(years: int, left: str) -> None:
    part = table("Éducation")
    more = tuple(Column(f"Montant {2000 + n}", numeric=True, detail=True) for n in range(years))
    row = Row((*part.rows[0].cells, *(Cell("504 000 €") for _ in more)))
    wide = replace(part, columns=(*part.columns, *more), rows=(row,))
    printed = paper.fitted(figure(180, table=wide), "Titre", ())
    assert printed.left_out.replace("\u00a0", " ") == left
    assert len(printed.exhibit.table.columns) == (2 if left else 2 + years)


@pytest.mark.parametrize(("height", "scale"), [(180, 0.82), (340, 0.82), (548, 0.73)])
def test_a_figure_is_made_smaller_to_fit(height: int, scale: float) -> None:
    drawn = paper.draw(figure(height))
    assert drawn.scale == pytest.approx(scale, abs=0.005)
    assert drawn.height <= paper.TALLEST


def test_a_figure_whose_words_would_be_too_small_is_not_drawn() -> None:
    assert paper.draw(figure(1800)).scale == 0


def test_a_map_keeps_its_shape_whatever_its_height_on_the_screen() -> None:
    assert paper.draw(figure(640, full_screen=True)).height == paper.MAP


def test_a_sheet_without_figure_holds_more_rows() -> None:
    plain = replace(figure(320), chart=None, table=table(*LETTERS))
    drawn = replace(figure(500), table=table(*LETTERS))
    rows = [
        len(paper.fitted(item, "Titre", (text("Une."),)).exhibit.table.rows)
        for item in (plain, drawn)
    ]
    assert rows[0] > rows[1] >= paper.FEWEST
