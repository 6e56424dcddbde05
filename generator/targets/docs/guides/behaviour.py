"""Guides to how calls behave, whatever they are about: errors, retries, async, tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ....spelling.exceptions import BASE, BY_STATUS
from ....spelling.markdown import code, fence
from ..book import Book
from ..guide import Guide
from ..markdown.tables import Table, table
from ..pages import Place
from ..reference.bodies import error_examples, shared_errors
from ..showcase import Showcase
from ..snippets.answers import answer
from ..snippets.calls import by
from ..snippets.programs import Snippet, both
from ..snippets.source import Brackets, Entry, lines, value
from ..snippets.wholes import raw_call

_TRIED_AGAIN = frozenset({"408", "409", "429"})
_RETRIED = "Yes"


@dataclass(frozen=True, slots=True)
class Errors(Guide):
    statuses: Table | None
    failing: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Retries(Guide):
    program: str


@dataclass(frozen=True, slots=True)
class RawResponses(Guide):
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class Asynchronous(Guide):
    program: str
    together: str


@dataclass(frozen=True, slots=True)
class Testing(Guide):
    program: str
    variable: str


def errors_guide(book: Book, lookup: Place) -> Errors:
    """What can go wrong, and how to be prepared for it."""
    rows = [
        (code(status), code(name), _RETRIED if status in _TRIED_AGAIN else "No")
        for status, name in BY_STATUS.items()
    ]
    rows.append(("`5XX`", code("InternalServerError"), _RETRIED))
    rows.append(("other", code(BASE), "No"))
    made = book.brief_call(lookup)
    used = book.outcome(lookup)
    exceptions = ("NotFoundError", "RateLimitError")
    return Errors(
        "errors",
        "Errors",
        statuses=table(("Status", "Exception", "Tried again"), rows),
        failing=fence(
            book.client_for(lookup.operation).failing(made, used, exceptions), "python"
        ),
        examples=tuple(error_examples(shared_errors(book.api), book)),
    )


def retries_guide(book: Book, lookup: Place) -> Retries:
    """How often and how long a call is tried."""
    settings = ("max_retries=5", "timeout=Timeout(read=120, total=300)")
    made = book.brief_call(lookup)
    used = book.outcome(lookup)
    statements = [
        "quick = client.with_options(timeout=5, max_retries=0)",
        *used.statements(by("quick", made), asynchronous=False),
    ]
    client = book.client_for(lookup.operation)
    program = client.script(statements, names=["Timeout"], settings=settings)
    return Retries(
        "retries-and-timeouts", "Retries and timeouts", program=fence(program, "python")
    )


def raw_responses_guide(book: Book, showcase: Showcase) -> Iterator[Guide]:
    """Status and headers beside the typed value."""
    if not showcase.plain:
        return
    place = showcase.lookup or showcase.plain[0]
    made = book.brief_call(place)
    used = book.outcome(place)
    follow = [
        "print(response.status_code, response.request_id)",
        f"{used.before}response.parse()",
    ]
    follow += used.follow
    margin = " " * 8
    client = book.client_for(place.operation)
    sync = client.script([*raw_call("response = ", made, 0), *follow], names=["raw"])
    asynchronous = client.coroutine(
        [
            *raw_call("response = await ", made, 8),
            *(margin + line for line in follow),
        ],
        names=["raw"],
    )
    yield RawResponses(
        "raw-responses",
        "Raw responses",
        snippets=both(sync, asynchronous),
    )


def asynchronous_guide(book: Book, showcase: Showcase, lookup: Place) -> Asynchronous:
    """The same calls, awaited."""
    made = book.brief_call(lookup)
    used = book.outcome(lookup)
    return Asynchronous(
        "async",
        "Async",
        program=fence(
            book.client_for(lookup.operation).asynchronous(made, used), "python"
        ),
        together=_together(book, showcase),
    )


def _together(book: Book, showcase: Showcase) -> str:
    """Two calls at the same time, of two operations that only read."""
    reading = [place for place in showcase.plain if place.operation.method == "GET"][:2]
    if len(reading) < 2:
        return ""
    made = [book.brief_call(p) for p in reading]
    entries = tuple(Entry("", each) for each in made)
    statements = [
        *lines(
            "first, second = await ", Brackets("asyncio.gather(", entries, ")"), "", 8
        ),
        "        print(first)",
        "        print(second)",
    ]
    client = book.client_for(*(place.operation for place in reading))
    return fence(client.coroutine(statements), "python")


def testing_guide(book: Book, showcase: Showcase) -> Iterator[Guide]:
    """Programs that use the SDK, tested without a network."""
    place = showcase.short
    found = answer(place.operation) if place else None
    if place is None or found is None or found.content is None:
        return
    made = book.brief_call(place)
    used = book.outcome(place)
    response = Brackets(
        "httpx2.Response(",
        (Entry("", "200"), Entry("json=", value(book.examples.answer(found.content)))),
        ")",
    )
    options = (
        *book.client_for(place.operation).tests,
        "http_client=httpx2.Client(transport=transport)",
    )
    client = Brackets("Client(", tuple(Entry("", one) for one in options), ")")
    program = [
        "import httpx2",
        "",
        f"from {book.client.module} import Client",
        "",
        "",
        "def answer(request: httpx2.Request) -> httpx2.Response:",
        *lines("return ", response, "", 4),
        "",
        "",
        "transport = httpx2.MockTransport(answer)",
        *lines("client = ", client, ""),
        "",
        *used.statements(made, asynchronous=False),
    ]
    yield Testing(
        "testing",
        "Testing",
        program=fence("\n".join(program), "python"),
        variable=(
            code(book.api.package.base_url_variable)
            if book.api.package.base_url_variable
            else ""
        ),
    )
