"""openapi-spec-validator's classes, with places for findings and guards against failures.

The validator's rules are untouched. What is added: the place of every finding, which the
validator loses; a quick look by jsonschema-rs, so that only what is wrong is gone through
at length; and a guard around each path and schema, so that one that the validator cannot
take does not keep it from judging the others.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any

import jsonschema_rs
import pathable.accessors
from jsonschema.exceptions import ValidationError
from jsonschema.validators import validator_for
from jsonschema_path.paths import SchemaPath
from openapi_schema_validator._specifications import REGISTRY
from openapi_schema_validator.validators import OAS30Validator
from openapi_spec_validator import (
    OpenAPIV30SpecValidator,
    OpenAPIV31SpecValidator,
    OpenAPIV32SpecValidator,
)
from openapi_spec_validator.validation import keywords
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError
from openapi_spec_validator.validation.validators import SpecValidator
from referencing import Resource
from referencing.jsonschema import DRAFT202012

# The validator asks at each of its steps whether a value keeps to a protocol, for which
# Python 3.11 takes longer than for the step. Of JSON's values it is these that do.
_steps: Any = pathable.accessors
_steps.Subscriptable = dict | list | str


class PlacedError(OpenAPIValidationError):
    """A finding, and the object in the description that its path begins at."""

    def __init__(self, error: ValidationError, owner: object, within: str = "") -> None:
        super().__init__(error.message)
        self.error = error
        self.owner = owner
        self.within = within


class SeveralErrors(OpenAPIValidationError):
    """Several findings where the validator has room for one."""

    def __init__(self, errors: list[PlacedError]) -> None:
        super().__init__("several")
        self.errors = errors


class StoppedError(OpenAPIValidationError):
    """The validator failed on one part, and passed over it."""


def guarded(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    try:
        yield from errors
    # Whatever it is, it is the validator's own.
    except Exception as error:
        yield StoppedError(type(error).__name__)


class _Guard(keywords.KeywordValidator):
    """Goes before one of the validator's classes, which may fail on odd input."""

    def __call__(self, *args: Any, **options: Any) -> Iterator[ValidationError]:
        behind: Any = super()
        return guarded(behind.__call__(*args, **options))


class _Values(keywords.ValueValidator):
    """Tells which schema's default a finding is about."""

    def __call__(self, schema: SchemaPath, value: Any) -> Iterator[ValidationError]:
        for error in guarded(super().__call__(schema, value)):
            yield (
                error
                if isinstance(error, StoppedError)
                else PlacedError(error, schema.read_value(), "default")
            )


class _Ids(dict[int, None]):
    """What the validator keeps in a list, and looks through for every schema."""

    def append(self, value: int) -> None:
        self[value] = None


class _Schemas(keywords.SchemaValidator, ABC):
    """Tells which schema a finding is about, and gives all that its metaschema finds."""

    def __init__(self, registry: Any) -> None:
        super().__init__(registry)
        ids: Any = (_Ids(), _Ids())
        self.visited_schema_ids, self.meta_checked_schema_ids = ids
        self._metaschemas: dict[Any, Rules] = {}

    def __call__(
        self,
        schema: SchemaPath,
        require_properties: bool = True,
        meta_checked: bool = False,
    ) -> Iterator[ValidationError]:
        errors = super().__call__(schema, require_properties, meta_checked)
        return errors if meta_checked else self._placed(guarded(errors), schema)

    def _placed(
        self, errors: Iterable[ValidationError], schema: SchemaPath
    ) -> Iterator[ValidationError]:
        for error in errors:
            is_placed = isinstance(error, PlacedError | SeveralErrors | StoppedError)
            yield error if is_placed else PlacedError(error, schema.read_value())

    def _validate_schema_meta(self, schema: SchemaPath, schema_value: Any) -> Any:
        try:
            dialect = self._dialect(schema, schema_value)
        except ValueError as error:
            return PlacedError(ValidationError(str(error)), schema_value)
        if dialect not in self._metaschemas:
            options = {"format_checker": dialect.FORMAT_CHECKER}
            self._metaschemas[dialect] = Rules(dialect.META_SCHEMA, dialect, **options)
        errors = self._metaschemas[dialect].iter_errors(schema_value)
        placed = [PlacedError(error, schema_value) for error in errors]
        return SeveralErrors(placed) if placed else None

    @abstractmethod
    def _dialect(self, schema: SchemaPath, schema_value: Any) -> Any:
        """The validator class of the dialect that a schema is written in."""


