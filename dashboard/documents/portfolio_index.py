"""The index of a portfolio: one HTML page, without script, that its files stand beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from dashboard.content import Exhibit, plain
from dashboard.documents.drawing import alternative
from dashboard.documents.value import DocumentImprint
from dashboard.domain import french
from dashboard.words import tokens


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A figure: its files by their names, the words that cite it."""

    exhibit: Exhibit
    files: tuple[tuple[str, bytes], ...]
    citation: str

    @property
    def image(self) -> str:
        """The name of its vector image; empty where it is a table."""
        return next((name for name, _ in self.files if name.endswith(".svg")), "")


STYLE = """
body {{ max-width: 52rem; margin: 0 auto; padding: 1.5rem; color: {ink};
  font: 1.0625rem/1.5 "Source Sans 3", "Segoe UI", Arial, sans-serif; background: {ground}; }}
h1 {{ font-size: clamp(1.4rem, 6vw, 2rem); }}
h1, h2 {{ font-family: "Source Serif 4", Georgia, serif; line-height: 1.2; }}
article {{ margin: 2rem 0; padding: clamp(0.75rem, 3vw, 1.5rem); background: {paper};
  border: 1px solid {rule}; }}
img {{ max-width: 100%; height: auto; }}
a, .cite, footer {{ overflow-wrap: anywhere; }}
a {{ color: {link}; }}
:focus-visible {{ outline: 3px solid {focus}; outline-offset: 2px; }}
.avis {{ padding: 0.5rem 1rem; background: {notice_ground}; color: {notice}; }}
.cite {{ padding-left: 1rem; border-left: 3px solid {ink}; }}
"""


def written(title: str, filters: str, said: DocumentImprint, entries: Sequence[IndexEntry]) -> str:
    """The page: what it is of, then each figure with its words, its files, its citation."""
    name = escape(f"{title} – {said.name}")
    notice = f'<p class="avis">{escape(said.warning)}</p>' if said.warning else ""
    where = f"vue figée{french.NBSP}: {said.origin.address}"
    stamp = f"{said.publication} · {french.date(said.origin.day)} · {where}"
    return (
        f'<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{name}</title>\n<style>{_style()}</style>\n</head>\n<body>\n"
        f"<header>{notice}\n<h1>{name}</h1>\n<p>{escape(filters)}</p>\n</header>\n<main>\n"
        f"{''.join(map(_article, entries))}</main>\n<footer><p>{escape(stamp)}</p></footer>\n"
        "</body>\n</html>\n"
    )


def _style() -> str:
    roles = ("ink", "ground", "paper", "rule", "notice", "focus")
    colours = {role: tokens.colour(role) for role in roles}
    return STYLE.format(
        **colours, link=tokens.colour("qpv"), notice_ground=tokens.colour("notice-ground")
    )


def _article(entry: IndexEntry) -> str:
    item = entry.exhibit
    label = f"{item.frame.reading}{french.NBSP}:"
    parts = (
        f"<h2>{escape(item.title)}</h2>",
        _paragraph(" · ".join((item.subtitle, *item.tags))),
        _paragraph(item.frame.whole),
        _image(entry),
        f"<p><strong>{label}</strong> {escape(plain(item.reading))}</p>" if item.reading else "",
        _paragraph(plain(item.verdict)),
        _paragraph(f"Source{french.NBSP}: {item.source}"),
        f"<ul>{''.join(_file(name) for name, _ in entry.files)}</ul>",
        f'<p class="cite"><strong>Citer{french.NBSP}:</strong> {escape(entry.citation)}</p>',
    )
    return f"<article>{''.join(parts)}</article>\n"


def _paragraph(said: str) -> str:
    return f"<p>{escape(said)}</p>" if said else ""


def _image(entry: IndexEntry) -> str:
    if not entry.image:
        return ""
    alt = escape(alternative(entry.exhibit))
    return f'<p><img src="{escape(entry.image)}" alt="{alt}"></p>'


def _file(name: str) -> str:
    form = name.rpartition(".")[2].upper()
    return f'<li>{form} : <a href="{escape(name)}">{escape(name)}</a></li>'
