"""A server in the process: judges what it is asked and answers by the description.

    mock = Mock(Judge("spec/assistants.yaml"))
    client = Client(api_key="k", http_client=httpx2.Client(transport=mock.transport))

The same transport serves an `httpx2.AsyncClient`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx2

from . import media
from .decoding import kinds, variants
from .description import Node, Operation
from .judge import Judge, Verdict
from .samples import examples

Answer = Callable[[httpx2.Request, Verdict], httpx2.Response]


@dataclass(frozen=True)
class Exchange:
    """A request that was found right, and what was answered."""

    request: httpx2.Request
    verdict: Verdict
    response: httpx2.Response


class Mock:
    """Answers with the description's examples and remembers what it was asked.

    A request that does not fit raises `WrongRequestError` in the client that sent it. `status`
    and `example` choose among the examples; by itself it is the first of the success.
    `answer` takes the place of the examples where it gives a response.
    """

    def __init__(
        self,
        judge: Judge,
        *,
        status: int | None = None,
        example: str | None = None,
        answer: Answer | None = None,
    ) -> None:
        self._judge = judge
        self.status = status
        self.example = example
        self.answer = answer
        self.exchanges: list[Exchange] = []

    @property
    def transport(self) -> httpx2.MockTransport:
        return httpx2.MockTransport(self._handle)

    @property
    def last(self) -> Exchange:
        return self.exchanges[-1]

    def _handle(self, request: httpx2.Request) -> httpx2.Response:
        verdict = self._judge.judge(request)
        if self.answer is not None:
            response = self.answer(request, verdict)
        else:
            response = self.respond(request, verdict.operation)
        self.exchanges.append(Exchange(request, verdict, response))
        return response

    def respond(self, request: httpx2.Request, operation: Operation) -> httpx2.Response:
        """The response that the description has for a request."""
        status = self.status or operation.success
        described = operation.response(status)
        if described is None:
            raise LookupError(f"{operation.id} has no response {status}")
        headers = {
            name: str(next(iter(examples(node).values())))
            for name, node in described.items("headers")
            if examples(node)
        }
        offered = described.plain("content", {})
        if not offered:
            return httpx2.Response(status, headers=headers)
        media_type = _choose(request, offered)
        content = described["content"][media_type]
        value = self._value(content)
        if media.plain(media_type) == "text/event-stream":
            value = self._ended(content, value)
        headers["content-type"] = media_type
        return httpx2.Response(
            status, headers=headers, content=encode(media_type, value)
        )

    def _value(self, content: Node) -> Any:
        named = examples(content)
        if self.example is not None:
            return named[self.example]
        if named:
            return next(iter(named.values()))
        return self._judge.answers.of(content["schema"]) if "schema" in content else ""

    def _ended(self, content: Node, value: Any) -> Any:
        """The events with the one at their end by which a stream says it is over.

        That is the event, if there is one, whose data is always the same text.
        """
        for event in variants(content["schema"]) if "schema" in content else ():
            data = event["properties"].at("data") if "properties" in event else None
            if data is not None and kinds(data) == {"string"} and "enum" in data:
                events = value if isinstance(value, list) else [value]
                last = self._judge.answers.of(event)
                return events if events[-1:] == [last] else [*events, last]
        return value


def _choose(request: httpx2.Request, offered: Iterable[str]) -> str:
    """The media type to answer with: the one the request welcomes most."""
    for range_ in media.accepted(request):
        for media_type in offered:
            if media.fits(media_type, range_):
                return media_type
    return next(iter(offered))


def encode(media_type: str, value: Any) -> bytes:
    """An example as it is on the wire."""
    plain = media.plain(media_type)
    if plain == "text/event-stream" and not isinstance(value, str):
        events = value if isinstance(value, list) else [value]
        return b"".join(frame(event) for event in events)
    if plain.endswith("json") or not isinstance(value, str):
        return json.dumps(value, separators=(",", ":")).encode()
    return value.encode()


def frame(event: Any) -> bytes:
    """An event as a stream has it; an object with `event` and `data` is taken apart."""
    lines = []
    data = event
    if isinstance(event, Mapping) and event.keys() == {"event", "data"}:
        lines.append(f"event: {event['event']}")
        data = event["data"]
    text = data if isinstance(data, str) else json.dumps(data, separators=(",", ":"))
    lines.extend(f"data: {line}" for line in text.split("\n"))
    return "\n".join([*lines, "", ""]).encode()
