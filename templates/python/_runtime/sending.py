"""Sending a call and waiting for its answer: all that differs with `async`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import httpx2

from .arguments import Arguments
from .call import FAILURES, Call
from .engine import Engine, is_streamed
from .errors import APIError
from .hooks import run, run_async
from .operation import Operation
from .reading import Collector

if TYPE_CHECKING:
    from .response import AsyncResponse, Response

T = TypeVar("T")
R = TypeVar("R")


class SyncSender(Engine[httpx2.Client]):
    """The engine of a `Client`."""

    @staticmethod
    def _http_kind() -> type[httpx2.Client]:
        return httpx2.Client

    def send(self, operation: Operation[T], arguments: Arguments) -> T:
        """Make a call; gives its typed result.

        Raises:
            APIError: And nothing that the HTTP library raises.
        """
        call = Call(self, self.prepared(operation), arguments)
        value: T = self._make(call, call.result)
        return value

    def receive(
        self, operation: Operation[T], arguments: Arguments
    ) -> tuple[T, httpx2.Response]:
        """Make a call; gives its typed result and the response that it stood in."""
        call = Call(self, self.prepared(operation), arguments)
        return self._make(call, lambda response: (call.result(response), response))

    def open(self, operation: Operation[Any], arguments: Arguments) -> httpx2.Response:
        """Make a call; gives a successful response whose body is still to be read."""
        call = Call(self, self.prepared(operation), arguments, streams=True)
        return self._make(call, call.anonymous)

    def respond(
        self,
        operation: Operation[Any],
        arguments: Arguments,
        parse: Callable[[httpx2.Response], R] | None = None,
    ) -> Response[R]:
        """Make a call; gives the whole answer, which `parse` makes a value of."""
        from .response import Response

        call = Call(self, self.prepared(operation), arguments, is_streamed(operation))
        return self._make(call, lambda response: Response(response, call, parse))

    def close(self) -> None:
        """Close the connections, if they are ours."""
        http = self.pool.close()
        if http is not None:
            http.close()

    def _make(self, call: Call, finish: Callable[[httpx2.Response], R]) -> R:
        try:
            value = finish(self._exchange(call))
        except BaseException as error:
            call.ended(error)
            if isinstance(error, APIError):
                run(self.options.hooks.on_error, error)
            raise
        call.ended()
        return value

    def _exchange(self, call: Call) -> httpx2.Response:
        while True:
            try:
                call.begin()
                response = self._attempt(call)
            except FAILURES as error:
                delay = call.failed(error)
            else:
                pause = call.answered(response)
                if pause is None:
                    return response
                delay = pause
            self.options.clock.sleep(delay)

    def _attempt(self, call: Call) -> httpx2.Response:
        http = self.pool.open()
        hooks = self.options.hooks
        credentials = [
            (s, s.current(partial(self._fetch, call))) for s in call.prepared.changing
        ]
        request = call.ready(credentials)
        run(hooks.on_request, request)
        response = http.send(request, stream=call.must_stream, follow_redirects=False)
        try:
            run(hooks.on_response, response)
            while response.next_request is not None:
                request = call.redirected(response)
                run(hooks.on_request, request)
                response.close()
                # The caller's own authentication is meant for the first address only.
                response = http.send(
                    request, stream=call.must_stream, auth=None, follow_redirects=False
                )
                run(hooks.on_response, response)
            return self._read(call, response) if call.must_read(response) else response
        except BaseException:
            response.close()
            raise

    def _read(self, call: Call, response: httpx2.Response) -> httpx2.Response:
        collector = Collector(call, response)
        for part in response.iter_bytes():
            collector.add(part)
        return collector.whole()

    def _fetch(self, call: Call, request: httpx2.Request) -> httpx2.Response:
        request.extensions = {"timeout": call.limits()}
        request = self.absolute(request)
        return self.pool.open().send(request, auth=None, follow_redirects=False)


class AsyncSender(Engine[httpx2.AsyncClient]):
    """The engine of an `AsyncClient`."""

    @staticmethod
    def _http_kind() -> type[httpx2.AsyncClient]:
        return httpx2.AsyncClient

    async def send(self, operation: Operation[T], arguments: Arguments) -> T:
        """Make a call; gives its typed result.

        Raises:
            APIError: And nothing that the HTTP library raises.
        """
        call = Call(self, self.prepared(operation), arguments)
        value: T = await self._make(call, call.result)
        return value

    async def receive(
        self, operation: Operation[T], arguments: Arguments
    ) -> tuple[T, httpx2.Response]:
        """Make a call; gives its typed result and the response that it stood in."""
        call = Call(self, self.prepared(operation), arguments)
        return await self._make(
            call, lambda response: (call.result(response), response)
        )

    async def open(
        self, operation: Operation[Any], arguments: Arguments
    ) -> httpx2.Response:
        """Make a call; gives a successful response whose body is still to be read."""
        call = Call(self, self.prepared(operation), arguments, streams=True)
        return await self._make(call, call.anonymous)

    async def respond(
        self,
        operation: Operation[Any],
        arguments: Arguments,
        parse: Callable[[httpx2.Response], R] | None = None,
    ) -> AsyncResponse[R]:
        """Make a call; gives the whole answer, which `parse` makes a value of."""
        from .response import AsyncResponse

        call = Call(self, self.prepared(operation), arguments, is_streamed(operation))
        return await self._make(
            call, lambda response: AsyncResponse(response, call, parse)
        )

    async def close(self) -> None:
        """Close the connections, if they are ours."""
        http = self.pool.close()
        if http is not None:
            await http.aclose()

    async def _make(self, call: Call, finish: Callable[[httpx2.Response], R]) -> R:
        try:
            value = finish(await self._exchange(call))
        except BaseException as error:
            call.ended(error)
            if isinstance(error, APIError):
                await run_async(self.options.hooks.on_error, error)
            raise
        call.ended()
        return value

    async def _exchange(self, call: Call) -> httpx2.Response:
        while True:
            try:
                call.begin()
                response = await self._in_time(call)
            except FAILURES as error:
                delay = call.failed(error)
            else:
                pause = call.answered(response)
                if pause is None:
                    return response
                delay = pause
            await self.options.clock.sleep_async(delay)

    async def _in_time(self, call: Call) -> httpx2.Response:
        left = call.left
        if left is None:
            return await self._attempt(call)
        from anyio import move_on_after

        with move_on_after(left):
            return await self._attempt(call)
        raise call.overdue()

    async def _attempt(self, call: Call) -> httpx2.Response:
        http = self.pool.open()
        hooks = self.options.hooks
        credentials = [
            (s, await s.current_async(partial(self._fetch, call)))
            for s in call.prepared.changing
        ]
        request = call.ready(credentials)
        await run_async(hooks.on_request, request)
        response = await http.send(
            request, stream=call.must_stream, follow_redirects=False
        )
        try:
            await run_async(hooks.on_response, response)
            while response.next_request is not None:
                request = call.redirected(response)
                await run_async(hooks.on_request, request)
                await response.aclose()
                # The caller's own authentication is meant for the first address only.
                response = await http.send(
                    request, stream=call.must_stream, auth=None, follow_redirects=False
                )
                await run_async(hooks.on_response, response)
            if call.must_read(response):
                return await self._read(call, response)
            return response
        except BaseException:
            await response.aclose()
            raise

    async def _read(self, call: Call, response: httpx2.Response) -> httpx2.Response:
        collector = Collector(call, response)
        async for part in response.aiter_bytes():
            collector.add(part)
        return collector.whole()

    async def _fetch(self, call: Call, request: httpx2.Request) -> httpx2.Response:
        request.extensions = {"timeout": call.limits()}
        request = self.absolute(request)
        http = self.pool.open()
        return await http.send(request, auth=None, follow_redirects=False)
