"""The model `Box`."""

from typing import Literal

from .._runtime.model import Model


class Box(Model):
    """Box."""

    type: Literal["box"]
