"""The model `AddCopyRequest`."""

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class AddCopyRequest(Model):
    """Add copy request."""

    id: str
    """ID of the copy."""

    shelf_mark: Annotated[str | None, Field(alias="shelfMark")] = None
