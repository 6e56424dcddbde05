"""The model `Task`."""

from .._runtime.model import Model


class Task(Model):
    """Task."""

    id: str

    status: str
