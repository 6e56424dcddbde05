"""The model `ListBooksLanguagesItem`."""

from typing import Literal, TypeAlias

ListBooksLanguagesItem: TypeAlias = Literal["de", "en", "fr", "it", "es"]
