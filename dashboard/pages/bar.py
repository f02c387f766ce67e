"""The controls of the filter bar, and the sentence that says what a page shows."""

from __future__ import annotations

from dataclasses import replace

from dashboard.content import Choice, Control
from dashboard.domain import french
from dashboard.domain.selection import ALL, PILLAR, QUARTER, YEAR
from dashboard.exhibits import common
from dashboard.pages.page import Page
from dashboard.view import View

OTHER_PAGE = "ouvre la page de l’année"
"""What is said beside a list whose choice leads to another page."""


def controls(page: Page, view: View) -> tuple[Control, ...]:
    """The shared filters that the page offers."""
    makers = {PILLAR: _pillar, YEAR: _year, QUARTER: _quarter}
    return tuple(makers[key](view) for key in page.filters)


def _pillar(view: View) -> Control:
    grid = view.store.settings.contracts[0].grid
    whole = replace(view.selection, pillar=None)
    used = {s.slug for s in view.store.money.by_pillar(whole).slices}
    choices = [Choice(ALL, "Tous les piliers")]
    for pillar in view.store.money.pillars(whole):
        missing = pillar.slug not in used and pillar.slug != view.selection.pillar
        why = f"aucune ligne {common.years_text(view)}" if missing else ""
        choices.append(Choice(pillar.slug, grid.find(pillar.slug).name, why))
    return Control(PILLAR, "Pilier", tuple(choices), view.selection.pillar or ALL)


def _year(view: View) -> Control:
    years = sorted(view.store.choices.years, reverse=True)
    choices = [Choice(str(year), str(year)) for year in years]
    if view.selection.is_period:
        span = french.years(*view.selection.years)
        choices.insert(0, Choice(span, span))
        return Control(YEAR, "Année", tuple(choices), span)
    year = str(view.selection.year)
    hint = OTHER_PAGE if view.param == year else ""
    return Control(YEAR, "Année", tuple(choices), year, hint=hint)


def _quarter(view: View) -> Control:
    places = view.store.places
    seen: set[int] = set()
    choices = [Choice(ALL, "Tous les quartiers")]
    for generation in places.generations:
        for quarter in places.quarters(generation):
            if places.place_of[quarter.code] not in seen:
                seen.add(places.place_of[quarter.code])
                group = "Quartiers prioritaires" if quarter.kind == "qpv" else "En veille active"
                choices.append(Choice(quarter.code, quarter.name, group=group))
    ordered = [choices[0], *sorted(choices[1:], key=lambda c: c.group != "Quartiers prioritaires")]
    return Control(QUARTER, "Quartier", tuple(ordered), _canonical(view))


def _canonical(view: View) -> str:
    code = view.selection.quarter
    if code is None:
        return ALL
    places = view.store.places
    name = places.place_names[places.place_of[code]]
    return name if name in places.by_code else code


def announcement(view: View) -> str:
    """What is shown, in one sentence, said once after each change."""
    amount, count = view.store.money.total(view.selection)
    line = view.store.settings.line.full(count)
    verb = french.plural(count, "affichée", "affichées")
    remarks = " ".join(view.remarks)
    said = f"{common.filters_text(view)} : {line} {verb}, {french.euros(amount)}. {remarks}"
    return french.typeset(said.strip())


def title(page: Page, view: View) -> str:
    """The title of the window: view, main filter, contract."""
    name = f"Contrat de ville {view.store.settings.of}"
    fictional = " – Territoire fictif" if view.store.settings.fictional else ""
    filters = f" – {common.filters_text(view)}" if page.filters else ""
    return french.typeset(f"{page.title(view)}{filters} – {name}{fictional}")
