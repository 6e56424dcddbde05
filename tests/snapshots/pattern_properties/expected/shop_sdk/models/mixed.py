"""The model `Mixed`."""

from .._runtime.model import Model


class Mixed(Model):
    """Mixed."""

    id: str | None = None

    __pydantic_extra__: dict[str, bool]
