"""Judges the description that standard input names; see `judge`.

What the validator loads and has no use for here takes longer to load than it needs to
judge most descriptions, so it is replaced or left out before the validator is imported.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


def _default(value: Any = None, **_: Any) -> Any:
    return value


def _unchecked(*_: str, **__: str) -> Any:
    return _default


def _without_settings() -> None:
    """The validator's settings are their defaults, whatever the environment says.

    They are all that it has pydantic for.
    """
    pydantic = ModuleType("pydantic")
    vars(pydantic).update(Field=_default, field_validator=_unchecked)
    settings = ModuleType("pydantic_settings")
    vars(settings).update(BaseSettings=object, SettingsConfigDict=dict)
    sys.modules.update(pydantic=pydantic, pydantic_settings=settings)


def _without_network() -> None:
    """Nothing is fetched: references that lead out of the description are not followed."""
    # That is how Python says that there is no such module, and typing does not know it.
    sys.modules["requests"] = None  # type: ignore[assignment]


if __name__ == "__main__":
    _without_settings()
    _without_network()

    from .judge import main

    main()
