"""Tests judge: none can pass because it walked through nothing, or asserted nothing."""

from __future__ import annotations

import pytest

from tests.certain import Judge, Source, doubtful
from tests.conftest import ROOT

DRAWN = "ce que Hypothesis tire peut n’avoir rien à dire ; ce qui est tenu l’est de chaque tirage"
MAY_HOLD_NOTHING = {
    "domain/test_selection.py::test_what_is_put_aside_is_said_in_a_sentence": DRAWN,
    "domain/test_verdict.py::test_a_verdict_never_compares_across_a_break": DRAWN,
    "schema/test_validate.py::test_any_cells_are_judged_without_an_exception": DRAWN,
    "test_markdown.py::test_any_text_is_read_without_a_depth_skipped_nor_a_doubtful_link": DRAWN,
}
"""Tests that may walk through nothing, each with its reason."""


def test_every_test_asserts_something_whatever_it_walks_through() -> None:
    assert set(doubtful(ROOT / "tests")) == set(MAY_HOLD_NOTHING)


def certain(body: str) -> bool:
    """Whether a test of that body asserts something for certain."""
    source = Source.of(f"MANY = 3\nNONE = ()\ndef test_it():\n    {body}")
    return Judge(source, source).certain(source.tests[0].body)


@pytest.mark.parametrize(
    "body",
    [
        "made(1)",
        "for one in found(): assert one",
        "for one in NONE: assert one",
        "for one in range(count): assert one",
        "for one in [x for x in (1, 2) if x > 2]: assert one",
        "for one in pairwise((1,)): assert one",
        "for one in combinations(range(2), 3): assert one",
        "while late(): assert one",
        "if one: assert two",
        "each = [expect(one) for one in found()]",
    ],
)
def test_a_test_that_may_judge_nothing_is_seen(body: str) -> None:
    assert not certain(body)


@pytest.mark.parametrize(
    "body",
    [
        "assert made(1)",
        "for one in some(found()): assert one",
        "for one in range(MANY // 2): assert one",
        "for one, other in zip('ab', {1: 2}.items(), strict=False): assert one",
        "for one in (*NONE, 1): assert one",
        "for one in range(100, 500, 7): assert one",
        "with pytest.raises(ValueError): made(1)",
        "with made(1):\n        assert True",
        "expect(page).to_have_title('x')",
        "if one: assert two\n    else: assert three",
        "def hold(): assert one\n    hold()",
    ],
)
def test_a_test_that_judges_is_left_alone(body: str) -> None:
    assert certain(body)
