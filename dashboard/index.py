"""The HTML as served: the whole page in plain HTML, then what makes it live beside it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

NO_INDEX = '<meta name="robots" content="noindex">\n'

TEMPLATE = """<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{description}">
<link rel="canonical" href="{canonical}">
<link rel="icon" href="{icon}">
{robots}<link rel="stylesheet" href="{style}">
</head>
<body>
<div id="premier-rendu">{first}</div>
<div id="page-vivante">{entry}</div>
{scripts}
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Document:
    """What the document holds; ``first``, ``entry`` and ``scripts`` are HTML already."""

    title: str
    description: str
    canonical: str
    style: str
    first: str
    entry: str
    scripts: str
    icon: str = "/statique/icone.svg"
    indexed: bool = True

    def html(self) -> str:
        """The document, its texts escaped."""
        return TEMPLATE.format(
            title=escape(self.title),
            description=escape(self.description),
            canonical=escape(self.canonical),
            icon=escape(self.icon),
            style=escape(self.style),
            first=self.first,
            entry=self.entry,
            scripts=self.scripts,
            robots="" if self.indexed else NO_INDEX,
        )
