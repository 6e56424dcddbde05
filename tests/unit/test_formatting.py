"""Formatted code is to the letter what black makes of it, and black is seldom asked."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from random import Random

import black
import pytest
from black.mode import TargetVersion
from black.parsing import InvalidInput
from hypothesis import HealthCheck, given, settings, strategies as st

from generator.files import File
from generator.formatting import FormattingError, format_files

from .random_python import RandomPython

MODE = black.Mode(target_versions={TargetVersion.PY311}, line_length=88)
REPOSITORY = Path(__file__).parents[2]

# What emitted modules are made of, with and without need for more lines.
EMITTED = '''"""Assistants: build assistants that call models and use tools."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Generic, Literal, TypeAlias, TypeVar
from .. import models
from .assistant_tool import AssistantTool as AssistantTool, AssistantToolFunction as AssistantToolFunction
if TYPE_CHECKING:
    from collections.abc import Mapping
else:
    pass

_ERRORS = {"default": lambda: models.ErrorResponse}
_RUN: Operation[models.Run] = Operation("getRun", "GET", "/threads/{thread_id}/runs/{run_id}", returns=lambda: models.Run)
_RETRIEVE_THE_PERMISSIONS: Operation[models.PermissionsOfAProjectAndMore] = Operation("x", "GET", "/x", security=(("A",), ("B",)))
_RETRIEVE_ALL_THE_PERMISSIONS: Operation[list[models.PermissionsOfAProject] | None] = Operation("x", "GET", "/x")
RunStatus: TypeAlias = Literal["queued", "in_progress", "requires_action", "cancelling", "cancelled"]
Tool: TypeAlias = Annotated[CodeInterpreterTool | RetrievalTool | FunctionTool | Unknown, Tagged("type", {"a": A})]
Text: TypeAlias = "CreateThreadRequestDict | CreateThreadRequestMessagesItemDict | models.CreateThread"
Filter: TypeAlias = CreateThreadRequestMessagesItemText | CreateThreadRequestMessagesItem | None
class Run(Model):
    """An execution of an assistant on a thread."""
    id: str
    """Its name."""
    status: RunStatus | str


    created_at_and_a_name_that_is_long: Annotated[datetime | None, Field(alias="createdAt")] = None
    required_action: RunRequiredActionSubmitToolOutputs | RunRequiredActionSubmitApproval | None
    usage: CreateThreadRequestMessagesItemTextAndMoreThanFits | CreateThreadRequest = None
    function: models.CreateThreadRequestMessagesItemTextAndMoreThanFitsOnALineOfThisLengthForSure

class Assistants(Resource):
    """Build assistants
    that call models.
    """
    @property
    def runs(self) -> Runs:
        """The runs of this thread, which have a description that is too long for one line by far.
        """
        from .runs import Runs

        return Runs(self)
    def get_run(self, thread_id: str, run_id: str) -> models.Run:
        return self._send(_GET_RUN, path=(thread_id, run_id))

    async def create_run(self, thread_id: str, *, assistant_id: str, model: str | None | Omit = OMIT, tools: Sequence[params.AssistantTool | params.AssistantToolFunction | models.Tool] | None | Omit = OMIT, **options: Unpack[Changes]) -> models.Run:
        """Create a run.

        Args:
            thread_id: The thread to run.
        """
        return await self._send(_CREATE_RUN, path=(thread_id,), body={"assistant_id": assistant_id, "model": model, "tools": tools})
