"""The pages of ``docs/`` that the declarations of the code already hold: glossary, dictionary.

Nothing is written by hand twice: ``python -m dashboard documenter`` makes both files again, and a
test fails where they are not what this module gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from dashboard import catalogue
from dashboard.domain import french
from dashboard.domain.indicator import Break, Direction, Indicator, SourceColumn, Theme, Unit
from dashboard.words import texts

MADE = "<!-- Fait par « make docs » : ne pas modifier à la main. -->"

UNITS: Mapping[Unit, str] = {
    Unit.COUNT: "nombre",
    Unit.PERCENT: "%",
    Unit.EURO: "€",
    Unit.EURO_M2: "€/m²",
    Unit.RATIO: "rapport, sans unité",
    Unit.INDEX: "indice, sans unité",
}
"""What the dictionary calls each unit."""

FAMILIES: Mapping[str, str] = {
    "DEMO": "Insee, données sur les quartiers, famille DEMO",
    "IPRO": "Insee, données sur les quartiers, famille IPRO",
    "REVN": "Insee, données sur les quartiers, famille REVN",
    "FILO_QP": "Insee, Filosofi dans les quartiers, par année de revenus",
    "FILO_DISP": "Insee, Filosofi, revenu disponible par territoire",
    "FILO_COM": "Insee, Filosofi, principaux résultats par commune",
    "RP2010": "Insee, recensement de 2010 dans les quartiers",
    "RPLS": "SDES, logements sociaux dans les quartiers",
    "QPV2024": "Insee et Cnaf, chiffres des quartiers de 2024 réunis par une copie publique",
}
"""What each family of official files is."""

_DIRECTIONS = {
    Direction.GOOD: "une hausse est favorable",
    Direction.BAD: "une hausse est défavorable",
    Direction.NEUTRAL: "une hausse n’est ni favorable ni défavorable",
}


def glossary(terms: Sequence[tuple[str, str]] = texts.GLOSSARY) -> str:
    """The glossary in Markdown, in alphabetical order."""
    ordered = sorted(terms, key=lambda entry: french.fold(entry[0]))
    entries = "\n".join(f"- **{term}** : {said}" for term, said in ordered)
    lead = "Les mots du métier, tels que la page « Aide » les donne."
    return _page("Glossaire", lead, (entries,))


def dictionary(
    indicators: Sequence[Indicator] = catalogue.INDICATORS,
    themes: Sequence[Theme] = catalogue.THEMES,
) -> str:
    """The dictionary of the indicators in Markdown, theme by theme."""
    count = french.counted(len(indicators), "indicateur")
    lead = (
        f"Les {count} que l’outil sait lire, avec ce qu’ils mesurent et ce qu’ils ne disent "
        "pas. Un territoire n’a que ceux dont il détient les fichiers. « Colonnes » nomme "
        "l’endroit du fichier officiel d’où vient la valeur."
    )
    sections = (section(theme, indicators) for theme in themes)
    return _page("Dictionnaire des indicateurs", lead, (families(), *sections))


def families() -> str:
    """The families of official files, as a list."""
    rows = [f"- `{code}` : {said}" for code, said in FAMILIES.items()]
    return "\n".join(["## Les fichiers officiels", "", *rows])


def section(theme: Theme, indicators: Iterable[Indicator]) -> str:
    """The indicators of one theme."""
    entries = [entry(item) for item in indicators if item.theme == theme.slug]
    return "\n\n".join([f"## {theme.name}", *entries])


def entry(item: Indicator) -> str:
    """One indicator: its definition, then all that one needs to use it rightly."""
    source = catalogue.SOURCES[item.source]
    facts = {
        "Nom dans les fichiers": f"`{item.slug}`",
        "Unité": f"{UNITS[item.unit]} ; {_DIRECTIONS[item.direction]}",
        "Source": f"{source.producer}, {source.title} ({source.licence})",
        "Colonnes": _columns(item.columns),
        "Ruptures": _breaks(item.breaks),
        "Se somme d’un quartier à l’autre": "oui" if item.summable else "non",
        "Ce qu’il ne dit pas": item.limits or "rien de particulier",
    }
    lines = [f"- {name} : {said}" for name, said in facts.items()]
    return "\n".join([f"### {item.label}", "", item.definition, "", *lines])


def write(folder: Path) -> tuple[Path, ...]:
    """Write both files in that folder; gives their paths."""
    pages = {"glossaire.md": glossary(), "dictionnaire.md": dictionary()}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in pages.items():
        (folder / name).write_text(content, encoding="utf-8", newline="\n")
    return tuple(folder / name for name in pages)


def _page(title: str, lead: str, parts: Iterable[str]) -> str:
    return french.typeset("\n\n".join([MADE, f"# {title}", lead, *parts])) + "\n"


def _columns(columns: Sequence[SourceColumn]) -> str:
    return ", ".join(f"`{item.family}.{item.name}`" for item in columns) or "aucune"


def _breaks(breaks: Sequence[Break]) -> str:
    return " ; ".join(f"{item.year}, {item.reason}" for item in breaks) or "aucune connue"
