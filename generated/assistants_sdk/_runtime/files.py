"""Files and other bytes that are read while they are sent, never all at once."""

from __future__ import annotations

import io
import mimetypes
import os
import stat
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Iterable,
    Iterator,
    Mapping,
)
from contextlib import aclosing
from inspect import iscoroutinefunction
from typing import IO, Any, Final, NoReturn, TypeAlias, cast

from .errors import InvalidRequestError
from .plain import is_model
from .texts import text

CHUNK: Final = 128 * 1024

FileContent: TypeAlias = (
    bytes
    | bytearray
    | os.PathLike[str]
    | IO[bytes]
    | Iterable[bytes]
    | AsyncIterable[bytes]
)
"""Bytes, a path, a binary file object, or an iterable of bytes.

Text is not a path: a string that a user typed must not be able to read files. Write
`pathlib.Path(text)` where it is one. Asynchronous iterables need an `AsyncClient`.
"""

FileInput: TypeAlias = (
    FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
)
"""A file's content, or a tuple of its name, its content and perhaps its media type."""


class Upload:
    """Bytes on their way out; iterating reads them anew where that is possible.

    Attributes:
        name: The file's name; `None` where the caller wants none.
        media_type: What the caller or the name says that it holds.
        is_told: Whether it is the caller who says so.
        length: How many bytes there are, where that is known before they are read.
        replayable: Whether they can be read again for another attempt.
    """

    __slots__ = (
        "_content",
        "_start",
        "is_told",
        "length",
        "media_type",
        "name",
        "replayable",
    )

    def __init__(
        self, content: object, name: str | None = "", media_type: str | None = None
    ) -> None:
        self.name = _name(content) if name == "" else name
        self.is_told = media_type is not None
        if media_type is None and self.name is not None:
            media_type = mimetypes.guess_type(self.name)[0]
        self.media_type = media_type
        self.length: int | None = None
        self.replayable = True
        self._content: Any = content
        self._start = 0
        if not _is_content(content):
            raise _no_file(content)
        if isinstance(content, (bytes, bytearray)):
            self.length = len(content)
        elif isinstance(content, os.PathLike):
            self._look(cast("os.PathLike[str]", content))
        elif hasattr(content, "read"):
            self._measure()
        elif isinstance(content, (Iterator, AsyncIterator)):
            self.replayable = False

    def _look(self, path: os.PathLike[str]) -> None:
        about = os.stat(path)
        # A pipe is read once. Files that the system makes up say that they are empty.
        self.replayable = stat.S_ISREG(about.st_mode)
        if self.replayable and (about.st_size or _is_empty(path)):
            self.length = about.st_size

    def _measure(self) -> None:
        if _is_async(self._content):
            self.replayable = False
            return
        try:
            self._start = self._content.tell()
            self.length = self._content.seek(0, os.SEEK_END) - self._start
            self._content.seek(self._start)
        except (AttributeError, OSError, TypeError, ValueError):
            # Pipes and sockets are read once, and their length is not known.
            self.replayable = False

    def _rewind(self) -> None:
        if self.replayable:
            self._content.seek(self._start)

    def __iter__(self) -> Iterator[bytes]:
        count = _Count(self.length)
        for chunk in self._chunks():
            count.add(chunk)
            yield chunk
        count.end()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        count = _Count(self.length)
        async with aclosing(self._chunks_async()) as chunks:
            async for chunk in chunks:
                count.add(chunk)
                yield chunk
        count.end()

    def _chunks(self) -> Iterator[bytes]:
        content = self._content
        if _is_async(content):
            raise InvalidRequestError("asynchronous content needs an AsyncClient")
        if isinstance(content, (bytes, bytearray)):
            yield bytes(content)
        elif isinstance(content, os.PathLike):
            with open(cast("os.PathLike[str]", content), "rb") as file:
                while chunk := file.read(CHUNK):
                    yield chunk
        elif hasattr(content, "read"):
            self._rewind()
            while chunk := content.read(CHUNK):
                yield _bytes(chunk)
        else:
            yield from map(_bytes, content)

    async def _chunks_async(self) -> AsyncGenerator[bytes, None]:
        content = self._content
        if isinstance(content, (bytes, bytearray)):
            yield bytes(content)
        elif isinstance(content, os.PathLike):
            from anyio import open_file

            async with await open_file(cast("os.PathLike[str]", content), "rb") as file:
                while chunk := await file.read(CHUNK):
                    yield chunk
        elif hasattr(content, "read"):
            self._rewind()
            while chunk := await _read_async(content):
                yield chunk
        elif isinstance(content, AsyncIterable):
            async for item in cast("AsyncIterable[object]", content):
                yield _bytes(item)
        else:
            for item in content:
                yield _bytes(item)


