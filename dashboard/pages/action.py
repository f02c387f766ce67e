"""One page a line: what it is, who, how much, how sure, and its history over the years."""

from __future__ import annotations

from dashboard.content import (
    Block,
    Cell,
    Column,
    Exhibit,
    Hero,
    KeyFigure,
    KeyFigures,
    Row,
    Span,
    Table,
    Terms,
    Text,
    text,
)
from dashboard.domain import french, path
from dashboard.domain.funding import Action, Funding, Origin, Stage
from dashboard.exhibits import action_list, common, participations, told
from dashboard.pages import action_history, guidance, named_places, refused, shared
from dashboard.pages.action_history import action_of
from dashboard.pages.page import Page, Panel
from dashboard.store import Store
from dashboard.view import View


def exists(store: Store, param: str) -> bool:
    """Whether a line bears that identifier."""
    return store.actions.one(param) is not None


def _hero(view: View) -> tuple[Block, ...]:
    action = action_of(view)
    line = view.store.settings.line
    figures = KeyFigures(
        (
            KeyFigure("Montant", _granted(action), f"Stade « {view.store.settings.stage} »"),
            KeyFigure("Année", str(action.year), french.capital(line.singular)),
        )
    )
    lead = text(
        Span(action.holder, strong=True),
        f", {action.year}. ",
        *[Span(tag, tag=True) for tag in action_list.title_tags(action)],
    )
    hero = Hero(
        action.title,
        lead,
        (
            ("Tout ce que reçoit ce porteur", f"/actions?porteur={action.holder_slug}"),
            ("Fiche de séance", f"/fiche/actions/{action.code}"),
        ),
        figures,
        kicker=french.capital(line.full(1).split("\u00a0", 1)[-1]),
    )
    return (hero,)


def _granted(action: Action) -> str:
    """What the line was granted, in words where it was refused."""
    return french.euros(action.amount) if action.funded else "aucun montant"


def _facts(view: View) -> tuple[Block, ...]:
    action = action_of(view)
    pillar = common.pillar_of(view, action.pillar)
    themes = {row["slug"]: row["nom"] for row in view.store.rows("themes")}
    facts: list[tuple[str, Text]] = [
        ("Porteur", text(action.holder)),
        ("Pilier", _with_origin(pillar.name, action.pillar_origin)),
        ("Thème", _by_staff(themes.get(action.theme, "non précisé"), action.theme_origin)),
        ("Quartier", _quarters(view, action)),
    ]
    optional = (
        ("Lieu nommé", named_places.said(view, action)),
        ("Public", action.public),
        ("Âge", _age(action)),
        ("Reconduction", action.renewal),
        ("Convention pluriannuelle", action.multi_year),
        ("Dispositif", action.programme),
        ("Service instructeur", action.service),
        ("Périmètre", _scope(action)),
        ("Texte de la source", " ; ".join(f"« {said} »" for said in action.mended)),
    )
    facts += [(label, text(value)) for label, value in optional if value]
    methods = Span("Données et méthodes", href=view.link("/donnees"))
    facts.append(("Source", text(f"{_source(view, action)}. Les fichiers : ", methods, ".")))
    return (Terms(tuple(facts), "Ce que l’on en sait"),)


_FROM = {Origin.RULE: " (proposé)", Origin.CORRECTED: " (corrigé par les agents)"}
"""What is said beside an age that its source does not give."""


def _age(action: Action) -> str:
    """The step of the path, with what gave it where that is not the source."""
    origin = _FROM.get(action.age_origin, "")
    return f"{action.age or path.NO_STEP}{origin}" if action.age or origin else ""


def _with_origin(name: str, origin: Origin) -> Text:
    if origin is Origin.RULE:
        return text(f"{name} ", Span(common.PROPOSED_PILLAR, tag=True))
    return _by_staff(name, origin)


def _by_staff(name: str, origin: Origin) -> Text:
    """The name, and that staff corrected or confirmed it where they did."""
    if origin not in (Origin.CORRECTED, Origin.CONFIRMED):
        return text(name)
    return text(f"{name} ", Span(f"{origin} par les agents", tag=True))


