"""Servers that cannot be called as they stand, and variables of theirs that lack something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from ..document import Node
from ..errors import Problem, Severity, clip
from ..paths import filled, placeholders

_GIVE_URL = "until then callers have to give base_url="
_GIVE_VARIABLE = "until then callers have to give the variable, or base_url="
_HOST = re.compile(r"(localhost|[\w-]+(\.[\w-]+)*\.[A-Za-z]{2,})(:\d+)?", re.ASCII)


def faults(server: Node) -> Iterator[Problem]:
    """What is wrong with a server's URL and the variables in it."""
    url = server.get("url")
    if url is None or not isinstance(url.value, str):
        return
    defaults: dict[str, str] = {}
    for name, variable in server.items("variables"):
        yield from _variable(name, variable, defaults)
    declared = dict(server.items("variables"))
    for name in dict.fromkeys(placeholders(url.value)):
        if name not in declared:
            yield url.problem(
                f"the server variable {clip(name)!r} is not declared",
                f"add it to variables, with a default; {_GIVE_URL}",
                Severity.WARNING,
            )
    yield from _url(url, url.value, defaults)


def _variable(name: str, node: Node, defaults: dict[str, str]) -> Iterator[Problem]:
    value = node.value if isinstance(node.value, dict) else {}
    default, values = value.get("default"), value.get("enum")
    known = [str(each) for each in values] if isinstance(values, list) else []
    if default is not None:
        defaults[name] = str(default)
        if known and str(default) not in known:
            yield node.problem(
                f"the default {clip(str(default))!r} of {clip(name)!r} is not in its enum",
                "correct one of the two; until then it is allowed as well",
                Severity.WARNING,
            )
    else:
        yield node.problem(
            f"the server variable {clip(name)!r} has no default",
            f"add one; {_GIVE_VARIABLE}",
            Severity.WARNING,
        )


def _url(node: Node, template: str, defaults: Mapping[str, str]) -> Iterator[Problem]:
    url = filled(template, defaults)
    if placeholders(url):
        return
    if not _is_usable(url.strip()):
        yield node.problem(
            f"no request can be sent to {clip(url)!r}",
            f"write a URL such as https://api.example.com/v1; {_GIVE_URL}",
            Severity.WARNING,
        )


def _is_usable(url: str) -> bool:
    """Whether it is an HTTP URL, or relative to where the API is."""
    try:
        parts = urlsplit(url)
        is_rooted = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    if "@" in parts.netloc or not url.isprintable() or " " in url:
        return False
    if parts.scheme:
        return parts.scheme in ("http", "https") and is_rooted
    # `api.example.com/v1` lacks its scheme; as a relative URL it would be a path.
    return not _HOST.fullmatch(parts.path.partition("/")[0])
