"""Where the API lives, as its description says, and which of these places is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from .errors import ConfigurationError
from .records import Record

_DELIMITERS: Final = frozenset("/?#@\\")


class Variable(Record):
    """A part of a server's URL that the caller may choose.

    `values` lists what it may be; it may be anything where that is empty. Without a
    `default` the caller has to choose.
    """

    __slots__ = ("default", "values")

    def __init__(self, default: str | None, values: tuple[str, ...] = ()) -> None:
        self.default: Final = default
        self.values: Final = values


_NO_VARIABLES: Final[Mapping[str, Variable]] = {}


class Server(Record):
    """A base URL, perhaps with `{variables}`; relative where the description is."""

    __slots__ = ("url", "variables")

    def __init__(
        self, url: str, variables: Mapping[str, Variable] = _NO_VARIABLES
    ) -> None:
        self.url: Final = url
        self.variables: Final = variables

    def fill(self, chosen: Mapping[str, str]) -> str:
        """The URL with the chosen values, and defaults for the others.

        Raises:
            ConfigurationError: A value is not among those that the server knows.
        """

        def value(match: re.Match[str]) -> str:
            name = match[1]
            variable = self.variables.get(name, Variable(None))
            text = chosen.get(name, variable.default)
            if text is None:
                raise ConfigurationError(
                    f"server variable {name!r} has no default: pass server_variables="
                )
            if text == variable.default or text in variable.values:
                return text
            if variable.values:
                known = ", ".join(variable.values)
                raise ConfigurationError(
                    f"server variable {name!r} is one of {known}, not {text!r}"
                )
            # A value such as `evil.com/` must not change which host the URL names.
            if not text or not _DELIMITERS.isdisjoint(text):
                raise ConfigurationError(
                    f"server variable {name!r} must not be {text!r}"
                )
            return text

        return re.sub(r"\{([^{}]+)\}", value, self.url) if "{" in self.url else self.url


class Choice(Record):
    """Which servers a caller wants: a position in any list of them, and variables' values."""

    __slots__ = ("position", "variables")

    def __init__(self, position: int, variables: Mapping[str, str]) -> None:
        self.position: Final = position
        self.variables: Final = variables

    def of(self, servers: Sequence[Server]) -> Server:
        """The server that is meant; the first where there are too few."""
        return servers[self.position if self.position < len(servers) else 0]

    def url(self, servers: Sequence[Server]) -> str:
        """The URL of the server that is meant.

        Raises:
            ConfigurationError: A value is not among those that the server knows.
        """
        return self.of(servers).fill(self.variables)
