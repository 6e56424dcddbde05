"""Calls whose whole answer is wanted: `raw(client.runs.get_run)("id")`."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Generator
from functools import wraps
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast, overload

from .resource import AsyncResource, Resource

if TYPE_CHECKING:
    from types import TracebackType

    from .paging import AsyncPage, AsyncPager
    from .response import AsyncResponse, Response
    from .streaming import AsyncStream

P = ParamSpec("P")
T = TypeVar("T")
B = TypeVar("B")
S = TypeVar("S", bound="AsyncStream[Any]")


class PendingResponse(Coroutine[Any, Any, "AsyncResponse[T]"], Generic[T]):
    """An answer that is asked for by `await`, or by `async with`, which closes it too.

    Args:
        call: The call as it is awaited.
    """

    def __init__(self, call: Coroutine[Any, Any, AsyncResponse[T]]) -> None:
        self._call = call

    def __await__(self) -> Generator[Any, Any, AsyncResponse[T]]:
        return self._call.__await__()

    # What makes it a coroutine, as which tasks want their work.
    def send(self, value: Any, /) -> Any:
        return self._call.send(value)

    def throw(self, *error: Any) -> Any:
        return self._call.throw(*error)

    def close(self) -> None:
        self._call.close()

    async def __aenter__(self) -> AsyncResponse[T]:
        self._response = await self._call
        return self._response

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._response.close()


# The last one takes what none of the others took, though it could take anything.
@overload
def raw(  # type: ignore[overload-overlap]
    method: Callable[P, Coroutine[Any, Any, T]],
) -> Callable[P, PendingResponse[T]]: ...
@overload
def raw(  # type: ignore[overload-overlap]
    method: Callable[P, AsyncPager[T, B]],
) -> Callable[P, PendingResponse[AsyncPage[T, B]]]: ...
@overload
def raw(  # type: ignore[overload-overlap]
    method: Callable[P, S],
) -> Callable[P, PendingResponse[S]]: ...
@overload
def raw(method: Callable[P, T]) -> Callable[P, Response[T]]: ...
def raw(method: Callable[..., Any]) -> Callable[..., Any]:
    """The same method, giving its answer with status, headers and body.

    `parse()` on the answer gives what the method itself returns: a model, a page, a
    stream. Errors are raised as ever. Methods that poll make many calls, and have no
    single answer to give. With an `AsyncClient` the answer is awaited, or used in
    `async with raw(...)(...) as response`, which closes it.

    Args:
        method: A method of one of a client's resources, not yet called.

    Raises:
        TypeError: It is something else.
    """
    resource = getattr(method, "__self__", None)
    if not isinstance(resource, (Resource, AsyncResource)):
        raise TypeError(
            "raw() takes a method of a resource, not yet called, such as"
            " raw(client.things.get_thing)"
        )
    twin = type(resource)(cast("Any", resource), raw=True)
    whole: Callable[..., Any] = getattr(twin, cast("Any", method).__name__)
    if isinstance(resource, Resource):
        return whole

    @wraps(whole)
    def pending(*args: Any, **kwargs: Any) -> PendingResponse[Any]:
        return PendingResponse(whole(*args, **kwargs))

    return pending
