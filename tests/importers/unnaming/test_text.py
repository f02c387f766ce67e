"""A text is kept without the persons whom it names, and is read again as the file itself."""

from __future__ import annotations

import gzip
import itertools
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importers import ban
from dashboard.importers.door.archive import is_zip
from dashboard.importers.door.grid import grids
from dashboard.importers.door.lines import lines_of
from dashboard.importers.door.records import records
from dashboard.importers.door.text import clean
from dashboard.importers.imported import Document, Refused
from dashboard.importers.personal_data import without_persons
from dashboard.importers.recognise import IMPORTERS, read, recognise
from dashboard.importers.templates import IMPORTERS as MODELS
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.importers.unnaming.text import nameless_text
from tests.walked import some

FIXTURES = Path(__file__).parents[2] / "fixtures" / "importers"
LEFT = {
    "Mme Durand": "Mme (nom retiré 1)",
    "lea.b@asso.fr": "(adresse électronique retirée)",
    "06 12 34 56 78": "(téléphone retiré)",
}


def told(text: str, encoding: str = "utf-8") -> str:
    return nameless_text(Document("a.csv", text.encode(encoding))).content.decode()


def read_again(document: Document, territory: TerritoryFolder) -> tuple[object, ...]:
    found = read(document, territory)
    return {name: list(rows) for name, rows in found.taken.items()}, found.account, found.notes


def known_texts() -> Iterator[Document]:
    """The texts that an importer reads, of its examples and of the fixtures."""
    examples = (one for item in IMPORTERS for one in item.examples)
    files = (Document(path.name, path.read_bytes()) for path in sorted(FIXTURES.glob("*.*")))
    for one in itertools.chain(examples, files):
        if not is_zip(one.content) and recognise(one) is not None:
            yield one


@pytest.mark.parametrize("said", LEFT)
def test_only_the_lines_that_tell_a_person_change(said: str) -> None:
    before, after = "Titre;Montant\r\nÉté;2\r\n", "\r\nFin;3\r\rEncore;4"
    assert told(f"{before}Avec {said};2{after}") == f"{before}Avec {LEFT[said]};2{after}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "mac_roman"])
def test_a_text_in_any_encoding_is_kept_in_utf_8(encoding: str) -> None:
    text = "Intitulé;Été\nAccompagné par Mme Durand, l’été à la forêt;oui\n"
    new = told(text, encoding)
    assert new.lstrip("\ufeff") == text.replace("Mme Durand", "Mme (nom retiré 1)")
    assert new.startswith("\ufeff") == (encoding in ("utf-8-sig", "utf-16"))
    unchanged = Document("a.csv", "Intitulé;Été\nForêt;oui\n".encode(encoding))
    assert nameless_text(unchanged) is unchanged


def test_a_column_that_holds_a_person_is_taken_out_by_its_heading() -> None:
    assert told(
        "Programmation\nStructure;Nom du contact;Tél;Montant\n"
        'Régie;Jeanne Dupont;612345678;100\n"Le ""Bar""; Ici";"Du;pont";;20;;\nVille; ;x\n'
    ) == (
        "Programmation\nStructure;Nom du contact;Tél;Montant\n"
        'Régie;(retiré);(retiré);100\n"Le ""Bar""; Ici";(retiré);;20;;\nVille; ;x\n'
    )


def test_a_row_that_cannot_be_read_loses_its_columns_too() -> None:
    head = "Structure,Contact,Montant\n"
    assert told(f'{head}Régie,"Jeanne Bis,12\n') == f'{head}Régie,"(retiré),12\n'
    assert told(f"{head}RÃ©gie,Jeanne,12,trop\n") == f"{head}RÃ©gie,(retiré),12,trop\n"


def test_a_cell_over_several_lines_keeps_them() -> None:
    head = "Titre;Suite;Montant\r\n"
    given = f'{head}"a ""b""; c";x;"Suivi par Mme\r\nDurand,\r\noui"\r\nX;Y;3\r\n'
    assert told(given) == given.replace("Durand", "(nom retiré 1)")


def test_a_comma_parts_the_cells_of_its_own_table_alone() -> None:
    assert told("Titre;Lon\nA;5,0612345678\n") == "Titre;Lon\nA;5,0612345678\n"
    assert told("Titre,Lon\nA,5,0612345678\n") == "Titre,Lon\nA,5,(téléphone retiré)\n"
    assert told("A\tB\nMme\tDurand\nM. Petit\t\n") == "A\tB\nMme\tDurand\nM. (nom retiré 1)\t\n"


def test_many_columns_that_nothing_fills_are_read_at_once() -> None:
    given = "Structure\tVille\n" + ("Mairie\tParis" + "\t" * 900 + "\n") * 1_000
    before = time.process_time()
    assert told(given) == given
    assert time.process_time() - before < 2


def test_what_is_not_seen_hides_nobody() -> None:
    assert told("Titre;A\nMa\u200bdame Durand;1\n") == "Titre;A\nMadame (nom retiré 1);1\n"
    assert told("Titre;A\nX;06\u200b12345678\n") == "Titre;A\nX;(téléphone retiré)\n"


