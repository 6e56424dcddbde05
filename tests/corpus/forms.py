"""Bodies, from the bytes on the wire back to the values that they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import cast
from urllib.parse import quote_plus, unquote_plus

from tests.contract import media

from .raw import Place
from .styles import Pair, Undecodable, filled, json_of, same, split_pairs, take


def is_json(media_type: str) -> bool:
    """Whether values of this media type are written as JSON."""
    kind = media_type.partition(";")[0].strip().lower()
    return kind in ("application/json", "text/json") or kind.endswith("+json")


def body_value(content: Place, raw: bytes, content_type: str, given: object) -> object:
    kind = media.plain(content_type)
    if kind == "application/x-www-form-urlencoded":
        return form_value(content, "encoding", split_pairs(raw.decode("ascii")), given)
    if kind.startswith("multipart/"):
        return _multipart(content, raw, content_type, given)
    if isinstance(given, bytes):
        return raw
    if isinstance(given, str) and not is_json(kind):
        return raw.decode()
    if isinstance(given, list) and (
        "jsonl" in kind or "ndjson" in kind or "seq" in kind
    ):
        return [json_of(line) for line in raw.splitlines()]
    return json_of(raw)


class Form(dict[str, object]):
    """The fields of a form, which cannot say that a list or an object is empty."""


def form_value(
    content: Place, key: str | None, pairs: list[Pair], given: object
) -> dict[str, object]:
    assert isinstance(given, Mapping)
    left = list(pairs)
    encodings = content.get(key) if key else None
    found = Form()
    for name, whole in given.items():
        encoding = encodings.get(name) if encodings else None
        style, explode, media_type = _encoding(encoding, whole)
        value = filled(whole) if style == "deepObject" else whole
        if media_type or value not in ([], {}):
            found[name] = take(left, name, value, style, explode, media_type)
    for name, _ in left:
        found[unquote_plus(name)] = "unasked for"
    return found


def _encoding(encoding: Place | None, value: object) -> tuple[str, bool, str | None]:
    """The style, explode and media type of a field of a form."""
    declared = encoding.value if encoding else {}
    if declared.keys() & {"style", "explode", "allowReserved"}:
        style = declared.get("style", "form")
        return style, declared.get("explode", style == "form"), None
    media_type = declared.get("contentType")
    nested = isinstance(value, list) and any(isinstance(v, Mapping) for v in value)
    if media_type is None and isinstance(value, Mapping) and not nested:
        # The default for objects.
        media_type = "application/json"
    return "form", True, media_type if media_type and "json" in media_type else None


def _ordered(parts: list[EmailMessage], given: list[object]) -> list[object]:
    """What stands in parts without names."""
    if len(parts) != len(given):
        raise Undecodable(f"{len(parts)} parts for {len(given)} values")
    payloads = [_payload(part) for part in parts]
    return [
        (
            sent
            if isinstance(value, bytes)
            else json_of(sent) if isinstance(value, Mapping | list) else sent.decode()
        )
        for sent, value in zip(payloads, given, strict=True)
    ]


def _multipart(
    content: Place, raw: bytes, content_type: str, given: object
) -> dict[str, object] | list[object]:
    head = f"MIME-Version: 1.0\r\nContent-Type: {content_type}\r\n\r\n".encode()
    message = BytesParser(policy=policy.HTTP).parsebytes(head + raw)
    if isinstance(given, list):
        return _ordered(
            list(cast("Iterable[EmailMessage]", message.iter_parts())), given
        )
    assert isinstance(given, Mapping)
    parts: dict[str, list[EmailMessage]] = {}
    for part in cast("Iterable[EmailMessage]", message.iter_parts()):
        name = str(part.get_param("name", header="content-disposition"))
        parts.setdefault(name, []).append(part)
    encodings = content.get("encoding")
    found: dict[str, object] = {}
    for name, value in given.items():
        encoding = encodings.get(name) if encodings else None
        style, explode, _ = _encoding(encoding, value)
        if encoding is not None and encoding.value.keys() & {"style", "explode"}:
            pairs = [
                (key, quote_plus(_payload(part).decode()))
                for key, own in parts.items()
                for part in own
                if key == name or key.startswith(f"{name}[") or key in _keys(value)
            ]
            taken = dict(pairs)
            wire = take(pairs, name, filled(value), style, explode, None)
            # As in a form, nothing stands for a list or an object that is empty.
            found[name] = value if same(wire, filled(value)) else wire
            parts = {n: own for n, own in parts.items() if n not in taken}
            continue
        own = parts.pop(name, [])
        values = value if isinstance(value, list) else [value]
        if len(own) != len(values):
            raise Undecodable(f"{name}: {len(own)} parts for {len(values)} values")
        decoded = [_part(p, v, encoding) for p, v in zip(own, values, strict=True)]
        found[name] = decoded if isinstance(value, list) else decoded[0]
    found.update(dict.fromkeys(parts, "unasked for"))
    return found


def _keys(value: object) -> set[str]:
    return set(value) if isinstance(value, Mapping) else set()


def _part(part: EmailMessage, given: object, encoding: Place | None) -> object:
    payload = _payload(part)
    declared = encoding.plain("contentType") if encoding else None
    sent = part.get("content-type")
    if (
        isinstance(declared, str)
        and "," not in declared
        and not isinstance(given, bytes)
    ):
        if not sent or not media.fits(str(sent), declared):
            raise Undecodable(f"part is {sent}, not {declared}")
    if isinstance(given, bytes):
        if part.get_filename() is None:
            raise Undecodable("a file's part has no file name")
        return payload
    if isinstance(given, Mapping | list):
        return json_of(payload)
    text = payload.decode()
    return json_of(text) if sent and "json" in str(sent) else text


def _payload(part: EmailMessage) -> bytes:
    payload = cast("bytes", part.get_payload(decode=True))
    # The parser takes the last line break of parts without lines for their own.
    return payload if part.is_multipart() else payload.removesuffix(b"\r\n")
