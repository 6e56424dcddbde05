"""The corpus: what is broken or hostile ends well, and all the rest is read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.document import load
from generator.validation import check

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
NEEDS_CORPUS = pytest.mark.skipif(
    not CORPUS.exists(), reason="the corpus of real descriptions is not here"
)

# Reads a description in a process of its own, and tells what it found and what it took.
PROGRAM = """
import json, resource, sys, time
from pathlib import Path
from generator.document import load
from generator.errors import UnusableInput
from generator.validation import check, start
began = time.monotonic()
try:
    document = load(Path(sys.argv[1]))
    verdict = start(document)
    own = [*document.problems, *check(document)]
    found, status = [*own, *verdict.result(own)], "read"
except UnusableInput as error:
    found, status = error.problems, "unusable"
peak = max(resource.getrusage(who).ru_maxrss
           for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({"status": status, "seconds": time.monotonic() - began, "peak": peak,
                  "problems": [[str(one), one.severity] for one in found]}))
"""


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    status: str
    problems: list[tuple[str, str]]
    seconds: float
    megabytes: float

    @property
    def errors(self) -> list[str]:
        return [text for text, severity in self.problems if severity == "error"]

    @property
    def text(self) -> str:
        return "\n".join(text for text, _ in self.problems)


def outcome(path: Path, folder: Path) -> Outcome:
    # In a folder of its own, where a payload would leave its mark.
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": ":".join(sys.path), "SDKGEN_CACHE": "off"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not list(folder.iterdir())
    told = json.loads(done.stdout)
    problems = [(text, severity) for text, severity in told["problems"]]
    return Outcome(told["status"], problems, told["seconds"], told["peak"] / 1024)


TRAILING_COMMA = 131 if sys.version_info >= (3, 13) else 132

# Name, whether it can be read, how many errors, and what is said among others.
INVALID = [
    (
        "01-broken-yaml.yaml",
        "unusable",
        1,
        ":9:1: a tab indents this line, which YAML forbids",
    ),
    # Since Python 3.13 the place of a comma too many is the comma's.
    ("02-truncated.json", "unusable", 1, f":1:{TRAILING_COMMA}: not valid JSON"),
    (
        "03-unresolvable-refs.yaml",
        "read",
        3,
        "/paths/~1a/get/parameters/0: the reference",
    ),
    ("04-unknown-version.yaml", "unusable", 1, "version 4.0.0 is not supported"),
    ("05-version-as-number.yaml", "read", 0, "the version is the number 3.1"),
    ("06-swagger-2.0.yaml", "unusable", 1, "Swagger 2.0 is not supported; convert it"),
    (
        "07-duplicate-operation-ids.yaml",
        "read",
        0,
        "'listThings' is that of GET /a already",
    ),
    (
        "08-path-params-wrong.yaml",
        "read",
        0,
        "the path parameter 'post-id' is not declared",
    ),
    ("09-cyclic-ref-alias.yaml", "read", 3, "the reference leads in a circle"),
    ("10-deep-nesting.json", "unusable", 1, "nested too deeply"),
    ("11-billion-laughs.yaml", "unusable", 1, "aliases stand for more than"),
    ("12-template-injection.json", "read", 1, "no HTTP header can be called"),
    ("13-path-traversal.yaml", "read", 0, ""),
    ("14-outside-refs.yaml", "read", 5, "allow it with --allow-outside"),
    ("15-allof-cycle.yaml", "read", 0, "allOf leads back to the schema itself"),
    (
        "16-duplicate-yaml-keys.yaml",
        "read",
        3,
        "in line 4 already, and again in line 8",
    ),
    ("17-empty.yaml", "unusable", 1, "the file is empty"),
    ("18-not-a-mapping.yaml", "unusable", 1, "the file holds a list"),
    ("19-html-error-page.json", "unusable", 1, "this looks like HTML"),
    (
        "20-yaml-python-tag.yaml",
        "unusable",
        1,
        ":4:9: the tag !!python/object/apply:os.system",
    ),
    (
        "21-shapes-wrong.yaml",
        "read",
        16,
        "/components/schemas/C: nothing (null) stands where",
    ),
    ("22-latin1.yaml", "unusable", 1, ":2:18: not text in UTF-8"),
    ("23-utf16-bom.json", "read", 0, ""),
    ("24-no-paths-no-info.yaml", "read", 2, "paths is missing"),
    ("real-swagger2-slack.json", "unusable", 1, "Swagger 2.0 is not supported"),
]


@NEEDS_CORPUS
@pytest.mark.parametrize(("name", "status", "errors", "said"), INVALID, ids=str)
def test_an_invalid_document_ends_well(
    tmp_path: Path, name: str, status: str, errors: int, said: str
) -> None:
    result = outcome(CORPUS / "invalid" / name, tmp_path)
    assert result.status == status
    assert len(result.errors) == errors, result.text
    assert said in result.text
    assert "root:" not in result.text
    assert result.seconds < 10
    assert result.megabytes < 1000


@NEEDS_CORPUS
def test_every_invalid_document_is_among_those_tried() -> None:
    assert {path.name for path in (CORPUS / "invalid").iterdir()} == {
        case[0] for case in INVALID
    }


def _roots() -> list[Path]:
    """The root files of the corpus proper."""
    if not CORPUS.exists():
        return []
    files = [
        *CORPUS.glob("*.*"),
        *(
            path
            for folder in ("oai-3.2", "oai-examples", "small")
            for path in (CORPUS / folder).iterdir()
        ),
        CORPUS / "speakeasy-generation-tests/test.yaml",
        CORPUS / "digitalocean/specification/DigitalOcean-public.v2.yaml",
    ]
    return sorted(path for path in files if path.suffix in (".yaml", ".yml", ".json"))


# What a sound frontend cannot do without: a title for the package, a name for a parameter.
NOT_SOUND = {
    "koxudaxi-unquoted_null.yaml": "info is missing",
    "openapi-python-client-3.0.json": "no HTTP header can be called 'header param'",
}


@NEEDS_CORPUS
@pytest.mark.parametrize("path", _roots(), ids=lambda path: path.name)
def test_every_document_of_the_corpus_is_read_and_sound(path: Path) -> None:
    document = load(path)
    errors = [
        one for one in (*document.problems, *check(document)) if one.severity == "error"
    ]
    assert [error.fact for error in errors] == [
        fact for name, fact in NOT_SOUND.items() if name == path.name
    ]


@NEEDS_CORPUS
def test_the_corpus_has_all_of_its_documents() -> None:
    assert len(_roots()) == 52
