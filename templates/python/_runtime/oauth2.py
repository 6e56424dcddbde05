"""OAuth 2: tokens that the client fetches for itself, and renews in time."""

from __future__ import annotations

import threading
from base64 import b64encode
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import quote_plus, urlencode

from . import forks
from .auth import (
    Credential,
    Fetch,
    FetchAsync,
    Scheme,
    Secret,
    TokenRefusedError,
    ask,
    ask_async,
    given,
    or_given,
    remedy,
    stripped,
)
from .clock import CLOCK, Clock
from .errors import ConfigurationError

if TYPE_CHECKING:
    import anyio
    import httpx2

_EARLY: Final = 60.0
_LIFETIME: Final = 3600.0


class OAuth2(Scheme):
    """A bearer token: ready-made, or fetched with the client's own credentials.

    A fetched token serves all threads and tasks until a minute before it ends, and is
    fetched once however many of them wait for it. A server that no longer takes it is
    given a new one, once a call.

    Args:
        token: A ready-made token, or a function that gives the current one.
        client_id: Identifies the program, where tokens are fetched.
        client_secret: Proves that it is the program.
        token_url: Where tokens are fetched; may be relative to where the API is.
        scopes: What the tokens are to be good for.
        variables: Environment variables for the token, the id and the secret, read now.
        arguments: The client's arguments for these, for error messages.
        send_as: Whether id and secret go into a header, as all servers should support,
            or into the `body`, which some ask for.
        extra: Further fields of the token request, such as an audience.
        clock: Time, for tests.
    """

    def __init__(
        self,
        token: Secret | None = None,
        *,
        client_id: str | None = None,
        client_secret: str | None = None,
        token_url: str | None = None,
        scopes: Sequence[str] = (),
        variables: tuple[str | None, str | None, str | None] = (None, None, None),
        arguments: tuple[str, str, str] = ("token", "client_id", "client_secret"),
        send_as: Literal["header", "body"] = "header",
        extra: dict[str, str] | None = None,
        clock: Clock = CLOCK,
    ) -> None:
        self._token = or_given(token, variables[0])
        self._id = client_id or given(variables[1])
        self._secret = client_secret or given(variables[2])
        self._url = token_url
        self._send_as = send_as
        self._form = {"grant_type": "client_credentials", **(extra or {})}
        if scopes:
            self._form["scope"] = " ".join(scopes)
        self._clock = clock
        self._fetched: Credential | None = None
        self._ends = 0.0
        self._lock = threading.Lock()
        self._async_lock: anyio.Lock | None = None
        sources = list(zip(arguments, variables, strict=True))
        self.remedy = remedy(sources[0])
        if token_url is not None:
            self.remedy += f", or {remedy(*sources[1:])}"
        forks.track(self)

    def after_fork(self) -> None:
        self._lock = threading.Lock()
        self._async_lock = None

    def is_present(self) -> bool:
        return bool(self._token) or bool(self._url and self._id and self._secret)

    def fixed(self) -> Credential | None:
        if not isinstance(self._token, str):
            return None
        return self._credential(self._token)

    def refused(self, used: Credential) -> bool:
        # Another thread may have fetched a new one in the meantime, which is to stay.
        if self._fetched is used:
            self._fetched = None
        return not self._token

    def current(self, fetch: Fetch) -> Credential:
        if self._token:
            return self._credential(ask(self._token, self.remedy))
        credential = self._valid()
        if credential is None:
            with self._lock:
                credential = self._valid() or self._keep(fetch(self._request()))
        return credential

    async def current_async(self, fetch: FetchAsync) -> Credential:
        if self._token:
            return self._credential(await ask_async(self._token, self.remedy))
        credential = self._valid()
        if credential is None:
            if self._async_lock is None:
                from anyio import Lock

                self._async_lock = Lock()
            async with self._async_lock:
                credential = self._valid() or self._keep(await fetch(self._request()))
        return credential

    def _credential(self, token: str) -> Credential:
        token = stripped(token, self.remedy)
        return Credential(self.place, self.name, f"Bearer {token}")

    def _valid(self) -> Credential | None:
        return self._fetched if self._clock.monotonic() < self._ends else None

    def _request(self) -> httpx2.Request:
        import httpx2

        form = dict(self._form)
        headers = {
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        client_id, client_secret = self._id or "", self._secret or ""
        if self._send_as == "body":
            form.update(client_id=client_id, client_secret=client_secret)
        else:
            pair = f"{quote_plus(client_id)}:{quote_plus(client_secret)}"
            headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
        return httpx2.Request(
            "POST", self._url or "", headers=headers, content=urlencode(form).encode()
        )

    def _keep(self, response: httpx2.Response) -> Credential:
        if not response.is_success:
            raise TokenRefusedError(response)
        try:
            answer: Any = response.json()
            token = answer["access_token"]
            if not isinstance(token, str):
                raise TypeError
            lifetime = float(answer.get("expires_in") or _LIFETIME)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise ConfigurationError(
                f"{self._url} did not answer with a token; is it the token_url?"
            ) from None
        # Short-lived tokens are renewed at nine tenths of their life.
        self._fetched = self._credential(token)
        self._ends = self._clock.monotonic() + max(lifetime - _EARLY, lifetime * 0.9)
        return self._fetched
