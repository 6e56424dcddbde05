"""The command line: what it prints where, what it leaves on disk, and how it ends."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator import pipeline
from generator.cli import cli
from generator.freshness import recall
from generator.frontend import Built

ROOT = Path(__file__).parent.parent.parent
SOUND = """\
openapi: 3.1.0
info: {title: Shop API, version: 1.0.0}
paths:
  /books:
    get:
      operationId: listBooks
      tags: [shop]
      responses:
        "200":
          description: The books.
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Book"}}}}
components:
  schemas:
    Book: {type: object, required: [title], properties: {title: {type: string}}}
"""
WARNED = SOUND.replace("{type: string}", "{type: string, maxLength: 3, default: novel}")
SET_NAME = """\
overlay: 1.0.0
info: {title: Names, version: 1.0.0}
actions: [{target: $.info, update: {title: Book Shop}}]
"""
BROKEN = SOUND.replace("schemas/Book", "schemas/Boook")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the commands run in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


def write(text: str, name: str = "openapi.yaml") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def tree(folder: str = "generated") -> dict[str, bytes]:
    """The files of a folder, by path."""
    root = Path(folder)
    return {
        str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()
    }


# validate --------------------------------------------------------------------------


def test_a_sound_description_has_nothing_to_tell(folder: Path) -> None:
    write(SOUND)
    result = run("validate", "openapi.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_problems_are_listed_all_at_once_with_place_fact_and_remedy(
    folder: Path,
) -> None:
    write(BROKEN.replace("title: {type: string}", "a: {type: x}"))
    result = run("validate", "openapi.yaml")
    assert result.exit_code == 1
    first, second, third = result.stdout.splitlines()
    assert "openapi.yaml:11:62 /paths/~1books/get/responses/200/" in first
    assert first.endswith("has no 'Boook'; did you mean 'Book'?")
    assert (
        "openapi.yaml:14:5 /components/schemas/Book: required property 'title'"
        in second
    )
    assert (
        "openapi.yaml:14:62 /components/schemas/Book/properties/a/type: there is no"
        in third
    )


def test_a_warning_is_a_problem_as_well(folder: Path) -> None:
    write(WARNED)
    result = run("validate", "openapi.yaml")
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
    assert "the default does not fit its schema" in result.stdout


def test_problems_as_json_have_a_key_for_each_part(folder: Path) -> None:
    write(BROKEN)
    result = run("validate", "openapi.yaml", "--format", "json")
    (problem,) = json.loads(result.stdout)
    assert result.exit_code == 1
    assert problem == {
        "file": "openapi.yaml",
        "line": 11,
        "column": 62,
        "pointer": "/paths/~1books/get/responses/200/content/application~1json/schema/items",
        "fact": "the reference #/components/schemas/Boook leads nowhere:"
        " #/components/schemas has no 'Boook'",
        "remedy": "did you mean 'Book'?",
        "severity": "error",
    }


def test_no_problems_as_json_are_an_empty_list(folder: Path) -> None:
    write(SOUND)
    result = run("validate", "openapi.yaml", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("openapi: [", "not valid YAML"),
        ("", "the file is empty"),
        ("swagger: '2.0'\ninfo: {}\n", "Swagger 2.0 is not supported"),
        ("title: A cookbook\n", "not an OpenAPI description"),
        ("openapi: 5.0.0\n", "version 5.0.0 is not supported"),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_what_cannot_be_read_is_told_in_one_line(
    folder: Path, text: str, fact: str, form: str
) -> None:
    write(text)
    result = run("validate", "openapi.yaml", "--format", form)
    assert result.exit_code == 2
    if form == "text":
        (line,) = result.stdout.splitlines()
        assert fact in line
    else:
        (problem,) = json.loads(result.stdout)
        assert fact in problem["fact"]


def test_a_file_that_is_not_there_cannot_be_used(folder: Path) -> None:
    result = run("validate", "nowhere.yaml")
    assert result.exit_code == 2
    assert "nowhere.yaml" in result.stdout
    assert "Traceback" not in result.output


def test_a_url_is_to_be_downloaded_first(folder: Path) -> None:
    result = run("validate", "https://example.com/openapi.yaml")
    assert result.exit_code == 2
    assert "this is a URL, where the path of a file belongs; download it first" in (
        result.stdout
    )


# generate --------------------------------------------------------------------------


def test_generate_writes_a_package_that_imports(folder: Path) -> None:
    write(SOUND)
    result = run("generate", "openapi.yaml", "--out", "out")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("out: ")
    assert {"shop_sdk/__init__.py", "shop_sdk/py.typed", ".sdkgen.json"} <= tree(
        "out"
    ).keys()
    code = "from shop_sdk import Client, models; print(models.Book(title='Emma').title)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd="out",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "Emma\n"


def test_a_second_run_writes_nothing(folder: Path) -> None:
    write(SOUND)
    run("generate", "openapi.yaml", "--no-verify")
    before = {path: path.stat().st_mtime_ns for path in Path("generated").rglob("*")}
    result = run("generate", "openapi.yaml", "--no-verify")
    assert "0 written, 0 removed" in result.stderr
    assert {
        path: path.stat().st_mtime_ns for path in Path("generated").rglob("*")
    } == before


def test_warnings_do_not_stop_generate(folder: Path) -> None:
    write(WARNED)
    result = run("generate", "openapi.yaml", "--no-verify")
    assert result.exit_code == 0
    assert result.stderr.startswith("warning: openapi.yaml:14:")
    assert "shop_sdk/models/book.py" in tree()


def test_errors_stop_generate_and_nothing_is_written(folder: Path) -> None:
    write(BROKEN)
    result = run("generate", "openapi.yaml")
    assert result.exit_code == 1
    assert "1 error; nothing was written. --lenient goes on" in result.stderr
    assert not Path("generated").exists()


def test_after_an_error_the_old_tree_stands_untouched(folder: Path) -> None:
    write(SOUND)
    run("generate", "openapi.yaml", "--no-verify")
    before = tree()
    write(BROKEN)
    assert run("generate", "openapi.yaml").exit_code == 1
    write("openapi: [")
    assert run("generate", "openapi.yaml").exit_code == 2
    assert tree() == before


def test_lenient_goes_on_and_says_what_is_broken(folder: Path) -> None:
    write(BROKEN)
    result = run("generate", "openapi.yaml", "--lenient", "--no-verify")
    assert result.exit_code == 0
    assert "error: openapi.yaml:11:62" in result.stderr
    assert (
        "def list_books(self) -> list[Any]:"
        in tree()["shop_sdk/resources/shop.py"].decode()
    )


def test_what_is_excluded_stops_nothing(folder: Path) -> None:
    broken = """\
  /u:
    parameters: [{$ref: "#/components/parameters/P"}]
    get:
      responses: {"200": {$ref: "#/components/responses/R"}}
