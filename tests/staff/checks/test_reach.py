"""Before publishing one is told what jumps, what is lost, and which pages will say it."""

from __future__ import annotations

import pytest

from dashboard.depot.package import SETTINGS, SHAPES
from dashboard.domain import logo
from dashboard.pages import PAGES
from dashboard.schema import TABLES
from dashboard.staff.checks import reach
from dashboard.staff.checks.findings import differences, to_confirm
from tests.conftest import ROOT

EXAMPLE = {
    path.name: path.read_bytes()
    for path in (ROOT / "data" / "exemple").iterdir()
    if path.suffix in (".csv", ".toml")
}
ACTIONS = "id;annee;pilier;quartiers\na;2019;emploi;QP099001\nb;2020;emploi;QP099001\n"
HEAD = "action;financeur;etape;montant\n"


def files(**amounts: int) -> dict[str, bytes]:
    """A territory of which these actions alone have money."""
    rows = "".join(f"{code};etat;voté;{amount}\n" for code, amount in amounts.items())
    return EXAMPLE | {"actions.csv": ACTIONS.encode(), "financements.csv": (HEAD + rows).encode()}


def said(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    return [" ".join(line.split()) for line in differences(before, after)["jumps"]]


@pytest.mark.parametrize(
    ("before", "after", "jumps"),
    [(10_000, 30_000, True), (30_000, 10_000, True), (10_000, 29_999, False), (3_000, 9_999, False),
     (3_333, 9_999, False), (3_000, 10_000, True)],
)  # fmt: skip
def test_a_total_that_triples_or_falls_to_a_third_is_to_be_confirmed_from_ten_thousand_euros(
    before: int, after: int, jumps: bool
) -> None:
    found = said(files(a=before), files(a=after))
    assert any(line.startswith("2019, voté") for line in found) is jumps


def test_a_total_that_disappears_is_to_be_confirmed_and_a_new_one_is_not() -> None:
    both, one = files(a=50_000, b=40_000), files(a=50_000)
    assert said(both, one) == ["2020, voté : 40 000 € avant, aucun montant après."]
    assert said(one, both) == []


def test_an_indicator_that_is_lost_is_named_and_confirmed_one_that_comes_is_named() -> None:
    lines = EXAMPLE["indicateurs.csv"].splitlines(keepends=True)
    slug = lines[1].split(b";")[1]
    without = b"".join(line for line in lines if line.split(b";")[1] != slug)
    after = EXAMPLE | {"indicateurs.csv": without}
    (name,) = reach.indicators(EXAMPLE, after)["lost"]
    assert name != slug.decode()
    assert reach.indicators(after, EXAMPLE) == {"gained": [name], "lost": []}
    found = differences(EXAMPLE, after)
    assert list(to_confirm(found)) == [f"L’indicateur « {name} » n’aurait plus aucune valeur."]
    paths = {one["path"] for one in found["pages"]}
    assert paths == {"/", "/quartiers", "/comparer", "/evolutions", "/bilan"}


def test_the_pages_of_the_years_and_quarters_whose_money_moves_are_named() -> None:
    paths = {one["path"] for one in differences(files(a=5), files(a=6))["pages"]}
    assert paths == {"/", "/actions", "/comparer", "/bilan/2019", "/quartiers/QP099001"}


def test_every_file_of_a_territory_names_the_pages_that_show_it_and_they_exist() -> None:
    tables = {table.file for table in TABLES.values()}
    shapes = (f"{shape}.geojson" for shape in SHAPES)
    assert set(reach.PAGES) == {SETTINGS, logo.FILE, *tables, *shapes}
    known = {page.path.removesuffix("/*") for page in PAGES}
    for file, found in reach.PAGES.items():
        assert found, file
        assert {path for _, path in found} <= known, file
