"""Packages whose names are imported on first use."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from templates.python._runtime.lazy import lazy

INIT = """
from templates.python._runtime.lazy import lazy

__getattr__, __dir__ = lazy(__name__, '''
    run: Run RunStatus
    deep.thread: Thread
    tools:
''')
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A package with three modules, none of them imported yet."""
    root = tmp_path / "lazy_example"
    (root / "deep").mkdir(parents=True)
    (root / "__init__.py").write_text(INIT)
    (root / "run.py").write_text("class Run: ...\nRunStatus = str\n")
    (root / "deep" / "__init__.py").write_text("")
    (root / "deep" / "thread.py").write_text("class Thread: ...\n")
    (root / "tools.py").write_text("HAMMER = 1\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    import lazy_example  # type: ignore[import-not-found]

    yield lazy_example
    for name in [name for name in sys.modules if name.startswith("lazy_example")]:
        del sys.modules[name]


def test_nothing_is_imported_before_it_is_used(package: ModuleType) -> None:
    assert "lazy_example.run" not in sys.modules
    assert package.Run.__module__ == "lazy_example.run"
    assert "lazy_example.deep.thread" not in sys.modules


def test_a_name_is_looked_up_once(package: ModuleType) -> None:
    assert package.Run is package.Run
    assert vars(package)["Run"] is package.Run


def test_a_module_may_lie_deeper(package: ModuleType) -> None:
    assert package.Thread.__module__ == "lazy_example.deep.thread"


def test_a_line_without_names_gives_the_module(package: ModuleType) -> None:
    assert package.tools.HAMMER == 1


def test_an_unknown_name_is_an_attribute_error(package: ModuleType) -> None:
    with pytest.raises(
        AttributeError, match=r"module 'lazy_example' has no attribute 'Rnu'"
    ):
        package.Rnu  # noqa: B018
    assert not hasattr(package, "__wrapped__")


def test_dir_names_what_was_not_imported_yet(package: ModuleType) -> None:
    assert {"Run", "RunStatus", "Thread", "tools", "__name__"} <= set(dir(package))


def test_a_star_import_takes_all(package: ModuleType) -> None:
    names: dict[str, object] = {}
    exec("from lazy_example import *", names)
    assert {"Run", "RunStatus", "Thread", "tools"} <= names.keys()


def test_many_threads_get_the_same_class(package: ModuleType) -> None:
    start = threading.Barrier(16)
    found: list[object] = []

    def look() -> None:
        start.wait()
        found.append(package.Run)

    threads = [threading.Thread(target=look) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 16
    assert set(found) == {package.Run}


def test_a_table_is_read_only_when_it_is_needed() -> None:
    find, names = lazy(__name__, "broken")
    assert "broken" in names()
    with pytest.raises(ModuleNotFoundError):
        find("broken")
