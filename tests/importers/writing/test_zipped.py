"""A ZIP that we make can be opened again, and is the same for the same files."""

from dashboard.importers.door.archive import holds_alone, unzipped
from dashboard.importers.imported import Document
from dashboard.importers.writing.zipped import zipped

FILES = (Document("été.csv", b"a;b\n"), Document("b.csv", b"c;d\n" * 400_000))


def test_it_holds_the_files_and_nothing_else() -> None:
    made = zipped("a.zip", *FILES)
    assert unzipped(made) == FILES
    assert holds_alone(made, ["b.csv", "été.csv"])
    assert zipped("a.zip", *FILES) == made


def test_what_would_swell_too_much_is_not_compressed() -> None:
    rows = [b"%d;%d\n" % (rank, rank) for rank in range(400_000)]
    varied = zipped("a.zip", Document("a.csv", b"".join(rows)))
    assert len(varied.content) < sum(map(len, rows))
    assert len(zipped("a.zip", *FILES).content) > len(FILES[1].content)
