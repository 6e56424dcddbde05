"""The model `SearchRange`."""

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class SearchRange(Model):
    """Search range."""

    from_: Annotated[int | None, Field(alias="from")] = None

    to: int | None = None
