"""Reads a value of every schema and every webhook, without any call."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

from .answers import difference, examples
from .findings import Findings
from .raw import Description, Place
from .samples import NoSample, Samples
from .variants import untagged, variants_of


class Reader:
    """Values become models of the emitted package, and are written again.

    Args:
        module: The package.
        strict: Gives the function that reads a type, for a type.
        plain: What a value is as plain JSON.
        names: The names of models that are not those of their schemas.
    """

    def __init__(
        self,
        description: Description,
        module: ModuleType,
        strict: Callable[[object], Callable[[bytes], object]],
        plain: Callable[[object], Any],
        names: dict[str, str],
        findings: Findings,
    ) -> None:
        self._description = description
        self._module = module
        self._strict = strict
        self._plain = plain
        self._names = names
        self.findings = findings
        self._samples = Samples(description, "response")

    def read_schemas(self) -> None:
        """Read values of each schema with a key into its model, and write them again."""
        models = self._module.models
        for key, schema in self._description.schemas.items():
            name = self._names.get(key, key)
            if isinstance(getattr(models, name, None), ModuleType):
                # `date_range: {$ref: .../dateRange}` has one class with the other, and
                # the name of its module.
                target = schema.follow().pointer.rpartition("/")[2]
                name = self._names.get(target, target)
            if not hasattr(models, name):
                self.findings.found.append(f"schema {key}: there is no model")
                continue
            type_ = getattr(models, name)
            for full in (True, False):
                try:
                    value = self._samples.of(schema, full=full)
                except NoSample as error:
                    self.findings.unmade.append(str(error))
                    continue
                self._read(f"schema {key}", self._strict(type_), value)
                self.findings.models += full
            for value in self._samples.each(schema):
                # Null is part of each use of a model, not of the model.
                if value is not None:
                    self._read(f"schema {key}", self._strict(type_), value)
            self._read_variants(key, schema, type_)

    def _read_variants(self, key: str, schema: Place, type_: object) -> None:
        """Read a value of each variant, which is to become that variant and no other."""
        variants = variants_of(schema, self._description.schemas)
        for variant, tagged in variants.items():
            model = getattr(
                self._module.models, self._names.get(variant, variant), None
            )
            if not isinstance(model, type):
                # It stands for variants of its own, or for a plain value.
                continue
            place = self._description.schemas[variant]
            try:
                value = tagged(self._samples.of(place))
            except NoSample as error:
                self.findings.unmade.append(str(error))
                continue
            fitting = [
                other
                for other in variants
                if self._samples.fits(self._description.schemas[other], value)
            ]
            if not isinstance(value, dict) or variant not in fitting:
                continue
            what = f"schema {key}, variant {variant}"
            read = self._read(what, self._strict(type_), value)
            # Without a tag, what fits several variants may be any of them.
            sure = tagged is not untagged or fitting == [variant]
            if sure and read is not None and type(read) is not model:
                self.findings.found.append(
                    f"{what}: is read as {type(read).__name__}: {value!r}"[:1_500]
                )

    def read_webhooks(self) -> None:
        """Read a payload of each webhook."""
        for name, content in self._description.webhooks.items():
            schema = content["schema"]
            values = [value for _, value in examples(content)]
            values = [value for value in values if self._samples.fits(schema, value)]
            try:
                values.append(self._samples.of(schema))
            except NoSample as error:
                self.findings.unmade.append(str(error))

            def parse(data: bytes, name: str = name) -> object:
                parse_webhook = self._module.parse_webhook
                return parse_webhook(data, {"x-event": name}, strict=True)

            for value in values:
                self._read(f"webhook {name}", parse, value)

    def _read(self, what: str, read: Callable[[bytes], object], value: Any) -> object:
        try:
            result = read(json.dumps(value).encode())
            plain = self._plain(result)
        except Exception as error:
            text = f"{what}: {type(error).__name__}: {error} for {value!r}"
            self.findings.found.append(text[:1_500])
            return None
        differs = difference(plain, value)
        if differs is not None:
            self.findings.found.append(f"{what}: {differs}")
        return result
