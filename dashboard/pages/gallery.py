"""The gallery of indicators: what stands on the page of trends until one of them is opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dashboard import catalogue, keys
from dashboard.content import Block, Fold, Hero, Notice, Prose, Search, Span, Text, text
from dashboard.domain import french
from dashboard.domain.indicator import Theme
from dashboard.exhibits import choose, gallery, sought, thumbnails
from dashboard.pages import finding, refused
from dashboard.pages.page import Panel
from dashboard.view import View
from dashboard.words import refusals
from dashboard.words.hearing import heard

Show = Callable[[View], tuple[Block, ...]]
TITLE = "Chercher un indicateur"
SUGGESTIONS = f"{finding.SUGGESTIONS}/indicateurs"
HINT = "par exemple : chômage, loyer, jeunes, HLM"


def is_open(view: View) -> bool:
    """Whether the address opens one indicator rather than the gallery."""
    return bool(keys.INDICATOR.value(view.selection))


def closed(show: Show) -> Show:
    """What stands only while no indicator is opened."""
    return lambda view: () if is_open(view) else show(view)


def opened(show: Show) -> Show:
    """What stands only where an indicator is opened."""
    return lambda view: show(view) if is_open(view) else ()


def panels() -> tuple[Panel, ...]:
    """The search, the themes, the table."""
    themes = (
        Panel(theme_slug(theme.slug), closed(_theme(theme)), label=theme.name)
        for theme in catalogue.THEMES
    )
    return (
        Panel("galerie-recherche", closed(_search)),
        *themes,
        Panel(gallery.SLUG, closed(_table), label="Tableau"),
    )


def theme_slug(theme: str) -> str:
    """The name of the panel of a theme."""
    return f"theme-{theme}"


def hero(view: View) -> tuple[Block, ...]:
    """What the page is: its subject, where one is opened, and the way back to the others."""
    if is_open(view):
        return (Hero(choose.indicator_of(view).label, _back(view), kicker="Évolutions"),)
    lead = (
        "Tous les indicateurs publiés pour les quartiers, d’un coup d’œil : leur ligne, leur "
        "dernière valeur, l’écart avec l’agglomération et ce que l’on peut en dire. Ouvrez-en un "
        "pour lire sa figure entière."
    )
    return (Hero("Évolutions", text(lead)),)


def _back(view: View) -> Text:
    """The way back to the gallery as it was, and to the neighbours of the indicator in it."""
    shown, indicator = sought.indicators(view), choose.indicator_of(view)
    asked = keys.QUESTION.value(view.selection)
    label = f"aux indicateurs pour « {asked} »" if asked else "à tous les indicateurs"
    href = f"{view.here(indicateur=None)}#partie-{theme_slug(indicator.theme)}"
    place = shown.index(indicator) if indicator in shown else len(shown) + 1
    sides = ((place - 1, "au précédent, "), (place + 1, "au suivant, "))
    beside = [(shown[at], said) for at, said in sides if 0 <= at < len(shown)]
    parts: list[str | Span] = ["Revenir ", Span(label, href=href)]
    for item, said in beside:
        parts += [f" ; {said}", Span(item.label, href=view.here(indicateur=item.slug))]
    return text(*parts, ".")


def _search(view: View) -> tuple[Block, ...]:
    """The question, what cannot be answered, how to read the drawings."""
    control = keys.QUESTION.control(view.store, view.selection, HINT)
    control = replace(control, label="Un mot, ou le nom d’un indicateur")
    asked = keys.QUESTION.value(view.selection)
    blocks = tuple(_answer(view, asked)) if asked else ()
    return (Search(TITLE, control, blocks, SUGGESTIONS), thumbnails.legend(view))


def _answer(view: View, asked: str) -> list[Block]:
    told = refused.terms(
        view, refusals.asked(heard(asked, view.store.settings.words)), refused.TITLE
    )
    shown = len(sought.indicators(view))
    every = Span("Voir tous les indicateurs", href=view.here(mots=None))
    elsewhere = Span("chercher dans tout le site", href=view.link("/recherche", mots=asked))
    if shown:
        verb = french.plural(shown, "répond", "répondent")
        said = f"{french.counted(shown, 'indicateur')} {verb} à « {asked} ». "
        blocks: list[Block] = [Prose((text(said, every, ", ou ", elsewhere, "."),))]
    else:
        said = f"Aucun indicateur ne répond à « {asked} ». "
        blocks = [Notice((text(said, every, ", ou ", elsewhere, "."),))]
    return [*blocks, *((told,) if told.items else ())]


def _table(view: View) -> tuple[Block, ...]:
    """Every indicator in one table, which files hold whole."""
    return (Fold(gallery.TITLE, (gallery.exhibit(view),)),)


def _theme(theme: Theme) -> Show:
    def show(view: View) -> tuple[Block, ...]:
        found = thumbnails.of_theme(view, theme)
        return (found,) if found else ()

    return show
