"""What an import changes, and its writing: all of it, or nothing."""

from collections.abc import Callable
from pathlib import Path

from dashboard.importers import apply
from dashboard.importers.account import Left, account_of, refusal
from dashboard.importers.apply import Plan, plan, write
from dashboard.importers.imported import Imported
from dashboard.importers.report import told
from dashboard.importers.territory_folder import TerritoryFolder, blank, open_territory
from tests.importers.conftest import action, money

Fill = Callable[..., TerritoryFolder]
NOTHING = account_of((), ())


def _value(year: int, value: str, status: str = "définitif", file: str = "a") -> dict[str, str]:
    return blank(
        "indicateurs",
        territoire="QP099001",
        indicateur="taux-pauvrete",
        annee=str(year),
        valeur=value,
        statut=status,
        source="insee-filosofi",
        fichier=file,
    )


SOURCE = blank(
    "sources", id="insee-filosofi", titre="F", producteur="I", licence="L", obtention="inventée"
)


def _import(*rows: dict[str, str], table: str = "indicateurs") -> Imported:
    return Imported("k", "t", NOTHING, taken={table: rows, "sources": (SOURCE,)})


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_rows_are_added_changed_and_left_in_their_place(fill: Fill, folder: Path) -> None:
    territory = fill(indicateurs=(_value(2018, "36"), _value(2019, "37")), sources=(SOURCE,))
    planned = plan(_import(_value(2018, "36.5"), _value(2020, "38")), territory)
    (change, _) = planned.imported.changes
    assert (change.added, change.changed, change.removed, change.same) == (1, 1, 0, 1)
    assert write(planned, folder) == ("indicateurs.csv",)
    years = [(row["annee"], row["valeur"]) for row in open_territory(folder).rows("indicateurs")]
    assert years == [("2018", "36.5"), ("2019", "37"), ("2020", "38")]


def test_the_same_value_from_another_edition_changes_nothing(fill: Fill) -> None:
    territory = fill(indicateurs=(_value(2018, "36", file="REVN_2022"),), sources=(SOURCE,))
    assert plan(_import(_value(2018, "36", file="data_filo18")), territory).nothing


def test_a_gap_never_replaces_a_value_of_another_file(fill: Fill) -> None:
    territory = fill(indicateurs=(_value(2018, "36", file="a"),), sources=(SOURCE,))
    gap = _value(2018, "", "non diffusé", file="b")
    assert plan(_import(gap), territory).nothing
    assert not plan(_import(gap | {"fichier": "a"}), territory).nothing


def test_a_note_of_the_territory_stays_beside_the_same_value(fill: Fill) -> None:
    noted = _value(2018, "36") | {"note": "arrondi par la source"}
    territory = fill(indicateurs=(noted,), sources=(SOURCE,))
    assert plan(_import(_value(2018, "36")), territory).nothing


def test_rows_of_the_scope_that_the_file_does_not_hold_go_but_for_corrected_ones(
    fill: Fill,
) -> None:
    gone = action("P147-2020-001", 2020, "A", "1", source="insee-filosofi")
    kept = action("P147-2020-002", 2020, "B", "2", source="insee-filosofi")
    kept |= {"pilier_origine": "corrigé"}
    territory = fill(actions=(gone, kept), sources=(SOURCE,))
    imported = Imported(
        "k", "t", NOTHING, taken={"actions": ()}, scopes={"actions": ({"annee": "2020"},)}
    )
    planned = plan(imported, territory)
    assert [row["id"] for row in planned.tables["actions"]] == ["P147-2020-002"]
    assert (planned.imported.changes[0].removed, planned.imported.changes[0].kept) == (1, 1)


def test_a_file_that_would_empty_most_of_its_scope_is_told(fill: Fill) -> None:
    held = tuple(
        action(f"P147-2020-00{rank}", 2020, str(rank), str(rank), source="insee-filosofi")
        for rank in range(1, 9)
    )
    territory = fill(actions=held, sources=(SOURCE,))
    scopes = {"actions": ({"annee": "2020"},)}
    most = Imported("k", "t", NOTHING, taken={"actions": held[:3]}, scopes=scopes)
    half = Imported("k", "t", NOTHING, taken={"actions": held[:4]}, scopes=scopes)
    assert plan(most, territory).sweeping
    assert not plan(half, territory).sweeping


