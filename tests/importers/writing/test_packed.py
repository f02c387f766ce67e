"""An archive that is written piece by piece can always be opened again."""

from __future__ import annotations

from dashboard.importers.door.archive import unzipped
from dashboard.importers.imported import Document
from dashboard.importers.writing.packed import PackedMembers


def packed(*pieces: str) -> bytes:
    members = PackedMembers()
    for path in ("a/é.xml", "b.xml"):
        members.add(path, lambda put: [put(piece) for piece in pieces])
    return members.content()


def test_its_members_hold_their_pieces_in_order() -> None:
    content = packed("é", *("b",) * 50_000)
    held = unzipped(Document("a.zip", content))
    assert [(item.name, item.content.decode()) for item in held] == [
        (name, f"é{'b' * 50_000}") for name in ("é.xml", "b.xml")
    ]
    assert content == packed("é", *("b",) * 50_000)


def test_a_member_that_would_swell_too_much_is_not_compressed() -> None:
    (first, _) = unzipped(Document("a.zip", packed("a" * 1_500_000)))
    assert len(first.content) == 1_500_000
