"""The actions, or lines of grants, under the filters of the pages."""

from __future__ import annotations

from typing import Any

from dashboard import keys
from dashboard.api.resource import Answered, Arguments, Parameter, Resource, Unanswerable, page_of
from dashboard.api.shapes import flag, many, maybe, number, text, thing, whole
from dashboard.domain import selection as selections
from dashboard.domain.funding import Action, Funding, Origin, Stage
from dashboard.domain.option import clean
from dashboard.domain.selection import Selection
from dashboard.store import Store

ORIGIN = maybe(text("D’où vient l’attribut", *(str(item) for item in Origin if item)))
FIELDS = {
    "id": text(),
    "annee": whole(),
    "intitule": text(),
    "porteur": text("Une personne physique n’est jamais nommée"),
    "pilier": text(),
    "pilier_origine": ORIGIN,
    "theme": maybe(text()),
    "theme_origine": ORIGIN,
    "quartiers": many(text("Code ; aucun : la ligne ne nomme aucun quartier")),
    "quartier_origine": ORIGIN,
    "montant": maybe(number("En euros, à l’étape de référence ; null où rien n’est accordé")),
    "part": maybe(number("En euros, ce qu’en comptent les quartiers choisis ; null : tout")),
    "etape": text("L’étape de référence", *map(str, Stage)),
    "complement": flag("Une ligne de plus pour la même action"),
    "perimetre": maybe(text("certain ou probable : si la ligne est du contrat")),
    "service": maybe(text()),
    "dispositif": maybe(text()),
    "source": text("Identifiant"),
}
ACTION = thing(**FIELDS)
FUNDING = thing(financeur=text(), etape=text("", *map(str, Stage)), montant=number("En euros"))
FILTERS = tuple(key for key in keys.of_lines() if key is not keys.SEARCH)
CODE = Parameter("id", "L’identifiant d’une ligne", text(), path=True, required=True)


def listed(store: Store, asked: Arguments) -> Answered:
    """The lines that the filters keep; Unanswerable where a filter asks what does not exist."""
    found = selection(store, asked)
    page = page_of(asked, store.actions.count(found))
    at = found.having(keys.ROWS.name, str(page.number))
    shown = store.actions.page(at, page.size).actions
    sources = sorted({action.source for action in shown})
    return Answered([_action(store, action) for action in shown], sources, page)


def one(store: Store, asked: Arguments) -> Answered:
    """One line, with what each funder gave at each stage; Unanswerable where there is no such."""
    code = asked.values[CODE.name]
    found = store.actions.one(code)
    if found is None:
        raise Unanswerable(404, f"« {code[:40]} » n’est l’identifiant d’aucune ligne.")
    given = [_funding(item) for item in store.actions.fundings(code)]
    return Answered({**_action(store, found), "financements": given}, (found.source,))


def selection(store: Store, asked: Arguments) -> Selection:
    """The filters of the question; Unanswerable where one of them asks what does not exist."""
    own = (*FILTERS, keys.SORT)
    names = {name for key in own for name in key.names}
    held = {name: said for name, said in asked.values.items() if name in names}
    choices = store.choices.with_options(keys.options(store, own))
    for option in choices.options:
        said = held.get(option.key, "")
        value = option.kept(choices.meant(option.key, said))
        if value and not option.accepts(value):
            raise Unanswerable(400, f"« {option.key} » ne peut pas valoir « {clean(said)[:40]} ».")
    return selections.parse(held, choices).selection


def _action(store: Store, action: Action) -> dict[str, Any]:
    return {
        "id": action.code,
        "annee": action.year,
        "intitule": action.title,
        "porteur": action.holder,
        "pilier": action.pillar,
        "pilier_origine": str(action.pillar_origin) or None,
        "theme": action.theme or None,
        "theme_origine": str(action.theme_origin) or None,
        "quartiers": list(action.quarters),
        "quartier_origine": str(action.quarter_origin) or None,
        "montant": action.amount if action.funded else None,
        "part": action.share,
        "etape": str(store.settings.stage),
        "complement": action.complement,
        "perimetre": action.scope or None,
        "service": action.service or None,
        "dispositif": action.programme or None,
        "source": action.source,
    }


def _funding(item: Funding) -> dict[str, Any]:
    return {"financeur": item.funder, "etape": str(item.stage), "montant": item.amount}


RESOURCES = (
    Resource(
        "/actions",
        "Les actions",
        "Les lignes d’une année, ou de plusieurs, sous les filtres des pages.",
        many(ACTION),
        listed,
        keys=(*FILTERS, keys.SORT),
        paged=True,
    ),
    Resource(
        "/actions/{id}",
        "Une action",
        "Une ligne, et ce que chaque financeur a donné à chaque étape.",
        thing(**FIELDS, financements=many(FUNDING)),
        one,
        own=(CODE,),
    ),
)
