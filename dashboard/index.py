"""The HTML as served: the whole page in plain HTML, then what makes it live beside it."""

from __future__ import annotations

from html import escape

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


def document(
    *,
    title: str,
    description: str,
    canonical: str,
    icon: str,
    style: str,
    first: str,
    entry: str,
    scripts: str,
    indexed: bool = True,
) -> str:
    """The document; ``first``, ``entry`` and ``scripts`` are HTML, the rest is escaped here."""
    robots = "" if indexed else '<meta name="robots" content="noindex">\n'
    return TEMPLATE.format(
        title=escape(title),
        description=escape(description),
        canonical=escape(canonical),
        icon=escape(icon),
        style=escape(style),
        first=first,
        entry=entry,
        scripts=scripts,
        robots=robots,
    )
