"""Answers as they came: status, headers and body beside the typed value."""

from __future__ import annotations

import os
import warnings
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

import httpx2

from .downloads import complete_file
from .failures import plain_json, plain_text
from .reading import with_content

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .call import Call

T_co = TypeVar("T_co", covariant=True)


class _Received(Generic[T_co]):
    """What is known of an answer, whether its body is awaited or not.

    Args:
        response: The answer; its body may still be to be read.
        call: What it is the answer to.
        parse: Makes a value of it where that is not the operation's result.
    """

    _statement: ClassVar[str]

    def __init__(
        self,
        response: httpx2.Response,
        call: Call,
        parse: Callable[[httpx2.Response], T_co] | None = None,
    ) -> None:
        self._response = response
        self._failures = call.failures
        self._limit = call.limit
        self._parse: Callable[[httpx2.Response], T_co] = parse or call.result
        self._anonymous = call.anonymous
        # A stream reads the body for itself.
        self._is_stream = call.prepared.operation.stream is not None
        self._attempts = call.attempt

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self._response.status_code

    @property
    def headers(self) -> httpx2.Headers:
        """The response's headers, found whatever the case of their names."""
        return self._response.headers

    @property
    def request_id(self) -> str | None:
        """The server's name for the exchange; quote it to support."""
        return self._failures.request_id(self._response)

    @property
    def attempts(self) -> int:
        """How often the request was sent."""
        return self._attempts

    @property
    def http_response(self) -> httpx2.Response:
        """The response as httpx2 has it, with the request and its credentials."""
        return self._response

    @property
    def content(self) -> bytes:
        """The body, unpacked.

        Raises:
            ValueError: It is still to be read.
        """
        try:
            return self._response.content
        except httpx2.ResponseNotRead:
            raise ValueError(
                "the body is still to be read: call read() first"
            ) from None

    @property
    def text(self) -> str:
        """The body as text.

        Raises:
            ValueError: It is still to be read.
        """
        return plain_text(self._response) if self.content else ""

    def json(self) -> Any:
        """The body as plain data, whatever the API promises.

        Raises:
            APIResponseValidationError: It is no JSON.
            ValueError: It is still to be read.
        """
        _ = self.content
        try:
            return plain_json(self._response)
        except (ValueError, RecursionError) as error:
            why = f"the answer is no JSON: {error}"
            raise self._failures.unreadable(
                self._response, why, self.attempts
            ) from None

    def parse(self) -> T_co:
        """The value that the method itself would have returned.

        Raises:
            APIResponseValidationError: The body is not what the API promises.
            ValueError: It is still to be read.
        """
        if self._is_stream:
            return self._parse(self._anonymous(self._response))
        _ = self.content
        return self._parse(self._response)

    @contextmanager
    def _translating(self) -> Generator[None, None, None]:
        try:
            yield
        except httpx2.HTTPError as error:
            raise self._failures.reading(
                self._response, error, self.attempts
            ) from error
        except httpx2.StreamError as error:
            raise ValueError(f"the body was read, or closed, before: {error}") from None

    def _counted(self, size: int) -> None:
        if self._limit is not None and size > self._limit:
            raise self._failures.too_large(self._response, self._limit, self.attempts)

    def __repr__(self) -> str:
        request = f", request {self.request_id}" if self.request_id else ""
        return f"<{type(self).__name__} {self.status_code}{request}>"

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            hint = "the value that the API promises is what parse() gives"
            raise AttributeError(f"an answer has no {name!r}: {hint}")

    def __del__(self) -> None:
        if not self._response.is_closed:
            warnings.warn(
                f"a response was not read to its end; use it with `{self._statement}`,"
                " or close it",
                ResourceWarning,
                source=self,
                stacklevel=2,
            )
            self._abandon()

    def _abandon(self) -> None:
        """Give the connection back, unless that has to be awaited."""


class Response(_Received[T_co]):
    """An answer to a call of a `Client`.

    The body has been read already, unless the method returns bytes or a stream: these
    are read on demand, and want to be used in a `with` statement.
    """

    _statement = "with"

    def parse(self) -> T_co:
        """The value that the method itself would have returned.

        Raises:
            APIResponseValidationError: The body is not what the API promises.
            APIConnectionError: It broke off.
        """
        if not self._is_stream:
            self.read()
        return super().parse()

    def read(self) -> bytes:
        """Read the whole body into memory, and give it.

        Raises:
            APIConnectionError: It broke off.
            ResponseTooLargeError: It is larger than `max_response_bytes`.
        """
        try:
            return self._response.content
        except httpx2.ResponseNotRead:
            content = b"".join(self.iter_bytes())
            self._response = with_content(self._response, content)
            return content

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The body piece by piece, unpacked, as it arrives.

        Args:
            chunk_size: How many bytes a piece has; as they come where it is `None`.

        Raises:
            APIConnectionError: The body broke off.
            ResponseTooLargeError: It is larger than `max_response_bytes`.
        """
        size = 0
        with self._translating():
            for chunk in self._response.iter_bytes(chunk_size):
                size += len(chunk)
                self._counted(size)
                yield chunk

    def stream_to_file(self, path: str | os.PathLike[str]) -> int:
        """Write the body to a file without holding it in memory; gives its size.

        The file appears, or is replaced, when it is complete; sizes are in bytes.

        Raises:
            APIConnectionError: The body broke off.
            OSError: The file cannot be written.
        """
        with complete_file(path) as file:
            return sum(file.write(chunk) for chunk in self.iter_bytes())

    def close(self) -> None:
        """Give the connection back; what has not been read is lost."""
        self._response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _abandon(self) -> None:
        self.close()


class AsyncResponse(_Received[T_co]):
    """An answer to a call of an `AsyncClient`.

    The body has been read already, unless the method returns bytes or a stream: these
    are read on demand, and want to be used in an `async with` statement.
    """

    _statement = "async with"

    async def read(self) -> bytes:
        """Read the whole body into memory, and give it.

        Raises:
            APIConnectionError: It broke off.
            ResponseTooLargeError: It is larger than `max_response_bytes`.
        """
        try:
            return self._response.content
        except httpx2.ResponseNotRead:
            content = b"".join([chunk async for chunk in self.iter_bytes()])
            self._response = with_content(self._response, content)
            return content

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """The body piece by piece, unpacked, as it arrives.

        Args:
            chunk_size: How many bytes a piece has; as they come where it is `None`.

        Raises:
            APIConnectionError: The body broke off.
            ResponseTooLargeError: It is larger than `max_response_bytes`.
        """
        size = 0
        with self._translating():
            async for chunk in self._response.aiter_bytes(chunk_size):
                size += len(chunk)
                self._counted(size)
                yield chunk

    async def stream_to_file(self, path: str | os.PathLike[str]) -> int:
        """Write the body to a file without holding it in memory; gives its size.

        The file appears, or is replaced, when it is complete; sizes are in bytes.

        Raises:
            APIConnectionError: The body broke off.
            OSError: The file cannot be written.
        """
        from anyio import to_thread

        size = 0
        with complete_file(path) as file:
            async for chunk in self.iter_bytes():
                size += await to_thread.run_sync(file.write, chunk)
        return size

    async def close(self) -> None:
        """Give the connection back; what has not been read is lost."""
        await self._response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()
