"""What is written is imported in an interpreter of its own, and failures are loud."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path, PurePosixPath

import pytest

from generator.files import File
from generator.verification import Trial, Verification, VerificationError

from .trees import tree


def package(**modules: str) -> list[File]:
    """A package `sdk` with these modules; `a__b` is the module `a/b.py`."""
    contents = {"sdk/__init__.py": ""}
    for name, text in modules.items():
        contents[f"sdk/{name.replace('__', '/')}.py"] = text
        if "__" in name:
            contents.setdefault(f"sdk/{name.partition('__')[0]}/__init__.py", "")
    return [File(PurePosixPath(path), text) for path, text in contents.items()]


def verify(
    files: list[File],
    *,
    changed: Collection[PurePosixPath] | None = None,
    seconds: float = 30,
) -> Verification:
    folder = Path("/nowhere")
    return Trial(folder, "sdk", files, changed=changed, seconds=seconds).result()


def failure(files: list[File], *, seconds: float = 30) -> str:
    with pytest.raises(VerificationError) as raised:
        verify(files, seconds=seconds)
    return str(raised.value).replace("/nowhere/", "")


def changed(*paths: str) -> list[PurePosixPath]:
    return [PurePosixPath(path) for path in paths]


def test_every_module_is_imported() -> None:
    files = package(a="x = 1", models__run="from ..a import x")
    assert verify(files) == Verification(4)


def test_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    trial = Trial(tmp_path, "sdk", package(a="x = 1"))
    assert tree(tmp_path) != {}
    assert trial.result() == Verification(2)
    assert tree(tmp_path) == {}


def test_a_trial_that_nobody_asks_for_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    trial = Trial(tmp_path, "sdk", package(a="while True: pass"))
    del trial
    assert tree(tmp_path) == {}


def test_a_module_that_raises_is_told_with_its_line() -> None:
    files = package(a="x = 1\n\ny = missing\n")
    assert failure(files) == (
        "sdk/a.py:3: sdk.a cannot be imported: NameError: name 'missing' is not defined"
    )


def test_a_module_that_does_not_parse_is_told_with_its_line() -> None:
    files = package(a="x = 1\nclass :\n")
    assert failure(files).startswith("sdk/a.py:2: sdk.a cannot be imported: SyntaxErr")


def test_a_name_that_another_module_lacks_is_a_failure() -> None:
    files = package(a="", b="from .a import gone", c="from .nowhere import x")
    found = failure(files).splitlines()
    assert found[0].startswith("sdk/b.py:1: sdk.b cannot be imported: ImportError")
    assert found[1].endswith("ModuleNotFoundError: No module named 'sdk.nowhere'")


def test_the_failing_line_is_the_packages_own() -> None:
    files = package(a="import json\n\n\nx = json.loads('{')\n")
    assert failure(files).startswith("sdk/a.py:4: sdk.a cannot be imported: json.")


def test_a_module_that_exits_is_a_failure() -> None:
    assert "SystemExit: 3" in failure(package(a="raise SystemExit(3)"))


def test_an_interpreter_that_dies_is_a_failure() -> None:
    files = package(a="import os\nos._exit(7)\n")
    assert "the interpreter ended with 7" in failure(files)


def test_a_module_that_hangs_is_a_failure() -> None:
    files = package(a="while True:\n    pass\n")
    assert "it takes more than 0.5 seconds" in failure(files, seconds=0.5)


def test_a_package_that_is_not_there_is_a_failure() -> None:
    assert "No module named 'sdk'" in failure([])


def test_all_failures_are_told_but_not_endlessly() -> None:
    files = package(**{f"m{number}": "1 / 0" for number in range(12)})
    found = failure(files).splitlines()
    assert len(found) == 11
    assert found[-1] == "and 2 more modules"


def test_what_is_not_installed_here_is_no_failure() -> None:
    files = package(a="import not_installed_here.x", b="x = 1")
    assert verify(files) == Verification(2, ("not_installed_here",))


def test_what_a_package_prints_does_not_disturb() -> None:
    files = package(a="print('[1, 2')")
    assert verify(files) == Verification(2)


def test_the_command_of_a_package_is_not_run() -> None:
    files = [*package(), File(PurePosixPath("sdk/__main__.py"), "1 / 0")]
    assert verify(files) == Verification(1)


def test_secrets_and_paths_of_the_environment_stay_outside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.joinpath("lent.py").touch()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    monkeypatch.chdir(tmp_path)
    files = package(
        a="import os\nassert 'OPENAI_API_KEY' not in os.environ\n",
        b="import lent\n",
    )
    assert verify(files) == Verification(2, ("lent",))


def test_only_what_a_change_may_have_broken_is_imported() -> None:
    files = package(
        models__run="x = 1",
        models__step="from .run import x",
        models__other="1 / 0",
        resources__runs="from ..models import (\n    other,\n    step,\n)\n",
    )
    assert verify(files, changed=changed("sdk/models/run.py")) == (Verification(2))
    with pytest.raises(VerificationError):
        verify(files, changed=changed("sdk/models/other.py"))
    with pytest.raises(VerificationError):
        verify(files, changed=changed("sdk/models/step.py"))


def test_a_removed_module_that_is_still_imported_is_a_failure() -> None:
    files = package(a="from .gone import x")
    with pytest.raises(VerificationError, match=r"No module named 'sdk\.gone'"):
        verify(files, changed=changed("sdk/gone.py"))


def test_where_no_module_changed_none_is_imported() -> None:
    files = package(a="1 / 0")
    assert verify(files, changed=changed("README.md")) == Verification(0)
    assert verify(files, changed=()) == Verification(0)
