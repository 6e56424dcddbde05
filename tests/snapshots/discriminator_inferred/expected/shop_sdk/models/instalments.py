"""The model `Instalments`."""

from typing import Literal

from .._runtime.model import Model


class Instalments(Model):
    """Instalments."""

    type: Literal["instalments"]

    months: int
