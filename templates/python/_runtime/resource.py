"""What every group of operations builds on: the ways to make a call."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast, overload

from .arguments import NONE, Arguments, Next
from .holder import Holder
from .omit import OMIT

if TYPE_CHECKING:
    from typing import Unpack

    import httpx2

    from .arguments import Values
    from .cursors import Answer
    from .operation import Operation
    from .options import Options
    from .paging import AsyncPage, AsyncPager, Page
    from .plans import Paging, Polling
    from .response import AsyncResponse
    from .sending import AsyncSender, SyncSender
    from .streaming import AsyncStream, Stream

T = TypeVar("T")
B = TypeVar("B")
E = TypeVar("E")
S = TypeVar("S", bound="Stream[Any]")
A = TypeVar("A", bound="AsyncStream[Any]")

_NO_ANSWER: Final = (
    "a method that polls makes several calls, and has no single answer for raw() to"
    " give; make the calls one by one"
)


class Resource(Holder["SyncSender"]):
    """A group of operations.

    Args:
        owner: The client, or the group that this one stands in.
        raw: Whether methods give whole answers; see `raw`.
    """

    __slots__ = ("_is_raw",)

    def __init__(self, owner: Holder[SyncSender], *, raw: bool = False) -> None:
        super().__init__(owner)
        self._is_raw = raw

    def _send(
        self,
        operation: Operation[T],
        *,
        path: tuple[object, ...] = (),
        query: Mapping[str, object] = NONE,
        headers: Mapping[str, object] = NONE,
        cookies: Mapping[str, object] = NONE,
        body: object = OMIT,
    ) -> T:
        """Make a call and wait for its result."""
        arguments = Arguments(path, query, headers, cookies, body)
        if self._is_raw:
            # Here and below, `raw` tells what the type truly is.
            return cast("T", self._engine.respond(operation, arguments))
        return self._engine.send(operation, arguments)

    @overload
    def _stream(
        self, operation: Operation[T], **values: Unpack[Values]
    ) -> Stream[T]: ...
    @overload
    def _stream(
        self, operation: Operation[Any], kind: type[S], **values: Unpack[Values]
    ) -> S: ...
    def _stream(
        self,
        operation: Operation[Any],
        kind: type[Stream[Any]] | None = None,
        **values: Unpack[Values],
    ) -> Any:
        """The events of a call, which is made when they are asked for."""
        from .streaming import Stream

        engine, arguments, make = self._engine, Arguments(**values), kind or Stream[Any]
        strict = engine.options.strict
        if self._is_raw:
            return engine.respond(
                operation, arguments, lambda r: make(lambda: r, operation, strict)
            )

        def resume(last: str, asked: float, time: int) -> httpx2.Response | None:
            pause = engine.resumption(operation, asked, time)
            if pause is None:
                return None
            engine.options.clock.sleep(pause)
            return engine.open(operation, arguments.after_event(last))

        return make(
            lambda: engine.open(operation, arguments),
            operation,
            strict,
            resume=resume if operation.resumable else None,
        )

    def _page(
        self, operation: Operation[B], paging: Paging[B, E], **values: Unpack[Values]
    ) -> Page[E, B]:
        """The first page of a list, which fetches those after it."""
        from .paging import Page

        engine, arguments = self._engine, Arguments(**values)

        def fetch(step: Next) -> Answer[B]:
            changed = arguments.after(step)
            return _answer(
                paging, engine.options, changed, *engine.receive(operation, changed)
            )

        def first(response: httpx2.Response) -> Page[E, B]:
            body = engine.prepared(operation).replies.result(response)
            return Page(
                _answer(paging, engine.options, arguments, body, response),
                paging,
                fetch,
            )

        if self._is_raw:
            return cast("Page[E, B]", engine.respond(operation, arguments, first))
        return Page(fetch(Next()), paging, fetch)

    def _start(self, operation: Operation[T], **values: Unpack[Values]) -> T:
        """Make the call with which something begins that is then polled."""
        if self._is_raw:
            raise TypeError(_NO_ANSWER)
        return self._engine.send(operation, Arguments(**values))

    def _poll(
        self,
        operation: Operation[T],
        polling: Polling,
        first: T | None,
        *,
        interval: float | None = None,
        deadline: float | None = None,
        on_progress: Callable[[T], object] | None = None,
        **values: Unpack[Values],
    ) -> T:
        """Make a call again and again until its result is settled."""
        from .polling import poll

        if self._is_raw:
            raise TypeError(_NO_ANSWER)
        engine, arguments = self._engine, Arguments(**values)
        options = engine.options

        def read() -> tuple[T, Mapping[str, str]]:
            value, response = engine.receive(operation, arguments)
            return value, response.headers

        return poll(
            read,
            polling,
            first,
            clock=options.clock,
            interval=options.poll_interval if interval is None else interval,
            deadline=options.poll_deadline if deadline is None else deadline,
            on_progress=on_progress or options.poll_progress,
        )


class AsyncResource(Holder["AsyncSender"]):
    """A group of operations.

    Args:
        owner: The client, or the group that this one stands in.
        raw: Whether methods give whole answers; see `raw`.
    """

    __slots__ = ("_is_raw",)

    def __init__(self, owner: Holder[AsyncSender], *, raw: bool = False) -> None:
        super().__init__(owner)
        self._is_raw = raw

    def _send(
        self,
        operation: Operation[T],
        *,
        path: tuple[object, ...] = (),
        query: Mapping[str, object] = NONE,
        headers: Mapping[str, object] = NONE,
        cookies: Mapping[str, object] = NONE,
        body: object = OMIT,
    ) -> Coroutine[Any, Any, T]:
        """Make a call; to be awaited."""
        arguments = Arguments(path, query, headers, cookies, body)
        if self._is_raw:
            answer: Coroutine[Any, Any, AsyncResponse[Any]]
            answer = self._engine.respond(operation, arguments)
            return cast("Coroutine[Any, Any, T]", answer)
        return self._engine.send(operation, arguments)

    @overload
    def _stream(
        self, operation: Operation[T], **values: Unpack[Values]
    ) -> AsyncStream[T]: ...
    @overload
    def _stream(
        self, operation: Operation[Any], kind: type[A], **values: Unpack[Values]
    ) -> A: ...
    def _stream(
        self,
        operation: Operation[Any],
        kind: type[AsyncStream[Any]] | None = None,
        **values: Unpack[Values],
    ) -> Any:
        """The events of a call, which is made when they are asked for."""
        from .streaming import AsyncStream

        engine, arguments = self._engine, Arguments(**values)
        make, strict = kind or AsyncStream[Any], engine.options.strict
        if self._is_raw:
            return engine.respond(
                operation, arguments, lambda r: make(_given(r), operation, strict)
            )

        async def resume(last: str, asked: float, time: int) -> httpx2.Response | None:
            pause = engine.resumption(operation, asked, time)
            if pause is None:
                return None
            await engine.options.clock.sleep_async(pause)
            return await engine.open(operation, arguments.after_event(last))

        return make(
            lambda: engine.open(operation, arguments),
            operation,
            strict,
            resume=resume if operation.resumable else None,
        )

    def _page(
        self, operation: Operation[B], paging: Paging[B, E], **values: Unpack[Values]
    ) -> AsyncPager[E, B]:
        """A list that is asked for page by page."""
        from .paging import AsyncPage, AsyncPager

        engine, arguments = self._engine, Arguments(**values)

        async def fetch(step: Next) -> Answer[B]:
            changed = arguments.after(step)
            return _answer(
                paging,
                engine.options,
                changed,
                *await engine.receive(operation, changed),
            )

        def first(response: httpx2.Response) -> AsyncPage[E, B]:
            body = engine.prepared(operation).replies.result(response)
            return AsyncPage(
                _answer(paging, engine.options, arguments, body, response),
                paging,
                fetch,
            )

        if self._is_raw:
            return cast("AsyncPager[E, B]", engine.respond(operation, arguments, first))
        return AsyncPager(paging, fetch)

    async def _start(self, operation: Operation[T], **values: Unpack[Values]) -> T:
        """Make the call with which something begins that is then polled."""
        if self._is_raw:
            raise TypeError(_NO_ANSWER)
        return await self._engine.send(operation, Arguments(**values))

    async def _poll(
        self,
        operation: Operation[T],
        polling: Polling,
        first: T | None,
        *,
        interval: float | None = None,
        deadline: float | None = None,
        on_progress: Callable[[T], object] | None = None,
        **values: Unpack[Values],
    ) -> T:
        """Make a call again and again until its result is settled."""
        from .polling import poll_async

        if self._is_raw:
            raise TypeError(_NO_ANSWER)
        engine, arguments = self._engine, Arguments(**values)
        options = engine.options

        async def read() -> tuple[T, Mapping[str, str]]:
            value, response = await engine.receive(operation, arguments)
            return value, response.headers

        return await poll_async(
            read,
            polling,
            first,
            clock=options.clock,
            interval=options.poll_interval if interval is None else interval,
            deadline=options.poll_deadline if deadline is None else deadline,
            on_progress=on_progress or options.poll_progress,
        )


def _given(
    response: httpx2.Response,
) -> Callable[[], Coroutine[Any, Any, httpx2.Response]]:
    async def send() -> httpx2.Response:
        return response

    return send


def _answer(
    paging: Paging[B, Any],
    options: Options,
    arguments: Arguments,
    body: B,
    response: httpx2.Response,
) -> Answer[B]:
    from .cursors import Answer

    in_body = paging.parameter_in_body
    sent = arguments.fields if in_body else arguments.query
    given = {name: value for name, value in sent.items() if value is not OMIT}
    always = options.body if in_body else options.query
    return Answer(body, {**always, **given}, str(response.url), response.headers)
