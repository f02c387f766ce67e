"""What staff write is read as headings, paragraphs, lists, emphasis and links, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import markdown
from dashboard.markdown import Heading, Items, Paragraph, flat
from dashboard.schema import TABLES, read_table
from dashboard.text import Span, plain
from tests.conftest import ROOT

LETTER = """\
### Ce que nous retenons

Une année **dense**, *vue d’ici*, et [le détail](/actions?annee=2023).

###### Pour la suite

1. Garder les équipes
2. Ouvrir le soir

   - au Verger
   - aux Ormes

## Un mot de plus
"""


def said(source: str) -> str:
    return " ".join(markdown.words(markdown.parse(source)))


def test_a_text_keeps_its_headings_its_lists_and_its_emphasis() -> None:
    first, words, second, items, last = markdown.parse(LETTER)
    assert first == Heading((Span("Ce que nous retenons"),), 1)
    assert isinstance(words, Paragraph)
    assert Span("dense", strong=True) in words.text
    assert Span("vue d’ici", emphasis=True) in words.text
    assert Span("le détail", href="/actions?annee=2023") in words.text
    assert isinstance(items, Items)
    assert items.first == 1
    assert isinstance(items.items[1][1], Items)
    assert items.items[1][1].first is None
    assert (second, last) == (
        Heading((Span("Pour la suite"),), 2),
        Heading((Span("Un mot de plus"),), 1),
    )


def test_a_line_that_is_cut_is_one_sentence_and_a_blank_one_parts_two() -> None:
    (one,) = markdown.parse("Une phrase\nsur deux lignes.")
    assert isinstance(one, Paragraph)
    assert plain(one.text) == "Une phrase sur deux lignes."
    assert len(markdown.parse("Une.\n\nDeux.")) == 2
    assert markdown.parse(" \n\n") == ()


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "Un <b>mot</b>.",
        "`code`",
        "> citation",
        "| a | b |\n|---|---|\n| 1 | 2 |",
    ],
)
def test_what_a_report_does_not_hold_stays_the_signs_that_it_is(source: str) -> None:
    parts = markdown.parse(source)
    assert all(isinstance(part, Paragraph) for part in parts)
    assert said(source) == source.replace("\n", " ")
    assert markdown.left_out(source)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//ailleurs.example",
        "https:ailleurs",
    ],
)
def test_a_link_that_leads_neither_to_the_web_nor_to_the_site_is_words(address: str) -> None:
    assert not any(map(linked, markdown.parse(f"[ici]({address})")))
    assert markdown.left_out(f"[ici]({address})") == ("un lien vers ni le web ni le site",)


def linked(part: markdown.MarkdownBlock) -> bool:
    return isinstance(part, Paragraph) and any(span.href for span in part.text)


@pytest.mark.parametrize(
    "address", ["https://exemple.fr/a", "mailto:equipe@exemple.fr", "/bilan/2023", "?annee=2023"]
)
def test_a_link_to_the_web_to_a_mailbox_or_to_the_site_is_followed(address: str) -> None:
    (part,) = markdown.parse(f"[ici]({address})")
    assert part == Paragraph((Span("ici", href=address),))
    assert markdown.left_out(f"[ici]({address})") == ()


def test_a_picture_is_the_link_that_leads_to_it_and_is_told() -> None:
    source = "![Une place](https://exemple.fr/place.png)"
    assert said(source) == "!Une place"
    assert markdown.left_out(source) == ("une image",)


@settings(max_examples=150)
@given(st.text(st.sampled_from("#*_[]()<>!-1.> \n`|\\abé/:&"), max_size=60))
def test_any_text_is_read_without_a_depth_skipped_nor_a_doubtful_link(source: str) -> None:
    depth = 0
    for part in markdown.parse(source):
        if isinstance(part, Heading):
            assert part.depth <= depth + 1
            depth = part.depth
        elif isinstance(part, Paragraph):
            assert all(markdown.followed(span.href) for span in part.text if span.href)


def test_where_no_paragraph_stands_the_text_is_one_run_with_its_emphasis_and_links() -> None:
    source = "Un **mot**, [un lien](https://exemple.fr).\n\n- un\n- deux\n\n<script>x</script>"
    found = flat(source)
    assert plain(found) == "Un mot, un lien. un ; deux <script>x</script>"
    assert [span.text for span in found if span.strong] == ["mot"]
    assert [span.href for span in found if span.href] == ["https://exemple.fr"]


@pytest.mark.parametrize("territory", ["grand-chambery", "exemple"])
def test_the_texts_that_are_published_already_read_as_they_did(territory: str) -> None:
    seen = 0
    for table in TABLES.values():
        path = ROOT / "data" / territory / table.file
        for name in [field.name for field in table.fields if field.long and path.exists()]:
            for text in filter(None, read_table(path)[name]):
                if table.name != "textes":
                    assert plain(flat(text)) == text
                seen += 1
    assert seen > 10
