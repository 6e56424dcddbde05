"""An OpenAPI description as it stands in its file.

Nothing here comes from the generator: a fault in its reading of the description must
not be able to hide behind the same fault in the judge of its output.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urldefrag, urljoin

import yaml
from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError
from openapi_schema_validator import OAS30WriteValidator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

METHODS: Final = (
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
)


if TYPE_CHECKING:
    from yaml import SafeLoader as _Base
else:
    # The one in C is ten times as fast, but not in every build of PyYAML.
    _Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):
    """YAML as version 1.2 has it: `no` is a string, and so is `2024-05-01`."""


_OLD_TAGS: Final = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
_Loader.yaml_implicit_resolvers = {
    first: [entry for entry in entries if entry[0] not in _OLD_TAGS]
    for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool",
    re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"),
    list("tTfF"),
)


def _read(uri: str) -> Resource[Any]:
    path = Path(unquote(uri.removeprefix("file://")))
    contents = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    return Resource.from_contents(_json(contents), default_specification=DRAFT202012)


def _json(value: Any) -> Any:
    """The value with text for keys, as in JSON; YAML reads `200:` as a number."""
    if isinstance(value, dict):
        return {str(key): _json(member) for key, member in value.items()}
    return [_json(member) for member in value] if isinstance(value, list) else value


def _required_in_requests(
    validator: Any, required: list[str], instance: object, schema: Mapping[str, Any]
) -> Iterator[ValidationError]:
    """Ask for required properties, apart from those that only responses carry."""
    if not isinstance(instance, dict):
        return
    properties = schema.get("properties", {})
    for name in required:
        only_read = _flag(properties.get(name, {}), "readOnly")
        if name not in instance and not only_read:
            yield ValidationError(f"{name!r} is a required property")


def _read_only_in_requests(
    validator: Any,
    properties: Mapping[str, Any],
    instance: object,
    schema: Mapping[str, Any],
) -> Iterator[ValidationError]:
    """Check properties as always, and refuse those that only responses carry."""
    yield from Draft202012Validator.VALIDATORS["properties"](
        validator, properties, instance, schema
    )
    for name, property_ in properties.items():
        given = isinstance(instance, dict) and name in instance
        if given and _flag(property_, "readOnly"):
            yield ValidationError(f"{name!r} is read-only", path=[name])


def _flag(schema: object, name: str) -> bool:
    return isinstance(schema, Mapping) and schema.get(name) is True


# Not typed in full, with the stubs or without.
_validators: Any = validators
_RequestValidator: Any = _validators.extend(
    Draft202012Validator,
    {"required": _required_in_requests, "properties": _read_only_in_requests},
)


class Node:
    """A place in the description; stepping to another place follows `$ref`s."""

    def __init__(self, look_up: Callable[[str], Any], uri: str) -> None:
        self._look_up = look_up
        self.uri = uri

    @cached_property
    def value(self) -> Any:
        return self._look_up(self.uri)

    @cached_property
    def target(self) -> Node:
        """The place itself, or the one that its chain of `$ref`s ends at."""
        node = self
        while isinstance(node.value, Mapping) and "$ref" in node.value:
            node = Node(self._look_up, urljoin(node.uri, node.value["$ref"]))
        return node

    @property
    def name(self) -> str:
        """The last step of the way here: a component's key, say."""
        last = urldefrag(self.uri).fragment.rsplit("/", 1)[-1]
        return unquote(last).replace("~1", "/").replace("~0", "~")

    def __getitem__(self, key: str | int) -> Node:
        node = self.target
        value = node.value
        if key not in value and not isinstance(key, int):
            raise KeyError(f"{key} at {node.uri}")
        step = str(key).replace("~", "~0").replace("/", "~1").replace("%", "%25")
        base, fragment = urldefrag(node.uri)
        return Node(self._look_up, f"{base}#{fragment}/{step}")

    def __contains__(self, key: str) -> bool:
        value = self.target.value
        return isinstance(value, Mapping) and key in value

    def at(self, key: str) -> Node | None:
        """The place under a key, if there is one."""
        if key not in self:
            return None
        return self[key]

    def plain(self, key: str, default: Any = None) -> Any:
        """The value under a key, as it stands there."""
        return self[key].target.value if key in self else default

    def each(self, key: str) -> list[Node]:
        """The members of the list under a key; none when there is no list."""
        return [self[key][index] for index in range(len(self.plain(key, ())))]

    def items(self, key: str) -> Iterator[tuple[str, Node]]:
        """What the mapping under a key consists of; nothing when there is none."""
        for name in self.plain(key, {}):
            yield name, self[key][name]


