"""The house keeps its shape: small modules, small functions, ids and callbacks in their place."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Container, Iterable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.walked import some

CODE = sorted((ROOT / "dashboard").rglob("*.py"))
DECLARATIONS = ("catalogue/indicators/", "schema/tables.py", "texts.py")
"""Data written as code: one declaration after the other, long by nature."""


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All that a module is made of, walked once for all that is held of it."""
    return tuple(ast.walk(tree(path)))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in nodes(path) if isinstance(node, ast.FunctionDef))


def wrong(found: Iterable[tuple[Path, object]]) -> list[str]:
    """What is wrong, each after the module where it stands."""
    return [f"{name(path)}: {what}" for path, what in found]


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    read = [path for path in CODE if not any(part in name(path) for part in DECLARATIONS)]
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in some(read)}
    assert wrong((path, length) for path, length in lengths.items() if length > 270) == []


def length(one: ast.FunctionDef) -> int:
    """The lines of a function, its decorators left aside."""
    return (one.end_lineno or 0) - one.lineno + 1


def test_no_function_is_longer_than_fifty_lines() -> None:
    long = ((path, one.name) for path in some(CODE) for one in functions(path) if length(one) > 50)
    assert wrong(long) == []


COMMANDS = "cli"
"""The room whose functions are called by nobody: a command that stops says why on the screen."""
SAYS_WHEN = re.compile(r"None|[Nn]one|[Nn]othing|if any")
OWN_FAULTS = {"TypeError", "NotImplementedError"}
"""What a caller cannot cause."""
NAMED = re.compile(
    r"(?<=[;.,] )([A-Z][a-z]+(?:[A-Z][a-z]+)*)(?= where\b)|(?<=^See )([A-Z][A-Za-z]+)"
)
"""What a docstring says is raised or given, or where it says that more is told."""
PLAIN_WORDS = {"None", "Nothing", "Empty", "What"}


def offered(path: Path) -> Iterator[ast.FunctionDef]:
    """The public functions of a module, and those of its public classes."""
    whole = tree(path).body
    classes = (node for node in whole if isinstance(node, ast.ClassDef))
    inside = [item for node in classes if not node.name.startswith("_") for item in node.body]
    for node in (*whole, *inside):
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


REFUSALS = re.compile(r"Refused|Unreadable|\bNot[A-Z]\w+")
"""What functions that make a refusal for others give."""


def raised(function: ast.FunctionDef) -> set[str]:
    """The exceptions that it makes itself."""
    nodes = (node.exc for node in ast.walk(function) if isinstance(node, ast.Raise))
    calls = {ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call)}
    return calls - OWN_FAULTS - caught(function)


def caught(function: ast.FunctionDef) -> set[str]:
    """The exceptions that it takes itself, by the names of its handlers."""
    handlers = (node for node in ast.walk(function) if isinstance(node, ast.ExceptHandler))
    kinds = (node.type for node in handlers if node.type is not None)
    return {name for kind in kinds for name in re.findall(r"\w+", ast.unparse(kind))}


def faults(path: Path) -> Iterator[str]:
    """The functions that do not say when they give nothing, or that they refuse."""
    for function in offered(path):
        said = ast.get_docstring(function) or ""
        given = ast.unparse(function.returns) if function.returns else ""
        if given.endswith("| None") and not SAYS_WHEN.search(said):
            yield f"{function.name} does not say when it gives None"
        for name in raised(function):
            known = name.rpartition(".")[2] in said
            if not known and not REFUSALS.search(said):
                yield f"{function.name} does not say that it raises {name}"


def test_what_may_give_nothing_or_refuse_says_so() -> None:
    paths = [path for path in CODE if COMMANDS not in path.relative_to(ROOT).parts]
    assert sum(len(raised(function)) for path in paths for function in offered(path)) > 60
    found = [f"{name(path)}: {fault}" for path in paths for fault in faults(path)]
    assert found == []


def test_what_a_docstring_names_is_there() -> None:
    known = {word for path in CODE for word in words_of(path)} | set(dir(builtins)) | PLAIN_WORDS
    said = {one for path in CODE for one in named_in(path)}
    assert len(said) > 20
    assert said - known == set()


