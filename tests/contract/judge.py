"""The judge of the wire: is a request one that the description allows?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

import httpx2

from .description import Description, Operation
from .samples import Samples
from .trial import Trial


class WrongRequestError(AssertionError):
    """A request does not fit the description; tells everything that is wrong."""

    def __init__(self, request: httpx2.Request, findings: list[str]) -> None:
        super().__init__("\n  ".join([f"{request.method} {request.url}", *findings]))
        self.findings = findings


@dataclass(frozen=True)
class Verdict:
    """A request that fits, as the server would understand it."""

    operation: Operation
    path: Mapping[str, object]
    query: Mapping[str, object]
    headers: Mapping[str, object]
    cookies: Mapping[str, object]
    body: object
    has_body: bool

    @property
    def operation_id(self) -> str:
        return self.operation.id


class Judge:
    """Judges requests by a description; `base_url` stands in for its servers."""

    def __init__(self, path: Path | str, *, base_url: str | None = None) -> None:
        self.description = Description(path)
        self._base_url = base_url

    @cached_property
    def answers(self) -> Samples:
        """What a server may answer, for servers that are judged by this judge."""
        return Samples(self.description, answers=True)

    def judge(self, request: httpx2.Request) -> Verdict:
        """Understand a request; raise `WrongRequestError` with all findings if it is wrong."""
        operation, segments = self._match(request)
        trial = Trial(self.description, operation, segments, request)
        if trial.findings:
            raise WrongRequestError(request, trial.findings)
        return Verdict(
            operation,
            path=trial.values["path"],
            query=trial.values["query"],
            headers=trial.values["header"],
            cookies=trial.values["cookie"],
            body=trial.body,
            has_body=trial.has_body,
        )

    def _match(self, request: httpx2.Request) -> tuple[Operation, dict[str, str]]:
        fitting = [
            (operation, segments)
            for operation in self.description.operations.values()
            if (segments := self._segments(operation, request)) is not None
        ]
        if not fitting:
            raise WrongRequestError(request, ["path: no path of the description fits"])
        # A path without parameters goes before one with them.
        fewest = min(len(segments) for _, segments in fitting)
        closest = [entry for entry in fitting if len(entry[1]) == fewest]
        for operation, segments in closest:
            if operation.method == request.method:
                return operation, segments
        methods = ", ".join(sorted({operation.method for operation, _ in closest}))
        raise WrongRequestError(request, [f"method: {request.method} is not {methods}"])

    def _segments(
        self, operation: Operation, request: httpx2.Request
    ) -> dict[str, str] | None:
        """The path parameters, still percent-encoded, if the URL fits at all."""
        url = request.url
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        path = url.raw_path.decode("ascii").partition("?")[0]
        template = operation.template.partition("?")[0]
        # Some write the style into the template as well: `{.name*}`.
        names = re.findall(r"\{[.;]?([^}*]+)\*?\}", template)
        for server in (self._base_url,) if self._base_url else operation.servers:
            pattern = _server(server, origin) + _pattern(template, "([^/]+)")
            if match := re.fullmatch(pattern, origin + path):
                return dict(zip(names, match.groups(), strict=True))
        return None


def _server(url: str, origin: str) -> str:
    """A server's URL as a pattern; a relative one is on the host of the request."""
    if not urlsplit(url).scheme:
        url = f"{origin}/{url.lstrip('/')}"
    return _pattern(url.rstrip("/"), "[^/?#]+")


def _pattern(template: str, variable: str) -> str:
    return variable.join(re.escape(part) for part in re.split(r"\{[^}]+\}", template))
