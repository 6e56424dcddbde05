"""Events that the API sends to a server of yours."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Generic, TypeVar, cast

from .decoding import strict_validator, validator
from .paths import dig

T = TypeVar("T")


class Webhooks(Generic[T]):
    """All kinds of events that the API sends.

    Whoever knows the address can send such events: check a signature, if the API gives
    one, over the same bytes before they come here.

    Args:
        types: By the event's tag or name, the type of its body, looked up when one
            arrives.
        tag: The field of the body whose value tells the events apart; `None` where none
            does, and a header has to name the event.
    """

    def __init__(
        self, types: Mapping[str, Callable[[], object]], *, tag: str | None
    ) -> None:
        self._types = types
        self._tag = tag

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
            headers: The request's headers; only read where nothing in the body names
                the event.
            strict: Whether a body that does not fit its description raises.

        Raises:
            LookupError: It is no event that the API sends, as far as this version knows.
            ValueError: The body is no JSON, or its outermost shape is another one; with
                `strict`, also when any part of it does not fit.
        """
        data = body.encode() if isinstance(body, str) else body
        found = self._types.get(self._name(data, headers or {}))
        if found is None:
            known = ", ".join(self._types)
            raise LookupError(f"this is none of the events that there are: {known}")
        read = strict_validator if strict else validator
        return cast("T", read(found())(data))

    def _name(self, data: bytes, headers: Mapping[str, str]) -> str:
        if self._tag is not None:
            try:
                tag = dig(json.loads(data), (self._tag,))
            except RecursionError:
                raise ValueError("the body is nested too deeply") from None
            return tag if isinstance(tag, str) else ""
        if len(self._types) == 1:
            return next(iter(self._types))
        return next((value for value in headers.values() if value in self._types), "")