class _Schemas30(_Schemas, keywords.OpenAPIV30SchemaValidator):
    def _dialect(self, schema: SchemaPath, schema_value: Any) -> Any:
        return OAS30Validator


class _Schemas31(_Schemas, keywords.OpenAPIV31SchemaValidator):
    def _dialect(self, schema: SchemaPath, schema_value: Any) -> Any:
        name = self._get_schema_dialect_id(schema, schema_value)
        dialect = self._get_validator_class_for_dialect(name)
        if dialect is None:
            raise ValueError(f"the dialect {name} is not known")
        return dialect


class _Schemas32(_Schemas31, keywords.OpenAPIV32SchemaValidator):
    pass


class _Values30(_Values, keywords.OpenAPIV30ValueValidator):
    pass


class _Values31(_Values, keywords.OpenAPIV31ValueValidator):
    pass


class _Values32(_Values, keywords.OpenAPIV32ValueValidator):
    pass


_VERSIONS: dict[str, tuple[type[SpecValidator], type[_Schemas], type[_Values]]] = {
    "3.0": (OpenAPIV30SpecValidator, _Schemas30, _Values30),
    "3.1": (OpenAPIV31SpecValidator, _Schemas31, _Values31),
    "3.2": (OpenAPIV32SpecValidator, _Schemas32, _Values32),
}


class Rules:
    """A schema for descriptions, or for the schemas in them."""

    def __init__(self, schema: Any, fallback: Any, **options: Any) -> None:
        self._kind: Any = validator_for(schema, default=fallback)
        self._schema = schema
        self._options = options

    def iter_errors(self, value: Any) -> Iterable[ValidationError]:
        """What is wrong with `value`."""
        try:
            if self._quick.is_valid(value):
                return ()
        except (ValueError, jsonschema_rs.ReferencingError):
            # JSON has no such value (a number that is infinite, say).
            pass
        return guarded(self._thorough.iter_errors(value))

    @cached_property
    def _quick(self) -> jsonschema_rs.Validator:
        kind: Any = jsonschema_rs.validator_cls_for(self._schema)
        validator: jsonschema_rs.Validator = kind(
            self._schema, registry=_quick_registry(), validate_formats=True
        )
        return validator

    @cached_property
    def _thorough(self) -> Any:
        # With every anchor at hand: resolved once instead of at every use.
        name: str = (self._kind.ID_OF(self._schema) or "").rstrip("#")
        resource = Resource.from_contents(
            self._schema, default_specification=DRAFT202012
        )
        registry = REGISTRY.with_resource(name, resource).crawl()
        resolver = registry.resolver(name)
        return self._kind(self._schema, _resolver=resolver, **self._options)


@lru_cache(maxsize=1)
def _quick_registry() -> jsonschema_rs.Registry:
    dialects: list[tuple[str, Any]] = [
        (name, REGISTRY.contents(name)) for name in REGISTRY if "spec.openapis" in name
    ]
    return jsonschema_rs.Registry(dialects)


def guarded_validator(data: Any, version: str) -> SpecValidator:
    base, schemas, values = _VERSIONS[version]
    before = {
        name: type(f"Guarded{kind.__name__}", (_Guard, kind), {})
        for name, kind in base.keyword_validators.items()
        if name != "__root__"
    }
    own = {"schema": schemas, "default": values}
    attributes = {
        "keyword_validators": {**base.keyword_validators, **before, **own},
        # A reference that leads out of the description is not followed from here.
        "resolver_handlers": {},
    }
    kind: Any = type("Judge", (base,), attributes)
    validator: SpecValidator = kind(data)
    return validator
