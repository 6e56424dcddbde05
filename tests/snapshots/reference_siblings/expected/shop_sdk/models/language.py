"""The model `Language`."""

from typing import Literal, TypeAlias

Language: TypeAlias = Literal["de", "en", "fr", "it"]
