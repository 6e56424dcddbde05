"""The model `Address`."""

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class Address(Model):
    """Address."""

    city: str

    first_name: Annotated[str | None, Field(alias="firstName")] = None
