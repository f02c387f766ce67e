"""Data and methods: every source, every table, every file of the publication, as they are."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.content import Listing, Prose
from dashboard.pages import methods
from dashboard.schema import TABLES
from dashboard.store import Store
from tests.views import seen


def test_every_source_has_its_row_with_producer_and_licence(store: Store) -> None:
    (listing,) = methods._sources(seen(store, "/donnees"))
    assert isinstance(listing, Listing)
    assert [row.cells[0].text for row in listing.table.rows] == [
        row["titre"] for row in store.rows("sources")
    ]
    assert all(row.cells[1].text for row in listing.table.rows)


def test_every_table_is_counted_and_named(store: Store) -> None:
    (listing,) = methods._counts(seen(store, "/donnees"))
    assert isinstance(listing, Listing)
    assert {row.cells[0].value: row.cells[1].value for row in listing.table.rows} == store.counts
    assert set(TABLES) <= set(methods.TABLES)


def test_every_file_can_be_downloaded(store: Store) -> None:
    files, _ = methods._downloads(seen(store, "/donnees"))
    assert isinstance(files, Prose)
    found = {span.href for line in files.paragraphs for span in line}
    assert found == {f"/telecharger/{name}" for name in store.files}


@pytest.mark.parametrize(
    ("precision", "said"),
    [("annee", "2016"), ("mois", "mai 2016"), ("jour", "4 mai 2016")],
)
def test_a_date_is_said_as_precisely_as_it_is_known(precision: str, said: str) -> None:
    found = methods._day(dt.date(2016, 5, 4), precision)
    assert found.replace("\u00a0", " ") == said


def test_only_an_address_of_the_web_is_a_link() -> None:
    assert methods._page("https://www.insee.fr/x") == "https://www.insee.fr/x"
    assert methods._page("javascript:alert(1)") == ""
    assert methods._page("") == ""


def test_identifiers_of_files_are_left_to_the_file_of_sources() -> None:
    said = "Reçu le 4 mai. Fichier 0123abcd-0000-0000-0000-0123456789ab. Relu."
    assert methods._obtained(said) == (
        "Reçu le 4 mai. Relu. Les identifiants de ses fichiers sont dans sources.csv."
    )
