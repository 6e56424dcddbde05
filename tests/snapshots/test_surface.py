"""What programs see of the emitted SDK: a change of it is a change of `surface.txt`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SDK = Path(__file__).parents[2] / "generated" / "assistants_sdk"
EXPECTED = Path(__file__).with_name("surface.txt")

BASES = ("_Arriving", "_Received", "_Sheet")


def exported(package: Path) -> Iterator[tuple[str, Path]]:
    """The names that a package gives, and the modules that they stand in."""
    for node in ast.walk(ast.parse((package / "__init__.py").read_text())):
        if isinstance(node, ast.ImportFrom) and node.level and node.module:
            module = package.joinpath(*node.module.split(".")).with_suffix(".py")
            for alias in node.names:
                if alias.asname == alias.name and module.exists():
                    yield alias.name, module


def signature(node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    kind = "async def" if isinstance(node, ast.AsyncFunctionDef) else "def"
    marks = "".join(f"@{ast.unparse(mark)} " for mark in node.decorator_list)
    returns = ast.unparse(node.returns) if node.returns else ""
    return f"{marks}{kind} {node.name}({ast.unparse(node.args)}) -> {returns}"


def lines(node: ast.stmt) -> Iterator[str]:
    """What others may use of a definition."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            if not node.name.startswith("_") or node.name == "__init__":
                yield signature(node)
        case ast.ClassDef():
            bases = ", ".join(ast.unparse(base) for base in node.bases)
            yield f"class {node.name}({bases})"
            for part in node.body:
                yield from (f"    {line}" for line in lines(part))
        case ast.AnnAssign(target=ast.Name(id=name)) if not name.startswith("_"):
            yield f"{name}: {ast.unparse(node.annotation)}"
        case _:
            pass


def surface() -> Iterator[str]:
    wanted: dict[Path, set[str]] = {}
    for name, module in exported(SDK):
        wanted.setdefault(module, set()).add(name)
    for module in sorted(wanted):
        yield f"# {module.relative_to(SDK).as_posix()}"
        for node in ast.parse(module.read_text()).body:
            # What a class has from a base that is nobody else's, programs see as well.
            is_base = isinstance(node, ast.ClassDef) and node.name in BASES
            if is_base or getattr(node, "name", None) in wanted[module]:
                yield from lines(node)
    for module in sorted((SDK / "resources").glob("[!_]*.py")):
        yield f"# {module.relative_to(SDK).as_posix()}"
        for node in ast.parse(module.read_text()).body:
            if isinstance(node, ast.ClassDef):
                yield from lines(node)


def test_a_change_of_the_surface_is_seen(request: pytest.FixtureRequest) -> None:
    found = "\n".join(surface()) + "\n"
    if request.config.getoption("--update"):
        EXPECTED.write_text(found)
    assert found == EXPECTED.read_text()
