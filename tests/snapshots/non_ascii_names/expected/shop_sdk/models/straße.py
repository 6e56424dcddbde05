"""The model `Straße`."""

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class Straße(Model):
    """Straße."""

    größe: int | None = None

    fix_2: Annotated[bool | None, Field(alias="ﬁx")] = None
    """Begins with a ligature."""

    fix: bool | None = None

    名前: str | None = None

    field: Annotated[str | None, Field(alias="🎉")] = None

    field_2: Annotated[str | None, Field(alias="🎈")] = None

    naïve: str | None = None

    naïve_2: Annotated[str | None, Field(alias="naïve")] = None
    """Spelled with a combining mark."""

    bold: Annotated[str | None, Field(alias="𝐛old")] = None

    x_y: Annotated[str | None, Field(alias="x\u200by")] = None
    """Has a space of no width in it."""