components:
  responses: {R: {description: r, content: {text/plain: {schema: {$ref: "#/gone"}}}}}
  parameters: {P: {name: p}}
"""
    write(SOUND.replace("components:\n", broken))
    assert run("generate", "openapi.yaml").exit_code == 1
    write('exclude: {operations: ["GET /u"]}\n', "sdkgen.yaml")
    result = run("generate", "openapi.yaml", "--config", "sdkgen.yaml")
    assert (result.exit_code, "error" in result.stderr) == (0, False)


def test_what_is_wrong_with_the_rest_stops_a_run_all_the_same(folder: Path) -> None:
    write(BROKEN.replace("components:\n", "  /u: {get: {}}\ncomponents:\n"))
    write('exclude: {operations: ["GET /u"]}\n', "sdkgen.yaml")
    result = run("generate", "openapi.yaml", "--config", "sdkgen.yaml")
    assert result.exit_code == 1
    assert "Boook" in result.stderr


def test_a_strict_configuration_does_not_let_warnings_pass(folder: Path) -> None:
    write(WARNED)
    write("spec: openapi.yaml\nstrict: true\n", "sdkgen.yaml")
    result = run("generate", "openapi.yaml")
    assert result.exit_code == 1
    assert "the configuration is strict" in result.stderr
    assert not Path("generated").exists()


def test_a_file_that_was_edited_is_not_overwritten_unasked(folder: Path) -> None:
    write(SOUND)
    run("generate", "openapi.yaml", "--no-verify")
    edited = Path("generated/shop_sdk/models/book.py")
    edited.write_text(edited.read_text() + "# by hand\n")
    before = tree()
    write(SOUND.replace("required: [title], ", ""))
    refused = run("generate", "openapi.yaml", "--no-verify")
    assert refused.exit_code == 1
    assert "shop_sdk/models/book.py was edited" in refused.stderr.replace(": ", " ")
    assert tree() == before
    forced = run("generate", "openapi.yaml", "--no-verify", "--force")
    assert forced.exit_code == 0
    assert "title: str | None = None" in edited.read_text()


def test_files_of_others_are_never_touched(folder: Path) -> None:
    write("mine", "generated/notes.txt")
    write("mine too", "generated/shop_sdk/notes.txt")
    write(SOUND)
    run("generate", "openapi.yaml", "--no-verify")
    write(SOUND.replace("Book", "Novel"))
    result = run("generate", "openapi.yaml", "--no-verify")
    files = tree()
    assert result.exit_code == 0
    assert (files["notes.txt"], files["shop_sdk/notes.txt"]) == (b"mine", b"mine too")
    assert "shop_sdk/models/novel.py" in files
    assert "shop_sdk/models/book.py" not in files


def test_without_arguments_the_configuration_says_what_to_read_and_where_to_write(
    folder: Path,
) -> None:
    write(SOUND, "spec/shop.yaml")
    write(
        "spec: shop.yaml\nout: ../sdk\npackage: {module: books}\n", "spec/sdkgen.yaml"
    )
    result = run("generate", "--no-verify")
    assert result.exit_code == 0
    assert "books/_client.py" in tree("sdk")
    assert result.stderr.startswith("sdk: ")


def test_a_folder_behind_a_link_is_the_one_that_the_system_means(folder: Path) -> None:
    """`spec/..` is where `spec` leads to, and not where the link to it stands."""
    write(SOUND, "elsewhere/spec/shop.yaml")
    write("spec: shop.yaml\nout: ../sdk\n", "elsewhere/spec/sdkgen.yaml")
    Path("spec").symlink_to("elsewhere/spec")
    assert run("generate", "--no-verify").exit_code == 0
    assert "shop_sdk/_client.py" in tree("elsewhere/sdk")


def test_a_configuration_beside_another_description_is_left_alone(folder: Path) -> None:
    write(SOUND)
    write("spec: another.yaml\npackage: {module: books}\n", "sdkgen.yaml")
    run("generate", "openapi.yaml", "--no-verify")
    assert "shop_sdk/_client.py" in tree()


def test_a_configuration_that_names_no_description_is_for_the_one_beside_it(
    folder: Path,
) -> None:
    write(SOUND, "spec/shop.yaml")
    write("out: ../sdk\nschemas: {Boook: Novel}\n", "spec/sdkgen.yaml")
    for command in ("generate", "check", "validate", "docs gaps", "bundle"):
        result = run(*command.split(), "spec/shop.yaml")
        assert ("Boook" in result.output) == (command not in ("docs gaps", "bundle"))
    assert "shop_sdk/_client.py" in tree("sdk")
    write("out: ../sdk\noverlays: [missing.yaml]\n", "spec/sdkgen.yaml")
    for command in ("docs gaps", "bundle"):
        assert "missing.yaml" in run(*command.split(), "spec/shop.yaml").stderr


def test_without_a_description_the_call_cannot_be_used(folder: Path) -> None:
    result = run("generate")
    assert result.exit_code == 2
    assert "no description is named; give its path, or set `spec:`" in result.stderr


def test_every_command_finds_the_configuration_as_generate_does(folder: Path) -> None:
    write(SOUND, "spec/shop.yaml")
    write(SET_NAME, "spec/overlay.yaml")
    write(
        "spec: shop.yaml\nout: ../sdk\noverlays: [overlay.yaml]\n"
        "exclude: {operations: [listBooks]}\nschemas: {Boook: Novel}\n",
        "spec/sdkgen.yaml",
    )
    for spec in ((), ("spec/shop.yaml",), ("--config", "spec/sdkgen.yaml")):
        generated = run("generate", *spec)
        assert "schemas" in generated.stderr
        validated = run("validate", *spec)
        assert generated.stderr.startswith(validated.stdout)
        assert "/schemas/Boook" in validated.stdout
        assert json.loads(run("bundle", *spec).stdout)["info"]["title"] == "Book Shop"
        gaps = run("docs", "gaps", *spec)
        assert (gaps.exit_code, "listBooks" in gaps.stdout) == (0, False)
        Path("sdk/mkdocs.yml").unlink(missing_ok=True)
        for command in ("build", "serve"):
            result = run("docs", command, *spec)
            assert (result.exit_code, result.stderr) == (
                2,
                "sdkgen: sdk/mkdocs.yml is not there; run `sdkgen generate` first\n",
            )
    assert "out/mkdocs.yml is" in run("docs", "build", "--out", "out").stderr


def test_the_docs_of_what_no_configuration_names_are_in_the_usual_folder(
    folder: Path,
) -> None:
    assert "generated/mkdocs.yml is not there" in run("docs", "build").stderr


def test_a_wrong_configuration_cannot_be_used(folder: Path) -> None:
    write(SOUND)
    write("spce: openapi.yaml\n", "sdkgen.yaml")
    result = run("generate", "openapi.yaml", "--config", "sdkgen.yaml")
    assert result.exit_code == 2
    assert "there is no key 'spce' here; did you mean 'spec'?" in result.stderr


def test_the_report_counts_what_is_emitted(folder: Path) -> None:
    write(BROKEN)
    run(
        "generate",
        "openapi.yaml",
        "--lenient",
        "--no-verify",
        "--report",
        "report.json",
    )
    report = json.loads(Path("report.json").read_text())
    assert report["operations"] == {"total": 1, "emitted": 1, "left_out": []}
    assert report["schemas"]["total"] == 1
    assert [problem["severity"] for problem in report["problems"]].count("error") == 1


def test_a_run_that_errors_stop_writes_its_report_as_well(folder: Path) -> None:
    write(BROKEN)
    result = run("generate", "openapi.yaml", "--report", "report.json")
    assert result.exit_code == 1
    assert not Path("generated").exists()
    rejected = json.loads(Path("report.json").read_text())
    run("generate", "openapi.yaml", "--lenient", "--no-verify", "--report", "2.json")
    assert rejected == json.loads(Path("2.json").read_text())


def test_what_does_not_import_is_not_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDKGEN_CACHE", str(folder / "cache"))
    write(SOUND)
    run("generate", "openapi.yaml")
    before = tree()
    write("raise ValueError('no version')\n", "mine/python/version.py.jinja")
    own = ("openapi.yaml", "--templates", "mine")
    for _ in range(2):
        result = run("generate", *own)
        assert result.exit_code == 1
        assert "shop_sdk/_version.py:1: " in result.stderr
        assert "cannot be imported: ValueError: no version" in result.stderr
        assert "nothing was written" in result.stderr
        assert "--templates" in result.stderr
        assert tree() == before
        assert [path.name for path in folder.glob(".*")] == []
    assert run("check", *own).exit_code == 1


def test_what_does_not_import_fails_loudly_though_it_is_there_already(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDKGEN_CACHE", str(folder / "cache"))
    write(SOUND)
    write("raise ValueError('no version')\n", "mine/python/version.py.jinja")
    own = ("openapi.yaml", "--templates", "mine")
    assert run("generate", *own, "--no-verify").exit_code == 0
    assert "cannot be imported" in run("generate", *own).stderr


def test_overwritten_edits_are_named(folder: Path) -> None:
    write(SOUND)
    run("generate", "openapi.yaml", "--no-verify")
    edited = folder / "generated" / "shop_sdk" / "_version.py"
    edited.write_text("__version__ = '2'\n")
    result = run("generate", "openapi.yaml", "--no-verify", "--force")
    assert result.exit_code == 0
    assert "shop_sdk/_version.py: was edited, and is overwritten" in result.stderr


def test_templates_of_ones_own_take_the_place_of_the_built_in(folder: Path) -> None:
    write(SOUND)
    write("# Ours\n", "mine/docs/README.md.jinja")
    run("generate", "openapi.yaml", "--no-verify", "--templates", "mine")
    assert tree()["README.md"] == b"# Ours\n"


def test_templates_that_are_not_there_are_told_before_anything_is_read(
    folder: Path,
) -> None:
    for command in ("generate", "check"):
        result = run(command, "nowhere.yaml", "--templates", "mine")
        assert (result.exit_code, result.stderr) == (
            2,
            "sdkgen: mine is not there; name one that has templates in python/ or docs/\n",
        )


def test_a_template_that_cannot_be_rendered_leaves_nothing_behind(folder: Path) -> None:
    write(SOUND)
    write("{{ nothing }}", "mine/docs/README.md.jinja")
    result = run("generate", "openapi.yaml", "--no-verify", "--templates", "mine")
    assert result.exit_code == 2
    assert "README.md.jinja:1: 'nothing' is undefined" in result.stderr
    assert not Path("generated").exists()


# check -----------------------------------------------------------------------------


def test_check_is_silent_when_the_folder_is_what_generate_writes(folder: Path) -> None:
    write(SOUND)
    run("generate", "openapi.yaml", "--no-verify")
    result = run("check", "openapi.yaml")
    assert (result.exit_code, result.output) == (0, "")


def test_check_shows_the_difference_and_changes_nothing(folder: Path) -> None:
    write(SOUND)
    run("generate", "openapi.yaml", "--no-verify")
    before = tree()
    write(SOUND.replace("{type: string}", "{type: integer}"))
    result = run("check", "openapi.yaml")
    assert result.exit_code == 1
    assert (
        "--- a/shop_sdk/models/book.py\n+++ b/shop_sdk/models/book.py\n"
        in result.stdout
    )
    assert "-    title: str\n+    title: int\n" in result.stdout
    assert "run `sdkgen generate`" in result.stderr
    assert tree() == before


def test_check_finds_a_file_that_was_edited_and_one_that_is_gone(folder: Path) -> None:
    write(SOUND)
    run("generate", "openapi.yaml", "--no-verify")
    Path("generated/shop_sdk/_version.py").write_text("edited\n")
    Path("generated/shop_sdk/models/book.py").unlink()
    result = run("check", "openapi.yaml")
    assert result.exit_code == 1
    assert "-edited\n" in result.stdout
    assert "--- /dev/null\n+++ b/shop_sdk/models/book.py\n" in result.stdout


def test_check_of_an_empty_folder_shows_all_that_is_missing(folder: Path) -> None:
    write(SOUND)
    result = run("check", "openapi.yaml")
    assert result.exit_code == 1
    assert result.stdout.count("--- /dev/null\n") == result.stdout.count("\n+++ b/")
    assert not Path("generated").exists()


# Calls -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["generate", "--no-such-option"],
        ["init"],
        ["validate", "openapi.yaml", "--format", "xml"],
        ["no-such-command"],
    ],
)
def test_a_call_that_means_nothing_ends_with_2(
    folder: Path, arguments: list[str]
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr


def test_keys_that_a_bundle_loses_are_told(folder: Path) -> None:
    write("type: object\ntype: string\n", "b.yaml")
    write(SOUND.replace("{type: string}", "{$ref: b.yaml}"))
    result = run("bundle", "openapi.yaml")
    assert result.exit_code == 1
    assert "the key stands in line 1 already" in result.stderr
    assert json.loads(result.stdout)["info"]["title"] == "Shop API"


def test_a_header_that_cannot_be_sent_is_told_once_and_left_out(folder: Path) -> None:
    write(
        "openapi: 3.1.0\ninfo: {title: Shop API, version: '1'}\npaths: {/a: {get: {operationId: a,"
        " parameters: [{in: header, name: a b, schema: {type: string}}], responses: {}}}}\n"
    )
    result = run("generate", "openapi.yaml", "--lenient")
    (told,) = (line for line in result.stderr.splitlines() if "a b" in line)
    assert told.startswith(
        "error: openapi.yaml:3:62 /paths/~1a/get/parameters/0/name: "
    )
    assert not any(b"a_b" in content for content in tree().values())


def test_init_tells_the_keys_that_are_lost(folder: Path) -> None:
    write(f"{SOUND}x-a: 1\nx-a: 2\n")
    result = run("init", "openapi.yaml")
    assert result.exit_code == 0
    assert "the key stands in line" in result.stderr


@pytest.mark.parametrize(
    "call",
    [
        ("generate", "openapi.yaml", "--no-verify", "--report"),
        ("bundle", "openapi.yaml", "--out"),
        ("docs", "gaps", "openapi.yaml", "--out"),
        ("init", "openapi.yaml", "--out"),
    ],
)
def test_a_file_to_write_has_its_folder_made_or_ends_the_run_before_it_begins(
    folder: Path, call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(SOUND)
    assert run(*call, "new/folder/file").exit_code == 0
    assert Path("new/folder/file").read_text()
    before = tree(".")
    result = run(*call, "new/folder/file/other")
    assert (result.exit_code, result.stderr) == (
        2,
        "sdkgen: new/folder/file: file exists\n",
    )
    if call[0] != "init":
        assert "new/folder: is a folder" in run(*call, "new/folder").stderr
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    assert "new/other: permission denied" in run(*call, "new/other").stderr
    assert tree(".") == before


@pytest.mark.parametrize(
    "call",
    [
        ["bundle", "openapi.yaml", "--out", "openapi.yaml"],
        ["bundle", "parts.yaml", "--out", "more.yaml"],
        ["generate", "--config", "sdkgen.yaml", "--report", "./sdkgen.yaml"],
        ["generate", "parts.yaml", "--out", "o", "--report", "more.yaml"],
        ["generate", "broken.yaml", "--out", "o", "--report", "more.yaml"],
        ["docs", "gaps", "parts.yaml", "--out", "more.yaml"],
        ["docs", "gaps", "openapi.yaml", "--overlay", "o.yaml", "--out", "link.yaml"],
    ],
)
def test_what_a_run_reads_is_not_written_over(folder: Path, call: list[str]) -> None:
    write(SOUND)
    write("spec: openapi.yaml\n", "sdkgen.yaml")
    write(SET_NAME, "o.yaml")
    write(SOUND.replace("{type: string}", "{$ref: more.yaml}"), "parts.yaml")
    write(BROKEN.replace("{type: string}", "{$ref: more.yaml}"), "broken.yaml")
    write("type: string\n", "more.yaml")
    Path("link.yaml").symlink_to("o.yaml")
    before = {path: path.read_text() for path in Path().iterdir()}
    result = run(*call)
    assert result.exit_code == 2
    assert (
        result.stderr
        == f"sdkgen: {Path(call[-1])}: is read by this run; name another file\n"
    )
    assert {path: path.read_text() for path in Path().iterdir()} == before


def _piped(*words: str, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator", *words],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_letters_that_a_pipe_does_not_have_are_escaped(folder: Path) -> None:
    write(
        BROKEN.replace("Boook", "\N{SNOWMAN}").replace("Shop API", "Sh\xf6p \U0001f600")
    )
    for call in ("validate", "bundle"):
        answer, said = _piped(
            call, "openapi.yaml", PYTHONIOENCODING="cp1252"
        ).communicate()
        assert b"Traceback" not in said
        assert b"\\u2603" in answer
    assert json.loads(answer)["info"]["title"] == "Sh\xf6p \U0001f600"


def test_a_reader_that_has_enough_ends_the_run_without_a_word(folder: Path) -> None:
    write(
        SOUND.replace(
            "title: {",
            "".join(f"f{n}: {{type: t}}, " for n in range(5000)) + "title: {",
        )
    )
    process = _piped("validate", "openapi.yaml")
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    _, said = process.communicate()
    assert (process.returncode, said) == (1, b"")


def test_a_bundle_with_a_broken_reference_is_written_and_told(folder: Path) -> None:
    write(SOUND + "    A: {$ref: gone.yaml}\n")
    result = run("bundle", "openapi.yaml", "--out", "one.json")
    assert result.exit_code == 1
    assert "gone.yaml leads to a file that is not there" in result.stderr
    schemas = json.loads(Path("one.json").read_text())["components"]["schemas"]
    assert schemas["A"] == {"$ref": "gone.yaml"}


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        (("specs/api.yaml",), "specs/api.yaml"),
        (("specs/api.yaml", "--out", "specs/sdkgen.yaml"), "api.yaml"),
        (("specs/api.yaml", "--out", "else/where/sdkgen.yaml"), "../../specs/api.yaml"),
    ],
)
def test_what_init_writes_can_be_used_as_it_is(
    folder: Path, arguments: tuple[str, ...], path: str
) -> None:
    write(WARNED, "specs/api.yaml")
    write(SET_NAME, "specs/overlay.yaml")
    overlay = ("--overlay", "specs/overlay.yaml")
    plain = run("generate", "specs/api.yaml", *overlay, "--out", "plain")
    assert run("init", *arguments, *overlay).exit_code == 0
    config = arguments[-1] if "--out" in arguments else "sdkgen.yaml"
    assert f"\nspec: {path}\n" in Path(config).read_text(encoding="utf-8")
    made = run("generate", "--config", config)
    assert made.exit_code == plain.exit_code == 0
    assert tree(str(Path(config).parent / "generated")) == tree("plain")


@pytest.mark.parametrize("command", ["generate", "check", "validate", "init", "bundle"])
def test_every_command_explains_itself(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout
    assert command in run("--help").stdout


def started(
    *arguments: str, cwd: Path, stdout: int | None = None, stderr: int | None = None
) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "SDKGEN_CACHE": str(cwd / "cache"),
    }
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.Popen(
        command, cwd=cwd, env=environment, stdout=stdout, stderr=stderr
    )


def test_the_module_is_the_command(folder: Path) -> None:
    write(SOUND)
    process = started("validate", "openapi.yaml", cwd=folder, stdout=subprocess.PIPE)
    assert process.communicate()[0] == b""
    assert process.returncode == 0


def test_into_a_pipe_goes_one_line_and_no_progress(folder: Path) -> None:
    write(SOUND)
    process = started(
        *("generate", "openapi.yaml", "--out", "out"),
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    output, errors = process.communicate()
    assert (process.returncode, output) == (0, b"")
    assert errors.count(b"\n") == 1
    assert errors.startswith(b"out: ")


def test_on_a_terminal_the_steps_are_shown(folder: Path) -> None:
    write(SOUND)
    terminal, other_end = pty.openpty()
    process = started(
        "generate", "openapi.yaml", "--out", "out", cwd=folder, stderr=other_end
    )
    os.close(other_end)
    shown = b""
    try:
        while piece := os.read(terminal, 4096):
            shown += piece
    except OSError:
        # Linux says so when the other end is closed.
        pass
    os.close(terminal)
    assert process.wait() == 0
    assert (
        b"rendering ..." in shown
        or b"formatting ..." in shown
        or b"importing ..." in shown
    )
    assert b"out: " in shown


def test_a_third_run_says_what_the_second_said_without_doing_it(folder: Path) -> None:
    write(WARNED)
    said = []
    for _ in range(3):
        process = started(
            "generate", "openapi.yaml", cwd=folder, stderr=subprocess.PIPE
        )
        said.append(process.communicate()[1].decode().splitlines())
        assert process.returncode == 0
    assert said[0][0] == said[1][0] == said[2][0]
    assert said[0][0].startswith("warning: openapi.yaml:14:")
    assert said[1][1] == said[2][1]


def _is_idle(words: list[str]) -> bool:
    """Whether a call has nothing to do when it comes again."""
    CliRunner().invoke(cli, words, obj=words, catch_exceptions=False)
    return recall(words) is not None


def test_a_file_that_was_missing_is_something_to_do(folder: Path) -> None:
    write(SOUND.replace("{type: string}", "{$ref: title.yaml}"))
    words = ["generate", "openapi.yaml", "--lenient"]
    assert _is_idle(words)
    write("type: string\n", "title.yaml")
    assert recall(words) is None


def test_a_link_to_another_file_is_something_to_do(folder: Path) -> None:
    write(SOUND.replace("{type: string}", "{$ref: title.yaml}"))
    write("type: string\n", "a.yaml")
    write("type: integer\n", "b.yaml")
    Path("title.yaml").symlink_to("a.yaml")
    words = ["generate", "openapi.yaml"]
    assert _is_idle(words)
    Path("title.yaml").unlink()
    Path("title.yaml").symlink_to("b.yaml")
    assert recall(words) is None


def test_a_file_that_could_not_be_read_is_always_something_to_do(folder: Path) -> None:
    write(SOUND.replace("{type: string}", "{$ref: parts/title.yaml}"))
    write("$ref: text.yaml\n", "parts/title.yaml")
    write("type: [\n", "parts/text.yaml")
    assert not _is_idle(["generate", "openapi.yaml", "--lenient"])


def test_a_file_that_is_saved_during_a_run_is_something_to_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("docs: {link_base: 'https://a.example'}\n", "sdkgen.yaml")
    words = ["generate", "openapi.yaml"]
    real = pipeline.build
    for name in ("openapi.yaml", "title.yaml", "sdkgen.yaml"):
        write(SOUND.replace("{type: string}", "{$ref: title.yaml}"))
        write("type: string\n", "title.yaml")
        assert _is_idle(words)

        def build(*arguments: Any, changed: str = name) -> Built:
            with Path(changed).open("a") as file:
                file.write("# Changed\n")
            return real(*arguments)

        with monkeypatch.context() as patch:
            patch.setattr(pipeline, "build", build)
            assert not _is_idle([*words, "--lenient"])


def test_what_the_network_may_change_is_always_something_to_do(folder: Path) -> None:
    write(SOUND.replace("{type: string}", "{$ref: 'http://127.0.0.1:1/a.yaml'}"))
    assert _is_idle(["generate", "openapi.yaml", "--lenient"])
    assert not _is_idle(["generate", "openapi.yaml", "--lenient", "--allow-remote"])


def test_a_new_template_is_something_to_do(folder: Path) -> None:
    write(SOUND)
    write("# Ours\n", "mine/docs/README.md.jinja")
    words = ["generate", "openapi.yaml", "--templates", "mine"]
    assert _is_idle(words)
    write("text\n", "mine/docs/more.md.jinja")
    assert recall(words) is None


def test_another_version_of_a_library_is_something_to_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(SOUND)
    words = ["generate", "openapi.yaml"]
    assert _is_idle(words)
    Path("libraries/black-99.0.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(folder / "libraries")
    assert recall(words) is None


@pytest.mark.parametrize("group", [(), ("docs",)])
def test_no_line_about_a_command_is_cut_short(group: tuple[str, ...]) -> None:
    commands = run(*group, "--help").stdout.partition("Commands:")[2]
    assert commands
    assert "..." not in commands
