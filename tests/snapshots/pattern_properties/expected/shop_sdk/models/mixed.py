"""The model `Mixed`."""

from pydantic import Field

from .._runtime.model import Model


class Mixed(Model):
    """Mixed.

    Described for keys that match `^x-`.
    """

    id: str | None = None

    __pydantic_extra__: dict[str, bool] = Field(init=False)
