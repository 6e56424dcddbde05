"""Events that the API sends to a server of yours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar, cast

from .decoding import strict_validator, validator

T = TypeVar("T")


class Webhook(Generic[T]):
    """One kind of event that the API sends.

    Whoever knows the address can send such events: check a signature, if the API gives
    one, over the same bytes before they come here.

    Args:
        name: What the API calls it.
        type: The type of its body, looked up when one arrives.
    """

    __slots__ = ("_type", "name")

    def __init__(self, name: str, type: Callable[[], object]) -> None:
        self.name = name
        self._type = type

    def parse(self, body: bytes | str, *, strict: bool = False) -> T:
        """The event in the body of a request.

        Args:
            body: The body as it came.
            strict: Whether a body that does not fit its description raises.

        Raises:
            ValueError: The body is no JSON, or its outermost shape is another one; with
                `strict`, also when any part of it does not fit.
        """
        read = strict_validator if strict else validator
        data = body.encode() if isinstance(body, str) else body
        return cast("T", read(self._type())(data))


def parse_webhook(
    webhooks: Mapping[str, Webhook[Any]],
    name: str,
    body: bytes | str,
    *,
    strict: bool = False,
) -> Any:
    """The event of that name, from a table of all that the API sends.

    Raises:
        LookupError: The API sends no such events, as far as this version knows.
        ValueError: The body does not fit; see `Webhook.parse`.
    """
    webhook = webhooks.get(name)
    if webhook is None:
        known = ", ".join(webhooks)
        raise LookupError(f"there is no webhook {name!r}; there are: {known}")
    return webhook.parse(body, strict=strict)
