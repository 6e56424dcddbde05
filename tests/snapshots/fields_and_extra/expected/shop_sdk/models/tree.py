"""The model `Tree`."""

from .._runtime.model import Model


class Tree(Model):
    """Tree."""

    name: str | None = None

    __pydantic_extra__: "dict[str, Tree]"
