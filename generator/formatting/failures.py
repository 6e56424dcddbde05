"""What can keep Python from being formatted, here or at all."""

from __future__ import annotations


class Unfamiliar(Exception):
    """The code uses something whose layout is not known here."""


class FormattingError(Exception):
    """Emitted Python does not parse: a mistake of the generator, not of the description."""
