"""What is kept of a ZIP is what is read of it: it names nobody, and is read as the ZIP was."""

from __future__ import annotations

import io
import zipfile
from functools import partial
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from dashboard.importers import insee_alike
from dashboard.importers.door import archive
from dashboard.importers.imported import Document, Refused
from dashboard.importers.recognise import read
from dashboard.importers.templates import CONTACTS
from dashboard.importers.territory_folder import TerritoryFolder, open_territory
from dashboard.importers.unnaming.admission import admitted, nameless
from tests.conftest import ROOT
from tests.importers.door.makers import SQUARE, geojson, zipped
from tests.importers.door.test_archive import HOSTILE
from tests.importers.unnaming.kept import features, naming, outcome, reads_alike, same_outlines
from tests.importers.unnaming.test_admission import HEAD, ROWS, csv, xlsx

PEOPLE = ("Durand", "Martin", "Dupont", "06 12 34", "p.martin", "Lefèvre")
LINE = f"{';'.join(ROWS[0]).partition(',')[0]};Régie;;Cohésion sociale;;;;;État;accordé;3200;\n"
TABLE = f"{';'.join(HEAD)}\n{LINE}".encode()
PDF = b"%PDF-1.4 /Author (Mme Claire Lef\xe8vre)\0"
SHARED = ("importers/*.zip", "importers/*.geojson", "hostile/*.zip", "hostile/*.geojson")


def crowded() -> bytes:
    """A ZIP that names persons wherever it can."""
    stream = io.BytesIO(b"PK\x03\x04Mme Claire Lef\xe8vre")
    stream.seek(0, io.SEEK_END)
    with zipfile.ZipFile(stream, "w") as made:
        item = zipfile.ZipInfo("Dossier de Mme Durand/Mme Claire Lefèvre p-2020.csv")
        item.comment, item.extra = b"Martin", b"\x99\x99\x06\x00Dupont"
        made.writestr(item, csv().content, zipfile.ZIP_DEFLATED)
        made.writestr("LISEZMOI.txt", "Contact : Claire Lefèvre, Paul Martin")
        made.writestr("contacts.csv", "Nom;Prénom\nDupont;Jeanne\n")
        made.writestr("notice.pdf", PDF)
        made.writestr("qp.shp.xml", "<origin>Claire Lefèvre</origin>")
        made.writestr("__MACOSX/._Durand.csv", "Durand")
        made.writestr("vieux.zip", zipped({"Martin.pdf": PDF}))
        made.comment = "de la part de Mme Lefèvre".encode()
    return stream.getvalue()


def test_nothing_of_a_zip_names_anybody_and_it_is_read_as_it_was(
    territory: TerritoryFolder,
) -> None:
    given = Document("p.zip", crowded())
    kept = nameless(given)
    assert naming(given, *PEOPLE) != []
    assert naming(kept, *PEOPLE) == []
    assert reads_alike(given, lambda: kept, territory)
    assert len(read(kept, territory).taken["actions"]) == len(ROWS)
    assert nameless(kept) is kept


@pytest.mark.parametrize("inner", [csv(), xlsx()], ids=["csv", "xlsx"])
def test_what_a_zip_of_a_zip_holds_is_kept_alone(
    territory: TerritoryFolder, inner: Document
) -> None:
    nested = zipped({inner.name: inner.content, "Dupont.pdf": PDF})
    given = Document("p.zip", zipped({"a.zip": nested}))
    kept = nameless(given)
    assert naming(kept, *PEOPLE) == []
    assert reads_alike(given, lambda: kept, territory)


def test_a_zip_of_which_nothing_is_taken_out_stays_as_it_is() -> None:
    given = Document("p.zip", zipped({"p-2020.csv": TABLE}))
    assert nameless(given) is given


def _commented() -> bytes:
    stream = io.BytesIO(zipped({"p-2020.csv": TABLE}))
    with zipfile.ZipFile(stream, "a") as made:
        made.comment = b"x"
    return stream.getvalue()


def _item(**said: object) -> bytes:
    stream, item = io.BytesIO(), zipfile.ZipInfo("p-2020.csv")
    for name, value in said.items():
        setattr(item, name, value)
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr(item, TABLE)
    return stream.getvalue()


