"""What the caller gave for one call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from .omit import OMIT

if TYPE_CHECKING:
    from typing import TypedDict

NONE: Final[Mapping[str, object]] = {}

if TYPE_CHECKING:

    class Values(TypedDict, total=False):
        """The same as keyword arguments."""

        path: tuple[object, ...]
        query: Mapping[str, object]
        headers: Mapping[str, object]
        cookies: Mapping[str, object]
        body: object


class Next(NamedTuple):
    """What the request for the next page changes in the call that gave this one.

    `query` and `body` replace values by wire name. A `url` replaces the whole address,
    its query included; it is absolute, and of the origin that was asked before.
    """

    query: Mapping[str, object] = NONE
    body: Mapping[str, object] = NONE
    url: str | None = None


class Arguments(NamedTuple):
    """Values by wire name, those of the path by position; `OMIT` stands for none."""

    path: tuple[object, ...] = ()
    query: Mapping[str, object] = NONE
    headers: Mapping[str, object] = NONE
    cookies: Mapping[str, object] = NONE
    body: object = OMIT
    url: str | None = None
    """The whole address, where the server gave it."""

    def after(self, step: Next) -> Arguments:
        """The same call for another page."""
        if step.url is not None:
            return self._replace(url=step.url)
        if step.body:
            return self._replace(body={**self.fields, **step.body})
        if step.query:
            return self._replace(query={**self.query, **step.query})
        return self

    def after_event(self, event_id: str) -> Arguments:
        """The same call for what comes after an event of a stream."""
        return self._replace(headers={**self.headers, "Last-Event-ID": event_id})

    @property
    def fields(self) -> Mapping[str, object]:
        """The fields of the body; none where it has none."""
        body = self.body
        if isinstance(body, Mapping):
            return cast("Mapping[str, object]", body)
        return NONE