def _quarters(view: View, action: Action) -> Text:
    if not action.quarters:
        return text("Non ventilé : quartier non nommé.")
    parts: list[str | Span] = []
    for code in action.quarters:
        quarter = view.store.places.by_code[code]
        parts += [Span(quarter.name, href=view.portrait(code)), ", "]
    origin = action.quarter_origin
    parts.pop()
    if origin not in (Origin.OFFICIAL, Origin.NONE):
        parts += [" ", Span(str(origin), tag=True)]
    return text(*parts)


def _scope(action: Action) -> str:
    if not action.scope:
        return ""
    reason = f" : {action.scope_reason}" if action.scope_reason else ""
    if action.scope_reason in (Origin.CORRECTED, Origin.CONFIRMED):
        reason = f", {action.scope_reason} par les agents"
    return f"{action.scope}{reason}"


def _source(view: View, action: Action) -> str:
    """Whose figures these are and how they came; « Données et méthodes » lists the files."""
    source = view.store.source(action.source.partition("#")[0])
    how = source.get("obtention", "").partition(". ")[0].rstrip(".")
    return common.source_of(view, (action.source,), "", how)


def _money(view: View) -> tuple[Block, ...]:
    action = action_of(view)
    fundings = view.store.actions.fundings(action.code)
    funders = {row["code"]: row["nom"] for row in view.store.rows("financeurs")}
    stages = list(dict.fromkeys(item.stage for item in sorted(fundings, key=_stage_rank)))
    amounts = {(item.funder, item.stage): item.amount for item in fundings}
    rows = [
        Row(
            (
                Cell(funders.get(code, code)),
                *(_amount(amounts.get((code, stage))) for stage in stages),
            )
        )
        for code in dict.fromkeys(item.funder for item in fundings)
    ]
    if len(rows) > 1:
        totals = [sum(a for (_, s), a in amounts.items() if s == stage) for stage in stages]
        rows.append(Row((Cell("Total", strong=True), *(_amount(total) for total in totals))))
    columns = (Column("Financeur"), *(Column(french.capital(str(s)), numeric=True) for s in stages))
    return (
        Exhibit(
            slug="financement",
            title="Qui finance, à quelle étape",
            subtitle=f"{action.year}, montants en euros",
            table=Table(f"Financeurs de « {action.title} », {action.year}", columns, tuple(rows)),
            table_first=True,
            reading=text(_received(action), f" au stade « {view.store.settings.stage} »."),
            alt=common.alt("Tableau des financeurs par étape"),
            source=_source(view, action),
            frame=common.frame_of(view, ()),
            file_name=common.file_name(view, common.frame_of(view, ()), "financement", action.code),
            notes=_money_notes(action),
            tags=common.warning_tags(view),
        ),
    )


def _received(action: Action) -> Span:
    """What the line was granted, said of it."""
    if not action.funded:
        return Span(_granted(action))
    return told.sum_of(action.amount, "actions", (("id", action.code),))


def _stage_rank(item: Funding) -> int:
    return list(Stage).index(item.stage)


def _amount(value: float | None) -> Cell:
    return Cell(french.NOT_APPLICABLE) if value is None else common.money_cell(value)


def _money_notes(action: Action) -> tuple[str, ...]:
    if not action.corrected_amount:
        return ()
    return (
        "Le fichier source écrit ce montant avec trois décimales ; une copie l’avait lu mille fois "
        "trop grand. Il est rétabli ici.",
    )


def _participations(view: View) -> tuple[Block, ...]:
    action = action_of(view)
    axes = (("sexe", "Femmes et hommes"), ("tranche", "Âge"))
    found = (participations.of_action(view, action, axis, label) for axis, label in axes)
    return tuple(block for block in found if block is not None)


PAGE = Page(
    slug="action",
    path="/actions/*",
    label="Action",
    title=lambda view: action_of(view).title,
    description="Une subvention : porteur, montant, périmètre, historique.",
    panels=(
        Panel("tete", _hero),
        Panel("faits", _facts, 6),
        Panel("financement", _money, 6),
        Panel("personnes", _participations),
        Panel("historique", action_history.blocks),
        refused.panel("action"),
        guidance.panel("action", lambda view: (guidance.PEOPLE, *shared.money_limits(view)[:2])),
    ),
    filters=(),
    exists=exists,
)
