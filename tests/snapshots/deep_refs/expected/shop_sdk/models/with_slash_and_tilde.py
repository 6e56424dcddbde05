"""The model `WithSlashAndTilde`."""

from .._runtime.model import Model


class WithSlashAndTilde(Model):
    """With slash and tilde."""

    escaped: "WithSlashAndTilde | None" = None
