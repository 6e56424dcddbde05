"""The model `Problem`."""

from .._runtime.model import Model


class Problem(Model):
    """Problem."""

    title: str

    detail: str | None = None
