"""Templates are rendered strictly, and their faults are told by file and line."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from types import SimpleNamespace

import pytest

from generator.rendering import RenderingError, Templates, check_overrides


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("SDKGEN_CACHE", str(folder))
    return folder


def rendered(folder: Path, source: str, **context: object) -> str:
    folder.joinpath("own.txt.jinja").write_text(source, encoding="utf-8")
    return Templates(folder).render("own.txt.jinja", **context)


def failure(folder: Path, source: str, **context: object) -> str:
    with pytest.raises(RenderingError) as raised:
        rendered(folder, source, **context)
    return str(raised.value).replace(f"{folder}/", "")


def test_a_template_reads_like_its_output(tmp_path: Path) -> None:
    source = (
        "class A:\n    {% for name in names %}\n    {{ name }}: int\n    {% endfor %}\n"
    )
    assert rendered(tmp_path, source, names=["a", "b"]) == (
        "class A:\n    a: int\n    b: int\n"
    )


def test_code_is_not_escaped_as_html(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ a }}", a='x["<&>"]') == 'x["<&>"]'


def test_the_last_newline_is_kept_and_none_is_added(tmp_path: Path) -> None:
    assert rendered(tmp_path, "a\n") == "a\n"
    assert rendered(tmp_path, "a") == "a"


def test_an_undefined_name_is_an_error_with_its_place(tmp_path: Path) -> None:
    assert failure(tmp_path, "a\n\n{{ b }}\n") == "own.txt.jinja:3: 'b' is undefined"


def test_an_undefined_attribute_is_an_error_with_its_place(tmp_path: Path) -> None:
    found = failure(tmp_path, "\n{{ view.b }}", view=SimpleNamespace(a=1))
    assert found.startswith("own.txt.jinja:2: ")
    assert "has no attribute 'b'" in found


def test_an_undefined_name_is_not_even_false(tmp_path: Path) -> None:
    assert failure(tmp_path, "{% if b %}{% endif %}").startswith("own.txt.jinja:1: ")


def test_a_fault_in_a_loop_has_the_line_within_the_loop(tmp_path: Path) -> None:
    source = "{% for a in names %}\n{{ a }}\n{{ a.missing }}\n{% endfor %}\n"
    assert failure(tmp_path, source, names=["x"]).startswith("own.txt.jinja:3: ")


def test_a_fault_in_a_macro_has_the_line_of_the_macro(tmp_path: Path) -> None:
    macros = tmp_path / "macros.jinja"
    macros.write_text("{% macro m(a) %}\n\n{{ a.b }}\n{% endmacro %}\n")
    found = failure(tmp_path, "{% from 'macros.jinja' import m %}\n{{ m(x) }}", x=1)
    assert found.startswith("macros.jinja:3: ")


def test_broken_syntax_is_an_error_with_its_place(tmp_path: Path) -> None:
    found = failure(tmp_path, "a\n{% for %}\n")
    assert found.startswith("own.txt.jinja:2: Expected")


def test_what_a_view_raises_is_an_error_with_its_place(tmp_path: Path) -> None:
    found = failure(tmp_path, "\n{% for a in b %}{% endfor %}", b=1)
    assert found == "own.txt.jinja:2: TypeError: 'int' object is not iterable"


def test_a_template_that_is_not_there_is_named_with_the_folders(tmp_path: Path) -> None:
    with pytest.raises(RenderingError, match="there is no template nowhere") as raised:
        Templates(tmp_path).render("nowhere.jinja")
    assert str(tmp_path) in str(raised.value)


def test_an_included_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    found = failure(tmp_path, "{% include 'gone.jinja' %}")
    assert "there is no template gone.jinja" in found


def test_own_templates_stand_before_the_built_in_ones(tmp_path: Path) -> None:
    tmp_path.joinpath("python").mkdir()
    own = tmp_path / "python" / "version.py.jinja"
    own.write_text("mine: {{ package.version_source }}")
    package = SimpleNamespace(version_source='"1.0"')
    context = {"package": package}
    assert Templates(tmp_path).render("python/version.py.jinja", **context) == (
        'mine: "1.0"'
    )
    assert '__version__ = "1.0"' in Templates().render(
        "python/version.py.jinja", **context
    )


def test_a_changed_template_is_not_taken_from_the_cache(
    tmp_path: Path, cache_folder: Path
) -> None:
    assert rendered(tmp_path, "old {{ a }}", a=1) == "old 1"
    assert any(cache_folder.rglob("*"))
    assert rendered(tmp_path, "old {{ a }}", a=2) == "old 2"
    assert rendered(tmp_path, "new {{ a }}", a=1) == "new 1"


def test_plain_files_are_handed_over_byte_for_byte(tmp_path: Path) -> None:
    folder = tmp_path / "target"
    folder.joinpath("deep").mkdir(parents=True)
    folder.joinpath("b.py").write_bytes(b"x = 1\r\n\xff")
    folder.joinpath("deep", "a.txt").write_bytes(b"a")
    folder.joinpath("view.py.jinja").write_bytes(b"{{ a }}")
    folder.joinpath("__pycache__").mkdir()
    folder.joinpath("__pycache__", "b.pyc").write_bytes(b"bytecode")
    assert Templates(tmp_path).plain_files("target") == [
        (PurePosixPath("b.py"), b"x = 1\r\n\xff"),
        (PurePosixPath("deep/a.txt"), b"a"),
    ]


def test_own_plain_files_replace_and_join_the_built_in_ones(tmp_path: Path) -> None:
    runtime = tmp_path / "python" / "_runtime"
    runtime.mkdir(parents=True)
    runtime.joinpath("omit.py").write_bytes(b"own")
    runtime.joinpath("own.py").write_bytes(b"too")
    files = dict(Templates(tmp_path).plain_files("python"))
    assert files[PurePosixPath("_runtime/omit.py")] == b"own"
    assert files[PurePosixPath("_runtime/own.py")] == b"too"
    assert PurePosixPath("_runtime/client.py") in files


def test_a_folder_without_plain_files_yields_none(tmp_path: Path) -> None:
    assert Templates(tmp_path).plain_files("nowhere") == []


def own_files(folder: Path, *paths: str) -> None:
    for path in paths:
        folder.joinpath(path).parent.mkdir(parents=True, exist_ok=True)
        folder.joinpath(path).write_text("", encoding="utf-8")


def refusal(folder: Path) -> str:
    with pytest.raises(RenderingError) as raised:
        check_overrides(folder)
    return str(raised.value).replace(f"{folder}/", "")


def test_files_of_editors_and_systems_are_not_emitted(tmp_path: Path) -> None:
    paths = (".DS_Store", "client.py.jinja~", "a.py~", ".idea/x.py", "b.py")
    own_files(tmp_path / "python", *paths, ".lost.py.jinja")
    emitted = {str(path) for path, _ in Templates(tmp_path).plain_files("python")}
    assert emitted & {*paths, ".lost.py.jinja"} == {"b.py"}
    check_overrides(tmp_path)


def test_own_templates_are_a_folder(tmp_path: Path) -> None:
    own_files(tmp_path, "file")
    place = str(tmp_path / "file")
    assert refusal(tmp_path / "file").startswith(f"{place} is not a folder; name one")
    assert "none is not there; name one" in refusal(tmp_path / "none")


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("client.py.jinja", "python/client.py.jinja"),
        ("python/clint.py.jinja", "python/client.py.jinja"),
        ("docs/README.jinja", "docs/README.md.jinja"),
        ("pyhton/models.py.jinja", "python/models.py.jinja"),
    ],
)
def test_an_own_template_that_replaces_nothing_is_refused(
    tmp_path: Path, path: str, meant: str
) -> None:
    own_files(tmp_path, path, "python/models.py.jinja")
    assert refusal(tmp_path) == (
        f"{path} takes the place of no template; did you mean {meant}?"
    )


def test_own_macros_that_an_own_template_imports_are_used(tmp_path: Path) -> None:
    own_files(tmp_path, "python/macros.jinja", "python/models.py.jinja")
    assert "takes the place of no template" in refusal(tmp_path)
    source = "{% from 'python/macros.jinja' import a %}"
    tmp_path.joinpath("python", "models.py.jinja").write_text(source)
    check_overrides(tmp_path)


def test_an_own_template_that_cannot_be_read_is_told_first(tmp_path: Path) -> None:
    own_files(tmp_path, "python/models.py.jinja")
    own = tmp_path / "python" / "models.py.jinja"
    own.write_text("a\n{% for %}\n")
    assert refusal(tmp_path).startswith("python/models.py.jinja:2: Expected")
    own.write_bytes(b"\xff")
    assert refusal(tmp_path).startswith("python/models.py.jinja: it is no UTF-8 text")
