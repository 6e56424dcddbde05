"""Bodies of several parts (RFC 2046, for forms RFC 7578), put together while they are sent."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator, Iterator
from typing import Final

from .errors import InvalidRequestError
from .files import Upload

_QUOTED: Final = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A", "\x00": "%00"})
_MEDIA_TYPE = re.compile(r"[\x20-\x7e]+").fullmatch


class Multipart:
    """Fields and files, each with a head of its own.

    Attributes:
        boundary: The line between the parts.
        length: How many bytes there are in all, where that is known beforehand.
        replayable: Whether all parts can be read again.
    """

    __slots__ = ("_parts", "boundary", "length", "replayable")

    def __init__(self, parts: list[tuple[str | None, Upload]]) -> None:
        self.boundary = os.urandom(16).hex()
        self._parts = [(self._head(name, part), part) for name, part in parts]
        self.replayable = all(part.replayable for _, part in parts)
        self.length: int | None = len(self._end)
        for head, part in self._parts:
            if part.length is None:
                self.length = None
                return
            self.length += len(head) + part.length + len(b"\r\n")

    @property
    def _end(self) -> bytes:
        return f"--{self.boundary}--\r\n".encode()

    def _head(self, name: str | None, part: Upload) -> bytes:
        lines = [f"--{self.boundary}"]
        if name is not None or part.name is not None:
            lines.append(_disposition(name, part.name))
        if part.media_type is not None:
            if not _MEDIA_TYPE(part.media_type):
                raise InvalidRequestError(
                    f"the media type of {name!r} must be printable ASCII"
                )
            lines.append(f"Content-Type: {part.media_type}")
        return "\r\n".join([*lines, "", ""]).encode()

    def __iter__(self) -> Iterator[bytes]:
        for head, part in self._parts:
            yield head
            yield from part
            yield b"\r\n"
        yield self._end

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for head, part in self._parts:
            yield head
            async for chunk in part:
                yield chunk
            yield b"\r\n"
        yield self._end


def _disposition(name: str | None, file_name: str | None) -> str:
    # Browsers write names as UTF-8 with these few characters escaped, and so servers
    # expect it; the `filename*` of other protocols is forbidden here.
    line = "Content-Disposition: attachment"
    if name is not None:
        line = f'Content-Disposition: form-data; name="{name.translate(_QUOTED)}"'
    if file_name is None:
        return line
    return f'{line}; filename="{file_name.translate(_QUOTED)}"'
