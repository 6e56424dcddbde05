"""The model `Chapters`."""

from typing_extensions import TypeAliasType

Chapters = TypeAliasType("Chapters", "list[Chapters]")
