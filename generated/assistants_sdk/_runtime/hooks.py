"""Functions of the caller's own that see what is sent and received."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from .records import Record

if TYPE_CHECKING:
    import httpx2

    from .errors import APIError

_T = TypeVar("_T")

Hook: TypeAlias = "Callable[[_T], object]"


class Hooks(Record):
    """Functions that a client calls around each request.

    With an `AsyncClient` they may be `async def`. What they raise ends the call.

    Attributes:
        on_request: Gets each request right before it is sent, retries and redirects
            included, credentials and all; may change its headers.
        on_response: Gets each response, failed ones and redirects included; the body
            has not been read where the call streams it.
        on_error: Gets the error that the call is about to raise.
    """

    __slots__ = ("on_error", "on_request", "on_response")

    def __init__(
        self,
        on_request: Hook[httpx2.Request] | None = None,
        on_response: Hook[httpx2.Response] | None = None,
        on_error: Hook[APIError] | None = None,
    ) -> None:
        self.on_request: Final = on_request
        self.on_response: Final = on_response
        self.on_error: Final = on_error


NO_HOOKS = Hooks()


def run(hook: Hook[_T] | None, argument: _T) -> None:
    """Call a hook of a synchronous client, which cannot wait for `async` ones."""
    if hook is not None and isinstance(waiting := hook(argument), Awaitable):
        if isinstance(waiting, Coroutine):
            waiting.close()
        raise TypeError(f"{hook!r} is async, which only an AsyncClient can call")


async def run_async(hook: Hook[_T] | None, argument: _T) -> None:
    """Call a hook, and wait for it if it is `async`."""
    if hook is not None:
        waiting = hook(argument)
        if isinstance(waiting, Awaitable):
            await waiting
