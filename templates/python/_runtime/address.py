"""The URLs of one operation, from its base URL, path and query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import httpx2

from .errors import InvalidRequestError
from .omit import OMIT
from .operation import Operation, Param
from .parameters import path_value, query_pairs
from .splicing import at
from .url import Template, encode

_NONE: Final = (None, OMIT)


class Address:
    """Where the calls of one operation go.

    Args:
        operation: Has the path and the styles of its parameters.
        base_url: Absolute, without a trailing slash; may have a query.
        query: Parameters of every call, which those of a single call replace.
        secrets: Parameters that carry credentials, which nothing replaces.
    """

    __slots__ = (
        "_base",
        "_fixed",
        "_joint",
        "_origin",
        "_params",
        "_places",
        "_prefix",
        "_query",
        "_tail",
        "_template",
    )

    def __init__(
        self,
        operation: Operation[Any],
        base_url: str,
        query: Mapping[str, object],
        secrets: Iterable[tuple[str, str]] = (),
    ) -> None:
        base, _, base_query = base_url.partition("?")
        template = Template(operation.path)
        path_params = {p.name: p for p in operation.params if p.location == "path"}
        self._base = base
        parsed = httpx2.URL(base)
        self._prefix = parsed.raw_path.decode("ascii").removesuffix("/")
        self._origin = parsed.copy_with(raw_path=b"")
        self._template = template
        self._places = [(name, path_params.get(name)) for name in template.names]
        self._params = {
            p.name: p for p in operation.params if p.location.startswith("query")
        }
        self._joint = "&" if template.has_query else "?"
        self._fixed = [base_query] if base_query else []
        self._fixed += [f"{encode(name)}={encode(value)}" for name, value in secrets]
        self._query = {
            name: pairs
            for name, value in query.items()
            if value not in _NONE
            # What nobody described may be anything.
            and (
                pairs := query_pairs(
                    name, value, self._params.get(name) or Param("query", name)
                )
            )
        }
        self._tail = self._joined(self._query)

    def url(self, path: tuple[object, ...], query: Mapping[str, object]) -> httpx2.URL:
        """The URL of one call.

        Raises:
            InvalidRequestError: A path parameter would lead to another resource, or a
                value has no text form.
            httpx2.InvalidURL: It is too long.
        """
        values = [
            path_value(name, value, param)
            for (name, param), value in zip(self._places, path, strict=True)
        ]
        filled = self._prefix + self._template.fill(values)
        if not query:
            return at(self._origin, filled + self._tail)
        params = self._params
        given = {
            name: query_pairs(name, value, params.get(name))
            for name, value in query.items()
            if value is not OMIT and value is not None
        }
        return at(self._origin, filled + self._joined({**self._query, **given}))

    def link(self, url: str) -> str:
        """An address that the server gave, with the credentials that it left out.

        Raises:
            InvalidRequestError: It is of another origin, which is not to have them.
        """
        if httpx2.URL(url).origin != httpx2.URL(self._base).origin:
            raise InvalidRequestError(f"a link leads to another origin: {url!r}")
        url = url.partition("#")[0]
        there = url.partition("?")[2].split("&")
        missing = [pair for pair in self._fixed if pair not in there]
        if not missing:
            return url
        return f"{url}{'&' if '?' in url else '?'}{'&'.join(missing)}"

    def _joined(self, query: Mapping[str, list[str]]) -> str:
        pairs = [*self._fixed, *(pair for pairs in query.values() for pair in pairs)]
        return self._joint + "&".join(pairs) if pairs else ""
