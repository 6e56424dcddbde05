"""Options as the caller gives them: looked at, and put in place of earlier ones."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from .clock import Clock
from .hooks import Hooks
from .omit import OMIT
from .options import Options, Timeout, as_timeout
from .retries import Retries

if TYPE_CHECKING:
    from .options import Changes


def changed(options: Options, changes: Changes) -> Options:
    """The options with some of them replaced; headers and the like are added to.

    Raises:
        TypeError: There is no such option, or its value is of another type.
        ValueError: It is less than nothing.
    """
    new: dict[str, Any] = {
        name: value for name, value in changes.items() if value is not OMIT
    }
    for name, value in new.items():
        _check(name, value)
    if "timeout" in new:
        new["timeout"] = as_timeout(new["timeout"])
    limit = new.pop("max_retries", None)
    if limit is not None:
        new["retries"] = new.get("retries", options.retries).replaced(limit=limit)
    if "headers" in new:
        new["headers"] = _merged(options.headers, new["headers"])
    for name in ("query", "cookies", "body"):
        if name in new:
            new[name] = {**getattr(options, name), **new[name]}
    if "redact" in new:
        new["redact"] = options.redact.union(new["redact"])
    return options.replaced(**new)


def _merged(
    first: Mapping[str, str | None], second: Mapping[str, str | None]
) -> dict[str, str | None]:
    replaced = {name.lower() for name in second}
    kept = {name: text for name, text in first.items() if name.lower() not in replaced}
    return {**kept, **second}


def _check(name: str, value: object) -> None:
    if name not in _WANTED:
        raise TypeError(f"there is no option {name!r}; there are {', '.join(_WANTED)}")
    wanted, fits = _WANTED[name]
    if not fits(value):
        shown = _shown(value) if name in _SECRET else repr(value)
        raise TypeError(f"{name} takes {wanted}, not {shown}")
    if name in _COUNTED and isinstance(value, (int, float)) and value < 0:
        raise ValueError(f"{name} takes 0 or more, not {value!r}")


def _shown(value: object) -> str:
    """A value by its types, without what may be secret in it."""
    if not isinstance(value, Mapping):
        return type(value).__name__
    items = cast("Mapping[object, object]", value).items()
    pairs = (f"{name!r}: {type(item).__name__}" for name, item in items)
    return f"{{{', '.join(pairs)}}}"


def _is_a(*kinds: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, kinds)


def _maps_to(*kinds: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, Mapping) and all(
        isinstance(name, str) and isinstance(item, kinds)
        for name, item in cast("Mapping[object, object]", value).items()
    )


def _is_timeout(value: object) -> bool:
    # The second is what httpx2's own has, which is not imported for this.
    return isinstance(value, (int, float, Timeout, type(None))) or all(
        hasattr(value, step) for step in ("connect", "read", "write", "pool")
    )


def _is_optional_call(value: object) -> bool:
    return value is None or callable(value)


def _holds_names(value: object) -> bool:
    # A text holds letters, and no names.
    return not isinstance(value, str) and (
        isinstance(value, Collection)
        and all(isinstance(name, str) for name in cast("Collection[object]", value))
    )


_SECRET: Final = frozenset({"headers", "query", "cookies", "body"})
_COUNTED: Final = frozenset({"poll_interval", "poll_deadline", "max_response_bytes"})
_SECONDS: Final = ("a number of seconds or None", _is_a(int, float, type(None)))
_WANTED: Final[Mapping[str, tuple[str, Callable[[object], bool]]]] = {
    "timeout": ("a number of seconds, a Timeout or None", _is_timeout),
    "max_retries": ("a whole number", _is_a(int)),
    "retries": ("Retries", _is_a(Retries)),
    "headers": ("a mapping of names to str or None", _maps_to(str, type(None))),
    "query": ("a mapping of names to values", _maps_to(object)),
    "cookies": ("a mapping of names to str", _maps_to(str)),
    "body": ("a mapping of names to values", _maps_to(object)),
    "strict": ("True or False", _is_a(bool)),
    "idempotency_key": ("a str or None", _is_a(str, type(None))),
    "poll_interval": _SECONDS,
    "poll_deadline": _SECONDS,
    "poll_progress": ("a function or None", _is_optional_call),
    "max_response_bytes": ("a whole number or None", _is_a(int, type(None))),
    "redact": ("a list or set of names", _holds_names),
    "hooks": ("Hooks", _is_a(Hooks)),
    "clock": ("a Clock", _is_a(Clock)),
}
