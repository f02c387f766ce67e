"""Attributes are written as HTML names them, escaped, and say nothing of what is not."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.html.attributes import attributes


@pytest.mark.parametrize(
    ("held", "written"),
    [
        ({}, ""),
        ({"className": "a", "tabIndex": 0}, ' class="a" tabindex="0"'),
        ({"className": None, "open": False, "hidden": True}, " hidden"),
        ({"htmlFor": "nom", "colSpan": 2}, ' for="nom" colspan="2"'),
        ({"aria-expanded": False, "data-rang": 0}, ' aria-expanded="false" data-rang="0"'),
        ({"style": {"height": "3px", "--pas": 1, "color": None}}, ' style="height:3px;--pas:1"'),
        ({"title": 'a "b" <c> & d'}, ' title="a &quot;b&quot; &lt;c&gt; &amp; d"'),
    ],
)
def test_written(held: dict[str, Any], written: str) -> None:
    assert attributes(held) == written
