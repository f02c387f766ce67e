"""Every row of a file has one fate: the account that says otherwise cannot be made."""

import pytest

from dashboard.importers.account import Left, RowAccount, Unbalanced, account_of, refusal

LEFT = [Left(line, "objet", "TOTAL", "de total") for line in (5, 6, 7, 8)]
WRONG = refusal("a.csv", 3, "montant", "douze", "n’est pas un montant.", "Écrivez 12.")


def test_the_sum_is_said_and_the_first_rows_left_aside_are_named() -> None:
    account = account_of(range(2, 9), (2, 4), (WRONG, WRONG), LEFT)
    assert account.sentence().replace("\u00a0", " ") == (
        "7 lignes dans le fichier = 2 prises + 1 refusée + 4 laissées de côté."
    )
    (aside,) = account.aside
    said = aside.sentence("ligne").replace("\u00a0", " ")
    assert said.startswith("4 lignes de total : ligne 5, colonne objet, « TOTAL »")
    assert said.endswith("ligne 7, colonne objet, « TOTAL » ; ….")


@pytest.mark.parametrize(
    ("taken", "refused"),
    [((2, 3), ()), ((2, 3, 4), (4,)), ((2, 3, 4, 5), ()), ((2, 2, 3), ())],
)
def test_a_row_without_a_fate_or_with_two_is_refused(
    taken: tuple[int, ...], refused: tuple[int, ...]
) -> None:
    with pytest.raises(Unbalanced, match="3 lignes lues"):
        RowAccount(rows=(2, 3, 4), taken=taken, refused=refused)


def test_outlines_and_posts_are_counted_as_what_they_are() -> None:
    account = account_of((1, 2), (1, 2), unit="contour")
    assert account.sentence().replace("\u00a0", " ") == (
        "2 contours dans le fichier = 2 pris + 0 refusé + 0 laissé de côté."
    )