def test_no_number_is_given_twice_and_a_second_time_changes_nothing() -> None:
    given = Document("a.csv", "A;B\nMme Durand;1\nM. (nom retiré 4);2\nMme Petit;3\n".encode())
    kept = nameless_text(given)
    assert kept.content.decode().startswith("A;B\nMme (nom retiré 5);1\nM. (nom retiré 4);2\n")
    assert nameless_text(kept) is kept


def test_the_contacts_of_organisations_stay() -> None:
    [model] = [item for item in MODELS if item.kind == "modele-contacts"]
    head = model.examples[0].content.decode().partition("\n")[0]
    given = Document("contacts.csv", f"{head}\nMairie;Accueil;accueil@mairie.fr;\n".encode())
    assert nameless_text(given) is given


def test_the_addresses_of_a_department_stay_compressed_or_not() -> None:
    head = "id;numero;rep;nom_voie;code_insee;nom_commune;x;y;lon;lat"
    rows = f"{head}\n1;3;;Rue Monsieur Vincent;99001;Auzelande;;;5.91;45.51\n".encode()
    for content in (rows, gzip.compress(rows)):
        document = Document("adresses-99.csv", content)
        assert ban.recognises(document)
        assert nameless_text(document) is document
    named = rows.replace(b";lat", b";lat;telephone")
    assert nameless_text(Document("a.csv", named)).content != named
    for content in (named, b"a;b\n1;2\n"):
        with pytest.raises(Refused, match="n’est pas la Base adresse nationale"):
            nameless_text(Document("a.csv.gz", gzip.compress(content)))


@pytest.mark.parametrize("content", [b"", b" \n", b"\0\1\2\3" * 30])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        nameless_text(Document("a.csv", content))


UNSEEN = re.compile("\n[ \t]*[\u200b\u0301]+")
"""A mark that nobody sees, before a line of a cell: it goes with a person of that cell, and it
alone may have told that line from a row. No cell here has one."""
CELLS = st.lists(
    st.sampled_from(
        ["Mme Durand", "M. ", "M ", "mme ", "Martin", "06 12 34 56 78", "0612345678", "a@b.fr", ",",
         ";", "|", '"', "\n", "\r\n", "\t", " ", "é", "\u0301", "avec ", "de ", "la ", "1", "12,5",
         ".", "(", "=", "2020", "\u200b", "(nom retiré 2)", "retiré"]
    ),
    max_size=5,
).map(lambda parts: UNSEEN.sub("\n", "".join(parts)))  # fmt: skip
TABLES = st.tuples(
    st.sampled_from(";,\t|"), st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=4)
)


def quoted(cell: str, separator: str) -> str:
    text = cell.replace('"', '""')
    return f'"{text.replace(separator, " ") if separator == chr(9) else text}"'


def written(separator: str, rows: list[list[str]], end: str) -> str:
    cells = [[quoted(cell, separator) for cell in row] for row in rows]
    return "".join(f"{separator.join(row)}{end}" for row in [["Titre", "Suite", "Fin"], *cells])


def anybody(cell: str) -> str:
    """The cell whichever number each person has."""
    return re.sub(r"retiré \d+", "retiré", clean(cell))


@given(TABLES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_each_cell_is_read_again_without_its_persons(
    table: tuple[str, list[list[str]]], end: str
) -> None:
    separator, rows = table
    given = Document("a.csv", written(separator, rows, end).encode())
    kept = nameless_text(given)
    assert nameless_text(kept) == kept
    first, again = (list(records("a.csv", lines_of(it), separator, 1, 3)) for it in (given, kept))
    alone = [[anybody(without_persons(cell, lambda _: 1)) for cell in row.cut] for row in first]
    assert [list(map(anybody, row.cut)) for row in again] == alone
    assert [(row.line, row.problem) for row in first] == [(row.line, row.problem) for row in again]
    sheets = ([(one.separator, len(one.rows)) for one in grids(it)] for it in (given, kept))
    assert next(sheets) == next(sheets)


@given(TABLES, st.text(alphabet='"; \nMm.edDurand@06é,', max_size=60), st.data())
def test_any_text_is_kept_and_is_kept_again(
    table: tuple[str, list[list[str]]], more: str, data: st.DataObject
) -> None:
    text = written(table[0], table[1], "\n") + more
    start = data.draw(st.integers(0, len(text) - 1))
    given = Document("a.csv", b"x" + text[start:].encode())
    kept = nameless_text(given)
    assert nameless_text(kept) == kept
    assert [len(one.rows) for one in grids(given)] == [len(one.rows) for one in grids(kept)]


@pytest.mark.parametrize("given", some(known_texts()), ids=lambda given: given.name)
def test_what_an_importer_reads_is_read_again_as_it_was(
    territory: TerritoryFolder, given: Document
) -> None:
    kept = nameless_text(given)
    assert read_again(kept, territory) == read_again(given, territory)
    assert nameless_text(kept) is kept
