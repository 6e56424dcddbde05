"""A trial: one request, held against the one operation that it is meant for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final
from urllib.parse import unquote, unquote_plus

import httpx2

from . import credentials, decoding, media
from .decoding import DecodingError
from .description import Description, Node, Operation, Parameter

# What every HTTP client sends of its own accord, whatever a description says.
_STANDARD_HEADERS: Final = frozenset(
    {
        "accept",
        "accept-encoding",
        "connection",
        "content-length",
        "content-type",
        "cookie",
        "host",
        "transfer-encoding",
        "user-agent",
    }
)


class Trial:
    """Collects the findings, and the values as a server would understand them."""

    def __init__(
        self,
        description: Description,
        operation: Operation,
        segments: dict[str, str],
        request: httpx2.Request,
    ) -> None:
        self.findings: list[str] = []
        self.values: dict[str, dict[str, object]] = {
            location: {} for location in ("path", "query", "header", "cookie")
        }
        self.body: object = None
        self._description = description
        self._operation = operation
        self._request = request
        self._query = _pairs(request.url.query.decode("ascii"))
        self._cookies = {
            name.strip(): value
            for name, has_value, value in (
                pair.partition("=")
                for pair in request.headers.get("cookie", "").split(";")
            )
            if has_value
        }
        self._check_path(segments)
        self._check_query()
        self._check_named("header", dict(request.headers.items()))
        self._check_named("cookie", self._cookies)
        self._check_credentials()
        self._check_accept()
        self.has_body = bool(request.read())
        self._check_body(request.read(), request.headers.get("content-type", ""))

    def _parameters(self, location: str) -> list[Parameter]:
        return [p for p in self._operation.parameters if p.location == location]

    def _take(self, parameter: Parameter, decode: Callable[[], object]) -> None:
        place = f"{parameter.location} {parameter.name}"
        try:
            value = decode()
        except DecodingError as error:
            self.findings.append(f"{place}: {error}")
            return
        self.values[parameter.location][parameter.name] = value
        self._fit(place, parameter.schema, value)

    def _fit(self, place: str, schema: Node, value: object) -> None:
        for error in self._description.faults(schema, value):
            where = "".join(f"/{step}" for step in error.path)
            self.findings.append(f"{place}{where}: {error.message}")

    def _check_path(self, segments: dict[str, str]) -> None:
        for parameter in self._parameters("path"):
            raw = segments[parameter.name]
            if unquote(raw) in (".", ".."):
                # Proxies and servers take these as steps, encoded or not.
                self.findings.append(f"path {parameter.name}: leads to another path")
            self._take(
                parameter, partial(decoding.single, self._description, parameter, raw)
            )

    def _check_query(self) -> None:
        known = {key for key, _ in _pairs(self._operation.template.partition("?")[2])}
        known |= self._credential_names("query")
        for parameter in self._parameters("query"):
            names = decoding.query_names(parameter, self._query)
            known |= names
            own = [pair for pair in self._query if unquote_plus(pair[0]) in names]
            if own:
                self._take(
                    parameter,
                    partial(decoding.query, self._description, parameter, own),
                )
            elif parameter.required:
                self.findings.append(f"query {parameter.name}: is missing")
        for name in sorted({unquote_plus(key) for key, _ in self._query} - known):
            self.findings.append(f"query {name}: is not described")

    def _check_named(self, location: str, given: dict[str, str]) -> None:
        """Check headers or cookies."""
        known = self._credential_names(location)
        if location == "header":
            known |= _STANDARD_HEADERS
        for parameter in self._parameters(location):
            name = parameter.name.lower() if location == "header" else parameter.name
            known.add(name)
            if name in given:
                self._take(
                    parameter,
                    partial(decoding.single, self._description, parameter, given[name]),
                )
            elif parameter.required:
                self.findings.append(f"{location} {parameter.name}: is missing")
        for name in sorted(given.keys() - known):
            self.findings.append(f"{location} {name}: is not described")

    def _credential_names(self, location: str) -> set[str]:
        places = credentials.places(self._description, self._operation)
        return {name for place, name in places if place == location}

    def _check_credentials(self) -> None:
        given = {("header", name) for name in self._request.headers}
        given |= {("query", unquote_plus(key)) for key, _ in self._query}
        given |= {("cookie", name) for name in self._cookies}
        complaint = credentials.complaint(
            self._description, self._operation, self._request, given
        )
        if complaint is not None:
            self.findings.append(complaint)

    def _check_accept(self) -> None:
        offered = {
            media_type
            for status, response in self._operation.responses.items()
            if status.startswith("2")
            for media_type in response.plain("content", {})
        }
        ranges = media.accepted(self._request)
        if offered and not any(media.fits(o, r) for o in offered for r in ranges):
            self.findings.append(
                f"header accept: has none of {', '.join(sorted(offered))}"
            )

    def _check_body(self, raw: bytes, content_type: str) -> None:
        described = self._operation.body
        if not raw:
            if described is not None and described.plain("required", False):
                self.findings.append("body: is missing")
            elif content_type:
                self.findings.append("header content-type: there is no body")
            return
        if described is None:
            self.findings.append("body: is not described")
            return
        for range_, content in described.items("content"):
            if content_type and media.fits(content_type, range_):
                self._check_content(content.at("schema"), raw, content_type)
                return
        self.findings.append(
            f"header content-type: {content_type or 'none'} is not described"
        )

    def _check_content(
        self, schema: Node | None, raw: bytes, content_type: str
    ) -> None:
        try:
            self.body = decoding.body(self._description, schema, raw, content_type)
        except (DecodingError, ValueError) as error:
            self.findings.append(f"body: {error}")
            return
        if schema is not None and not isinstance(self.body, bytes):
            self._fit("body", schema, self.body)


def _pairs(query: str) -> list[tuple[str, str]]:
    split = [pair.partition("=") for pair in query.split("&") if pair]
    return [(key, value) for key, _, value in split]
