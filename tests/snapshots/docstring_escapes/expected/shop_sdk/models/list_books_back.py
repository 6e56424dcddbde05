"""The model `ListBooksBack`."""

from typing import Literal, TypeAlias

ListBooksBack: TypeAlias = Literal["\\", '"', "'", "\n", '"""']
