"""The guide to what can be set for all calls, or for some."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ....spelling.markdown import fence
from ..book import Book
from ..guide import Guide
from ..pages import Place
from ..snippets.calls import by


@dataclass(frozen=True, slots=True)
class Settings(Guide):
    module: str
    distribution: str
    program: str
    hooks: str
    logs: str
    http: str


def settings_guide(book: Book, lookup: Place) -> Settings:
    """Settings, hooks, logs, and the HTTP client below."""
    return Settings(
        "settings",
        "Settings",
        module=book.client.module,
        distribution=book.api.package.distribution,
        program=_program(book, lookup),
        hooks=_hooks(book, lookup),
        logs=fence("\n".join(_logs(book)), "python"),
        http=fence("\n".join(_http(book)), "python"),
    )


def _program(book: Book, lookup: Place) -> str:
    made = book.brief_call(lookup)
    used = book.outcome(lookup)
    statements = [
        "careful = client.with_options(strict=True, max_response_bytes=10_000_000)",
        *used.statements(by("careful", made), asynchronous=False),
    ]
    client = book.client_for(lookup.operation)
    return fence(client.script(statements), "python")


def _hooks(book: Book, lookup: Place) -> str:
    made = book.brief_call(lookup)
    used = book.outcome(lookup)
    client = book.client_for(lookup.operation)
    program = [
        "import httpx2",
        "",
        f"from {client.module} import Client, Hooks",
        "",
        "",
        "def tell(response: httpx2.Response) -> None:",
        "    print(response.status_code, response.request.url)",
        "",
        "",
        *client.made("hooks=Hooks(on_response=tell)"),
        "",
        *used.statements(made, asynchronous=False),
    ]
    return fence("\n".join(program), "python")


def _logs(book: Book) -> Iterator[str]:
    yield from ("import logging", "", "logging.basicConfig()")
    yield f'logging.getLogger("{book.client.module}").setLevel(logging.DEBUG)'


def _http(book: Book) -> Iterator[str]:
    yield from ("import httpx2", "", f"from {book.client.module} import Client", "")
    yield 'http_client = httpx2.Client(proxy="http://localhost:3128")'
    yield from book.client.made("http_client=http_client")