def words_of(path: Path) -> Iterator[str]:
    """The classes that a module declares or takes from elsewhere."""
    for node in nodes(path):
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.ImportFrom):
            yield from (alias.asname or alias.name for alias in node.names)


def named_in(path: Path) -> Iterator[str]:
    """What the docstrings of a module name."""
    for node in nodes(path):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
            found = NAMED.findall(ast.get_docstring(node) or "")
            yield from (one or other for one, other in found)


def test_functions_are_short_on_the_whole() -> None:
    lengths = sorted(length(function) for path in CODE for function in functions(path))
    assert lengths[len(lengths) // 2] <= 9


def named(path: Path) -> Iterator[str]:
    """The public classes of a module, and the types that it gives a name."""
    for node in tree(path).body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign) and isinstance(node.value, (ast.Subscript, ast.BinOp)):
            yield from (one.id for one in node.targets if isinstance(one, ast.Name))


def named_twice(paths: Iterable[Path]) -> dict[str, list[str]]:
    """The modules of each public class, or named type, that several define."""
    where: dict[str, list[str]] = {}
    for path in paths:
        for one in named(path):
            if one[0].isupper() and not one.isupper():
                where.setdefault(one, []).append(name(path))
    return {one: places for one, places in where.items() if len(places) > 1}


def test_a_public_class_or_a_named_type_is_defined_once() -> None:
    assert sum(1 for path in CODE for _ in named(path)) > 500
    assert named_twice(CODE) == {}


def test_a_class_that_two_modules_define_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {ROOT / "a.py": "class Line: ...\n", ROOT / "b.py": "Line = tuple[int, str]\n"}
    monkeypatch.setitem(globals(), "tree", lambda path: ast.parse(told[path]))
    assert named_twice(told) == {"Line": ["a.py", "b.py"]}


READS = {"read_text", "read_bytes", "read_csv", "open", "connect"}


def test_no_module_reads_a_file_as_it_is_imported() -> None:
    calls = (
        (path, node.func.attr)
        for path in some(CODE)
        for statement in tree(path).body
        if not isinstance(statement, (ast.FunctionDef, ast.ClassDef))
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    )
    assert wrong((path, called) for path, called in calls if called in READS) == []


WORKSHOP = "dashboard/web/workshop.py"
"""What serves who draws, never readers."""


SERVED = [path for path in CODE if name(path) != WORKSHOP]


def test_no_page_is_made_of_components_that_the_browser_builds() -> None:
    taken = some(
        (path, alias.name)
        for path in SERVED
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and node.module == "dash"
        for alias in node.names
    )
    assert wrong(pair for pair in taken if pair[1] in ("dcc", "html", "dash_table")) == []


def test_callbacks_are_registered_in_one_function_only() -> None:
    for path in some(CODE):
        text = path.read_text(encoding="utf-8")
        if path.name != "callbacks.py" and name(path) != WORKSHOP:
            assert ".callback(" not in text, name(path)
        assert "suppress_callback_exceptions" not in text


def test_pattern_ids_are_spelled_in_one_module() -> None:
    for path in some((ROOT / "dashboard").rglob("*.py")):
        if path.name == "ids.py":
            continue
        text = path.read_text(encoding="utf-8")
        assert '"type": "panneau"' not in text
        assert '"type": "controle"' not in text


def test_callback_bodies_are_at_most_six_lines() -> None:
    module = tree(ROOT / "dashboard" / "web" / "callbacks.py")
    register = next(
        n for n in module.body if isinstance(n, ast.FunctionDef) and n.name == "register"
    )
    for node in some(one for one in register.body if isinstance(one, ast.FunctionDef)):
        assert (node.end_lineno or 0) - node.body[0].lineno + 1 <= 6, node.name


KNOW_DASH = tuple(
    f"{name}.py"
    for name in ("components/live", "components/libraries", "web/callbacks", "web/factory")
)


