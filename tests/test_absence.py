"""What is absent is never a zero, nor hidden: it says why, and what names no quarter is beside."""

from __future__ import annotations

import csv as reader
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dashboard.charts import plotly
from dashboard.content import Block, Cell, Exhibit, Hero, Listing, Prose, Recto, plain
from dashboard.domain import french
from dashboard.domain.funding import UNNAMED
from dashboard.domain.indicator import Status
from dashboard.domain.participations import Participations, PeopleGroup, Reach
from dashboard.domain.series import RuleBroken
from dashboard.exhibits.quarter_list import PROPOSED
from dashboard.exports import csv, data_file
from dashboard.pages import PAGES, recto, router
from dashboard.pages.page import exhibits_in
from dashboard.store import Store
from dashboard.store.actions import Actions
from tests.claims import spaced
from tests.walked import some

ROOT = Path(__file__).resolve().parent.parent
PATHS = ("/", "/quartiers", "/actions", "/bilan/{year}", "/quartiers/{code}")
MONEY = ("montants", "nombres", "par-quartier", "piliers", "themes", "porteurs", "lignes", "liste")
"""Figures that count the lines of the quarter."""


def unnamed(store: Store) -> list[tuple[int, str]]:
    """Years and quarters of which no line names the quarter, a few of each territory."""
    found = [
        (year, code)
        for year in store.choices.years
        for code in store.choices.quarters
        if not store.money.total(router.view_of(PAGES[0], "", ask(year, code), store).selection)[1]
    ]
    assert found
    return found[:: max(1, len(found) // 5)]


def ask(year: int, code: str) -> str:
    return f"annee={year}&quartier={code}"


def shown(store: Store, path: str, year: int, code: str) -> tuple[Block, ...]:
    return shown_at(store, path.format(year=year, code=code), ask(year, code))


def shown_at(store: Store, path: str, query: str) -> tuple[Block, ...]:
    found = router.visit(PAGES, path, query, store)
    assert found is not None
    page, view = found
    return page.blocks(view)


def cells(item: Exhibit) -> Iterator[Cell]:
    for row in item.table.rows:
        yield from row.cells


def said(blocks: tuple[Block, ...]) -> Iterator[str]:
    """All that the money of a page says, drawings included."""
    for item in exhibits_in(blocks):
        if item.slug in MONEY:
            yield f"{item.title} {item.subtitle} {plain(item.reading)} {item.alt} {item.empty}"
            yield json.dumps(
                item.chart and plotly.figure(item.chart), ensure_ascii=False, default=list
            )
            yield from (cell.text for cell in cells(item))
    for block in blocks:
        if isinstance(block, Hero) and block.key_figures:
            yield from (f"{one.value} ; {one.detail}" for one in block.key_figures.items)
        if isinstance(block, Listing):
            yield block.summary


@pytest.mark.parametrize("path", PATHS)
def test_a_quarter_that_no_line_names_shows_no_zero(store: Store, path: str) -> None:
    for year, code in some(unnamed(store)):
        words = [spaced(one) for one in said(shown(store, path, year, code))]
        zeros = [one for one in words if " 0 €" in f" {one}" or one == "0 %"]
        assert not zeros, (year, code)
        assert any(UNNAMED in one.lower() for one in words), (year, code)


def test_a_file_says_the_reason_where_the_number_would_stand(store: Store) -> None:
    year, code = unnamed(store)[0]
    grid = next(
        item
        for item in exhibits_in(shown(store, "/quartiers/{code}", year, code))
        if item.slug == "montants"
    )
    line = next(
        line
        for line in csv.write(data_file.of_exhibit(grid, "")).decode("utf-8-sig").splitlines()
        if line.startswith(f"{year};")
    )
    assert set(line.split(";")[1:]) == {UNNAMED}


def unnamed_of(store: Store, year: int) -> tuple[str, str]:
    """What names no quarter that year: its share of the euros, its lines on those of the year."""
    where = "from actions where montant > 0 and annee = ?"
    rows = store.archive.query(f"select quartiers, montant {where}", (str(year),))
    rest = [row["montant"] for row in rows if not row["quartiers"]]
    share = 100 * sum(rest) / sum(row["montant"] for row in rows)
    lines = f"{store.settings.line.brief(len(rest))} sur {len(rows)}"
    return spaced(french.share(share)), spaced(lines)


def test_what_names_no_quarter_stands_beside_each_amount_of_a_quarter(chambery: Store) -> None:
    blocks = shown(chambery, "/quartiers/{code}", 2021, "QP073001")
    head = next(block for block in blocks if isinstance(block, Hero))
    assert head.key_figures is not None
    share, _ = unnamed_of(chambery, 2021)
    beside = f"sans quartier nommé : {share} de tout le montant de 2021"
    assert beside in spaced(head.key_figures.items[-1].detail)
    by_slug = {item.slug: item for item in exhibits_in(blocks)}
    for slug in ("montants", "lignes", "porteurs"):
        item = by_slug[slug]
        assert beside in spaced(f"{item.subtitle} {plain(item.reading)}"), slug
    paper = recto.printed(next(page for page in PAGES if page.slug == "portrait"))
    view = router.view_of(paper, "QP073001", "annee=2021", chambery)
    sheet = paper.panels[-1].blocks(view)[0]
    assert isinstance(sheet, Recto)
    assert sheet.hero.key_figures is not None
    assert beside in spaced(sheet.hero.key_figures.items[-1].detail)


def _blocks(address: str, store: Store) -> Sequence[Block]:
    path, _, query = address.partition("?")
    found = router.visit(PAGES, path, query, store)
    assert found is not None
    page, view = found
    return page.blocks(view)


def test_the_map_and_the_bars_of_quarters_say_what_names_none(chambery: Store) -> None:
    found = {
        item.slug: item
        for path in ("/quartiers?annee=2021&mesure=actions", "/actions?annee=2021&selon=quartier")
        for item in exhibits_in(_blocks(path, chambery))
    }
    drawn = found["carte"]
    share, lines = unnamed_of(chambery, 2021)
    assert f"sans quartier nommé : {lines}" in spaced(drawn.subtitle)
    assert any("aucune ligne ne nomme le quartier" in label for _, label in drawn.legend)
    assert UNNAMED in {cell.text for cell in cells(drawn)}
    bars = found["explorer"]
    assert f"sans quartier nommé : {share} de tout le montant de 2021" in spaced(bars.subtitle)
    assert "Non ventilé" not in plain(bars.reading)


def test_the_parts_named_and_not_named_make_the_year(store: Store) -> None:
    for year in some(store.choices.years):
        view = router.view_of(PAGES[0], "", f"annee={year}", store)
        found = store.money.by_naming(view.selection)
        amount, count = store.money.total(view.selection)
        assert (round(found.amount), found.count) == (round(amount), count)
        assert round(sum(item.amount for item in found.slices)) == round(amount)


def test_a_masked_count_of_the_report_is_never_a_zero(
    example: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = PeopleGroup("total", Reach(Status.SECRET, 0), Reach(Status.NOT_PUBLISHED, 0))
    hidden = Participations((nobody,), masked=True)
    monkeypatch.setattr(Actions, "participations", lambda *_: hidden)
    found = router.visit(PAGES, "/bilan/2023", "", example)
    assert found is not None
    page, view = found
    panel = page.panel("resultats")
    assert panel is not None
    (block,) = panel.blocks(view)
    assert isinstance(block, Prose)
    words = plain(block.paragraphs[-1])
    assert "tenues secrètes" in words
    assert "non publiées" in words
    assert "0" not in words.replace("2023", "")


def test_what_is_proposed_to_each_quarter_of_the_list_is_a_number_of_its_file(
    chambery: Store,
) -> None:
    shown = next(
        item
        for item in exhibits_in(shown_at(chambery, "/quartiers", "annee=2021"))
        if item.slug == "liste"
    )
    rows = csv.write(data_file.of_exhibit(shown, "")).decode("utf-8-sig").splitlines()
    head = rows[0].split(";")
    assert head[:3] == ["Rubrique", "Quartier", "Commune"]
    at = head.index(PROPOSED)
    view = router.view_of(PAGES[0], "", "annee=2021", chambery)
    found = chambery.money.counts_by_place(view.selection, proposed=True)
    code = chambery.places.place_names.index("QP073002")
    line = next(row.split(";") for row in rows if "Hauts-de-Chambéry" in row)
    assert found[code]
    assert line[at] == str(found[code])


def participations(year: int) -> list[tuple[int | None, int | None]]:
    """Planned and real of each line of the year that the table of the territory tells."""
    found: dict[str, dict[str, int]] = {}
    with (ROOT / "data" / "exemple" / "beneficiaires.csv").open(encoding="utf-8-sig") as file:
        for row in reader.DictReader(file, delimiter=";"):
            whole = not row["sexe"] and not row["tranche"] and row["nombre"]
            if whole and row["action"].startswith(f"EX-{year}"):
                found.setdefault(row["action"], {})[row["mesure"]] = int(row["nombre"])
    return [(held.get("prévu"), held.get("réel")) for held in found.values()]


def test_planned_and_real_are_compared_over_the_lines_that_say_both(example: Store) -> None:
    found = participations(2024)
    planned = [a for a, _ in found if a is not None]
    both = [(a, b) for a, b in found if a is not None and b is not None]
    page, view = router.visit(PAGES, "/bilan/2024", "", example) or (None, None)
    assert page is not None
    assert view is not None
    panel = page.panel("resultats")
    assert panel is not None
    block = panel.blocks(view)[0]
    assert isinstance(block, Prose)
    words = spaced(plain(block.paragraphs[-1]))
    assert 0 < len(both) < len(planned)
    real, beside = (french.number(sum(pair[at] for pair in both)) for at in (1, 0))
    assert f"prévues dans {len(planned)} actions" in words
    assert f"dans les {len(both)} actions qui donnent les deux, {real} pour {beside}" in words
    bars = next(
        item
        for item in exhibits_in(shown_at(example, "/actions", "annee=2024"))
        if item.slug == "participations"
    )
    for row in bars.table.rows:
        _, planned_there, real_there, lines, every, _ = (cell.value for cell in row.cells)
        assert lines
        assert real_there is not None
        assert 0 < float(planned_there or 0) < float(every or 0)


def test_a_count_of_people_is_compared_with_nothing_that_is_not_there() -> None:
    with pytest.raises(RuleBroken, match="les deux"):
        PeopleGroup("total", Reach(12, 1), Reach(Status.NOT_PUBLISHED, 0), (12, 0))
