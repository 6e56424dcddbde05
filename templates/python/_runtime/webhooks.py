"""Events that the API sends to a server of yours."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Generic, TypeVar, cast

from .decoding import strict_validator, validator
from .paths import dig

T = TypeVar("T")


class Webhooks(Generic[T]):
    """All kinds of events that the API sends.

    Whoever knows the address can send such events: check a signature, if the API gives
    one, over the same bytes before they come here.

    Args:
        tagged: By the events' tags, the types of their bodies, looked up when one arrives.
        tag: The field of a body that holds its tag; `None` where there is no such field.
        named: By their names, the types of the events that have no tag of their own. A
            header names the event; without one, it is the first whose type fits.
    """

    def __init__(
        self,
        tagged: Mapping[str, Callable[[], object]],
        *,
        tag: str | None,
        named: Mapping[str, Callable[[], object]] | None = None,
    ) -> None:
        self._tagged = tagged
        self._tag = tag
        self._named = named or {}

    def parse(
        self,
        body: bytes | str,
        headers: Mapping[str, str] | None = None,
        *,
        strict: bool = False,
    ) -> T:
        """The event in a request.

        Args:
            body: The body as it came.
            headers: The request's headers; only read where nothing in the body tells
                which event it is.
            strict: Whether a body that does not fit its description raises.

        Raises:
            LookupError: It is no event that the API sends, as far as this version knows.
            ValueError: The body is no JSON, or its outermost shape is another one; with
                `strict`, also when any part of it does not fit.
        """
        data = body.encode() if isinstance(body, str) else body
        tag = self._tag_of(data)
        found = self._tagged.get(tag or "") or self._by_name(tag, headers or {})
        if found is not None:
            read = strict_validator if strict else validator
            return cast("T", read(found())(data))
        for type_ in (named() for named in self._named.values()):
            # Any value fits what the description says nothing of.
            if type_ is not Any:
                with suppress(ValueError):
                    return cast("T", strict_validator(type_)(data))
        known = ", ".join([*self._tagged, *self._named])
        raise LookupError(f"this is none of the events that there are: {known}")

    def _tag_of(self, data: bytes) -> str | None:
        """The body's tag; `None` where it has none."""
        if self._tag is None:
            return None
        try:
            tag = dig(json.loads(data), (self._tag,))
        except RecursionError:
            raise ValueError("the body is nested too deeply") from None
        return tag if isinstance(tag, str) else None

    def _by_name(
        self, tag: str | None, headers: Mapping[str, str]
    ) -> Callable[[], object] | None:
        for value in headers.values():
            if value in self._named:
                return self._named[value]
        # What has a tag that is not known is not the one that has none.
        only = len(self._named) == 1 and tag is None
        return next(iter(self._named.values())) if only else None
