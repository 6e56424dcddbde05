"""The model `Started`."""

from typing import Literal

from .._runtime.model import Model
from .answer import Answer


class Started(Model):
    """Started."""

    event: Literal["started"]

    data: Answer
