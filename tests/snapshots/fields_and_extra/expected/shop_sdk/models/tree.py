"""The model `Tree`."""

from pydantic import Field

from .._runtime.model import Model


class Tree(Model):
    """Tree."""

    name: str | None = None

    __pydantic_extra__: "dict[str, Tree]" = Field(init=False)
