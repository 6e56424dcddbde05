"""What a server may answer by the description, and whether a value is what it said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import httpx2

from tests.contract import media

from .forms import is_json
from .raw import Description, Operation, Place
from .samples import NoSample, Samples
from .shapes import is_file, parts
from .surface import Method

_STREAMS: Final = frozenset(
    "text/event-stream application/jsonl application/x-jsonl application/x-ndjson"
    " application/ndjson application/x-jsonlines application/json-seq".split()
)
ELSEWHERE: Final = "https://elsewhere.example/file"
_DURATION: Final = re.compile(r"-?P[\dDTHMSWY.,]+")


@dataclass(frozen=True)
class Answer:
    """One response: its status, its media type and body, and where it comes from."""

    status: int
    media_type: str | None = None
    value: Any = None
    source: str = "no body"
    fits: bool = True
    """Whether the value is what its own schema asks for."""

    headers: tuple[tuple[str, str], ...] = ()

    @property
    def is_json(self) -> bool:
        kind = media.plain(self.media_type or "")
        is_any = kind in ("*/*", "application/*")
        return not isinstance(self.value, bytes) and (is_json(kind) or is_any)

    @property
    def is_stream(self) -> bool:
        return self.media_type is not None and media.plain(self.media_type) in _STREAMS

    @property
    def content(self) -> bytes:
        if self.media_type is None:
            return b""
        if self.is_stream:
            return b"".join(self._frame(event) for event in self.value)
        if isinstance(self.value, bytes):
            return self.value
        return (json.dumps if self.is_json else str)(self.value).encode()

    def _frame(self, event: Any) -> bytes:
        text = event if isinstance(event, str) else json.dumps(event)
        if "event-stream" not in str(self.media_type):
            return f"{json.dumps(event)}\n".encode()
        lines = []
        if isinstance(event, Mapping) and "data" in event and event.keys() <= _EVENT:
            data = event["data"]
            lines = [f"{name}: {event[name]}" for name in event if name != "data"]
            text = data if isinstance(data, str) else json.dumps(data)
        lines += [f"data: {line}" for line in text.split("\n")]
        return "\n".join([*lines, "", ""]).encode()

    def response(self) -> httpx2.Response:
        headers = dict(self.headers)
        if self.media_type is not None:
            headers["content-type"] = self.media_type.replace("*/*", "application/json")
        return httpx2.Response(self.status, headers=headers, content=self.content)


_EVENT: Final = frozenset({"event", "data", "id", "retry"})


class Answers:
    """All answers to an operation."""

    def __init__(self, description: Description) -> None:
        self._samples = Samples(description, "response")
        self.unmade: list[str] = []

    def successes(self, operation: Operation) -> list[Answer]:
        """Every example of every success, and for each two that are made up."""
        codes = list(operation.responses)
        good = [code for code in codes if code.upper().startswith("2")]
        if not good:
            good = [c for c in codes if c.startswith("3")] or [
                c for c in codes if c == "default"
            ]
        return self._of(operation, good)

    def failures(self, operation: Operation) -> list[Answer]:
        """The same for the errors, apart from those that ask for another try."""
        bad = [c for c in operation.responses if c[:1] in "45"]
        return self._of(operation, bad)

    def _of(self, operation: Operation, codes: Iterable[str]) -> list[Answer]:
        found = []
        codes = list(codes)
        # What is said to be empty is not untold.
        is_untold = all(operation.responses[c].get("content") is None for c in codes)
        for code in codes:
            status = _status(code, operation.responses)
            contents = list(operation.responses[code].items("content"))
            headers = self._headers(operation.responses[code])
            if not contents or status in (204, 304) or operation.method == "HEAD":
                found.append(Answer(status, headers=headers))
            if status == 200 and operation.method == "GET" and is_untold:
                found.append(Answer(status, "*/*", {"a": 1}, "not described"))
            for media_type, entry in contents if found == [] or contents else ():
                if status not in (204, 304) and operation.method != "HEAD":
                    found += self._contents(status, media_type, entry.follow(), headers)
        return found

    def _headers(self, response: Place) -> tuple[tuple[str, str], ...]:
        names = [name.lower() for name, _ in response.items("headers")]
        return (("location", ELSEWHERE),) if "location" in names else ()

    def _contents(
        self,
        status: int,
        media_type: str,
        content: Place,
        headers: tuple[tuple[str, str], ...],
    ) -> Iterator[Answer]:
        item = content.get("itemSchema")
        schema = item or content.get("schema")
        shell = Answer(status, media_type, headers=headers)
        if shell.is_stream and item is None and schema is not None:
            # A list stands for the whole of a stream.
            schema = schema.follow().get("items") or schema
        kinds: list[tuple[str, Any]] = []
        for name, value in examples(content):
            kinds.append((f"example {name}", value))
        if shell.is_stream:
            yield from self._streams(shell, schema, item is not None, kinds)
        elif status // 100 == 3 and (headers or not shell.is_json):
            yield shell
        elif schema is not None and is_file(schema):
            kind = "application/octet-stream" if "*" in media_type else media_type
            yield Answer(status, kind, b"\x00\xff", "raw", True, headers)
        elif shell.is_json:
            if schema is None:
                kinds = kinds or [("no schema", {"a": 1})]
            else:
                kinds += self._made(schema)
            for source, value in kinds:
                fits = schema is None or self._samples.fits(schema, value)
                yield Answer(status, media_type, value, source, fits, headers)
        else:
            text = media_type.startswith("text/") or media_type.endswith(
                ("xml", "yaml")
            )
            value = "a text" if text else b"\x00\xff bytes"
            if kinds and text and isinstance(kinds[0][1], str):
                value = kinds[0][1]
            yield Answer(status, media_type, value, "made up", True, headers)

    def _streams(
        self, shell: Answer, schema: Place | None, items: bool, given: list[Any]
    ) -> Iterator[Answer]:
        made = self._made(schema) if schema is not None else [("no schema", {"a": 1})]
        events = [value for _, value in made]
        if any(isinstance(event, Mapping) and "data" in event for event in events):
            # Only what has data is an event, and the rest of it stays for the next one.
            events = [event for event in events if "data" in event][:1]
            # Comments are passed over, and what is no number of milliseconds as well.
            dropped = ("comment", "retry")
            events = [{k: v for k, v in e.items() if k not in dropped} for e in events]
            held = _held(schema) if schema is not None else None
            if held is not None:
                value = self._samples.of(held, full=True)
                events = [{**event, "data": value} for event in events]
        if events:
            yield Answer(shell.status, shell.media_type, events, "full and least")

    def _made(self, schema: Place) -> list[tuple[str, Any]]:
        found = []
        for source, full in (("full", True), ("least", False)):
            try:
                found.append((source, self._samples.of(schema, full=full)))
            except NoSample as error:
                self.unmade.append(str(error))
        return found


def _held(schema: Place) -> Place | None:
    """What the data of events holds, where it is a text that holds JSON."""
    for place in parts(schema):
        for name, inner in place.items("properties"):
            if name == "data" and (held := inner.follow().get("contentSchema")):
                return held
    return None


def examples(holder: Place) -> Iterator[tuple[str, Any]]:
    """The examples of a media type or a parameter by their names."""
    for name, entry in holder.items("examples"):
        try:
            place = entry.follow()
        except LookupError:
            continue
        for key in ("value", "dataValue"):
            if key in (place.value if isinstance(place.value, Mapping) else ()):
                yield name, place.value[key]
                break
    if "example" in holder.value:
        yield "example", holder.value["example"]


def _status(code: str, described: Iterable[str]) -> int:
    """A status that a key of responses stands for: of a range, one without its own key."""
    if code.isdecimal():
        return int(code)
    first = 200 if code == "default" else int(code[0]) * 100
    empty = (204, 304)
    left = (s for s in range(first, 600) if str(s) not in described and s not in empty)
    return next(left)


def accepts(method: Method, answer: Answer, request: httpx2.Request) -> bool:
    """Whether a request asks for an answer of this kind."""
    if answer.media_type is None:
        return method.sender != "_stream"
    if answer.is_stream != (method.sender == "_stream"):
        return False
    ranges = media.accepted(request)
    # What is asked for by name goes before what is merely taken as well.
    named = [range_ for range_ in ranges if range_ != "*/*"]
    kind = answer.media_type.lower()
    return any(kind == r or media.fits(kind, r) for r in named or ranges)


def difference(read: object, sent: object, place: str = "") -> str | None:
    """Where a value that was read is not the one that was sent, if anywhere.

    Times, numbers and ids may be written in another way.
    """
    if isinstance(sent, Mapping) and isinstance(read, Mapping):
        if read.keys() != sent.keys():
            odd = sorted(read.keys() ^ sent.keys())
            return f"{place or '/'}: {odd} are on one side only"
        pairs = [(f"{place}/{name}", read[name], sent[name]) for name in sent]
    elif isinstance(sent, list) and isinstance(read, list) and len(read) == len(sent):
        triples = zip(range(len(sent)), read, sent, strict=True)
        pairs = [(f"{place}/{index}", r, s) for index, r, s in triples]
    elif _same(read, sent):
        return None
    else:
        return f"{place or '/'}: read {read!r:.300} for {sent!r:.300}"
    found = (difference(r, s, inner) for inner, r, s in pairs)
    return next((each for each in found if each is not None), None)


def _same(read: object, sent: object) -> bool:
    if isinstance(sent, bool) or isinstance(read, bool):
        return read is sent
    if read == sent:
        return True
    return isinstance(read, str) and isinstance(sent, str) and _moment(read, sent)


def _moment(read: str, sent: str) -> bool:
    """Whether two texts stand for the same time, duration, id or number."""
    if read.lower() == sent.lower():
        return True
    if _DURATION.fullmatch(read) and _DURATION.fullmatch(sent):
        return _seconds(read) == _seconds(sent)
    for parse in (datetime.fromisoformat, date.fromisoformat, time.fromisoformat):
        try:
            return bool(parse(read) == parse(sent))
        except (ValueError, TypeError):
            continue
    return False


def _seconds(text: str) -> timedelta:
    from pydantic import TypeAdapter

    return TypeAdapter(timedelta).validate_python(text)
