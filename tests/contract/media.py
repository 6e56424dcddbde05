"""Media types: what is sent, what is accepted, and whether the two agree."""

from __future__ import annotations

from email.message import Message

import httpx2


def plain(content_type: str) -> str:
    """A content type without its parameters."""
    message = Message()
    message["content-type"] = content_type or "application/octet-stream"
    return message.get_content_type()


def fits(media_type: str, range_: str) -> bool:
    """Whether a media type is in a range such as `text/*`."""
    kind, _, subtype = plain(media_type).partition("/")
    wanted_kind, _, wanted_subtype = range_.partition(";")[0].lower().partition("/")
    return wanted_kind in ("*", kind) and wanted_subtype in ("*", subtype)


def accepted(request: httpx2.Request) -> list[str]:
    """The ranges that a request accepts, the most welcome first."""
    found: list[tuple[float, str]] = []
    for entry in request.headers.get("accept", "*/*").split(","):
        range_, *settings = (part.strip().lower() for part in entry.split(";"))
        quality = [s.removeprefix("q=") for s in settings if s.startswith("q=")]
        found.append((float(quality[0]) if quality else 1.0, range_))
    return [range_ for _, range_ in sorted(found, key=lambda pair: -pair[0])]
