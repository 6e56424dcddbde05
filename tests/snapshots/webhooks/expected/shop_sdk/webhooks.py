"""What the Shop API sends on its own.

- `orderPlaced` (POST): Somebody has bought something.
- `order.cancelled` (POST): Somebody has changed their mind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from . import models
from ._runtime.webhooks import Webhooks

if TYPE_CHECKING:
    from collections.abc import Mapping

Event: TypeAlias = "models.OrderPlaced | models.OrderCancelledPayload"

_WEBHOOKS: Webhooks[Event] = Webhooks(
    {
        "order.placed": lambda: models.OrderPlaced,
        "order.cancelled": lambda: models.OrderCancelledPayload,
    },
    tag="type",
)


def parse_webhook(
    body: bytes | str, headers: Mapping[str, str] | None = None, *, strict: bool = False
) -> Event:
    """The typed payload of a webhook.

    Whether the request really comes from the API is for the caller to check first.

    Args:
        body: The body as it came.
        headers: The request's headers; only read where nothing in the body tells which
            event it is.
        strict: Whether a body that does not fit its description raises.

    Raises:
        LookupError: It is no event that the API sends, as far as this version knows.
        ValueError: The body is no JSON, or its outermost shape is another one; with
            `strict`, also when any part of it does not fit.
    """
    return _WEBHOOKS.parse(body, headers, strict=strict)
