"""The model `ImportBooksEvent`."""

from .._runtime.model import Model


class ImportBooksEvent(Model):
    """Import books event."""

    ok: bool
