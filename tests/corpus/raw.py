"""A description as it stands in its files, read without any help of the generator.

A fault in the generator's reading must not be able to hide behind the same fault in
the judge of its output.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urldefrag, urljoin

import yaml

PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_METHODS: Final = frozenset(
    "get put post delete options head patch trace query".split()
)
_CORE: Final = {
    "tag:yaml.org,2002:bool": (r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    "tag:yaml.org,2002:int": (
        r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$",
        "-+0123456789",
    ),
    "tag:yaml.org,2002:float": (
        r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$",
        "-+0123456789.",
    ),
}


# The one in C is ten times as fast, but not in every build of PyYAML.
_Base: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):
    """YAML as version 1.2 has it: `no`, `2024-05-01` and `1_000` are text."""


_OLD: Final = {*_CORE, "tag:yaml.org,2002:timestamp"}
_Loader.yaml_implicit_resolvers = {
    first: [entry for entry in entries if entry[0] not in _OLD]
    for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
# The first that fits is taken, and every integer is a float as well.
for _tag, (_pattern, _first) in _CORE.items():
    _Loader.add_implicit_resolver(_tag, re.compile(_pattern), list(_first))


def _json(value: Any) -> Any:
    """The value with text for keys, as in JSON; YAML reads `200:` as a number."""
    if isinstance(value, dict):
        return {_key(key): _json(member) for key, member in value.items()}
    return [_json(member) for member in value] if isinstance(value, list) else value


def _key(key: object) -> str:
    return key if isinstance(key, str) else json.dumps(key)


@cache
def _read(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        return json.loads(text)
    return _json(yaml.load(text, Loader=_Loader))


def contents(uri: str) -> Any:
    """What stands in the file of this address."""
    return _read(Path(unquote(uri.removeprefix("file://"))))


@dataclass(frozen=True)
class Place:
    """A place in the description: the address of its file, its pointer, and the value."""

    file: str
    pointer: str
    value: Any

    @property
    def uri(self) -> str:
        return f"{self.file}#{self.pointer}"

    def __getitem__(self, key: str | int) -> Place:
        step = str(key).replace("~", "~0").replace("/", "~1").replace("%", "%25")
        return Place(self.file, f"{self.pointer}/{step}", self.value[key])

    def get(self, key: str) -> Place | None:
        """The place under a key; `None` where there is none."""
        value = self.value
        return self[key] if isinstance(value, Mapping) and key in value else None

    def plain(self, key: str, default: Any = None) -> Any:
        """The value under a key."""
        value = self.value
        return value.get(key, default) if isinstance(value, Mapping) else default

    def items(self, key: str) -> Iterator[tuple[str, Place]]:
        """What the mapping under a key consists of."""
        found = self.get(key)
        if found is not None and isinstance(found.value, Mapping):
            for name in found.value:
                yield name, found[name]

    def each(self, key: str) -> list[Place]:
        """The members of the list under a key."""
        found = self.get(key)
        if found is None or not isinstance(found.value, list):
            return []
        return [found[index] for index in range(len(found.value))]

    @property
    def ref(self) -> str | None:
        """Where the place refers to, if it does."""
        ref = self.plain("$ref", self.plain("$dynamicRef"))
        return ref if isinstance(ref, str) else None

    def follow(self) -> Place:
        """The place, or the one that its chain of references ends at."""
        place, left = self, 100
        while place.ref is not None and left:
            place, left = find(place.address_of(place.ref)), left - 1
        return place

    def address_of(self, ref: str) -> str:
        """Where a reference leads that stands here."""
        whole = contents(self.file)
        own = whole.get("$self") if isinstance(whole, Mapping) else None
        if isinstance(own, str):
            location, fragment = urldefrag(urljoin(urljoin(self.file, own), ref))
            if location == urljoin(self.file, own):
                return f"{self.file}#{fragment}"
        return urljoin(self.file, ref)


@cache
def find(uri: str) -> Place:
    """The place at an address.

    Raises:
        LookupError: There is none.
    """
    file, fragment = urldefrag(uri)
    if not file.startswith("file:"):
        raise LookupError(f"{uri} is not among the files")
    try:
        value = contents(file)
    except OSError as error:
        raise LookupError(str(error)) from None
    pointer = unquote(fragment)
    if pointer and not pointer.startswith("/"):
        return _anchored(Place(file, "", value), pointer)
    for raw in pointer.split("/")[1:]:
        step = raw.replace("~1", "/").replace("~0", "~")
        try:
            value = value[int(step) if isinstance(value, list) else step]
        except (KeyError, ValueError, TypeError, IndexError):
            raise LookupError(f"there is no {uri}") from None
    return Place(file, fragment, value)


def _anchored(place: Place, name: str) -> Place:
    """The place below with this anchor."""
    waiting = [place]
    while waiting:
        here = waiting.pop()
        if name in (here.plain("$anchor"), here.plain("$dynamicAnchor")):
            return here
        value = here.value
        keys = range(len(value)) if isinstance(value, list) else value
        if isinstance(value, Mapping | list):
            waiting += [here[key] for key in keys]
    raise LookupError(f"no schema has the anchor {name}")


@dataclass(frozen=True)
class Parameter:
    """A parameter of one operation."""

    place: Place

    @property
    def name(self) -> str:
        return str(self.place.plain("name"))

    @property
    def location(self) -> str:
        return str(self.place.plain("in"))

    @property
    def required(self) -> bool:
        return self.location == "path" or self.place.plain("required") is True

    @property
    def media_type(self) -> str | None:
        """The media type of a parameter that is described by `content`."""
        return next((name for name, _ in self.place.items("content")), None)

    @property
    def schema(self) -> Place | None:
        for _, content in self.place.items("content"):
            return content.get("schema")
        return self.place.get("schema")

    @property
    def style(self) -> str:
        usual = {"query": "form", "cookie": "form"}.get(self.location, "simple")
        return str(self.place.plain("style", usual))

    @property
    def explode(self) -> bool:
        return bool(self.place.plain("explode", self.style in ("form", "cookie")))


@dataclass(frozen=True)
class Operation:
    """One method of one path."""

    method: str
    template: str
    place: Place
    parameters: tuple[Parameter, ...]
    servers: tuple[Place, ...]
    security: tuple[tuple[str, ...], ...]

    @property
    def key(self) -> tuple[str, str]:
        return self.method, self.template

    def __str__(self) -> str:
        return f"{self.method} {self.template}"

    @cached_property
    def body(self) -> Place | None:
        body = self.place.get("requestBody")
        return body.follow() if body is not None else None

    @cached_property
    def responses(self) -> dict[str, Place]:
        found = self.place.items("responses")
        return {name: place.follow() for name, place in found if name[:2] != "x-"}


class Description:
    """A description with the files that it refers to."""

    def __init__(self, path: Path) -> None:
        self.root = find(f"{path.resolve().as_uri()}#")

    @property
    def is_old(self) -> bool:
        """Whether this is OpenAPI 3.0, whose schemas are not quite JSON Schema."""
        return str(self.root.plain("openapi")).startswith("3.0")

    @cached_property
    def operations(self) -> dict[tuple[str, str], Operation]:
        """All operations, by method and path template."""
        found = {}
        for template, entry in self.root.items("paths"):
            if not template.startswith("x-"):
                for method, node in _methods(entry.follow()):
                    operation = self._operation(template, method, entry, node)
                    found[operation.key] = operation
        return found

    def _operation(
        self, template: str, method: str, entry: Place, node: Place
    ) -> Operation:
        path = entry.follow()
        parameters = {}
        for owner in (path, node):
            for place in owner.each("parameters"):
                parameter = Parameter(place.follow())
                parameters[parameter.location, parameter.name] = parameter
        owners = (node, path, self.root)
        servers = next((s for owner in owners if (s := owner.each("servers"))), [])
        alternatives = node.plain("security", self.root.plain("security", []))
        return Operation(
            method.upper() if method in _METHODS else method,
            template,
            node,
            tuple(parameters.values()),
            tuple(servers),
            tuple(tuple(names) for names in alternatives or ()),
        )

    @cached_property
    def schemas(self) -> dict[str, Place]:
        """The schemas that stand under a key."""
        components = self.root.get("components")
        return dict(components.items("schemas")) if components else {}

    @cached_property
    def webhooks(self) -> dict[str, Place]:
        """The JSON schemas of what the API sends on its own, with their examples."""
        found: dict[str, Place] = {}
        for name, entry in self.root.items("webhooks"):
            for _, node in _methods(entry.follow()):
                body = node.get("requestBody")
                for media_type, content in (
                    body.follow().items("content") if body else ()
                ):
                    if "json" in media_type and content.follow().get("schema"):
                        found.setdefault(name, content.follow())
        return found

    def scheme(self, name: str) -> Place | None:
        """A security scheme."""
        components = self.root.get("components")
        schemes = components.get("securitySchemes") if components else None
        found = schemes.get(name) if schemes else None
        return found.follow() if found else None


def _methods(item: Place) -> Iterator[tuple[str, Place]]:
    for method in item.value if isinstance(item.value, Mapping) else ():
        if method in _METHODS:
            yield method, item[method].follow()
    for method, place in item.items("additionalOperations"):
        yield method, place.follow()


def bare(template: str) -> str:
    """A path template whose placeholders are plain names, `{;id*}` being `{id}`."""
    return PLACEHOLDER.sub(lambda match: f"{{{_bare(match[1])}}}", template)


def placeholders(template: str) -> list[str]:
    """The names in a template's braces, in order."""
    return [_bare(name) for name in PLACEHOLDER.findall(template)]


def _bare(name: str) -> str:
    return name.lstrip(".;?&#/+").rstrip("*")


def leads_to(mapping: Place, uri: str) -> bool:
    """Whether a discriminator's mapping names the schema at this address."""
    name = str(mapping.value)
    if "/" not in name and "#" not in name:
        return uri.rsplit("/", 1)[-1] == name
    try:
        return find(urljoin(mapping.file, name)).follow().uri == uri
    except LookupError:
        return False
