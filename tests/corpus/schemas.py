"""Whether a value is what a raw schema asks for, as jsonschema sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from openapi_schema_validator import OAS30ReadValidator, OAS30WriteValidator
from referencing import Registry, Resource, Specification
from referencing.exceptions import Unresolvable

from .raw import Description, Place, contents

# References are pointers into files. To look for `$id`s in what only may be schemas
# would stumble over all that is not where the specification wants it.
_SPECIFICATION: Final[Any] = Specification  # attrs hides what it takes
_FILES: Final = _SPECIFICATION(
    name="files",
    id_of=lambda contents: None,
    subresources_of=lambda contents: [],
    anchors_in=lambda specification, contents: [],
    maybe_in_subresource=lambda segments, resolver, subresource: resolver,
)


@cache
def _resource(uri: str) -> Resource[Any]:
    return Resource.from_contents(contents(uri), default_specification=_FILES)


_REGISTRIES: Final[Any] = Registry  # attrs hides what it takes
_REGISTRY: Final = _REGISTRIES(retrieve=_resource)


def _pattern(
    validator: object, pattern: object, instance: object, schema: object
) -> Iterator[ValidationError]:
    """Patterns are JavaScript's: what Python cannot read, it cannot judge."""
    if isinstance(instance, str) and isinstance(pattern, str):
        try:
            found = re.search(pattern, instance)
        except re.error:
            return
        if not found:
            yield ValidationError(f"{instance!r} does not match {pattern!r}")


# Nobody means by `oneOf` that a value must not fit two branches that look alike.
_EASED: Final = {"pattern": _pattern, "oneOf": Draft202012Validator.VALIDATORS["anyOf"]}


_extend: Final[Any] = extend


def _type(
    validator: Any, types: Any, instance: object, schema: Any
) -> Iterator[ValidationError]:
    """Null passes where `nullable` stands, which is no keyword any more but still meant."""
    if instance is not None or schema.get("nullable") is not True:
        yield from Draft202012Validator.VALIDATORS["type"](
            validator, types, instance, schema
        )


def _kind(direction: str) -> Any:
    """A validator in which the properties of the other direction are not required."""
    other = "readOnly" if direction == "request" else "writeOnly"

    def required(
        validator: object, names: Any, instance: object, schema: Any
    ) -> Iterator[ValidationError]:
        properties = schema.get("properties", {})
        for name in names:
            flags = properties.get(name)
            skipped = isinstance(flags, dict) and flags.get(other) is True
            if not skipped and isinstance(instance, dict) and name not in instance:
                yield ValidationError(f"{name!r} is a required property")

    return _extend(
        Draft202012Validator, {"required": required, "type": _type, **_EASED}
    )


def _both(
    validator: object, flag: object, instance: object, schema: object
) -> Iterator[ValidationError]:
    """`readOnly` speaks of properties; elsewhere, as in a parameter, it forbids nothing."""
    return iter(())


_NEW: Final = {direction: _kind(direction) for direction in ("request", "response")}
_OLD: Final = {
    "request": _extend(OAS30WriteValidator, {"readOnly": _both, **_EASED}),
    "response": _extend(OAS30ReadValidator, {"writeOnly": _both, **_EASED}),
}


_FORMATS: Final = FormatChecker(())
_TIME: Final = r"\d\d:\d\d:\d\d(\.\d+)?(Z|z|[-+]\d\d:?\d\d)?"
for _name, _form in {
    "date-time": rf"\d{{4}}-\d\d-\d\d[Tt ]{_TIME}",
    "date": r"\d{4}-\d\d-\d\d",
    "time": _TIME,
    "duration": r"-?P(?=.)(\d+[YMWD])*(T(\d+[HM])*(\d+(\.\d+)?S)?)?",
    "uuid": r"[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}",
    "byte": r"[A-Za-z0-9+/_-]*=*",
    "decimal": r"-?\d+(\.\d+)?([eE][-+]?\d+)?",
}.items():
    # Only formats that an SDK gives a type of its own are held against a value.
    _FORMATS.checks(_name)(
        lambda value, form=re.compile(_form): (
            not isinstance(value, str) or form.fullmatch(value) is not None
        )
    )


class Schemas:
    """The schemas of one description; `direction` is `request` or `response`."""

    def __init__(self, description: Description, direction: str) -> None:
        kinds = _OLD if description.is_old else _NEW
        self._kind: Any = kinds[direction]
        self._validators: dict[str, Validator] = {}

    def faults(self, schema: Place, value: Any) -> list[str]:
        """What keeps a value from fitting; empty where it fits."""
        validator = self._validators.get(schema.uri)
        if validator is None:
            validator = self._kind(
                {"$ref": schema.uri}, registry=_REGISTRY, format_checker=_FORMATS
            )
            self._validators[schema.uri] = validator
        try:
            found = list(validator.iter_errors(value))
        except (Unresolvable, RecursionError, AttributeError, TypeError):
            # A schema that cannot be judged by: it leads nowhere, or is none at all.
            return []
        except BaseException as error:
            # What a recursion without end comes to within the registry, which is Rust.
            if type(error).__name__ != "PanicException":
                raise
            return []
        return [f"{error.json_path}: {error.message[:200]}" for error in found]
