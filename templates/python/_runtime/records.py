"""Small values: equal when their parts are, shown by them, and never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Self


class Record:
    """A value that is the sum of its `__slots__`, which `__init__` takes as keywords.

    What a frozen dataclass is. But each of those takes half a millisecond to make, and
    a program pays for all of them before its first call.
    """

    __slots__: tuple[str, ...] = ()

    def replaced(self, **changes: Any) -> Self:
        """The same with some parts replaced."""
        return type(self)(**{**self._parts(), **changes})

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record) or type(self) is not type(other):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(tuple(self._parts().values()))

    def __repr__(self) -> str:
        parts = ", ".join(f"{name}={value!r}" for name, value in self._parts().items())
        return f"{type(self).__name__}({parts})"

    def _parts(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}
