"""The legend of a map names each kind of mark that it holds, and no other."""

from __future__ import annotations

from dashboard import keys
from dashboard.exhibits import place_map
from dashboard.store import Store
from tests.views import seen


def legend(store: Store, query: str) -> dict[str, str]:
    return dict(place_map.exhibit(seen(store, "/quartiers", query)).legend)


def test_each_way_to_know_a_place_is_told_apart(chambery: Store) -> None:
    found = legend(chambery, "generation=2015&indicateur=niveau-vie-d2&autour=aucun")
    assert found["qpv"] == "Quartier prioritaire, tracé officiel"
    assert found["mark"].endswith("emplacement non publié : placé dans sa commune")
    assert "repère approximatif" in found["point"]
    assert "circle" not in found


def test_a_circle_is_explained_where_circles_are_drawn(chambery: Store) -> None:
    said = legend(chambery, "mesure=actions&annee=2024")["circle"]
    assert said.startswith("La surface du cercle est proportionnelle au nombre")
    assert said.endswith("sans cercle, aucune ligne ne nomme le quartier")
    assert "aucune ligne" not in legend(chambery, "indicateur=population")["circle"]


def test_the_key_gives_the_published_extremes_of_each_class_and_how_many_it_holds(
    chambery: Store,
) -> None:
    found = legend(chambery, "indicateur=taux-pauvrete&classes=quantiles")
    assert "effectifs égaux (quantiles)" in found["titre"]
    held = [said for kind, said in found.items() if kind.startswith("paire-")]
    assert held[0] == "de 7\u00a0% à 10\u00a0% (7)"
    assert held[-1] == "de 41,0\u00a0% à 43\u00a0% (1)"
    assert "de 35,4\u00a0% à 37,6\u00a0% (aucun)" in held
    assert found["commune-secret"] == "Commune : secret statistique (s)"


def test_a_map_of_few_values_has_no_key_and_no_method_to_choose(chambery: Store) -> None:
    view = seen(chambery, "/quartiers", "indicateur=niveau-vie-d2&autour=aucun")
    found = place_map.exhibit(view)
    assert not [kind for kind, _ in found.legend if kind.startswith(("class-", "paire-"))]
    assert keys.CLASSES.name not in {control.key for control in found.controls}
