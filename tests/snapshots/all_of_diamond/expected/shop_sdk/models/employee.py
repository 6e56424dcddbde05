"""The model `Employee`."""

from .._runtime.model import Model


class Employee(Model):
    """Employee."""

    name: str
    """Name of the person."""

    email: str

    salary: float | None = None
