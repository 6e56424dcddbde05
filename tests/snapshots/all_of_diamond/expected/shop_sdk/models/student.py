"""The model `Student`."""

from .._runtime.model import Model


class Student(Model):
    """Student."""

    name: str
    """Name of the person."""

    email: str | None = None

    university: str | None = None
