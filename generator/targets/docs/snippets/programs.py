"""Whole Python programs around one call, as a reader would copy them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ....ir import Api, SecurityScheme
from ....spelling.exceptions import BASE
from ....spelling.lists import listed
from ....spelling.markdown import fence
from .addresses import is_complete
from .outcomes import Outcome
from .source import Brackets, Entry, fits, lines

_SYNC = "Python"
_ASYNC = "Python, async"
SHELL = "cURL"


@dataclass(frozen=True, slots=True)
class Snippet:
    """One of several programs that do the same: its label, and itself in a fence.

    A page shows the snippets of a group right after each other, each as its label, a
    colon, a blank line and the fence, so that a site can make tabs of them.
    """

    label: str
    fence: str


@dataclass(frozen=True, slots=True)
class Client:
    """How the programs of an API's documentation make a client.

    Attributes:
        module: The package.
        arguments: What has to be given, because no environment variable holds it.
        variables: The environment variables that hold the rest.
        credentials: The arguments that let the caller in, each with a made-up value.
        tests: What has to be given where nothing is in the environment, as in tests.
    """

    module: str
    arguments: tuple[str, ...]
    variables: tuple[str, ...]
    credentials: tuple[str, ...]
    tests: tuple[str, ...]

    def made(self, *more: str) -> list[str]:
        """The statement that makes the client; `more` are further arguments."""
        statement = list(
            lines("client = ", _constructor("Client", *self.arguments, *more), "")
        )
        if not self.variables:
            return statement
        comment = f"# reads {listed(self.variables, 'and')}"
        behind = f"{statement[0]}  {comment}"
        return (
            [behind] if len(statement) == 1 and fits(behind) else [comment, *statement]
        )

    def program(self, call: Brackets, outcome: Outcome) -> str:
        """A program that makes a call with `Client`."""
        return self.script(outcome.statements(call, asynchronous=False))

    def asynchronous(self, call: Brackets, outcome: Outcome) -> str:
        """The same program with `AsyncClient`."""
        return self.coroutine(outcome.statements(call, asynchronous=True, indent=8))

    def script(
        self,
        statements: Iterable[str],
        *,
        names: Iterable[str] = (),
        settings: Iterable[str] = (),
    ) -> str:
        """A program with these statements.

        `names` are imported beside the client, and `settings` are arguments of it.
        """
        return "\n".join(
            [
                *importing(self.module, ", ".join(sorted({*names, "Client"}))),
                "",
                *self.made(*settings),
                "",
                *statements,
            ]
        )

    def coroutine(self, statements: Iterable[str], *, names: Iterable[str] = ()) -> str:
        """An asynchronous program with these statements, which are indented already."""
        return "\n".join(
            [
                "import asyncio",
                "",
                *importing(self.module, ", ".join(sorted({*names, "AsyncClient"}))),
                "",
                "",
                "async def main() -> None:",
                *lines(
                    "async with ",
                    _constructor("AsyncClient", *self.arguments),
                    " as client:",
                    4,
                ),
                *statements,
                "",
                "",
                "asyncio.run(main())",
            ]
        )

    def pair(self, call: Brackets, outcome: Outcome) -> tuple[Snippet, Snippet]:
        """Both programs."""
        return both(self.program(call, outcome), self.asynchronous(call, outcome))

    def failing(
        self, call: Brackets, outcome: Outcome, exceptions: Iterable[str]
    ) -> str:
        """A program that is prepared for the call to fail."""
        caught = [*dict.fromkeys(name for name in exceptions if name != BASE), BASE]
        statements = outcome.statements(call, asynchronous=False, indent=4)
        return self.script(["try:", *statements, *_handlers(caught)], names=caught)


def both(sync: str, asynchronous: str) -> tuple[Snippet, Snippet]:
    """A program, and the asynchronous one that does the same."""
    return (
        Snippet(_SYNC, fence(sync, "python")),
        Snippet(_ASYNC, fence(asynchronous, "python")),
    )


def client_of(api: Api, schemes: Iterable[SecurityScheme]) -> Client:
    """How a client is made that fills these schemes: what cannot come from the environment
    is given.
    """
    # A token made beforehand is the third; it stands for the two that fetch one.
    pairs = [pair for scheme in schemes for pair in scheme.arguments[:2]]
    credentials = [f'{name}="your-{name.replace("_", "-")}"' for name, _ in pairs]
    given = [
        text for text, (_, held) in zip(credentials, pairs, strict=True) if not held
    ]
    variables = [held for _, held in pairs if held]
    tests = [f'{name}="test"' for name, _ in pairs]
    if not is_complete(api.servers):
        url = 'base_url="https://api.example.com"'
        tests.append(url)
        if api.package.base_url_variable is None:
            given.append(url)
        else:
            variables.append(api.package.base_url_variable)
    return Client(
        api.package.module,
        tuple(given),
        tuple(dict.fromkeys(variables)),
        tuple(credentials),
        tuple(tests),
    )


def _handlers(exceptions: list[str]) -> Iterator[str]:
    for name in exceptions[:-1]:
        yield f"except {name} as error:"
        yield f'    print("{_said(name)}:", error.message)'
    yield f"except {exceptions[-1]} as error:"
    yield "    print(error.status_code, error.message, error.request_id)"


def _constructor(name: str, *arguments: str) -> Brackets:
    return Brackets(f"{name}(", tuple(Entry("", each) for each in arguments), ")")


def _said(exception: str) -> str:
    """`RateLimitError` as it is said: "Rate limit"."""
    words = "".join(
        f" {c.lower()}" if c.isupper() else c for c in exception.removesuffix("Error")
    )
    return words.strip().capitalize()


def importing(module: str, names: str) -> Iterator[str]:
    """The statement that imports names, as black leaves it."""
    line = f"from {module} import {names}"
    if fits(line):
        yield line
        return
    yield f"from {module} import ("
    for name in names.split(", "):
        yield f"    {name},"
    yield ")"
