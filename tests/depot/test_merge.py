"""What two people changed from the same version is put together, or both values are shown."""

from __future__ import annotations

import hashlib

import pytest

from dashboard.depot.merge import Collision, merged, said

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


def test_a_cell_that_says_theirs_and_adds_to_it_writes_over_nothing() -> None:
    theirs, ours = (files(f'etat;"{said}";É', *ROWS[1:]) for said in ("É ; A", "É ; A ; B"))
    found, collisions = merged(BASE, theirs, ours)
    assert (rows(found)[0], collisions) == ('etat;"É ; A ; B";É', [])
    assert len(merged(BASE, ours, theirs)[1]) == 1
    told = files('etat;"É ; A.";É', *ROWS[1:])
    assert merged(BASE, told, ours) == (ours, [])


def test_a_row_that_one_changed_and_the_other_removed_collides() -> None:
    theirs, ours = files("etat;A;É", *ROWS[1:]), files(*ROWS[1:])
    _, collisions = merged(BASE, theirs, ours)
    assert {(one.column, one.theirs, one.ours) for one in collisions} >= {("nom", "A", "")}


@pytest.mark.parametrize("twice", [(*ROWS, ROWS[0]), (*ROWS, "etat;Autre;A")])
def test_rows_that_nothing_tells_apart_are_never_merged(twice: tuple[str, ...]) -> None:
    theirs, ours = files("etat;A;É", *ROWS[1:]), files(*twice)
    found, (one,) = merged(BASE, theirs, ours)
    assert (one.file, one.key, one.column) == ("financeurs.csv", "", "")
    assert found["financeurs.csv"] == ours["financeurs.csv"]
    assert merged(BASE, theirs, ours, [one])[0]["financeurs.csv"] == theirs["financeurs.csv"]


def test_settings_that_both_changed_collide_as_a_whole() -> None:
    theirs, ours = files(*ROWS, settings="a = 2"), files(*ROWS, settings="a = 3")
    (one,) = merged(BASE, theirs, ours)[1]
    prints = [hashlib.sha256(text).hexdigest() for text in (b"a = 2", b"a = 3")]
    assert one == Collision("territoire.toml", theirs=prints[0], ours=prints[1])


def test_theirs_stand_where_it_is_said_and_ours_elsewhere() -> None:
    theirs = files("etat;A;X", "ville;La Ville;V", "dep;Dép;D")
    ours = files("etat;B;Y", "caf;Caf;K", "dep;Dépt;D")
    _, collisions = merged(BASE, theirs, ours)
    told = [(one.key, one.column) for one in collisions]
    assert told[:2] == [("etat", "nom"), ("etat", "court")]
    assert {key for key, _ in told} == {"etat", "ville", "caf", "dep"}
    by = {one.key: [other for other in collisions if other.key == one.key] for one in collisions}
    found, _ = merged(BASE, theirs, ours)
    assert rows(found) == ["etat;B;Y", "dep;Dépt;D", "caf;Caf;K"]
    found, _ = merged(BASE, theirs, ours, [by["etat"][0], *by["ville"]])
    assert rows(found) == ["etat;A;Y", "ville;La Ville;V", "dep;Dépt;D", "caf;Caf;K"]
    found, _ = merged(BASE, theirs, ours, collisions)
    assert rows(found) == rows(theirs)


def test_a_file_that_one_removed_goes_and_one_that_she_added_comes() -> None:
    ours = {"financeurs.csv": BASE["financeurs.csv"], "eau.geojson": b"{}"}
    found, collisions = merged(BASE, BASE, ours)
    assert (set(found), collisions) == ({"financeurs.csv", "eau.geojson"}, [])


EVENT = ("2016-01-12", "jour", "Conseil citoyen", "Au Rouet", "locale")


def events(*rows: tuple[str, ...]) -> dict[str, bytes]:
    lines = ["date;precision;titre;texte;source", *map(";".join, rows), ""]
    return {"evenements.csv": "\n".join(lines).encode()}


def named(title: str, text: str = EVENT[3]) -> tuple[str, ...]:
    return (*EVENT[:2], title, text, EVENT[4])


def test_an_event_that_both_renamed_is_one_and_its_two_names_are_told() -> None:
    _, collisions = merged(events(EVENT), events(named("Un")), events(named("Deux")))
    whose = ("evenements.csv", said(("2016-01-12", "Conseil citoyen")))
    assert collisions == [Collision(*whose, "titre", "Un", "Deux")]
    assert merged(events(EVENT), events(named("Un")), events(named("Un"))) == (
        events(named("Un")),
        [],
    )


@pytest.mark.parametrize("renames", ["theirs", "ours"])
def test_an_event_that_one_renamed_keeps_what_the_other_wrote_of_it(renames: str) -> None:
    sides = [events(named("Un")), events(named(EVENT[2], "À la Crécelière"))]
    theirs, ours = sides if renames == "theirs" else reversed(sides)
    found, collisions = merged(events(EVENT), theirs, ours)
    assert (found, collisions) == (events(named("Un", "À la Crécelière")), [])


def test_an_event_renamed_as_another_that_was_added_meanwhile_is_not_put_on_it() -> None:
    theirs = events(EVENT, ("2016-01-12", "mois", "Un", "Autre chose", "insee"))
    _, collisions = merged(events(EVENT), theirs, events(named("Un")))
    assert {(one.column, one.theirs) for one in collisions} >= {("texte", "Autre chose")}
