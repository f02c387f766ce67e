"""A letter, slides or a picture sent for a table are called what they are."""

from __future__ import annotations

import io
import zipfile

import pytest

from dashboard.importers import recognise
from dashboard.importers.door import compound
from dashboard.importers.imported import Document
from dashboard.importers.written import SLIDES, WORDS, kind_of


def packed(**members: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, held in members.items():
            archive.writestr(name, held)
    return made.getvalue()


def opened(kind: str) -> bytes:
    return packed(
        **{"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<a/>"}
    )


def office(member: str) -> bytes:
    return packed(**{"[Content_Types].xml": "<Types/>", member: "<a/>"})


def older(stream: str) -> bytes:
    return compound.MAGIC + bytes(2_048) + stream.encode("utf-16-le") + bytes(512)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n\x00\x01", "un PDF"),
        (b"{\\rtf1 Madame,}", WORDS),
        (b"\x89PNG\r\n\x1a\n\x00", "une image"),
        (office("word/document.xml"), WORDS),
        (office("ppt/presentation.xml"), SLIDES),
        (opened("text"), WORDS),
        (opened("presentation"), SLIDES),
        (older("WordDocument"), WORDS),
        (older("PowerPoint Document"), SLIDES),
    ],
)
def test_what_is_written_is_refused_by_what_it_is(content: bytes, kind: str) -> None:
    document = Document("lettre", content)
    assert kind_of(document) == kind
    message = str(recognise.why_not(document))
    assert f"n’est pas un tableau : c’est {kind}." in message
    assert "mot de passe" not in message


@pytest.mark.parametrize(
    "content",
    [
        b"annee;montant\n2025;12\n",
        office("xl/workbook.xml"),
        opened("spreadsheet"),
        older("Workbook"),
        b"PK\x03\x04 abime",
        b"",
    ],
)
def test_a_table_a_workbook_and_a_damaged_file_are_none_of_those(content: bytes) -> None:
    assert kind_of(Document("table", content)) == ""
