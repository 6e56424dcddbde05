"""Which exception of the SDK stands for which status."""

from __future__ import annotations

BASE = "APIStatusError"
"""What all of them have in common."""

BY_STATUS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "405": "MethodNotAllowedError",
    "408": "RequestTimeoutError",
    "409": "ConflictError",
    "410": "GoneError",
    "413": "PayloadTooLargeError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
}
"""Those that stand for one status alone."""


def exception(status: str) -> str:
    """The class for a status (`"404"`), a range (`"5XX"`) or `"default"`."""
    if status.startswith("5"):
        return "InternalServerError"
    return BY_STATUS.get(status, BASE)
