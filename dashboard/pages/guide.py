"""Aide: how to read, where the figures come from, what they do not say, the words of the trade."""

from __future__ import annotations

from dashboard.content import Block, Hero, Prose, Terms, text
from dashboard.exhibits import common
from dashboard.pages import guidance, refused, shared
from dashboard.pages.page import MenuPlace, Page, Panel
from dashboard.view import View
from dashboard.words import refusals, texts

PROPOSED = (
    "Le pilier et le thème d’une subvention sont proposés par des règles écrites, parce que la "
    "source ne les donne pas : « pilier proposé » le rappelle."
)


def _hero(view: View) -> tuple[Block, ...]:
    lead = "Comment lire ces pages, d’où viennent les chiffres, ce qu’ils ne disent pas."
    return (Hero("Aide", text(lead)),)


def _reading(view: View) -> tuple[Block, ...]:
    lines = (
        "Choisissez un pilier, une année, un quartier en haut de la page : tous les chiffres "
        "suivent, et l’adresse de la page garde votre choix. Copiez-la pour montrer la même vue.",
        "Chaque figure se lit de trois façons : le dessin, la phrase « Lecture : », le tableau.",
        "Une figure montre l’année choisie ou, à défaut, la dernière année connue avant elle : "
        "son titre ou son sous-titre dit laquelle.",
        "Un trait pointillé vertical est une rupture : les points de part et d’autre ne se "
        "comparent pas.",
        common.MARKS_NOTE,
        "« Exporter » donne l’image pour un rapport ou une diapositive, et les données.",
    )
    return (Prose(tuple(text(line) for line in lines), "Comment lire", bullets=True),)


def _origin(view: View) -> tuple[Block, ...]:
    if view.store.settings.fictional:
        lines = ["Tout est inventé : ce territoire n’existe pas et sert à montrer l’outil."]
    else:
        lines = [
            guidance.producers(view),
            *([guidance.payers(view)] if view.store.coverage.money else []),
            "Chaque figure dit sa source, son année et sa licence.",
            *([PROPOSED] if view.store.coverage.proposed_pillars else []),
        ]
    return (Prose(tuple(text(line) for line in lines), "D’où viennent ces chiffres", bullets=True),)


def _glossary(view: View) -> tuple[Block, ...]:
    held = _held(view)
    items = tuple(
        (term, text(f"{said}{_here(view, term)}"))
        for term, said in texts.GLOSSARY
        if texts.NEEDS.get(term) in (None, *held)
    )
    return (Terms(items, "Mot à mot", anchored=True),)


def _here(view: View, term: str) -> str:
    """« Ici : table de quartier. », for what the territory names in its own words; empty for the
    rest."""
    words = view.store.settings.words.words
    said = (word.singular for word in words if str(word.notion) in texts.FORMS.get(term, ()))
    return "".join(f" Ici : {one}." for one in said)


def _refused(view: View) -> tuple[Block, ...]:
    return (refused.terms(view, refusals.REFUSALS, refused.TITLE),)


def _held(view: View) -> frozenset[str]:
    """The sources, origins and kinds of outlines that this publication holds."""
    sources = (str(row["id"]) for row in view.store.rows("sources"))
    origins = map(str, view.store.coverage.pillars)
    outlines = (str(item.outline) for item in view.store.places.by_code.values())
    return frozenset((*sources, *origins, *outlines))


PAGE = Page(
    slug="aide",
    path="/aide",
    label="Aide",
    listed=MenuPlace.ASIDE,
    title=lambda view: "Aide",
    description="Comment lire les chiffres du contrat de ville, et le sens des mots.",
    panels=(
        Panel("tete", _hero),
        Panel("lire", _reading, 6),
        Panel("origine", _origin, 6),
        Panel("limites", lambda view: (shared.limits(*shared.money_limits(view)),)),
        Panel("questions", _refused),
        Panel("mots", _glossary),
    ),
    filters=(),
)
