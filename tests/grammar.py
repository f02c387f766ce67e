"""The French that pages make: every text of a view, and the rules that a text must follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, NamedTuple

from dashboard.charts import plotly
from dashboard.content import Cell, Choice, Exhibit, Prose, Span
from dashboard.pages.page import Page
from dashboard.view import View

SENTENCES = frozenset(
    {"reading", "verdict", "notes", "alt", "paragraphs", "lead", "empty", "definition"}
)
"""The fields that hold whole sentences; the others hold titles and names."""
AFTER_A_COLON = frozenset({"reading"})
"""The fields that stand after « Lecture : » and take no capital."""
UNREAD = frozenset(
    {"href", "slug", "value", "key", "kind", "sort", "sorted", "pages", "chart", "file_name"}
)
DRAWN = frozenset({"text", "name", "hovertext", "hovertemplate", "ticktext", "title"})
SPACE = "[ \u00a0\u202f]"


class Said(NamedTuple):
    """A text, the field that holds it, and where it stands."""

    text: str
    field: str
    where: str


def of_view(page: Page, view: View) -> Iterator[Said]:
    """Every text of that page for that view, those drawn in its figures included."""
    for panel in page.panels:
        for block in panel.blocks(view):
            yield from of_block(block, panel.slug)


def of_block(value: Any, where: str, field: str = "") -> Iterator[Said]:
    """Every text that a block holds; runs of one paragraph are read together."""
    if isinstance(value, str):
        yield Said(value, field, where)
    elif isinstance(value, tuple):
        yield from _of_tuple(value, where, field)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _of_fields(value, where)


def _of_tuple(value: tuple[Any, ...], where: str, field: str) -> Iterator[Said]:
    if value and all(isinstance(item, Span) for item in value):
        said = "".join(span.text for span in value if not span.tag)
        yield Said(said.rstrip(" "), field, where)
        return
    for item in value:
        yield from of_block(item, where, field)


def _of_fields(value: Any, where: str) -> Iterator[Said]:
    links = isinstance(value, Prose) and value.bullets
    for item in fields(value):
        if item.name not in UNREAD:
            name = "" if links or isinstance(value, (Cell, Choice)) else item.name
            yield from of_block(getattr(value, item.name), f"{where}.{item.name}", name)
    if isinstance(value, Exhibit):
        words = value.file_name.replace("-", " ").replace("_", ", ")
        yield Said(words, "file_name", f"{where}.file_name")
        figure = value.chart and plotly.figure(value.chart)
        yield from (Said(text, "figure", f"{where}.figure") for text in _drawn(figure, ""))


def _drawn(node: Any, name: str) -> Iterator[str]:
    """What a figure writes: names, labels, hover texts, notes, titles of axes."""
    if isinstance(node, str):
        yield from re.split(r"<br>|</?\w+[^>]*>|%\{[^}]*\}", node) if name in DRAWN else ()
    for key, item in _held(node, name):
        yield from _drawn(item, key)


def _held(node: Any, name: str) -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        yield from node.items()
    elif isinstance(node, (list, tuple)):
        yield from ((name, item) for item in node)


ASPIRATED = r"h(?:aut|auss|ors|lm|andicap|uit|all|ameau|asard|ongr|iérarch|alte|onte|omard)"
"""Starts of words whose « h » forbids the elision: « le Haut », « de huit »."""
MASCULINE = (
    "quartier montant nombre pilier thème porteur financeur chiffre contrat tracé indicateur taux "
    "niveau revenu tableau verdict périmètre emplacement territoire total loyer bilan rapport "
    "public écart habitant logement ménage âge intitulé budget projet secret indice découpage"
)
FEMININE = (
    "ligne subvention action année orientation commune agglomération source médiane part référence "
    "rupture série valeur population situation évolution carte liste participation somme moitié "
    "étape table licence note page figure méthode définition pauvreté prime moyenne enquête"
)
COUNTED = (
    "ligne action subvention orientation quartier habitant habitante personne foyer enfant homme "
    "logement poste indicateur source table participation commune demandeur ménage année femme "
    "annoncée affichée prévue réelle"
)
_MASCULINE, _FEMININE, _COUNTED = (
    "|".join(words.split()) for words in (MASCULINE, FEMININE, COUNTED)
)
_ONE = r"(?<![\d,.–-])(?<!\d[\u00a0\u202f])\b(?:0|1|1,\d+|0,\d+)"
_MANY = r"(?<![\d,])\b(?:[2-9]|\d*[\u202f]?\d\d)"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a text may not hold; where ``fields`` is given, those only are read."""

    name: str
    fault: re.Pattern[str]
    wrong: str
    fields: frozenset[str] = frozenset()


