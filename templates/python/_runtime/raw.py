"""Calls whose whole answer is wanted: `raw(client.runs.get_run)("id")`."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast, overload

from .resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .paging import AsyncPage, AsyncPager
    from .response import AsyncResponse, Response
    from .streaming import AsyncStream

P = ParamSpec("P")
T = TypeVar("T")
B = TypeVar("B")
S = TypeVar("S", bound="AsyncStream[Any]")


# The last one takes what none of the others took, though it could take anything.
@overload
def raw(  # type: ignore[overload-overlap]
    method: Callable[P, Coroutine[Any, Any, T]],
) -> Callable[P, Coroutine[Any, Any, AsyncResponse[T]]]: ...
@overload
def raw(  # type: ignore[overload-overlap]
    method: Callable[P, AsyncPager[T, B]],
) -> Callable[P, Coroutine[Any, Any, AsyncResponse[AsyncPage[T, B]]]]: ...
@overload
def raw(  # type: ignore[overload-overlap]
    method: Callable[P, S],
) -> Callable[P, Coroutine[Any, Any, AsyncResponse[S]]]: ...
@overload
def raw(method: Callable[P, T]) -> Callable[P, Response[T]]: ...
def raw(method: Callable[..., Any]) -> Callable[..., Any]:
    """The same method, giving its answer with status, headers and body.

    `parse()` on the answer gives what the method itself returns: a model, a page, a
    stream. Errors are raised as ever. Methods that poll make many calls, and have no
    single answer to give. With an `AsyncClient` the answer is awaited first, also where it
    is to be closed: `async with await raw(...)(...) as response`.

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
    return cast("Callable[..., Any]", getattr(twin, cast("Any", method).__name__))
