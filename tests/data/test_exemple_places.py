"""The places of the fictional territory: outlines, communes, two generations of quarters."""

from __future__ import annotations

from collections import Counter

import pytest
import shapely

from tests.data.exemple_tables import quarters, shapes
from tests.walked import some


def test_outlines_are_valid_and_neighbouring_communes_share_their_borders() -> None:
    communes = shapes("communes")
    assert len(communes) == 12
    assert all(
        area.is_valid
        for name in ("communes", "contours_quartiers", "eau")
        for area in shapes(name).values()
    )
    assert shapely.coverage_is_valid(list(communes.values()))
    whole = shapely.unary_union(list(communes.values()))
    assert isinstance(whole, shapely.Polygon)
    assert len(whole.interiors) == 0


def test_a_quarter_lies_in_the_communes_it_names_and_one_lies_across_two() -> None:
    communes, outlines = shapes("communes"), shapes("contours_quartiers")
    across = []
    for code, outline in outlines.items():
        crossed = {
            name for name, area in communes.items() if area.intersection(outline).area > 1e-9
        }
        assert crossed == set(quarters()[code]["communes"].split("|")), code
        across += [code] if len(crossed) > 1 else []
    assert {"QP099004", "QN09904I", "QVA-99004-CLOS-MIRANDOUL"} == set(across)


def test_an_outline_is_drawn_exactly_where_it_is_not_unknown() -> None:
    drawn = set(shapes("contours_quartiers"))
    assert drawn == {code for code, row in quarters().items() if row["trace"] != "inconnu"}
    traces = Counter(row["trace"] for row in quarters().values())
    assert traces["indicatif"] == 1
    unknown = [row for row in quarters().values() if row["trace"] == "inconnu"]
    assert [row["genre"] for row in unknown] == ["qva", "qva"]
    assert [row["repere"] for row in unknown] == ["1", "2"]


def test_quarters_of_one_generation_do_not_overlap() -> None:
    outlines = shapes("contours_quartiers")
    for generation in ("2015", "2024"):
        codes = [c for c in outlines if quarters()[c]["generation"] == generation]
        whole = shapely.unary_union([outlines[code] for code in codes])
        assert whole.area == pytest.approx(sum(outlines[code].area for code in codes))


def test_in_2024_one_quarter_leaves_one_enters_and_one_grows() -> None:
    known, outlines = quarters(), shapes("contours_quartiers")
    old = [c for c, row in known.items() if row["genre"] == "qpv" and row["generation"] == "2015"]
    new = [c for c, row in known.items() if row["genre"] == "qpv" and row["generation"] == "2024"]
    assert (len(old), len(new)) == (6, 6)
    leaving = [c for c in old if not known[c]["successeur"].startswith("QN")]
    assert leaving == ["QP099005"]
    assert [c for c in new if c.endswith("N")] == ["QN09906N"]
    assert known["QP099002"]["successeur"] == "QN09902M"
    assert outlines["QN09902M"].area > 1.2 * outlines["QP099002"].area
    assert outlines["QN09902M"].buffer(1e-6).contains(outlines["QP099002"])
    assert all(outlines[known[c]["successeur"]].equals(outlines[c]) for c in old if c != "QP099002")


def test_every_successor_exists_and_belongs_to_the_next_generation() -> None:
    known = quarters()
    for row in some(row for row in known.values() if row["successeur"]):
        assert row["generation"] == "2015"
        assert known[row["successeur"]]["generation"] == "2024"
