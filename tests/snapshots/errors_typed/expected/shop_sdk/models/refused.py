"""The model `Refused`."""

from .._runtime.model import Model
from .problem import Problem


class Refused(Model):
    """Refused."""

    error: Problem
