"""`sdkgen.yaml`: what a description cannot say.

Package and environment names, grouping and renames, paging, streaming and polling.
Everything is optional; every key is explained in the README.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    StringConstraints,
    ValidationError,
)

from .document import File, read_yaml
from .errors import Problem, Severity, UnusableInput
from .pointers import escape

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
ClassName = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Za-z0-9]*$")]
Variable = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
Path_ = Annotated[str, StringConstraints(min_length=1)]
"""A dotted path of wire names into a response (`usage.total`, `data.-1.id`)."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PackageSection(_Section):
    """What the emitted project calls itself."""

    name: (
        Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
        | None
    ) = None
    module: Identifier | None = None
    version: (
        Annotated[str, StringConstraints(pattern=r"^[0-9][0-9A-Za-z.+!-]*$")] | None
    ) = None
    licence: (
        Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9.+ ()-]+$")] | None
    ) = None
    description: str | None = None
    base_url_variable: Variable | None = None


class AuthSection(_Section):
    """The constructor arguments and environment variables that fill one security scheme."""

    arguments: tuple[Identifier, ...] | None = None
    variables: tuple[Variable, ...] | None = None


class OperationSection(_Section):
    """Overrides for one operation, by its operationId (or `METHOD /path`)."""

    name: Identifier | None = None
    resource: (
        Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_.]*$")] | None
    ) = None
    idempotency_header: str | None = None
    content_type: str | None = None
    exclude: bool = False


class PagingSection(_Section):
    """One paging scheme; holds for every operation that has its parameter and fields."""

    style: Literal["cursor", "offset", "page", "link", "next_url"]
    items: Path_
    parameter: str | None = None
    next: Path_ | None = None
    more: Path_ | None = None
    total: Path_ | None = None
    size: str | None = None
    operations: tuple[str, ...] | None = None


class SlotSection(_Section):
    """One thing that the events of a stream build up, or one kind of thing (with `key`)."""

    schema_: Annotated[str, Field(alias="schema")]
    replace: tuple[str, ...] = ()
    """The events whose data is the thing as it now stands."""
    merge: dict[str, Path_] = {}
    """The events that change it, with the path in their data to the change."""
    key: Path_ | None = None
    """The path in the data to what tells things of this kind apart."""


class AccumulationSection(_Section):
    """How the events of a stream add up to whole things."""

    class_: Annotated[ClassName, Field(alias="class")]
    slots: dict[Identifier, SlotSection]
    texts: dict[str, Path_] = {}
    """The events that carry text, with the path to its pieces; `*` is every list item."""


class StreamingSection(_Section):
    """A stream that the description does not tell of, or details of one that it does."""

    operations: tuple[str, ...]
    flag: str | None = None
    event: str | None = None
    """The schema (by key) of one event, where the description has no media type for it."""
    format: Literal["sse", "jsonl"] = "sse"
    envelope: bool | None = None
    done: str | None = None
    resume: bool = False
    """Whether a broken stream goes on after the last event (`Last-Event-ID`)."""
    accumulation: AccumulationSection | None = None


class PollingSection(_Section):
    """An operation to repeat until a field settles, and the operations that start it."""

    read: str
    field: Path_ = "status"
    terminal: tuple[str, ...]
    arguments: dict[str, Path_] = {}
    interval: Annotated[float, Field(gt=0)] = 1.0
    deadline: Annotated[float, Field(gt=0)] = 600.0
    hint_header: str | None = None
    starts: tuple[str, ...] = ()


class FilterSection(_Section):
    """Operations by tag, path (with `*`) or operationId."""

    tags: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()


class DocsSection(_Section):
    """How the reference pages are made."""

    link_base: str | None = None
    """Where relative links in the description's prose lead."""
    samples: bool = False
    """Whether a copy of the description with our snippets is emitted, for other tools."""
    site_url: str | None = None
    """Where the site is published."""
    repository: str | None = None
    """The address of the project's repository, linked from the site."""


class Config(_Section):
    """The whole file. Relative paths are relative to the folder that it stands in."""

    spec: str | None = None
    out: str | None = None
    overlays: tuple[str, ...] = ()
    strict: bool = False
    package: PackageSection = PackageSection()
    auth: dict[str, AuthSection] = {}
    grouping: Literal["tags", "paths", "flat"] = "tags"
    resources: dict[str, str] = {}
    """Tag to resource path (`Lines: orders.lines`); a dot nests."""
    operations: dict[str, OperationSection] = {}
    schemas: dict[str, ClassName] = {}
    paging: tuple[PagingSection, ...] = ()
    infer_paging: bool = True
    streaming: tuple[StreamingSection, ...] = ()
    polling: dict[Identifier, PollingSection] = {}
    include: FilterSection = FilterSection()
    exclude: FilterSection = FilterSection()
    docs: DocsSection = DocsSection()
    _file: File | None = PrivateAttr(None)

    def attach(self, file: File) -> None:
        """Remembers where the configuration was read from, for `problem`."""
        self._file = file

    def problem(
        self,
        location: Sequence[int | str],
        fact: str,
        remedy: str,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """What is wrong at a place in the configuration."""
        pointer = _pointer(location)
        if self._file is None:
            return Problem("sdkgen.yaml", 1, 1, pointer, fact, remedy, severity)
        return self._file.problem(pointer, fact, remedy, severity)


def load_config(path: Path) -> Config:
    """The configuration in `path`.

    Raises:
        UnusableInput: The file cannot be read, is not YAML, or has a key or value that
            sdkgen does not know; every such place is named.
    """
    file = read_yaml(path)
    try:
        config = Config.model_validate(file.data if file.data is not None else {})
    except ValidationError as error:
        raise UnusableInput(sorted(_problems(file, error))) from None
    config.attach(file)
    return config


def _problems(file: File, error: ValidationError) -> Iterator[Problem]:
    for issue in error.errors():
        location = issue["loc"]
        if issue["type"] == "extra_forbidden":
            fact = f"there is no key {str(location[-1])!r} here"
            advice = suggestion(str(location[-1]), _keys(location[:-1]))
            remedy = advice or "remove it; the README lists the keys"
        else:
            fact = f"{issue['msg'][0].lower()}{issue['msg'][1:]}"
            remedy = "correct it; the README says what may stand here"
        yield file.problem(_pointer(location), fact, remedy)


def suggestion(name: str, known: Iterable[str]) -> str:
    """What may have been meant; empty where nothing comes close."""
    close = get_close_matches(name, list(known), 1)
    return f"did you mean {close[0]!r}?" if close else ""


def _keys(location: Sequence[int | str]) -> list[str]:
    """The keys that may stand in the section at a place."""
    section: type[BaseModel] = Config
    steps = iter(location)
    for step in steps:
        annotation = section.model_fields[str(step)].annotation
        if get_origin(annotation) in (dict, tuple):
            next(steps, None)
        inner = next((a for a in _arguments(annotation) if _is_section(a)), None)
        if inner is None:
            return []
        section = inner
    return [field.alias or name for name, field in section.model_fields.items()]


def _arguments(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in get_args(annotation):
        yield from _arguments(argument)


def _is_section(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _pointer(location: Iterable[int | str]) -> str:
    return "".join(f"/{escape(str(part))}" for part in location)