def imported(node: ast.AST) -> list[str]:
    """The modules that a statement imports, whole or in part."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def test_only_four_places_know_dash() -> None:
    knowing = {
        name(path)
        for path in SERVED
        for node in nodes(path)
        if any(found.split(".")[0] == "dash" for found in imported(node))
    }
    assert knowing == {f"dashboard/{place}" for place in KNOW_DASH}


def test_every_path_that_the_readme_names_exists() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    table = re.findall(r"`((?:dashboard|assets|tests|data|docs)/[^`]*)`", text)
    links = re.findall(r"\]\(([^)#]+)\)", text)
    named = [path for path in (*table, *links) if not path.startswith("http")]
    assert len(table) >= 8
    missing = [path for path in named if not (ROOT / path).exists()]
    assert missing == []


def test_every_link_of_the_documents_leads_to_a_file() -> None:
    for page in some(sorted((ROOT / "docs").rglob("*.md"))):
        text = page.read_text(encoding="utf-8")
        for link in re.findall(r"\]\(([^)#\s]+)", text):
            if not link.startswith(("http", "mailto")):
                assert (page.parent / link).exists(), f"{name(page)} → {link}"


def test_the_project_names_neither_this_machine_nor_its_neighbours() -> None:
    local = re.compile(r"/work/|/tmp/|/root/|/home/\w")
    for path in some(CODE):
        found = local.search(path.read_text(encoding="utf-8"))
        assert found is None, f"{name(path)} : {found}"


OPENERS = {"open", "fdopen", "read_bytes", "read_text", "read_file", "from_filelike", "ZipFile"}
READERS = {
    "zipfile",
    "openpyxl",
    "python_calamine",
    "pyogrio",
    "sqlite3",
    "csv",
    "charset_normalizer",
}
OF_THE_TERRITORY = {"territory_folder.py", "rules.py", "founding.py", "apply.py", "given.py"}
"""They read or spell the territory's own files, that the project vouches for, or give some."""


def test_bytes_that_nobody_vouches_for_are_opened_at_one_door() -> None:
    inside = [
        path
        for path in (ROOT / "dashboard" / "importers").rglob("*.py")
        if path.parent.name not in ("door", "writing") and path.name not in OF_THE_TERRITORY
    ]
    named = ((path, one) for path in some(inside) for one in reached(path))
    assert wrong((path, one) for path, one in named if one in (*READERS, *OPENERS)) == []


def reached(path: Path) -> Iterator[str]:
    """The modules that one imports and the functions that it calls, by name."""
    for node in nodes(path):
        yield from imported(node)
        if isinstance(node, ast.Call):
            called = node.func
            yield called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def test_the_door_itself_reaches_what_opens_files() -> None:
    door = (ROOT / "dashboard" / "importers" / "door").rglob("*.py")
    assert {named for path in door for named in reached(path)} & READERS


def modules() -> dict[str, Path]:
    """Every module of the house by its name."""
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in CODE
    }


def imports(path: Path, known: Container[str]) -> Iterator[str]:
    """The modules of the house that one imports, inside its functions and for types too."""
    named = (node for node in nodes(path) if isinstance(node, ast.ImportFrom))
    for node in named:
        wholes = [f"{node.module}.{alias.name}" for alias in node.names]
        yield from (whole if whole in known else str(node.module) for whole in wholes)


def test_no_module_comes_back_to_itself_by_what_it_imports() -> None:
    known = modules()
    arrows = {
        name: {one for one in imports(path, known) if one in known and one != name}
        for name, path in known.items()
    }
    assert sum(map(len, arrows.values())) > len(known)
    TopologicalSorter(arrows).prepare()


def test_the_still_drawing_reads_the_fields_of_its_scene_and_no_key_of_a_dict() -> None:
    still = some(path for path in CODE if "charts/svg/" in name(path))
    found = ((path, node) for path in still for node in nodes(path) if asks_a_dict(node))
    assert wrong((path, ast.unparse(node)) for path, node in found) == []


