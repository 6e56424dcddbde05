"""Which exception of the SDK stands for which status."""

from __future__ import annotations

from .markdown import code

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


def shown(status: str) -> str:
    """A status as a table names it."""
    return "other" if status == "default" else code(status)


def exception(status: str) -> str:
    """The class for a status (`"404"`), a range (`"5XX"`) or `"default"`."""
    if status.startswith("5"):
        return "InternalServerError"
    return BY_STATUS.get(status, BASE)
