"""The help page: how to read, where figures come from, each word that this territory needs."""

from __future__ import annotations

from dashboard.content import Prose, Terms, plain
from dashboard.pages import guide
from dashboard.store import Store
from dashboard.words import texts
from tests.views import seen


def test_the_glossary_explains_every_word_and_only_those_that_serve(
    chambery: Store, example: Store
) -> None:
    for store in (chambery, example):
        (terms,) = guide._glossary(seen(store, "/aide"))
        assert isinstance(terms, Terms)
        assert terms.anchored
        held = guide._held(seen(store, "/aide"))
        shown = [term for term, _ in terms.items]
        assert shown == [
            term for term, _ in texts.GLOSSARY if texts.NEEDS.get(term) in (None, *held)
        ]


def test_an_invented_territory_claims_no_source(chambery: Store, example: Store) -> None:
    (real,) = guide._origin(seen(chambery, "/aide"))
    (invented,) = guide._origin(seen(example, "/aide"))
    assert isinstance(real, Prose)
    assert isinstance(invented, Prose)
    assert "Insee" in " ".join(map(plain, real.paragraphs))
    assert [plain(line) for line in invented.paragraphs] == [
        "Tout est inventé : ce territoire n’existe pas et sert à montrer l’outil."
    ]