def _erased() -> bytes:
    """A ZIP that lists one file, and still holds the bytes of another."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("Dupont.csv", b"x")
        made.writestr("p-2020.csv", TABLE)
        gone = made.filelist.pop(0)
        del made.NameToInfo[gone.filename]
    return stream.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        zipped({"dossier/p-2020.csv": TABLE}),
        zipped({"dossier/": b"", "p-2020.csv": TABLE}),
        zipped({"p-2020.csv": TABLE, "LISEZMOI.txt": b"x"}),
        zipped({"a.zip": zipped({"p-2020.csv": TABLE})}),
        _commented(),
        _item(comment=b"x"),
        _item(extra=b"\x99\x99\x01\x00x"),
        _erased(),
        b"PK\x03\x04" + zipped({"p-2020.csv": TABLE}),
    ],
)
def test_whatever_is_not_read_is_left_out(territory: TerritoryFolder, content: bytes) -> None:
    given = Document("p.zip", content)
    kept = nameless(given)
    assert kept != given
    with zipfile.ZipFile(io.BytesIO(kept.content)) as made:
        assert {name: made.read(name) for name in made.namelist()} == {"p-2020.csv": TABLE}
    assert nameless(kept) is kept
    assert reads_alike(given, lambda: kept, territory)


@pytest.mark.parametrize("content", [content for content, _ in HOSTILE])
def test_a_hostile_or_damaged_zip_is_refused_by_the_sentence_of_its_reading(
    territory: TerritoryFolder, content: bytes
) -> None:
    given = Document("p.zip", content)
    with pytest.raises(Refused) as refusal:
        nameless(given)
    assert outcome(lambda: read(given, territory)) == str(refusal.value)


@pytest.mark.parametrize(
    "members",
    [
        {"LISEZMOI.txt": b"x", "notice.pdf": PDF},
        {"p-2020.csv": TABLE, "p-2021.csv": TABLE},
        {"Mme Dupont.csv": TABLE, "Mme Martin.csv": TABLE},
        {"../Mme Dupont.csv": TABLE},
        {"Mme Dupont.csv": b"0" * 2_000_000},
    ],
)
def test_a_zip_of_which_nothing_or_too_much_could_be_read_is_refused_as_it_is(
    territory: TerritoryFolder, members: dict[str, bytes]
) -> None:
    given = Document("p.zip", zipped(members))
    with pytest.raises(Refused) as refusal:
        nameless(given)
    said = str(refusal.value)
    assert outcome(lambda: read(given, territory)) == said
    assert [name for name in PEOPLE if name in said] == []


@pytest.mark.parametrize(
    "content", [c for c, _ in HOSTILE] + [zipped({"a.csv": TABLE, "b.csv": TABLE})]
)
def test_it_is_not_let_in_for_the_reason_of_its_reading(
    territory: TerritoryFolder, content: bytes
) -> None:
    given = Document("p.zip", content)
    with pytest.raises(Refused) as refusal:
        admitted(given)
    assert outcome(lambda: read(given, territory)) == str(refusal.value)


def test_of_a_zip_of_contacts_they_alone_are_kept_and_they_stay() -> None:
    titles = ";".join(field.title for field in CONTACTS.fields)
    reach = f"{titles}\nMaison;Accueil;accueil@maison.fr;\n".encode()
    found = admitted(Document("c.zip", zipped({"contacts.csv": reach, "Dupont.pdf": PDF})))
    assert found.contacts
    assert archive.unzipped(found.document) == (Document("contacts.csv", reach),)
    assert naming(found.document, *PEOPLE) == []


def test_two_files_that_are_read_together_are_kept_together(territory: TerritoryFolder) -> None:
    (given,) = insee_alike.IMPORTER.examples
    with zipfile.ZipFile(io.BytesIO(given.content)) as made:
        members = {name: made.read(name) for name in made.namelist()}
    kept = nameless(Document("q.zip", zipped({f"2021/{n}": c for n, c in members.items()})))
    assert reads_alike(Document("q.zip", given.content), lambda: kept, territory)
    more = Document("q.zip", zipped({**members, "LISEZMOI.txt": b"Jeanne Dupont"}))
    with pytest.raises(Refused, match="pas un fichier DEMO"):
        nameless(more)
    assert reads_alike(more, lambda: nameless(more), territory)


def test_the_layer_that_is_read_is_kept_alone(territory: TerritoryFolder) -> None:
    given = Document(
        "q.zip",
        zipped(
            {
                "qp_lambert93.geojson": geojson(SQUARE, code="QP0"),
                "qp_wgs84.geojson": geojson(SQUARE, code="QP099001"),
                "p-2020.csv": csv().content,
            }
        ),
    )
    kept = nameless(given)
    with zipfile.ZipFile(io.BytesIO(kept.content)) as made:
        assert made.namelist() == ["qp_wgs84.geojson"]
    assert reads_alike(given, lambda: kept, territory)


def test_two_shapefiles_named_after_persons_stay_two(tmp_path: Path) -> None:
    members = {}
    for who, code in (("Mme Dupont", "QP1"), ("Mme Martin", "QP2")):
        frame = gpd.GeoDataFrame({"code_qp": [code]}, geometry=[shapely.Polygon(SQUARE)], crs=4326)
        frame.to_file(tmp_path / f"{who}.shp")
    for path in sorted(tmp_path.iterdir(), reverse=True):
        members[path.name] = path.read_bytes()
    given = Document("q.zip", zipped(members))
    kept = nameless(given)
    assert naming(kept, *PEOPLE) == []
    assert features(kept) == features(given) == {"code_qp": ["QP2"]}
    assert same_outlines(kept, given)


def test_a_file_that_swells_when_it_is_compressed_is_kept_as_it_is(
    territory: TerritoryFolder,
) -> None:
    rows = TABLE + LINE.encode() * 20_000
    given = Document("p.zip", zipped({"p-2020.csv": rows}, zipfile.ZIP_STORED) + b"x")
    assert len(rows) > 1024 * 1024
    kept = nameless(given)
    assert archive.unzipped(kept) == (Document("p-2020.csv", rows),)


@pytest.mark.shared
@pytest.mark.parametrize("pattern", SHARED)
def test_the_files_that_failed_once_are_read_as_they_were(shared: Path, pattern: str) -> None:
    ground = open_territory(ROOT / "data" / "grand-chambery")
    found = sorted((shared.parent.parent / "cases").glob(pattern))
    assert found != []
    for path in found:
        given = Document(path.name, path.read_bytes())
        assert reads_alike(given, partial(nameless, given), ground), path.name
