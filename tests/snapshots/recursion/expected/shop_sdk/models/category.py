"""The model `Category`."""

from .._runtime.model import Model


class Category(Model):
    """Category."""

    name: str

    parent: "Category | None" = None

    children: "list[Category]"

    related: "dict[str, Category] | None" = None