class _Count:
    """Sees to it that as many bytes are sent as the request says that there are."""

    __slots__ = ("_left", "_length")

    def __init__(self, length: int | None) -> None:
        self._length = length
        self._left = length

    def add(self, chunk: bytes) -> None:
        if self._left is not None:
            self._left -= len(chunk)
            if self._left < 0:
                self._refuse("more")

    def end(self) -> None:
        if self._left:
            self._refuse("fewer")

    def _refuse(self, how: str) -> NoReturn:
        raise InvalidRequestError(
            f"the file changed: it gave {how} than the {self._length} bytes that it had"
        )


def upload(value: object) -> Upload:
    """A file in whatever form the caller gave it.

    Raises:
        InvalidRequestError: It is no file, or a text file.
        OSError: There is no file at the path.
    """
    if not isinstance(value, tuple):
        return Upload(value)
    parts = cast("tuple[object, ...]", value)
    if len(parts) not in (2, 3):
        raise InvalidRequestError(
            "a file's tuple is (name, content) or (name, content, media type)"
        )
    name, content, *rest = parts
    return Upload(
        content,
        text(name) if name else None,
        text(rest[0]) if rest and rest[0] else None,
    )


def is_file(value: object) -> bool:
    """Whether a field's value is a file rather than data of its own."""
    if isinstance(value, tuple):
        parts = cast("tuple[object, ...]", value)
        return (
            len(parts) in (2, 3)
            and (parts[0] is None or isinstance(parts[0], str))
            and is_file(parts[1])
        )
    if isinstance(value, (bytes, bytearray, os.PathLike, AsyncIterable, Iterator)):
        return True
    return hasattr(value, "read") and not is_model(value)


def _no_file(content: object) -> InvalidRequestError:
    if isinstance(content, str):
        return InvalidRequestError(
            "a str is not a file: pass pathlib.Path(text) where it is the path of one,"
            " and text.encode() where it is what the file holds"
        )
    return InvalidRequestError(
        f"a {type(content).__name__} is not a file: pass a path, bytes, a file object"
        " opened in binary mode, or an iterable of bytes"
    )


def _is_content(value: object) -> bool:
    if isinstance(value, (str, Mapping, tuple, io.TextIOBase)) or is_model(value):
        return False
    return hasattr(value, "read") or isinstance(
        value, (os.PathLike, Iterable, AsyncIterable)
    )


def _is_async(content: Any) -> bool:
    read = getattr(content, "read", None)
    if read is not None:
        return iscoroutinefunction(read)
    return isinstance(content, AsyncIterable) and not isinstance(content, Iterable)


async def _read_async(file: Any) -> bytes:
    if _is_async(file):
        return _bytes(await file.read(CHUNK))
    from anyio import to_thread

    return _bytes(await to_thread.run_sync(file.read, CHUNK))


def _bytes(chunk: object) -> bytes:
    if isinstance(chunk, bytes):
        return chunk
    if isinstance(chunk, (bytearray, memoryview)):
        return bytes(cast("bytearray", chunk))
    raise InvalidRequestError(
        f"a file's iterable must give bytes, not {type(chunk).__name__}"
    )


def _is_empty(path: os.PathLike[str]) -> bool:
    with open(path, "rb") as file:
        return not file.read(1)


def _name(content: object) -> str:
    """The last part of the path; many servers take a part without a name for text."""
    name: object
    if isinstance(content, os.PathLike):
        name = cast("os.PathLike[str]", content)
    else:
        name = getattr(content, "name", None)
    if not isinstance(name, (str, os.PathLike)):
        return "upload"
    return os.path.basename(os.fspath(cast("str | os.PathLike[str]", name))) or "upload"