@dataclass(frozen=True)
class Parameter:
    node: Node
    name: str
    location: str
    required: bool

    @property
    def media_type(self) -> str | None:
        """The media type of a parameter that is described by `content`."""
        return next(iter(self.node.plain("content", {})), None)

    @property
    def schema(self) -> Node:
        if self.media_type is not None:
            return self.node["content"][self.media_type]["schema"]
        return self.node["schema"]

    @property
    def style(self) -> str:
        usual = {"query": "form", "cookie": "form"}.get(self.location, "simple")
        return str(self.node.plain("style", usual))

    @property
    def explode(self) -> bool:
        return bool(self.node.plain("explode", self.style == "form"))


@dataclass(frozen=True)
class Operation:
    id: str
    method: str
    template: str
    node: Node
    parameters: tuple[Parameter, ...]
    servers: tuple[str, ...]
    security: tuple[tuple[str, ...], ...]

    @cached_property
    def body(self) -> Node | None:
        described = self.node.at("requestBody")
        return described.target if described is not None else None

    @cached_property
    def responses(self) -> dict[str, Node]:
        return {status: node.target for status, node in self.node.items("responses")}

    def response(self, status: int) -> Node | None:
        """The response to a status: by number, by range such as 4XX, or the default."""
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in self.responses:
                return self.responses[key]
        return None

    @property
    def success(self) -> int:
        """The lowest success status that is described."""
        described = sorted(key for key in self.responses if key.startswith("2"))
        return int(described[0].replace("X", "0")) if described else 200


class Description:
    """A description with the files it refers to."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path).resolve()
        uri = self.path.as_uri()
        self._registry: Registry[Any] = (
            Registry(  # type: ignore[call-arg]  # an alias that attrs makes
                retrieve=cache(_read)
            )
            .get_or_retrieve(uri)
            .registry
        )
        resolver = self._registry.resolver()
        self.root = Node(cache(lambda at: resolver.lookup(at).contents), f"{uri}#")

    @cached_property
    def operations(self) -> dict[str, Operation]:
        found = {}
        for template, path in self.root.items("paths"):
            for method in METHODS:
                if method in path:
                    operation = self._operation(template, method, path, path[method])
                    found[operation.id] = operation
        return found

    def _operation(
        self, template: str, method: str, path: Node, node: Node
    ) -> Operation:
        parameters = {}
        for owner in (path, node):
            for entry in owner.each("parameters"):
                parameter = self._parameter(entry.target)
                parameters[parameter.location, parameter.name] = parameter
        closest = [owner for owner in (node, path, self.root) if "servers" in owner]
        alternatives = node.plain("security", self.root.plain("security", []))
        return Operation(
            id=node.plain("operationId", f"{method} {template}"),
            method=method.upper(),
            template=template,
            node=node,
            parameters=tuple(parameters.values()),
            servers=(
                tuple(server["url"] for server in closest[0].plain("servers"))
                if closest
                else ("/",)
            ),
            security=tuple(tuple(names) for names in alternatives),
        )

    @staticmethod
    def _parameter(node: Node) -> Parameter:
        location = node.plain("in")
        required = location == "path" or bool(node.plain("required", False))
        return Parameter(node, node.plain("name"), location, required)

    def scheme(self, name: str) -> Node:
        return self.root["components"]["securitySchemes"][name].target

    def schema(self, name: str) -> Node:
        return self.root["components"]["schemas"][name]

    def faults(self, schema: Node, value: object) -> list[ValidationError]:
        """What keeps a value that is sent from being what the schema asks for."""
        old = str(self.root.plain("openapi")).startswith("3.0")
        kind: Any = OAS30WriteValidator if old else _RequestValidator
        validator = kind(
            {"$ref": schema.uri},
            registry=self._registry,
            format_checker=kind.FORMAT_CHECKER,
        )
        return sorted(validator.iter_errors(value), key=lambda e: e.json_path)
