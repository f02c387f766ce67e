"""The documentation says what is: generated files are fresh, links and paths lead somewhere."""

from __future__ import annotations

import ast
import pkgutil
import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from dashboard import catalogue
from dashboard.cli import documentation
from dashboard.domain import french
from dashboard.domain.indicator import Unit
from dashboard.words import texts
from tests.walked import of_each, some

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
README = ROOT / "README.md"
PAGES = (README, ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md")))
IMAGES = DOCS / "images"
HEAVIEST = {"accueil.png": 400_000}
HEAVY = 300_000
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
NAMED_TEST = re.compile(r"tests/[a-z0-9_/]+\.py:\w+")
TOP = ("assets/", "dashboard/", "data/", "docs/", "scripts/", "tests/")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


every_page = of_each(PAGES, name)


@pytest.mark.parametrize(
    ("path", "made"),
    [("glossaire.md", documentation.glossary), ("dictionnaire.md", documentation.dictionary)],
)
def test_a_generated_page_is_what_the_code_declares(path: str, made: object) -> None:
    assert callable(made)
    assert read(DOCS / path) == made(), "lancez : make docs"


def test_every_word_of_the_glossary_stands_in_it() -> None:
    page = documentation.glossary()
    for term, said in some(texts.GLOSSARY):
        assert f"**{french.typeset(term)}**" in page
        assert french.typeset(said) in page


def test_every_indicator_has_its_entry_with_its_definition_and_its_limits() -> None:
    page = documentation.dictionary()
    for item in some(catalogue.INDICATORS):
        entry = documentation.entry(item)
        assert french.typeset(entry) in page
        assert item.definition in entry
        assert item.limits in entry
        assert f"`{item.columns[0].family}.{item.columns[0].name}`" in entry


def test_every_unit_and_every_family_of_files_has_its_words() -> None:
    assert set(documentation.UNITS) == set(Unit)
    used = {column.family for item in catalogue.INDICATORS for column in item.columns}
    assert used <= set(documentation.FAMILIES)


def test_a_rate_is_never_said_to_add_up() -> None:
    rate = catalogue.indicator("taux-pauvrete")
    assert "d’un quartier à l’autre : non" in documentation.entry(rate)
    people = catalogue.indicator("population")
    assert "d’un quartier à l’autre : oui" in documentation.entry(people)


def test_an_indicator_without_column_nor_break_says_so() -> None:
    bare = replace(catalogue.indicator("population"), columns=(), breaks=(), limits="")
    entry = documentation.entry(bare)
    assert "Colonnes : aucune" in entry
    assert "Ruptures : aucune connue" in entry
    assert "Ce qu’il ne dit pas : rien de particulier" in entry


def test_writing_gives_both_files_whole(tmp_path: Path) -> None:
    written = documentation.write(tmp_path / "docs")
    assert [path.name for path in written] == ["glossaire.md", "dictionnaire.md"]
    assert read(written[0]) == documentation.glossary()
    assert read(written[1]) == documentation.dictionary()


@every_page
def test_a_link_or_a_picture_leads_to_a_file_of_the_project(page: Path) -> None:
    led = [target for target in LINK.findall(read(page)) if "://" not in target]
    assert [target for target in led if not (page.parent / target).exists()] == []


@every_page
def test_a_picture_says_what_it_shows(page: Path) -> None:
    shown = PICTURE.findall(read(page))
    assert [target for said, target in shown if not said.endswith(".")] == []


def test_the_pages_hold_many_links_pictures_and_paths() -> None:
    texts = [read(page) for page in PAGES]
    for shape in (LINK, PICTURE, CODE):
        assert sum(len(shape.findall(text)) for text in texts) >= 10


def test_every_picture_is_shown_somewhere_and_light() -> None:
    shown = {Path(target).name for page in PAGES for _, target in PICTURE.findall(read(page))}
    held = {path.name: path.stat().st_size for path in IMAGES.iterdir()}
    assert set(held) == shown
    for image, size in held.items():
        assert size < HEAVIEST.get(image, HEAVY), image


@every_page
def test_a_path_written_as_code_exists(page: Path) -> None:
    """A path with a blank, a star or a name in capitals is an example, not a file."""
    told = [said for said in CODE.findall(read(page)) if said.startswith(TOP)]
    paths = [said for said in told if re.fullmatch(r"[a-z0-9_\-./]+", said)]
    lost = [path for path in paths if not (ROOT / path).exists()]
    assert [path for path in lost if not _made_by_the_reader(page, path)] == []


@every_page
def test_a_test_that_a_page_names_exists(page: Path) -> None:
    named = [said.split(":") for said in CODE.findall(read(page)) if NAMED_TEST.fullmatch(said)]
    assert [f"{path}:{test}" for path, test in named if not _stands(ROOT / path, test)] == []


def test_every_chapter_of_the_standard_of_security_has_its_test_or_its_reason() -> None:
    page = read(DOCS / "securite.md").partition("## Le référentiel ASVS")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in page.splitlines()]
    said = {row[0].partition(" ")[0]: row for row in rows if row and row[0].startswith("V")}
    assert list(said) == [f"V{number}" for number in range(1, 18)]
    for chapter, (_, here, tests) in said.items():
        assert here == "ne s’applique pas" or "`tests/" in tests, chapter


