"""Who the caller is: credentials, and where in a request they go."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from base64 import b64encode
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from .errors import ConfigurationError

if TYPE_CHECKING:
    import httpx2

Secret: TypeAlias = "str | Callable[[], str] | Callable[[], Awaitable[str]]"
"""A key, or a function that gives the current one, `async` only with an `AsyncClient`.

A function is asked before every attempt, so that keys may change at any time.
"""

Place: TypeAlias = Literal["header", "query", "cookie"]
Fetch: TypeAlias = "Callable[[httpx2.Request], httpx2.Response]"
FetchAsync: TypeAlias = "Callable[[httpx2.Request], Awaitable[httpx2.Response]]"


class Credential(NamedTuple):
    """A secret value and where it goes."""

    place: Place
    name: str
    value: str

    def __repr__(self) -> str:
        return f"<Credential in {self.place} {self.name}>"


class TokenRefusedError(Exception):
    """The token endpoint answered with an error; becomes the call's own error."""

    def __init__(self, response: httpx2.Response) -> None:
        super().__init__(response.status_code)
        self.response = response


class Scheme(ABC):
    """One of the API's security schemes, with the caller's credentials for it.

    Attributes:
        place: Where the credential goes.
        name: The header, query parameter or cookie that carries it.
        remedy: What the caller can do where the credential is missing.
    """

    place: Place = "header"
    name: str = "Authorization"
    remedy: str

    @abstractmethod
    def is_present(self) -> bool:
        """Whether the caller gave what the scheme needs."""

    @abstractmethod
    def fixed(self) -> Credential | None:
        """The credential where it never changes; `None` where it is asked for anew."""

    @abstractmethod
    def current(self, fetch: Fetch) -> Credential:
        """The credential for the next attempt."""

    @abstractmethod
    async def current_async(self, fetch: FetchAsync) -> Credential:
        """The credential for the next attempt, in an asynchronous client."""

    def refused(self, used: Credential) -> bool:
        """The server did not take this credential; whether there may be another now."""
        return False

    def __repr__(self) -> str:
        state = "set" if self.is_present() else "not set"
        return f"<{type(self).__name__} in {self.place} {self.name}, {state}>"


class ApiKey(Scheme):
    """A key in a header, in the query or in a cookie.

    Args:
        value: The key; where it is missing or empty, the environment variable's value.
        variable: The environment variable, read now.
        name: The header, query parameter or cookie.
        place: Which of these it is.
        argument: The client's argument that takes the key, for error messages.
    """

    def __init__(
        self,
        value: Secret | None,
        variable: str | None = None,
        *,
        name: str,
        place: Place = "header",
        argument: str = "api_key",
    ) -> None:
        self._secret = or_given(value, variable)
        self.place = place
        self.name = name
        self.remedy = remedy((argument, variable))

    def is_present(self) -> bool:
        return bool(self._secret)

    def fixed(self) -> Credential | None:
        if not isinstance(self._secret, str):
            return None
        return self._credential(self._secret)

    def current(self, fetch: Fetch) -> Credential:
        return self._credential(ask(self._secret, self.remedy))

    async def current_async(self, fetch: FetchAsync) -> Credential:
        return self._credential(await ask_async(self._secret, self.remedy))

    def _credential(self, key: str) -> Credential:
        return Credential(self.place, self.name, stripped(key, self.remedy))


class Bearer(ApiKey):
    """A token in the `Authorization` header; also what OpenID Connect ends in."""

    def __init__(
        self,
        value: Secret | None,
        variable: str | None = None,
        *,
        argument: str = "api_key",
    ) -> None:
        super().__init__(value, variable, name="Authorization", argument=argument)

    def _credential(self, key: str) -> Credential:
        token = stripped(key, self.remedy)
        return Credential(self.place, self.name, f"Bearer {token}")