def _rule(name: str, fault: str, wrong: str, fields: frozenset[str] = frozenset()) -> Rule:
    return Rule(name, re.compile(fault, re.IGNORECASE), wrong, fields)


def _exact(name: str, fault: str, wrong: str, fields: frozenset[str] = frozenset()) -> Rule:
    return Rule(name, re.compile(fault), wrong, fields)


RULES = (
    _exact("contraction", rf"\b(?:[Dd]e|[Àà]){SPACE}[Ll]es?\b", "le nombre de les quartiers"),
    _exact("contraction d’un nom", rf"\b(?:[Dd]e|[Àà]){SPACE}Les?\b", "va à Le Corbelet"),
    _rule(
        "élision",
        rf"(?<!-)\b(?:de|le|la|que|ne|se|me|jusque|lorsque|puisque|je|si(?={SPACE}ils?\b))"
        rf"{SPACE}(?!onz|oui\b|y[aeo]|Ouag|{ASPIRATED})[aeiouàâéèêëîïôûœh]",
        "le nombre de étudiants",
    ),
    _rule("élision interdite", rf"\b(?:[ldn]|qu)’{ASPIRATED}", "l’hausse du loyer"),
    _rule(
        "féminin après un masculin",
        rf"\b(?:un|ce|cet|quel|du|au|le){SPACE}(?:{_FEMININE})s?\b",
        "le commune",
    ),
    _rule(
        "masculin après un féminin",
        rf"\b(?:une|cette|quelle|la){SPACE}(?:{_MASCULINE})s?\b",
        "cette quartier",
    ),
    _rule("pluriel après un", rf"{_ONE}{SPACE}(?:{_COUNTED})s\b", "1 actions"),
    _rule("singulier après plusieurs", rf"{_MANY}{SPACE}(?:{_COUNTED})\b(?!’)", "2 action"),
    _rule(
        "verbe au singulier",
        rf"{_MANY}{SPACE}\w+s(?<!ans)(?<!mois){SPACE}(?:est|nomme|relève|reçoit|habite|vit|a)\b",
        "12 lignes nomme le quartier",
    ),
    _rule(
        "verbe au pluriel",
        rf"{_ONE}{SPACE}\w+{SPACE}(?:sont|nomment|relèvent|habitent|vivent|ont)\b",
        "1 ligne nomment le quartier",
    ),
    _rule("double espace", rf"\S{SPACE}{{2,}}\S", "deux  mots"),
    _rule(
        "double ponctuation",
        rf"(?<!\bn\.{SPACE}d)\.\.|,{SPACE}?[.,]|;{SPACE}?[.;]|:{SPACE}?[.:;,]|\.{SPACE},|…\.",
        "une phrase..",
    ),
    _exact("espace avant une virgule", rf"{SPACE}[,.](?:\s|$)", "un mot , un autre"),
    _exact("rien entre deux signes", r"\(\s*\)|«\s*»", "« »"),
    _exact("valeur nue", r"\b(?:None|nan|NaN|undefined|True|False|null)\b", "Quartier None"),
    _exact("gabarit", r"[{}]|\[\w*\|?\w+\]", "{value} habitant[s]"),
    _rule(
        "marque sans explication",
        rf"(?:\b(?:de|est|sont|avec|passe|compte)|:){SPACE}n\.{SPACE}d\.",
        "le taux est de n. d. ici",
        SENTENCES,
    ),
    _rule(
        "mot répété",
        rf"\b(de|des|du|en|à|au|aux|le|la|les|dans|par|et|pour){SPACE}\1\b",
        "dans dans le quartier",
    ),
    _rule(
        "deux prépositions",
        rf"\b(?:dans|en|de){SPACE}(?:à|au|aux|dans|en)\b",
        "dans aux Terrasses",
    ),
    _exact("capitale", r"^[a-zà-ÿ]", "une phrase sans capitale.", SENTENCES - AFTER_A_COLON),
    _exact("point final", r"[^.!?…»:]$", "Une phrase sans point", SENTENCES),
)


def faults(said: Said) -> Iterator[tuple[str, str]]:
    """The rules that a text breaks, each with the words at fault."""
    text = said.text.strip()
    for rule in RULES:
        if rule.fields and said.field not in rule.fields:
            continue
        found = rule.fault.search(text) if text else None
        if found:
            yield rule.name, text[max(0, found.start() - 40) : found.end() + 40]
