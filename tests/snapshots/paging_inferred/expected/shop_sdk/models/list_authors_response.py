"""The model `ListAuthorsResponse`."""

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class ListAuthorsResponse(Model):
    """List authors response."""

    items: list[str]

    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