def test_tables_that_would_be_wrong_are_named_before_anything_is_written(fill: Fill) -> None:
    territory = fill(sources=(SOURCE,))
    planned = plan(_import(_value(2018, "36") | {"territoire": "QP099999"}), territory)
    assert [problem.value for problem in planned.problems] == ["QP099999"]


def test_a_fault_that_was_there_before_does_not_forbid_an_import(fill: Fill) -> None:
    orphan = action("P147-2020-001", 2020, "A", "1", source="insee-filosofi")
    territory = fill(actions=(orphan,), sources=(SOURCE,))
    assert plan(_import(_value(2018, "36")), territory).problems == ()


def test_a_file_none_of_whose_rows_is_taken_changes_nothing_not_even_the_sources(
    fill: Fill,
) -> None:
    territory = fill()
    nothing = account_of((2,), (), left=(Left(2, "code", "x", "d’ailleurs"),))
    imported = Imported("k", "t", nothing, taken={"indicateurs": (), "sources": (SOURCE,)})
    assert plan(imported, territory).nothing
    assert plan(imported, territory).tables == {}


def test_what_staff_corrected_stands_and_the_report_says_so(fill: Fill) -> None:
    held = action("P147-2020-001", 2020, "A", "1", source="insee-filosofi")
    for mended in (
        {"pilier": "cohesion-sociale", "pilier_origine": "corrigé"},
        {"age": "jeunesse", "age_origine": "corrigé"},
    ):
        territory = fill(
            actions=(held | mended,), financements=(money(held["id"], "5"),), sources=(SOURCE,)
        )
        planned = plan(Imported("k", "t", NOTHING, taken={"actions": (held,)}), territory)
        assert planned.nothing
        assert planned.imported.changes[0].corrected == 1
        assert "ce qui a été corrigé (pilier, thème, quartier ou âge)" in "".join(told(planned))


def test_a_table_is_written_as_the_project_reads_it() -> None:
    text = apply.csv_text("financements", (money("A;1", "10"),))
    assert text == ('action;financeur;etape;montant;source\n"A;1";etat-p147;engagé;10;anct-p147\n')


def test_nothing_to_change_is_nothing(planned: Callable[[str], Plan], folder: Path) -> None:
    write(planned("FILO2018_DISP_DEP.csv"), folder)
    territory = open_territory(folder)
    again = plan(
        Imported("k", "t", NOTHING, taken={"indicateurs": territory.rows("indicateurs")}), territory
    )
    assert again.nothing
    assert again.tables == {}


def test_rows_that_go_while_lines_are_refused_wait_for_a_word(fill: Fill) -> None:
    held = action("P147-2020-001", 2020, "A", "1", source="insee-filosofi")
    territory = fill(actions=(held,), sources=(SOURCE,))
    wrong = refusal("a.csv", 3, "montant", "douze", "n’est pas un montant.", "Écrivez 12.")
    scopes = {"actions": ({"annee": "2020"},)}
    other = action("P147-2020-002", 2020, "B", "2", source="insee-filosofi")
    account = account_of((2, 3), (2,), (wrong,))
    taken = {"actions": (other,)}
    imported = Imported("k", "t", account, taken=taken, scopes=scopes, refused=(wrong,))
    assert plan(imported, territory).doubtful


def test_what_the_tables_would_then_have_doubtful_is_told(fill: Fill) -> None:
    territory = fill(sources=(SOURCE,))
    row = blank(
        "subventions_agglomeration",
        id="AGGLO-2020-001",
        annee="2020",
        porteur="Club",
        objet="Foot",
        montant="10",
        annee_convention="1850",
        source="insee-filosofi",
    )
    planned = plan(_import(row, table="subventions_agglomeration"), territory)
    assert planned.problems == ()
    assert [(item.column, item.value) for item in planned.remarks] == [("annee_convention", "1850")]
    assert "À vérifier dans les tables :" in list(told(planned))
