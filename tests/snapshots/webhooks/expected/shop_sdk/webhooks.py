"""What the Shop API sends on its own.

- `orderPlaced`: Somebody has bought something.
- `order.cancelled`: Somebody has changed their mind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from . import models
from ._runtime.unions import Tagged, Unknown
from ._runtime.webhooks import Webhook, Webhooks

if TYPE_CHECKING:
    from collections.abc import Mapping

Event: TypeAlias = "models.OrderPlaced | models.OrderCancelledPayload | Unknown"

_WEBHOOKS: Webhooks[Event] = Webhooks(
    Webhook(
        "any",
        lambda: Annotated[
            models.OrderPlaced | models.OrderCancelledPayload | Unknown,
            Tagged(
                "type",
                {
                    "order.placed": models.OrderPlaced,
                    "order.cancelled": models.OrderCancelledPayload,
                },
            ),
        ],
    ),
    {
        "orderPlaced": Webhook("orderPlaced", lambda: models.OrderPlaced),
        "order.cancelled": Webhook(
            "order.cancelled", lambda: models.OrderCancelledPayload
        ),
    },
)


def parse_webhook(
    body: bytes | str, headers: Mapping[str, str] | None = None, *, strict: bool = False
) -> Event:
    """The typed payload of a webhook.

    Whether the request really comes from the API is for the caller to check first.

    Args:
        body: The body as it came.
        headers: Those of the request: many APIs name the kind of event in one.
        strict: Whether a body that does not fit its description raises.

    Raises:
        LookupError: It is no event that this version knows.
        ValueError: The body is no JSON. or its outermost shape is another one; with
            `strict`, also when any part of it does not fit.
    """
    return _WEBHOOKS.parse(body, headers, strict=strict)
