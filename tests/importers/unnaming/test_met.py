"""Each person met in a file keeps her number, which nobody else has."""

from __future__ import annotations

from dashboard.importers.unnaming.met import MetPersons


def test_two_persons_stay_two_and_one_stays_one() -> None:
    persons = MetPersons()
    told = [persons.out_of(f"avec {who}") for who in ("Mme Durand", "M. Martin", "Mme DURAND")]
    assert told == ["avec Mme (nom retiré 1)", "avec M. (nom retiré 2)", "avec Mme (nom retiré 1)"]


def test_a_number_that_stands_is_not_given_again() -> None:
    cells = ["Mme (nom retiré 3)", "12", "M. (nom retiré 7), vu", "voir (nom retiré 9)"]
    persons = MetPersons.beside(cells)
    assert [persons.out_of(cell) for cell in cells] == cells
    assert persons.out_of("Mme Durand") == "Mme (nom retiré 8)"


def test_a_number_beyond_measure_is_none() -> None:
    cells = [f"Mme (nom retiré {'9' * 5000})"]
    assert MetPersons.beside(cells).out_of("Mme Durand") == "Mme (nom retiré 1)"
