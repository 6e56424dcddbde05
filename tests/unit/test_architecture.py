"""The house is built as its plan says: which module may know which, and how large one is."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
GENERATOR = ROOT / "generator"
RUNTIME = ROOT / "templates" / "python" / "_runtime"
MOST_LINES = 350

# What each part of the generator may import, of its own parts and of other libraries.
# A part that is not here may not exist: what it is to know is decided first.
KNOWS: dict[str, str] = {
    "": "",
    "__main__": "cli freshness standby",
    "arguments": (
        "click errors formatting inputs output pipeline rendering site verification"
    ),
    "cache": "platformdirs",
    "cli": (
        "arguments click delivery drift errors freshness inputs output pipeline progress"
        " site"
    ),
    "companion": "",
    "config": "config_values document errors pointers",
    "config_values": "",
    "config_reading": "config document errors pydantic",
    "delivery": "cache files ir output pipeline verification",
    "described": "document files ir targets.docs",
    "document": "errors jsonpath pointers yaml",
    "drift": "files output",
    "errors": "",
    "examples": "ir names pointers references",
    "files": "",
    "formatting": "black cache files",
    "freshness": "cache",
    "frontend": "config document errors examples headers ir names paths pointers",
    "gaps": "document ir pointers spelling",
    "headers": "",
    "import_probe": "",
    "inputs": "config config_reading errors",
    "ir": "",
    "judging": (
        "jsonschema jsonschema_path jsonschema_rs openapi_schema_validator"
        " openapi_spec_validator pathable pointers referencing"
    ),
    "names": "",
    "output": "files",
    "paths": "",
    "pipeline": (
        "companion config described document errors files formatting frontend gaps inputs"
        " ir names output rendering suggestions targets.docs targets.python validation"
    ),
    "pointers": "",
    "progress": "rich",
    "references": "ir",
    "rendering": "cache jinja2",
    "site": "",
    "spelling": "ir",
    "standby": "",
    "suggestions": "config document frontend ir names references",
    "targets": "",
    "targets.docs": "examples files formatting ir names paths references rendering spelling",
    "targets.python": "files formatting ir names references rendering spelling",
    "validation": "cache document errors headers paths pointers standby",
    "verification": "files standby",
}


def part_of(steps: tuple[str, ...], folder: Path) -> str:
    """The part that a module belongs to: a module or package, or one of the targets."""
    depth = (
        2 if steps[:1] == ("targets",) and folder.joinpath(*steps[:2]).is_dir() else 1
    )
    return ".".join(steps[:depth])


def imported(path: Path, folder: Path) -> Iterator[str]:
    """The parts and libraries (but Python's) that a file imports, wherever in it that is."""
    package = path.relative_to(folder).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from _libraries(alias.name for alias in names)
            case ast.ImportFrom(level=0, module=str(module)):
                yield from _libraries([module])
            case ast.ImportFrom(module=module, names=names, level=level):
                above = package[: len(package) - level + 1]
                if module is not None:
                    yield part_of((*above, *module.split(".")), folder)
                else:
                    yield from (
                        part_of((*above, alias.name), folder) for alias in names
                    )
            case _:
                pass


def _libraries(modules: Iterable[str]) -> set[str]:
    return {module.split(".")[0] for module in modules} - sys.stdlib_module_names


def arrows(folder: Path) -> dict[str, set[str]]:
    """Each part with what it imports, but for itself."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in folder.rglob("*.py"):
        steps = path.relative_to(folder).with_suffix("").parts
        part = part_of(steps[:-1] if steps[-1] == "__init__" else steps, folder)
        found[part] |= set(imported(path, folder)) - {part}
    return found


def forbidden(folder: Path, knows: dict[str, str]) -> list[str]:
    """The arrows that the plan does not have."""
    wrong = [
        f"{part or folder.name} imports {other}"
        for part, others in arrows(folder).items()
        for other in others - set(knows.get(part, "").split())
    ]
    unknown = [
        f"{part} is not in the plan" for part in arrows(folder).keys() - knows.keys()
    ]
    return sorted(wrong + unknown)


def test_every_import_goes_the_way_that_the_plan_shows() -> None:
    assert forbidden(GENERATOR, KNOWS) == []


def neighbours(path: Path) -> Iterator[Path]:
    """The modules beside, above or below one that it imports, be it for types alone."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            above = path.parents[node.level - 1]
            module = above.joinpath(*(node.module or "").split("."))
            for place in (module, *(module / alias.name for alias in node.names)):
                if place.with_suffix(".py").is_file():
                    yield place.with_suffix(".py")
                elif place != above and place.is_dir():
                    yield place / "__init__.py"


@pytest.mark.parametrize("folder", [GENERATOR, RUNTIME], ids=["generator", "runtime"])
def test_neither_modules_nor_packages_import_each_other_in_a_circle(
    folder: Path,
) -> None:
    modules = {path: set(neighbours(path)) for path in folder.rglob("*.py")}
    for package in (path.parent for path in modules if path.name == "__init__.py"):
        rooms: dict[Path, set[Path]] = defaultdict(set)
        inside = [path for path in modules if path.is_relative_to(package)]
        for path in inside:
            room = _room(path, package)
            others = (each for each in modules[path] if each.is_relative_to(package))
            rooms[room] |= {_room(each, package) for each in others} - {room}
        TopologicalSorter(rooms).prepare()


def _room(path: Path, package: Path) -> Path:
    """The module or package, right below a package, that a module belongs to."""
    return package / path.relative_to(package).parts[0]


def test_the_plan_has_no_arrow_that_nobody_needs() -> None:
    """A right that is never used is one that somebody will use by mistake."""
    found = arrows(GENERATOR)
    unused = [
        f"{part} does not import {other}"
        for part, others in KNOWS.items()
        for other in set(others.split()) - found[part]
    ]
    assert unused == []


def test_every_library_that_is_imported_is_declared() -> None:
    """And not only there because another one needs it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = {
        re.split("[^A-Za-z0-9_-]", each)[0].lower().replace("-", "_")
        for each in project["dependencies"]
    }
    providers = packages_distributions()
    libraries = {word for each in KNOWS.values() for word in each.split()} - {*KNOWS}
    undeclared = {
        library
        for library in libraries
        if declared.isdisjoint(
            name.lower().replace("-", "_") for name in providers[library]
        )
    }
    assert undeclared == set()


def test_the_plan_has_no_circle() -> None:
    done: set[str] = set()

    def visit(part: str, way: tuple[str, ...]) -> None:
        assert part not in way, f"{' -> '.join(way)} -> {part}"
        if part not in done:
            for other in KNOWS[part].split():
                # A package and what is below it are one another's own business.
                if other in KNOWS and not other.startswith(f"{part}."):
                    visit(other, (*way, part))
            done.add(part)

    for part in KNOWS:
        visit(part, ())


@pytest.mark.parametrize(
    ("path", "line", "fact"),
    [
        (
            "frontend/types.py",
            "from ..targets.python import emit",
            "frontend imports targets.python",
        ),
        ("frontend/types.py", "import jinja2", "frontend imports jinja2"),
        (
            "targets/python/a.py",
            "from ...document import load",
            "targets.python imports document",
        ),
        ("targets/python/a.py", "from yaml import dump", "targets.python imports yaml"),
        (
            "targets/python/a.py",
            "from ..docs import emit",
            "targets.python imports targets.docs",
        ),
        ("ir/types.py", "from .. import names", "ir imports names"),
        ("rendering.py", "def f():\n    from .ir import Api", "rendering imports ir"),
        ("errors.py", "from .document.nodes import Node", "errors imports document"),
        ("helpers.py", "import json", "helpers is not in the plan"),
    ],
)
def test_an_arrow_that_runs_the_wrong_way_is_found(
    tmp_path: Path, path: str, line: str, fact: str
) -> None:
    for package in ("targets/python", "targets/docs", "frontend", "ir"):
        tmp_path.joinpath(package).mkdir(parents=True)
    tmp_path.joinpath(path).write_text(f"{line}\n")
    assert forbidden(tmp_path, KNOWS) == [fact]


def test_no_module_is_longer_than_a_person_wants_to_read() -> None:
    sizes = {path: path.read_text().count("\n") for path in GENERATOR.rglob("*.py")}
    assert {path.name: size for path, size in sizes.items() if size > MOST_LINES} == {}


def words_of(spec: Path) -> set[str]:
    """The names of a description that are nobody else's words."""
    data = yaml.safe_load(spec.read_text(encoding="utf-8"))
    operations = [
        operation
        for item in data["paths"].values()
        for operation in item.values()
        if isinstance(operation, dict)
    ]
    ids = {operation["operationId"] for operation in operations}
    keys = {
        key for key in data["components"]["schemas"] if re.search("[a-z][A-Z]", key)
    }
    camel = ids | keys
    snake = {re.sub("(?<=[a-z])(?=[A-Z])", "_", name).lower() for name in camel}
    placeholders = {
        name for path in data["paths"] for name in re.findall(r"{(\w+)}", path)
    }
    return camel | snake | placeholders | {"assistant", "assistants", "openai"}


def test_the_generator_knows_no_word_of_the_description_that_it_was_built_on() -> None:
    """What is particular to an API belongs into its `sdkgen.yaml`."""
    words = words_of(ROOT / "spec" / "assistants.yaml")
    assert len(words) > 100
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in GENERATOR.rglob("*.py")
        for word in re.findall(r"[A-Za-z_]+", path.read_text(encoding="utf-8"))
        if word in words or word.lower() in {"assistant", "assistants", "openai"}
    ]
    assert found == []


def test_the_runtime_in_the_committed_sdk_is_the_one_that_is_tested() -> None:
    committed = ROOT / "generated" / "assistants_sdk" / "_runtime"
    ours, theirs = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.py")}
        for folder in (RUNTIME, committed)
    )
    changed = [
        str(path) for path in ours.keys() | theirs if ours.get(path) != theirs.get(path)
    ]
    assert sorted(changed) == [], "run `sdkgen generate`"
