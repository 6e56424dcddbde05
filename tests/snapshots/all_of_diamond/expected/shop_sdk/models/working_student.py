"""The model `WorkingStudent`."""

from .._runtime.model import Model


class WorkingStudent(Model):
    """Who studies and works here."""

    name: str
    """Name of the person."""

    email: str

    university: str | None = None

    salary: float | None = None
