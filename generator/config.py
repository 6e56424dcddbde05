"""`sdkgen.yaml`: what a description cannot say.

Package and environment names, grouping and renames, paging, streaming and polling.
Everything is optional; every key is explained in the README. `config_reading` reads it
with pydantic, which takes a while to load: where there is no such file, nothing does.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, ClassVar, Literal

from .config_values import (
    ClassName,
    Identifier,
    Module,
    Path_,
    PathOnDisk,
    ResourcePath,
    Rule,
    State,
    TokenParameter,
    TokenScope,
    Unread,
    Variable,
    WebAddress,
)
from .document import File
from .errors import Problem, Severity
from .pointers import escape


def key_of(attribute: str) -> str:
    """The key of an attribute; one that is a word of Python has a `_` behind it."""
    return attribute.rstrip("_")


class _Section:
    __slots__ = ()
    __pydantic_config__: ClassVar = {"extra": "forbid", "alias_generator": key_of}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageSection(_Section):
    """What the emitted project calls itself."""

    name: (
        Annotated[str, Rule(pattern=r"^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$")]
        | None
    ) = None
    module: Module | None = None
    version: Annotated[str, Rule(pattern=r"^[0-9][0-9A-Za-z.+!-]*$")] | None = None
    licence: Annotated[str, Rule(min_length=1)] | None = None
    description: str | None = None
    base_url_variable: Variable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthSection(_Section):
    """The constructor arguments and environment variables that fill one security scheme.

    The others hold for OAuth 2 client credentials, whose tokens the client fetches.
    """

    arguments: tuple[Identifier, ...] | None = None
    variables: tuple[Variable, ...] | None = None
    scopes: tuple[TokenScope, ...] | None = None
    """What a token is asked to be good for, where that is not what the operations require."""
    token_parameters: dict[TokenParameter, str] | None = None
    """Further fields of the request for a token."""
    send_as: Literal["header", "body"] | None = None
    """Where id and secret stand in that request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationSection(_Section):
    """Overrides for one operation, by its operationId (or `METHOD /path`)."""

    name: Identifier | None = None
    resource: ResourcePath | None = None
    idempotency_header: str | None = None
    content_type: str | None = None
    exclude: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PagingSection(_Section):
    """One paging scheme; holds for every operation that has its parameter and fields."""

    style: Literal["cursor", "offset", "page", "link", "next_url"]
    items: Path_
    parameter: str | None = None
    next: Path_ | None = None
    more: Path_ | None = None
    total: Path_ | None = None
    """Where the number of all items is."""
    pages: Path_ | None = None
    """Where the number of all pages is."""
    size: str | None = None
    start: Annotated[int, Rule(ge=0)] | None = None
    """The first offset or page number, where the description's default does not say it."""
    operations: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotSection(_Section):
    """One thing that the events of a stream build up, or one kind of thing (with `key`)."""

    schema_: str
    replace: tuple[str, ...] = ()
    """The events whose data is the thing as it now stands."""
    merge: dict[str, Path_] = dataclasses.field(default_factory=dict[str, Path_])
    """The events that change it, with the path in their data to the change."""
    key: Path_ | None = None
    """The path in the data to what tells things of this kind apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccumulationSection(_Section):
    """How the events of a stream add up to whole things."""

    class_: ClassName
    slots: dict[Identifier, SlotSection]
    texts: dict[str, Path_] = dataclasses.field(default_factory=dict[str, Path_])
    """The events that carry text, with the path to its pieces; `*` is every list item."""
    tag: Path_ | None = None
    """The path in an event's data to its name, for streams that do not name events."""


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PollingSection(_Section):
    """An operation to repeat until a field settles, and the operations that start it."""

    read: str
    field: Path_ = "status"
    terminal: tuple[State, ...]
    arguments: dict[str, Path_] = dataclasses.field(default_factory=dict[str, Path_])
    interval: Annotated[float, Rule(gt=0)] = 1.0
    deadline: Annotated[float, Rule(gt=0)] = 600.0
    hint_header: str | None = None
    starts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterSection(_Section):
    """Operations by tag, path (with `*`) or operationId."""

    tags: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocsSection(_Section):
    """How the reference pages are made."""

    link_base: str | None = None
    """Where relative links in the description's prose lead."""
    samples: bool = False
    """Whether a copy of the description with our snippets is emitted, for other tools."""
    site_url: WebAddress | None = None
    """Where the site is published."""
    repository: WebAddress | None = None
    """The address of the project's repository, linked from the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config(_Section):
    """The whole file. Relative paths are relative to the folder that it stands in."""

    spec: PathOnDisk | None = None
    out: PathOnDisk | None = None
    overlays: tuple[PathOnDisk, ...] = ()
    strict: bool = False
    package: PackageSection = PackageSection()
    auth: dict[str, AuthSection] = dataclasses.field(
        default_factory=dict[str, AuthSection]
    )
    grouping: Literal["tags", "paths", "flat"] = "tags"
    resources: dict[str, ResourcePath] = dataclasses.field(
        default_factory=dict[str, ResourcePath]
    )
    """Tag to resource path (`Lines: orders.lines`); a dot nests."""
    operations: dict[str, OperationSection] = dataclasses.field(
        default_factory=dict[str, OperationSection]
    )
    schemas: dict[str, ClassName] = dataclasses.field(
        default_factory=dict[str, ClassName]
    )
    paging: tuple[PagingSection, ...] = ()
    infer_paging: bool = True
    streaming: tuple[StreamingSection, ...] = ()
    polling: dict[Identifier, PollingSection] = dataclasses.field(
        default_factory=dict[Identifier, PollingSection]
    )
    include: FilterSection = FilterSection()
    exclude: FilterSection = FilterSection()
    docs: DocsSection = DocsSection()
    _file: Annotated[File | None, Unread()] = dataclasses.field(
        default=None, init=False, repr=False, compare=False
    )
    _written: Annotated[Mapping[str, str], Unread()] = dataclasses.field(
        default_factory=dict[str, str], init=False, repr=False, compare=False
    )

    def attach(self, file: File | None, written: Mapping[str, str] = {}) -> None:
        """Remembers where the configuration was read from, for `problem`.

        `written` are the names of operations as they stand there, where that is not the id.
        """
        object.__setattr__(self, "_file", file)
        object.__setattr__(self, "_written", written)

    def with_ids(self, ids: Mapping[str, str]) -> Config:
        """The same with operations named by their ids, where it names them otherwise."""

        def listed(names: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(ids.get(name, name) for name in names)

        made = dataclasses.replace(
            self,
            operations={ids.get(key, key): it for key, it in self.operations.items()},
            paging=tuple(
                dataclasses.replace(
                    it, operations=it.operations and listed(it.operations)
                )
                for it in self.paging
            ),
            streaming=tuple(
                dataclasses.replace(it, operations=listed(it.operations))
                for it in self.streaming
            ),
            polling={
                key: dataclasses.replace(
                    it, read=ids.get(it.read, it.read), starts=listed(it.starts)
                )
                for key, it in self.polling.items()
            },
            include=dataclasses.replace(
                self.include, operations=listed(self.include.operations)
            ),
            exclude=dataclasses.replace(
                self.exclude, operations=listed(self.exclude.operations)
            ),
        )
        made.attach(self._file, {ids.get(key, key): key for key in self.operations})
        return made

    def problem(
        self,
        location: Sequence[int | str],
        fact: str,
        remedy: str,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """What is wrong at a place in the configuration."""
        section, *rest = location
        if section == "operations" and rest:
            rest[0] = self._written.get(str(rest[0]), rest[0])
        pointer = pointer_of((section, *rest))
        if self._file is None:
            return Problem("sdkgen.yaml", 1, 1, pointer, fact, remedy, severity)
        return self._file.problem(pointer, fact, remedy, severity)

    def unknown(self, location: Sequence[int | str], fact: str, remedy: str) -> Problem:
        """A warning about what the configuration speaks of, and the description does not have."""
        fact = f"{fact} in the description, so this is ignored"
        return self.problem(location, fact, remedy, Severity.WARNING)


def suggestion(name: str, known: Iterable[str]) -> str:
    """What may have been meant; empty where nothing comes close."""
    close = get_close_matches(name, list(known), 1)
    return f"did you mean {close[0]!r}?" if close else ""


def pointer_of(location: Iterable[int | str]) -> str:
    """The pointer to a place in the file."""
    return "".join(f"/{escape(str(part))}" for part in location)
