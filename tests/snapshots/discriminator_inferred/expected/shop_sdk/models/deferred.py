"""The model `Deferred`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .instalments import Instalments
from .invoice import Invoice

Deferred: TypeAlias = Annotated[
    Invoice | Instalments | Unknown,
    Tagged("type", {"invoice": Invoice, "instalments": Instalments}),
]
"""Paid later; itself one of two."""
