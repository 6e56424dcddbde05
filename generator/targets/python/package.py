"""The packages' `__init__` modules, which load nothing before it is used."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ...ir import About, Api
from ...spelling.titles import description_of
from .docstrings import docstring, sentence
from .literals import string
from .streams import StreamModule

# What users of every SDK import beside the client, by module of the runtime.
_RUNTIME_EXPORTS = {
    "_runtime.errors": (
        "APIConnectionError APIError APIResponseValidationError APIStatusError APITimeoutError"
        " AuthenticationError BadRequestError ClientClosedError ConfigurationError"
        " ConflictError GoneError InternalServerError InvalidRequestError"
        " MethodNotAllowedError NotFoundError PayloadTooLargeError PermissionDeniedError"
        " PollTimeoutError RateLimitError RequestTimeoutError ResponseTooLargeError"
        " StreamError UnprocessableEntityError"
    ),
    "_runtime.files": "FileInput",
    "_runtime.hooks": "Hooks",
    "_runtime.model": "Model",
    "_runtime.omit": "OMIT Omit",
    "_runtime.options": "Timeout",
    "_runtime.paging": "AsyncPage AsyncPager Page",
    "_runtime.raw": "raw",
    "_runtime.response": "AsyncResponse Response",
    "_runtime.retries": "Retries",
    "_runtime.streaming": "AsyncStream Stream",
    "_runtime.unions": "Unknown",
}

# The identifiers that descriptions have most, as SPDX spells them.
_LICENCES = frozenset(
    (
        "0BSD AGPL-3.0-only AGPL-3.0-or-later Apache-2.0 Artistic-2.0 BSD-2-Clause"
        " BSD-3-Clause BSL-1.0 BUSL-1.1 CC-BY-4.0 CC-BY-SA-4.0 CC0-1.0 Elastic-2.0"
        " EPL-2.0 EUPL-1.2 GPL-2.0-only GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later"
        " ISC LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0-only LGPL-3.0-or-later MIT MIT-0"
        " MPL-2.0 PostgreSQL Python-2.0 SSPL-1.0 Unlicense WTFPL Zlib"
    ).split()
)
_WEB = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class LazyPackage:
    """An `__init__` whose names are imported when they are first used."""

    doc: str
    imports: tuple[str, ...]
    table: str
    dots: str = ".."
    version: bool = False


@dataclass(frozen=True, slots=True)
class PackageView:
    """What the emitted project says about itself, as TOML but for `version_source`."""

    distribution: str
    module: str
    version: str
    version_source: str
    licence: str
    urls: tuple[str, ...]
    description: str
    needs_typing_extensions: bool


def lazy_package(doc: str, members: Sequence[tuple[str, Sequence[str]]]) -> LazyPackage:
    """An `__init__` for modules and the names that each gives."""
    imports = []
    table = []
    for module, names in sorted(members):
        imports.append(_import(module, names))
        table.append(f"{module}: {' '.join(names)}")
    return LazyPackage(docstring(doc, 0), tuple(imports), "\n".join(table))


def top_package(
    api: Api, streams: StreamModule | None, *, has_params: bool
) -> LazyPackage:
    """The `__init__` of the whole package."""
    members = [("_client", ["AsyncClient", "Client"])]
    members += [(module, names.split()) for module, names in _RUNTIME_EXPORTS.items()]
    if api.webhooks:
        members.append(("webhooks", ["parse_webhook"]))
    if streams is not None:
        members.append(("streams", sorted(view.name for view in streams.classes)))
    packages = ["models", *(["params"] if has_params else [])]
    imports = [f"from . import {', '.join(f'{name} as {name}' for name in packages)}"]
    imports += [_import(module, names) for module, names in members]
    table = [*packages, *(f"{module}: {' '.join(names)}" for module, names in members)]
    doc = docstring(sentence(description_of(api)), 0)
    return LazyPackage(doc, tuple(imports), "\n".join(table), ".", True)


def package_view(api: Api, imports: Collection[str]) -> PackageView:
    """The view of the project's own files; `imports` are lines of its modules."""
    package = api.package
    return PackageView(
        _toml(package.distribution),
        _toml(package.module),
        _toml(package.version),
        string(package.version),
        _licence(package.licence or "Proprietary"),
        tuple(_urls(api.about)),
        _toml(description_of(api)),
        any("typing_extensions" in line.split()[1] for line in imports if line),
    )


def _toml(text: str) -> str:
    """A string of TOML, which is one of JSON that escapes one more character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _licence(words: str) -> str:
    """The licence as packaging tools read it, which refuse a name where SPDX has another."""
    known = all(
        word in _LICENCES or word.startswith("LicenseRef-")
        for word in re.sub(r"[()]| AND | OR ", " ", words).split()
    )
    return _toml(words) if known else f"{{ text = {_toml(words)} }}"


def _urls(about: About) -> Iterator[str]:
    """The lines of `[project.urls]`."""
    for label, url in (
        ("Contact", about.contact_url),
        ("Terms of service", about.terms),
    ):
        if _WEB.fullmatch(url):
            yield f"{_toml(label)} = {_toml(url)}"


def _import(module: str, names: Sequence[str]) -> str:
    return f"from .{module} import {', '.join(f'{name} as {name}' for name in names)}"
