"""The actions of the fictional territory: their money stage by stage, their people."""

from __future__ import annotations

from collections import Counter, defaultdict

from scripts.exemple.catalogue_actions import PERSON
from tests.data.exemple_tables import FOLDER, Rows, quarters, rows, toml
from tests.walked import some

STAGES = ["demandé", "proposé", "accordé", "versé", "justifié"]


def stages() -> dict[tuple[str, str], dict[str, float]]:
    found: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for row in rows("financements"):
        found[row["action"], row["financeur"]][row["etape"]] = float(row["montant"])
    return found


def test_there_are_about_sixty_actions_a_year_from_2015_to_2024() -> None:
    counts = Counter(row["annee"] for row in rows("actions"))
    assert sorted(counts) == [str(year) for year in range(2015, 2025)]
    assert all(55 <= count <= 65 for count in counts.values())


def test_each_action_names_quarters_of_the_perimeters_of_its_year() -> None:
    known = quarters()
    for row in some(rows("actions")):
        generation = "2024" if row["annee"] == "2024" else "2015"
        codes = [code for code in row["quartiers"].split("|") if code]
        assert all(known[code]["generation"] == generation for code in codes), row["id"]
        assert bool(codes) == bool(row["quartier_origine"])


def test_actions_serve_no_quarter_one_or_several_and_every_quarter_has_some() -> None:
    sizes = Counter(
        len(row["quartiers"].split("|")) if row["quartiers"] else 0 for row in rows("actions")
    )
    assert {0, 1, 2, 3} <= set(sizes)
    served = {code for row in rows("actions") for code in row["quartiers"].split("|")} - {""}
    assert served == set(quarters())


def test_pillars_themes_and_funders_are_those_of_the_settings() -> None:
    data = toml()
    pillars = {item["slug"] for item in data["grilles"][0]["piliers"]}
    themes = {item["slug"]: item["pilier"] for item in data["themes"]}
    assert all(
        row["pilier"] in pillars and themes[row["theme"]] == row["pilier"]
        for row in rows("actions")
    )
    assert {row["pilier_origine"] for row in rows("actions")} == {"officiel"}
    assert {row["financeur"] for row in rows("financements")} == {
        r["code"] for r in rows("financeurs")
    }


def test_money_never_grows_from_one_stage_to_the_next() -> None:
    for key, found in some(stages().items()):
        assert list(found) == STAGES[: len(found)], key
        amounts = list(found.values())
        assert amounts == sorted(amounts, reverse=True), key
        assert all(amount > 0 for amount in amounts), key


def test_requests_are_refused_cut_or_granted_and_the_last_year_is_not_justified() -> None:
    found = stages()
    assert any(list(item) == ["demandé"] for item in found.values())
    assert any(item.get("accordé", 0) < item["demandé"] for item in found.values())
    assert any(item.get("accordé") == item["demandé"] for item in found.values())
    assert any(
        item.get("justifié", item.get("versé")) != item.get("versé") for item in found.values()
    )
    last = [item for (action, _), item in found.items() if action.startswith("EX-2024")]
    assert not any("justifié" in item for item in last)
    assert any("versé" in item for item in last)
    assert any("versé" not in item for item in last if "accordé" in item)


def test_some_actions_are_refused_by_all_and_have_no_granted_money() -> None:
    granted = {action for (action, _), item in stages().items() if "accordé" in item}
    refused = [row for row in rows("actions") if row["id"] not in granted]
    assert Counter(row["annee"] for row in refused) == dict.fromkeys(map(str, range(2015, 2025)), 2)


def test_most_actions_have_several_funders() -> None:
    funders = Counter(action for action, _ in stages())
    assert set(funders) == {row["id"] for row in rows("actions")}
    assert sum(count > 1 for count in funders.values()) > 0.9 * len(funders)


def test_an_action_that_goes_on_keeps_its_title_and_its_holder() -> None:
    history: dict[str, Rows] = defaultdict(list)
    for row in some(rows("actions")):
        history[row["intitule"]].append(row)
    for found in history.values():
        years = [int(row["annee"]) for row in found]
        assert years == list(range(years[0], years[0] + len(years)))
        assert len({row["porteur_id"] for row in found}) == 1
        assert found[0]["reconduction"] == "nouvelle"
        assert {row["reconduction"] for row in found[1:-1]} <= {"renouvelée"}
        ends = found[-1]["reconduction"]
        assert len(found) == 1 or ends == ("renouvelée" if years[-1] == 2024 else "terminée")
    assert max(len(found) for found in history.values()) == 10


def test_conventions_of_three_years_run_to_their_end() -> None:
    history: dict[str, list[str]] = defaultdict(list)
    for row in some(rows("actions")):
        history[row["intitule"]] += [row["pluriannuel"]] if row["pluriannuel"] else []
    assert any(len(found) >= 3 for found in history.values())
    for found in history.values():
        assert found == [f"{rank % 3 + 1}/3" for rank in range(len(found))]


def test_the_youth_path_has_its_four_stages_every_year() -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for row in some(rows("actions")):
        found[row["annee"]].add(row["age"])
    path = {"préadolescence", "adolescence", "jeunesse", "adulte"}
    assert all(path <= ages for ages in found.values())


def test_one_natural_person_holds_actions_and_is_named_nowhere_else() -> None:
    found = [row for row in rows("actions") if row["porteur_nature"] == "personne physique"]
    assert {row["porteur"] for row in found} == {PERSON.name}
    surname = PERSON.name.split()[-1]
    texts = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert [name for name, text in texts.items() if surname in text] == ["actions.csv"]
    lines = [line for line in texts["actions.csv"].splitlines() if surname in line]
    assert len(lines) == len(found) >= 1


def test_people_are_split_by_sex_and_by_age_and_some_counts_are_too_small_to_show() -> None:
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(Counter)
    for row in rows("beneficiaires"):
        axis = "sexe" if row["sexe"] else "tranche" if row["tranche"] else "total"
        found[row["action"], row["mesure"]][axis] += int(row["nombre"])
    assert all(item["sexe"] == item["tranche"] == item["total"] for item in found.values())
    assert any(0 < int(row["nombre"]) < 5 for row in rows("beneficiaires") if row["sexe"])
    assert any(0 < int(row["nombre"]) < 5 for row in rows("beneficiaires") if row["tranche"])
    planned = {action for action, measure in found if measure == "prévu"}
    real = {action for action, measure in found if measure == "réel"}
    assert real < planned
