"""The legend of a map names each kind of mark that it holds, and no other."""

from __future__ import annotations

from dashboard.exhibits import place_map
from dashboard.store import Store
from tests.views import seen


def legend(store: Store, query: str) -> dict[str, str]:
    return dict(place_map.exhibit(seen(store, "/quartiers", query)).legend)


def test_each_way_to_know_a_place_is_told_apart(chambery: Store) -> None:
    found = legend(chambery, "generation=2015&indicateur=taux-pauvrete")
    assert found["qpv"] == "Quartier prioritaire, tracé officiel"
    assert found["mark"].endswith("emplacement non publié : placé dans sa commune")
    assert "repère approximatif" in found["point"]
    assert "circle" not in found


def test_a_circle_is_explained_where_circles_are_drawn(chambery: Store) -> None:
    said = legend(chambery, "mesure=actions&annee=2024")["circle"]
    assert said.startswith("La surface du cercle est proportionnelle au nombre")
    assert said.endswith("sans cercle, aucune ligne ne nomme le quartier")
    assert "aucune ligne" not in legend(chambery, "indicateur=population")["circle"]
