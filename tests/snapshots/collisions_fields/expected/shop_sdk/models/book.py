"""The model `Book`."""

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class Book(Model):
    """Book."""

    created_at_2: Annotated[str, Field(alias="createdAt")]
    """When it was added."""

    created_at: int
    """The same, in seconds since the Unix epoch."""

    created_at_3: Annotated[str | None, Field(alias="created-at")] = None
    """The same, as some clients want it."""

    created_at_4: Annotated[str | None, Field(alias="CREATED_AT")] = None
