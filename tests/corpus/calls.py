"""What operations are called with: values for the raw description's schemas."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from .answers import examples
from .forms import is_json
from .raw import Description, Operation, Parameter, Place, placeholders
from .samples import NoSample, NoText, Samples
from .shapes import is_file, parts
from .surface import FURTHER, Method

MODES: Final = ("example", "full", "least")
"""The description's examples; all that there is, made up; what is required, made up."""

_BINARY: Final = b"\x00\xffbytes"


@dataclass
class Given:
    """What a call is given, by wire name."""

    path: dict[str, Any] = field(default_factory=dict)
    query: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=dict)
    cookie: dict[str, Any] = field(default_factory=dict)
    querystring: dict[str, Any] = field(default_factory=dict)
    body: Any = None
    has_body: bool = False
    media_type: str | None = None


class Calls:
    """Makes the values for calls."""

    def __init__(self, description: Description) -> None:
        self._samples = Samples(description, "request")

    def given(self, operation: Operation, method: Method, mode: str) -> Given:
        """Values for a call, by wire name."""
        given = Given()
        declared = {p.name: p for p in operation.parameters if p.location == "path"}
        declared |= {placeholders(f"{{{n}}}")[0]: p for n, p in declared.items()}
        for name in placeholders(operation.template):
            parameter = declared.get(name)
            given.path[name] = (
                self._value(parameter, mode) if parameter is not None else "text"
            )
        for parameter in operation.parameters:
            location = parameter.location
            table = {"header": "headers", "cookie": "cookies", "querystring": "query"}
            named = method.named.get(table.get(location, location), {})
            if location == "path" or parameter.name not in named:
                continue
            if parameter.required or mode != "least":
                try:
                    value = self._value(parameter, mode)
                except NoSample:
                    if parameter.required:
                        raise
                    continue
                getattr(given, location)[parameter.name] = value
        self._add_body(given, operation, method, mode)
        return given

    def _value(self, parameter: Parameter, mode: str) -> Any:
        schema = parameter.schema
        if schema is None:
            return "text"
        given = [value for _, value in examples(parameter.place)]
        given = [value for value in given if mode == "example" and value != ""]
        value = self._samples.of(schema, given, full=mode != "least")
        if parameter.media_type is not None or not _has_nothing(value):
            return value
        for other in (*self._samples.each(schema), "text", {"key": "text"}):
            if not _has_nothing(other) and self._samples.fits(schema, other):
                return other
        raise NoText(f"no style has a text for {value!r}: {schema.uri}")

    def _add_body(
        self, given: Given, operation: Operation, method: Method, mode: str
    ) -> None:
        if method.body is None or operation.body is None:
            return
        required = operation.body.plain("required") is True
        named = dict(operation.body.items("content"))
        media_type = next(m for m in named if m == method.media_type)
        content = named[media_type].follow()
        schema = content.get("schema") or content.get("itemSchema")
        always = isinstance(method.body, dict) and any(
            value.argument is None for value in method.body.values()
        )
        if mode == "least" and not required and not always:
            return
        given.media_type, given.has_body = media_type, True
        kept = [value for _, value in examples(content)] if mode == "example" else []
        items = content.get("itemSchema") is not None
        given.body = self._body(media_type, schema, kept, mode, items=items)
        if isinstance(method.body, dict):
            if not isinstance(given.body, dict):
                raise NoSample(f"arguments cannot make {given.body!r}")
            unknown: set[str] = set()
            if FURTHER not in method.body:
                unknown = given.body.keys() - method.body.keys()
            fixed = {
                name: value.constant
                for name, value in method.body.items()
                if value.argument is None
            }
            body = {n: v for n, v in given.body.items() if n not in unknown}
            given.body = body | fixed
            if schema is not None and not self._fits(schema, given.body):
                raise NoSample(f"only with {sorted(unknown)} fits {schema.uri}")
            if not given.body and not required:
                given.has_body = False

    def _fits(self, schema: Place, value: Any) -> bool:
        return self._samples.fits(schema, _textual(value))

    def _body(
        self,
        media_type: str,
        schema: Place | None,
        kept: list[Any],
        mode: str,
        *,
        items: bool,
    ) -> Any:
        kind = media_type.partition(";")[0].strip().lower()
        lines = "jsonl" in kind or "ndjson" in kind or kind.endswith("json-seq")
        wild = "*" in kind and schema is not None and not is_file(schema)
        if is_json(kind) or lines or wild or kind.startswith("application/x-www-form"):
            if schema is None:
                return [{"a": 1}] if lines else {"a": 1}
            value = self._samples.of(schema, kept, full=mode != "least")
            return [value] if lines and not isinstance(value, list) else value
        if kind.startswith("multipart/"):
            if schema is None:
                return {"a": "text"}
            value = self._samples.of(schema, kept, full=mode != "least")
            if items:
                return [value]
            return _with_files(_without_null(value), schema)
        if kind.startswith("text/") or kind.endswith(("xml", "yaml")):
            texts = [value for value in kept if isinstance(value, str)]
            return texts[0] if texts else "a text"
        return _BINARY


def arguments(method: Method, given: Given) -> dict[str, Any]:
    """The arguments of a method for these values."""
    found: dict[str, Any] = {}
    found.update(zip(method.positional, given.path.values(), strict=True))
    for place, table in (
        ("query", {**given.query, **given.querystring}),
        ("headers", given.header),
        ("cookies", given.cookie),
    ):
        for wire, value in table.items():
            argument = method.named[place][wire].argument
            # What can only have one value is sent without being asked for.
            if argument is not None:
                found[argument] = value
    if given.has_body and isinstance(method.body, dict):
        others = {w: v for w, v in given.body.items() if w not in method.body}
        if others:
            argument = method.body[FURTHER].argument
            assert argument is not None
            found[argument] = others
        for wire, value in given.body.items():
            argument = method.body[wire].argument if wire in method.body else None
            if argument is not None:
                found[argument] = value
    elif given.has_body and isinstance(method.body, str):
        found[method.body] = given.body
    return found


def _with_files(value: Any, schema: Place) -> Any:
    """The fields of a form with bytes where the description says that files go."""
    if not isinstance(value, dict):
        return value
    found = dict(value)
    for place in parts(schema):
        for name, inner in place.items("properties"):
            if name in found:
                if is_file(inner):
                    found[name] = _BINARY
                elif isinstance(found[name], list):
                    items = [p["items"] for p in parts(inner) if p.get("items")]
                    if any(is_file(item) for item in items):
                        found[name] = [_BINARY for _ in found[name]]
    return found


def _without_null(value: Any) -> Any:
    """The fields of a form without null, for which parts have no text."""
    if not isinstance(value, dict):
        return value
    kept = {name: inner for name, inner in value.items() if inner not in (None, [None])}
    return {name: inner for name, inner in kept.items() if inner != []}


def _has_nothing(value: Any) -> bool:
    """Whether something in a value has no text that a parameter could carry."""
    if isinstance(value, dict):
        return not value or any(_has_nothing(inner) for inner in value.values())
    if isinstance(value, list):
        return not value or any(_has_nothing(inner) for inner in value)
    return value is None or value == ""


def _textual(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _textual(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_textual(inner) for inner in value]
    return value.decode("latin-1") if isinstance(value, bytes) else value
