"""Single values, told from a name and its limits, that look like what people would write."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from ..ir import Constraints, Json, Literal, ScalarKind, Type
from ..names import words
from .fitting import is_multiple, within
from .patterns import sample

_TEXTUAL = {
    ScalarKind.DATETIME: ("2026-01-31T12:00:00Z", "2026-01-31T12:00:00.000Z"),
    ScalarKind.DATE: ("2026-01-31",),
    ScalarKind.TIME: ("12:00:00", "12:00", "12:00:00Z"),
    ScalarKind.DURATION: ("PT15M", "PT1H", "P1D"),
    ScalarKind.UUID: ("123e4567-e89b-12d3-a456-426614174000",),
    ScalarKind.DECIMAL: ("12.50", "0.50", "1", "0"),
    ScalarKind.BASE64: ("SGVsbG8=", "SGVsbG8h"),
}

# By the last word of a name, or its last two.
_TEXTS = {
    "address": "1 Example Street",
    "body": "Hello!",
    "city": "Berlin",
    "code": "print('Hello!')",
    "color": "#336699",
    "colour": "#336699",
    "comment": "Looks good to me.",
    "company": "Example Ltd",
    "content": "Hello!",
    "country": "DE",
    "currency": "EUR",
    "date": "2026-01-31",
    "description": "What this is for, in a sentence.",
    "domain": "example.com",
    "email": "ada@example.com",
    "endpoint": "https://example.com",
    "file": "notes.txt",
    "file name": "notes.txt",
    "filename": "notes.txt",
    "first name": "Ada",
    "host": "example.com",
    "hostname": "example.com",
    "href": "https://example.com",
    "image": "https://example.com/image.png",
    "input": "Hello!",
    "ip": "192.0.2.1",
    "instructions": "Answer in one sentence.",
    "language": "en",
    "last name": "Lovelace",
    "link": "https://example.com",
    "locale": "en-GB",
    "login": "ada",
    "message": "Hello!",
    "name": "Example",
    "note": "Worth a second look.",
    "password": "correct horse battery staple",
    "path": "/example",
    "phone": "+15555550100",
    "phone number": "+15555550100",
    "postal code": "10115",
    "prompt": "Tell me a story.",
    "query": "example",
    "reason": "No longer needed.",
    "state": "Berlin",
    "street": "1 Example Street",
    "subject": "An example",
    "summary": "A short summary.",
    "tag": "example",
    "text": "Hello!",
    "timezone": "Europe/Berlin",
    "title": "An example",
    "token": "token_123",
    "uri": "https://example.com",
    "url": "https://example.com",
    "user": "ada",
    "user agent": "example/1.0",
    "username": "ada",
    "version": "1.0.0",
    "website": "https://example.com",
    "zip": "10115",
}
_NUMBERS: dict[str, int | float] = {
    "age": 30,
    "amount": 1000,
    "at": 1769860800,
    "count": 10,
    "created": 1769860800,
    "height": 768,
    "index": 0,
    "latitude": 52.52,
    "limit": 20,
    "longitude": 13.405,
    "offset": 0,
    "port": 8080,
    "price": 1000,
    "size": 20,
    "status": 200,
    "timestamp": 1769860800,
    "width": 1024,
    "year": 2026,
}
_MOST_LIKE_IT = 50
_FILLER = " And so on."


def scalar(
    kind: ScalarKind, name: str, limits: Constraints
) -> str | int | float | bool | None:
    """A value of this kind for something of this name; `None` where the limits leave none."""
    match kind:
        case ScalarKind.STRING:
            return text(name, limits)
        case ScalarKind.BOOLEAN:
            return True
        case ScalarKind.INTEGER | ScalarKind.NUMBER:
            return number(name, limits, whole=kind is ScalarKind.INTEGER)
        case _:
            candidates = _TEXTUAL[kind]
            return next(
                (one for one in candidates if within(one, limits)), candidates[0]
            )


def text(name: str, limits: Constraints) -> str | None:
    """A text for something of this name: fitting its pattern and its length."""
    wanted = _text_for(words(name))
    if within(wanted, limits):
        return wanted
    least = limits.min_length or 0
    if limits.pattern is not None:
        found = sample(limits.pattern, least, limits.max_length)
        if found is not None:
            return found
    if len(wanted) < least <= 10_000:
        wanted += _FILLER * math.ceil((least - len(wanted)) / len(_FILLER))
        wanted = wanted[:least].rstrip().ljust(least, ".")
    if limits.max_length is not None:
        wanted = wanted[: limits.max_length].rstrip() or wanted[: limits.max_length]
    # A pattern that could not be followed is left to the reader.
    return wanted if within(wanted, replace(limits, pattern=None)) else None


def _text_for(name: tuple[str, ...]) -> str:
    last = [word.lower() for word in name[-2:]]
    for key in (" ".join(last), *last[-1:]):
        if key in _TEXTS:
            return _TEXTS[key]
    if last[-1:] in (["id"], ["ids"], ["key"]):
        owner = "_".join(word.lower() for word in name[:-1])
        return f"{owner}_123" if owner else "abc123"
    return "example"


def number(name: str, limits: Constraints, *, whole: bool) -> int | float | None:
    """A number for something of this name between its limits."""
    last = words(name)[-1:]
    wanted = _NUMBERS.get(last[0].lower(), 1) if last else 1
    step = limits.multiple_of or (1 if whole else 0)
    for candidate in (wanted, *_at_the_limits(limits, step or 0.5)):
        rounded = _rounded(candidate, step) if step else candidate
        value = int(rounded) if whole and float(rounded).is_integer() else rounded
        if within(value, limits) and (not whole or isinstance(value, int)):
            return value
    return None


def _at_the_limits(limits: Constraints, step: int | float) -> list[int | float]:
    """The numbers nearest to the limits, inside of them."""
    found: list[int | float] = []
    if limits.minimum is not None:
        found.extend((limits.minimum, limits.minimum + step))
    if limits.maximum is not None:
        found.extend((limits.maximum, limits.maximum - step))
    low, high = limits.exclusive_minimum, limits.exclusive_maximum
    if low is not None:
        found.extend((low + step, low + step / 2 if high is None else (low + high) / 2))
    if high is not None:
        found.append(high - step)
    return [candidate for candidate in found if math.isfinite(candidate)]


def _rounded(value: int | float, step: int | float) -> int | float:
    if is_multiple(value, step):
        return value
    nearest = math.ceil(value / step) * step
    return nearest if isinstance(step, int) else round(nearest, 10)


def others(first: Json, item: Type) -> Iterator[Json]:
    """Values that are like the first one, and may fit the same type."""
    numbers = range(2, _MOST_LIKE_IT)
    if isinstance(item, Literal):
        yield from item.values
    elif isinstance(first, str):
        for number in numbers:
            yield from (f"{first}{number}", f"{number}{first}", f"{first[:-1]}{number}")
    elif isinstance(first, int | float) and not isinstance(first, bool):
        yield from (first + number for number in numbers)
