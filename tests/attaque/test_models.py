"""A thousand of our models filled wrong: each is refused by a sentence, or accounted for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dashboard.importers.templates import TEMPLATES
from dashboard.importers.templates.template import Template
from dashboard.importers.territory_folder import open_territory
from tests.attaque.models import attacked
from tests.attaque.mutants import Mutant
from tests.attaque.oracle import judged, published
from tests.conftest import ROOT
from tests.thinned import thinned

pytestmark = [pytest.mark.attaque, pytest.mark.timeout(3_000)]

COUNT, PUBLISHED = 100, 12


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda item: item.slug)
def test_a_model_filled_wrong_is_refused_by_a_sentence_or_accounted_for(
    template: Template, tmp_path: Path
) -> None:
    home = ROOT / "data" / "exemple"
    territory, ends = open_territory(home), Counter[str]()

    def attack(mutant: Mutant) -> None:
        planned = judged(mutant, territory)
        end = "refusé" if planned is None else "rien" if planned.nothing else "pris"
        ends[end] += 1
        if end == "pris" and ends[end] % PUBLISHED == 1:
            copy = thinned(home, tmp_path / f"{ends.total()}" / home.name)
            small = judged(mutant, open_territory(copy))
            assert small is not None
            published(small, copy, copy.parent / "var")
            ends["publié"] += 1

    attacked(template, territory, COUNT, attack)
    print(template.slug, dict(ends))  # noqa: T201 - read with -s, by who reports the counts
    assert ends["refusé"] + ends["rien"] + ends["pris"] == COUNT
    assert ends["pris"]
