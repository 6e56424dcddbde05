"""Which named schemas a schema may stand for, and what a discriminator calls them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from .raw import Place, leads_to
from .shapes import expanded, shape_of

Tagging = Callable[[Any], Any]
"""Gives a value of a variant the tag that its variant has."""


def variants_of(schema: Place, schemas: Mapping[str, Place]) -> dict[str, Tagging]:
    """The variants of a union or of a base with a discriminator, by key."""
    keys = {place.follow().uri: key for key, place in schemas.items()}
    found = taggings(schema, schemas)
    return {keys[uri]: tagging for uri, tagging in found.items() if uri in keys}


def taggings(schema: Place, schemas: Mapping[str, Place]) -> dict[str, Tagging]:
    """The same by address, with the variants that have no key."""
    value = schema.follow().value
    if not isinstance(value, Mapping) or "allOf" in value or schema.ref is not None:
        return {}
    discriminator = schema.follow().get("discriminator")
    held = schema.follow()
    unions = [held[keyword] for keyword in ("oneOf", "anyOf") if held.each(keyword)]
    branches = [branch for union in unions for branch in branches_of(union)]
    variants = {branch.follow().uri: branch.follow() for branch in branches}
    if not branches and discriminator is not None:
        built = _built_on(schema.follow(), schemas)
        variants = {schemas[key].follow().uri: schemas[key] for key in built}
    keys = {place.follow().uri: key for key, place in schemas.items()}
    return {
        uri: _tagging(keys.get(uri, uri.rsplit("/", 1)[-1]), place, discriminator)
        for uri, place in variants.items()
    }


def branches_of(union: Place) -> list[Place]:
    """The branches of a union; one that lists itself is one of the others."""
    branches = [union[index] for index in range(len(union.value))]
    holder = union.uri.rpartition("/")[0]
    return [branch for branch in branches if not _is_at(branch, holder)]


def _is_at(place: Place, uri: str) -> bool:
    try:
        return place.follow().uri == uri
    except LookupError:
        return False


def _built_on(base: Place, schemas: Mapping[str, Place]) -> list[str]:
    return [
        key
        for key, place in schemas.items()
        if place.follow().uri != base.uri
        and any(part.uri == base.uri for part in expanded([place]))
    ]


def _tagging(key: str, schema: Place, discriminator: Place | None) -> Tagging:
    name = discriminator.plain("propertyName") if discriminator else None
    if discriminator is None or not isinstance(name, str):
        return untagged
    uri = schema.follow().uri
    tags = [
        tag
        for tag, place in discriminator.items("mapping")
        if isinstance(place.value, str) and leads_to(place, uri)
    ]
    known = shape_of(shape_of([schema]).properties.get(name, []))
    values = known.values or []
    if known.types == ["integer"]:
        tags = [int(tag) for tag in tags]
    told = schema.follow().plain("x-ms-discriminator-value")
    if not tags and len(values) == 1:
        tags = values
    elif not tags and isinstance(told, str):
        tags = [told]
    return partial(_tagged, name, tags[0] if tags else key)


def _tagged(name: str, tag: object, value: Any) -> Any:
    return {**value, name: tag} if isinstance(value, dict) else value


def untagged(value: Any) -> Any:
    """The value as it is, where nothing tells variants apart."""
    return value