def _made_by_the_reader(page: Path, path: str) -> bool:
    """The recipes name the files that they make the reader write."""
    return page.name == "recettes.md" and f"`{path}` (nouveau)" in read(page)


def test_the_table_of_the_readme_names_paths() -> None:
    table = read(README).partition("## Où changer quoi")[2].partition("##")[0]
    rows = [line for line in table.splitlines() if line.startswith("| un") or "couleurs" in line]
    assert len(rows) >= 7
    for row in rows:
        assert any((ROOT / said).exists() for said in CODE.findall(row)), row


def test_every_decision_stands_in_the_index_and_has_its_parts() -> None:
    folder = DOCS / "decisions"
    index = read(folder / "README.md")
    files = sorted(path for path in folder.glob("0*.md"))
    assert [path.name[:4] for path in files] == [f"{n:04}" for n in range(1, len(files) + 1)]
    for path in files:
        assert f"]({path.name})" in index
        if path.name != "0001-dependances.md":
            for part in ("## Contexte", "## Décision", "## Conséquence"):
                assert part in read(path), path.name


@every_page
def test_no_page_names_a_place_of_one_machine(page: Path) -> None:
    assert re.search(r"(?<![\w.])/(work|tmp|home|root|Users)/", read(page)) is None


ARCHITECTURE = ROOT / "docs" / "architecture.md"
PLACE = re.compile(r"`((?:dashboard|assets)/[\w/.]+\.(?:py|js)):([\w.]+)`")
PLACES = PLACE.findall(read(ARCHITECTURE))


def _stands(path: Path, test: str) -> bool:
    return path.exists() and _holds(path, test)


def _holds(path: Path, name: str) -> bool:
    """Whether that file defines that function, class or method."""
    text = read(path)
    if path.suffix == ".js":
        return re.search(rf"(?m)^\s*(?:const |function )?{name}\s*(?:[:(]|= \()", text) is not None
    found: list[ast.AST] = [ast.parse(text)]
    for part in name.split("."):
        inside = (one for node in found for one in ast.iter_child_nodes(node))
        kinds = (ast.FunctionDef, ast.ClassDef)
        found = [one for one in inside if isinstance(one, kinds) and one.name == part]
    return bool(found)


@pytest.mark.parametrize(("path", "name"), PLACES)
def test_each_step_of_the_trips_is_where_it_is_said_to_be(path: str, name: str) -> None:
    assert _holds(ROOT / path, name)


def test_the_trips_are_told_whole_on_one_page() -> None:
    text = read(ARCHITECTURE)
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## D’une adresse au HTML",
        "## D’un filtre à l’écran repeint",
        "## D’un fichier à la publication",
        "## D’un fichier déposé par un agent au public",
    ]
    assert len(PLACES) > 42
    assert len(text.splitlines()) < 100
    houses = (ROOT / "dashboard", ROOT / "dashboard" / "staff")
    rooms = {path.name for house in houses for path in house.iterdir() if path.is_dir()}
    assert {room for room in rooms - {"__pycache__"} if f"`{room}`" not in text} == set()


def test_a_step_that_moved_would_be_found() -> None:
    assert not _holds(ROOT / "dashboard" / "web" / "factory.py", "Observatory.nowhere")
    assert not _holds(ROOT / "assets" / "page" / "address.js", "nowhere")


GIVEN_WHOLE = [
    block
    for block in re.findall(r"```python\n(.*?)```", read(DOCS / "recettes.md"), re.DOTALL)
    if "from __future__" in block
]
MADE_APART = {"Places"}
"""What a module of a recipe takes from another step of it."""


@pytest.mark.parametrize("block", some(GIVEN_WHOLE), ids=lambda block: block.splitlines()[0])
def test_a_module_that_a_recipe_gives_asks_for_nothing_that_is_gone(block: str) -> None:
    nodes = list(ast.walk(ast.parse(block)))
    known = {
        one.name: pkgutil.resolve_name(f"{node.module}.{one.name}")
        for node in nodes
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("dashboard")
        for one in node.names
        if one.name not in MADE_APART
    }
    assert known
    asked = [
        (known.get(node.value.id), node.attr)
        for node in nodes
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    ]
    gone = [n for held, n in asked if isinstance(held, ModuleType) and not hasattr(held, n)]
    assert gone == []
