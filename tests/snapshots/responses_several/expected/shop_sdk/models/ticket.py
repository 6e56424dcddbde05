"""The model `Ticket`."""

from .._runtime.model import Model


class Ticket(Model):
    """Ticket."""

    ticket: str