'''

UNUSUAL = [
    "x = 1  # a comment\n",
    "# a comment\n\n\nx = 1\n",
    "x = [a for a in b if a]\n",
    "if a > 1:\n  return b\nelif c:\n    pass\nelse: pass\n",
    "try:\n    a()\nexcept (B, C) as d:\n    raise E from d\nfinally:\n    f()\n",
    "class A: ...\nclass B:\n    ...\n",
    "def f(): return 1\n",
    "with a as b, c:\n    d\n",
    "for a in b:\n    continue\n",
    "async def f():\n    async with a:\n        yield b\n",
    "x = 'single'\ny = \"don't\"\nz = f'{a!r}'\n",
    "x = 0XFF + 1E5\ny = not a\nz = a[1:2]\n",
    "x = (1)\nreturn (a)\ndel (a, b)\n",
    "a = 1; b = 2\n",
    "x = a \\\n  + b\n",
    "x = '''long\n  string'''\n",
    "if a:\n\tx = 1\n",
    "x = 1\r\ny = 2\r\n",
    "x = 1\n\x0c\ny = 2\n",
    "# fmt: off\nx   =  1\n# fmt: on\n",
    "@decorated(a+b)\n\ndef f(a, /, b=1, *args, c, **kwargs): pass\n",
    "match a:\n    case B(c=1):\n        pass\n",
    "assert a, 'b'\nglobal c\nraise\n",
    "class A:\n    match: str\n    case = 1\n    type: 'int' = None\n",
    "match = 1\nmatch(a)\ntype A = int\n",
    'class A:\n    "single-line docstring"\n    x: int\n',
    'def f():\n    r"""Raw \\d."""\n',
    'def f():\n    """ends with a quote\\""""\n',
    'def f():\n    """Tab\tand \\\n    continued."""\n',
    'x: int\n"""Said of x \\N{DASH} and \\xAB."""\n',
    'x = "é" * 80\ndef f(a="日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語"): pass\n',
    "",
    "\n\n\n",
    "   \n",
    "x = 1",
    "pass",
]

BLANKS = [
    '"""Doc."""\nimport a\n',
    '"""Doc."""\n\n\n\nclass A:\n    pass\n',
    '"""Doc."""\nclass A:\n    pass\n',
    '"""Doc."""\n@a\nclass A:\n    pass\n',
    "import a\nx = 1\n",
    "import a\n\n\n\n\nx = 1\n",
    "import a\nclass A:\n    pass\n",
    "if a:\n    import b\n    x = 1\ny = 2\n",
    "if a:\n    import b\nelse:\n    import c\nimport d\n",
    "class A:\n\n\n    x: int\n\n\n    y: int\n",
    'class A:\n\n    """Doc."""\n    x: int\n',
    'class A:\n    """Doc."""\n    def f(self):\n        pass\n',
    "class A:\n\n    def f(self):\n\n        x = 1\n    y = 2\nz = 3\n",
    "class A:\n    x: int\n    @a\n\n    def f(self):\n        pass\n    class B:\n        pass\n",
    "class A:\n    class B:\n        pass\n    x: int\ny: int\n",
    'def f():\n\n    """Doc."""\n\n    x = 1\n',
    "def f():\n    pass\nx = 1\n",
    "if a:\n    def f():\n        pass\nelse:\n    def f():\n        pass\nx = 1\n",
    "if a:\n    class B:\n        pass\n    x = 1\n\n\n\n    y = 1\n",
    "x = 1\n\n\n\n\n\ny = 2\n\n\n\n",
]


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SDKGEN_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def no_black(monkeypatch: pytest.MonkeyPatch) -> None:
    """Black refuses to work from here on."""

    def refuse(*_: object, **__: object) -> str:
        raise AssertionError("black was asked")

    monkeypatch.setattr(black, "format_str", refuse)


def formatted(source: str) -> str:
    [file] = format_files([File(PurePosixPath("sdk/a.py"), source)])
    assert isinstance(file.content, str)
    return file.content


@pytest.mark.parametrize("source", [EMITTED, *UNUSUAL, *BLANKS])
def test_a_module_is_what_black_makes_of_it(source: str) -> None:
    assert formatted(source) == black.format_str(source, mode=MODE)


@pytest.mark.parametrize("source", [EMITTED, *UNUSUAL, *BLANKS])
def test_black_would_leave_it_as_it_is(source: str) -> None:
    result = formatted(source)
    assert black.format_str(result, mode=MODE) == result


@settings(
    max_examples=100,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.integers(min_value=0))
def test_a_random_module_is_what_black_makes_of_it(seed: int) -> None:
    source = RandomPython(Random(seed)).module()
    try:
        expected = black.format_str(source, mode=MODE)
    except InvalidInput:
        return
    assert formatted(source) == expected


@pytest.mark.usefixtures("no_black")
def test_black_is_not_asked_about_what_is_emitted() -> None:
    assert formatted(EMITTED).count("\n") > EMITTED.count("\n")


def test_the_committed_sdk_is_formatted() -> None:
    for path in sorted(REPOSITORY.joinpath("generated").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        assert formatted(source) == source, path


def test_only_python_text_is_formatted() -> None:
    files = [
        File(PurePosixPath("sdk/a.py"), b"x   = 1"),
        File(PurePosixPath("README.md"), "x   = 1"),
        File(PurePosixPath("sdk/b.py"), "x   = 1"),
        File(PurePosixPath("sdk/c.py"), "x   = 1"),
    ]
    assert [file.content for file in format_files(files)] == [
        b"x   = 1",
        "x   = 1",
        "x = 1\n",
        "x = 1\n",
    ]
    assert [file.path for file in format_files(files)] == [file.path for file in files]


@pytest.mark.parametrize("rest", ["", "# a comment\n", "    y = 1\n"])
def test_what_is_not_python_is_told_with_its_line(rest: str) -> None:
    with pytest.raises(FormattingError, match=r"^sdk/a\.py:3: is not Python: "):
        formatted(f"x = 1\n\nclass = 1\n{rest}")


def test_many_modules_for_black_are_shared_out() -> None:
    source = "# a comment\n" + "x   = 1\n" * 1_500
    files = [
        File(PurePosixPath(f"sdk/m{number}.py"), f"{source}y = {number}")
        for number in range(4)
    ]
    expected = source.replace("   ", " ")
    assert [file.content for file in format_files(files)] == [
        f"{expected}y = {number}\n" for number in range(4)
    ]


def test_a_fault_in_one_of_many_modules_is_told(cache_folder: Path) -> None:
    source = "# a comment\n" + "x   = 1\n" * 3_000
    files = [
        File(PurePosixPath("sdk/a.py"), source),
        File(PurePosixPath("sdk/b.py"), f"{source}class\n"),
    ]
    with pytest.raises(FormattingError, match=r"^sdk/b\.py:3002: is not Python: "):
        format_files(files)
    assert not cache_folder.exists()


@pytest.mark.parametrize("source", ["# a comment\nx   = 1", "x = [a for a in b]\n"])
def test_what_black_did_once_is_remembered(
    source: str, request: pytest.FixtureRequest
) -> None:
    first = formatted(source)
    request.getfixturevalue("no_black")
    assert formatted(source) == first
    # Only the statement that changed is new.
    if not source.startswith("#"):
        assert formatted(f"{source}y  = 1") == f"{first}y = 1\n"


def test_nothing_is_remembered_where_the_cache_is_off(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("SDKGEN_CACHE", "off")
    formatted("# a comment\nx   = 1")
    request.getfixturevalue("no_black")
    with pytest.raises(AssertionError, match="black was asked"):
        formatted("# a comment\nx   = 1")