class Basic(Scheme):
    """A user name and a password; the password may be empty, as some APIs want it.

    Args:
        username: The name; where it is missing, the first environment variable's value.
        password: The password; where it is missing, the second one's.
        variables: The environment variables, read now.
        arguments: The client's arguments that take the two, for error messages.
    """

    def __init__(
        self,
        username: Secret | None,
        password: Secret | None,
        variables: tuple[str | None, str | None] = (None, None),
        *,
        arguments: tuple[str, str] = ("username", "password"),
    ) -> None:
        self._username = or_given(username, variables[0])
        self._password = given(variables[1]) if password is None else password
        self.remedy = remedy(*zip(arguments, variables, strict=True))

    def is_present(self) -> bool:
        return bool(self._username) and self._password is not None

    def fixed(self) -> Credential | None:
        if isinstance(self._username, str) and isinstance(self._password, str):
            return self._credential(self._username, self._password)
        return None

    def current(self, fetch: Fetch) -> Credential:
        return self._credential(
            ask(self._username, self.remedy), ask(self._password, self.remedy)
        )

    async def current_async(self, fetch: FetchAsync) -> Credential:
        return self._credential(
            await ask_async(self._username, self.remedy),
            await ask_async(self._password, self.remedy),
        )

    def _credential(self, username: str, password: str) -> Credential:
        if ":" in username:
            raise ConfigurationError(
                f"a user name must not hold a colon, which ends it: {self.remedy}"
            )
        pair = b64encode(f"{username}:{password}".encode()).decode()
        return Credential(self.place, self.name, f"Basic {pair}")


def choose(
    alternatives: Iterable[tuple[str, ...]],
    schemes: Mapping[str, Scheme],
    headers: Iterable[str] = (),
) -> list[Scheme]:
    """The schemes of the first alternative for which all credentials are there.

    An empty alternative needs none, and is taken where no other can be.

    Args:
        alternatives: Names of schemes that go together.
        schemes: The schemes by name.
        headers: Headers that the caller fills in, so that no scheme has to.

    Raises:
        ConfigurationError: Credentials are missing for every alternative.
    """
    by_hand = {name.lower() for name in headers}
    remedies: list[str] = []
    for names in alternatives:
        # A scheme that is not here, such as a client certificate, sends nothing.
        needed = [
            scheme
            for name in names
            if (scheme := schemes.get(name)) is not None
            and not (scheme.place == "header" and scheme.name.lower() in by_hand)
        ]
        missing = [scheme.remedy for scheme in needed if not scheme.is_present()]
        if needed and not missing:
            return needed
        remedies.append(" and ".join(missing))
    if not remedies or "" in remedies:
        return []
    raise ConfigurationError(f"no credentials: {'; or '.join(dict.fromkeys(remedies))}")


def given(variable: str | None) -> str | None:
    """The environment variable's value; an empty or blank one counts as missing."""
    found = os.environ.get(variable) if variable else None
    return found if found and found.strip() else None


def or_given(secret: Secret | None, variable: str | None) -> Secret | None:
    """The secret; the environment variable's value where it is missing or blank."""
    if secret is None or (isinstance(secret, str) and not secret.strip()):
        return given(variable)
    return secret


def remedy(*sources: tuple[str, str | None]) -> str:
    """How to give what is missing: arguments, or the variables that replace them."""
    return " and ".join(
        f"pass {argument}= or set {variable}" if variable else f"pass {argument}="
        for argument, variable in sources
    )


def stripped(key: str, remedy: str) -> str:
    """The key alone: one read from a file often ends in a line break.

    Raises:
        ConfigurationError: There is nothing else.
    """
    if key := key.strip():
        return key
    raise ConfigurationError(f"a key must not be empty: {remedy}")


def ask(secret: Secret | None, remedy: str) -> str:
    """The key as it is now.

    Raises:
        ConfigurationError: The function gave none, or is `async`.
    """
    key: object = secret() if callable(secret) else secret
    if isinstance(key, Awaitable):
        if isinstance(key, Coroutine):
            key.close()
        raise ConfigurationError("an async function for a key needs an AsyncClient")
    return _key(key, remedy)


async def ask_async(secret: Secret | None, remedy: str) -> str:
    """The key as it is now, waited for where that is needed."""
    key: object = secret() if callable(secret) else secret
    if isinstance(key, Awaitable):
        key = await key
    return _key(key, remedy)


def _key(key: object, remedy: str) -> str:
    if not isinstance(key, str):
        raise ConfigurationError(
            f"a key must be text, not {type(key).__name__}: {remedy}"
        )
    return key
