"""What two people changed from the same version is put together, or both values are shown."""

from __future__ import annotations

import pytest

from dashboard.depot.merge import Collision, merged

HEAD = "code;nom;court"
ROWS = ("etat;État;É", "ville;Ville;V", "caf;Caf;C")


def files(*rows: str, settings: str = "a = 1") -> dict[str, bytes]:
    text = "\n".join([HEAD, *rows, ""])
    return {"financeurs.csv": text.encode(), "territoire.toml": settings.encode()}


BASE = files(*ROWS)


def rows(found: dict[str, bytes]) -> list[str]:
    return found["financeurs.csv"].decode().splitlines()[1:]


def test_rows_that_each_changed_added_or_removed_are_all_kept() -> None:
    theirs = files("etat;L’État;É", *ROWS[1:], "dep;Département;D")
    ours = files(ROWS[0], "ville;La Ville;V", "reg;Région;R")
    found, collisions = merged(BASE, theirs, ours)
    assert collisions == []
    assert rows(found) == [
        "etat;L’État;É", "ville;La Ville;V", "dep;Département;D", "reg;Région;R",
    ]  # fmt: skip


def test_what_only_one_changed_is_hers_to_the_byte() -> None:
    ours = files(*ROWS, settings="a = 2")
    assert merged(BASE, BASE, ours) == (ours, [])
    assert merged(BASE, ours, BASE) == (ours, [])
    assert merged(BASE, ours, ours) == (ours, [])


def test_a_cell_that_both_changed_is_told_with_both_values() -> None:
    theirs, ours = files("etat;A;É", *ROWS[1:]), files("etat;B;É", *ROWS[1:])
    _, collisions = merged(BASE, theirs, ours)
    assert collisions == [Collision("financeurs.csv", "etat", "nom", "A", "B")]


def test_two_cells_of_one_row_are_put_together_and_only_what_both_changed_collides() -> None:
    theirs, ours = files("etat;A;É", *ROWS[1:]), files("etat;État;Z", *ROWS[1:])
    found, collisions = merged(BASE, theirs, ours)
    assert (rows(found)[0], collisions) == ("etat;A;Z", [])
    _, collisions = merged(BASE, theirs, files("etat;B;Z", *ROWS[1:]))
    assert collisions == [Collision("financeurs.csv", "etat", "nom", "A", "B")]


def test_a_row_that_one_changed_and_the_other_removed_collides() -> None:
    theirs, ours = files("etat;A;É", *ROWS[1:]), files(*ROWS[1:])
    _, collisions = merged(BASE, theirs, ours)
    assert {(one.column, one.theirs, one.ours) for one in collisions} >= {("nom", "A", "")}


@pytest.mark.parametrize("twice", [(*ROWS, ROWS[0]), (*ROWS, "etat;Autre;A")])
def test_rows_that_nothing_tells_apart_are_never_merged(twice: tuple[str, ...]) -> None:
    _, collisions = merged(BASE, files("etat;A;É", *ROWS[1:]), files(*twice))
    assert collisions == [Collision("financeurs.csv")]


def test_settings_that_both_changed_collide_as_a_whole() -> None:
    theirs, ours = files(*ROWS, settings="a = 2"), files(*ROWS, settings="a = 3")
    assert merged(BASE, theirs, ours)[1] == [Collision("territoire.toml")]


def test_a_file_that_one_removed_goes_and_one_that_she_added_comes() -> None:
    ours = {"financeurs.csv": BASE["financeurs.csv"], "eau.geojson": b"{}"}
    found, collisions = merged(BASE, BASE, ours)
    assert (set(found), collisions) == ({"financeurs.csv", "eau.geojson"}, [])