def asks_a_dict(node: ast.AST) -> bool:
    """Whether a node reads a dictionary by one of its keys, or a value of any type."""
    if isinstance(node, ast.Subscript):
        return isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str)
    if isinstance(node, ast.Attribute):
        return node.attr in ("get", "items", "setdefault")
    return isinstance(node, ast.Name) and node.id == "Any"


@pytest.mark.parametrize("source", ["found['x']", "found.get(key)", "Any"])
def test_a_dictionary_that_is_asked_is_seen(source: str) -> None:
    assert any(map(asks_a_dict, ast.walk(ast.parse(source))))


ASKS_SQL = re.compile(
    r"\b(select\b.+\bfrom|insert into|update\b.+\bset|delete from)\b", re.I | re.S
)
KNOW_SQL = (
    "store/",
    "publication/",
    "depot/",
    "postgres/",
    "importers/door/geopackage.py",
    "importers/writing/geopackage.py",
    "staff/base/migrations/",
)
"""Those that hold publications or versions, the door by which a base given is read, what makes it
anew, and the forms that the base of staff took, whose triggers are SQL."""


def test_only_what_holds_publications_or_versions_speaks_sql() -> None:
    rest = some(p for p in CODE if not name(p).removeprefix("dashboard/").startswith(KNOW_SQL))
    found = ((path, node) for path in rest for node in nodes(path) if asks_sql(node))
    assert wrong((path, ast.unparse(node)) for path, node in found) == []


def asks_sql(node: ast.AST) -> bool:
    """Whether a node asks a base; the Store answers: its archive is its own."""
    if isinstance(node, ast.Import):
        return "sqlite3" in {alias.name for alias in node.names}
    if isinstance(node, ast.Attribute):
        return node.attr == "archive"
    said = node.value if isinstance(node, ast.Constant) else None
    return isinstance(said, str) and ASKS_SQL.search(said) is not None


@pytest.mark.parametrize("source", ["import sqlite3", "store.archive", "'select nom from noms'"])
def test_a_base_that_is_asked_is_seen(source: str) -> None:
    assert any(map(asks_sql, ast.walk(ast.parse(source))))


MIRRORED = ("exhibits", "pages")
"""Rooms of which each module has its tests under its own name."""


def unmirrored(room: str) -> list[str]:
    """The modules of a room, its index aside, that no test module of the same name judges."""
    held = some((ROOT / "dashboard" / room).glob("*.py"))
    judged = {path.name.removeprefix("test_") for path in (ROOT / "tests" / room).glob("test_*.py")}
    return sorted({path.name for path in held} - judged - {"__init__.py"})


@pytest.mark.parametrize("room", MIRRORED)
def test_each_module_of_these_rooms_has_its_tests_where_one_looks_for_them(room: str) -> None:
    assert unmirrored(room) == []


STAFF = ROOT / "dashboard" / "staff"


def rooms_of(stem: str) -> set[str]:
    """The rooms of the staff site where a module of that name stands; empty for the staff folder
    itself."""
    held = STAFF.rglob(f"{stem}.py")
    return {str(path.parent.relative_to(STAFF)).removeprefix(".") for path in held}


def test_a_test_of_the_staff_site_stands_in_the_room_of_what_it_judges() -> None:
    folder = ROOT / "tests" / "staff"
    judged = {path: rooms_of(path.stem.removeprefix("test_")) for path in folder.rglob("test_*.py")}
    named = {path: rooms for path, rooms in judged.items() if rooms}
    assert len(named) > 20
    lost = [
        name(path)
        for path, rooms in named.items()
        if str(path.parent.relative_to(folder)).removeprefix(".") not in rooms
    ]
    assert lost == []
    rooms = {path.name for path in folder.iterdir() if (path / "__init__.py").exists()}
    assert {room for room in rooms if not (STAFF / room).is_dir()} == set()


def test_the_scripts_of_the_page_stay_short() -> None:
    ours = [*(ROOT / "assets").glob("*.js"), *(ROOT / "assets" / "page").glob("*.js")]
    assert sum(len(path.read_text("utf-8").splitlines()) for path in ours) <= 1_240
