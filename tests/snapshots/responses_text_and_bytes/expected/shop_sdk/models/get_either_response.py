"""The model `GetEitherResponse`."""

from .._runtime.model import Model


class GetEitherResponse(Model):
    """Get either response."""

    url: str | None = None
