"""`$dynamicRef` and `$recursiveRef`, read as the plain references that they mostly are.

Both can lead elsewhere, depending on the schema through which one came to them. Where a
file has one target only, there is no elsewhere.
"""

from __future__ import annotations

from ..pointers import Json, Way, pointer_along

_DYNAMIC, _RECURSIVE = "$dynamicRef", "$recursiveRef"


def with_plain_references(data: Json, text: str) -> Json:
    """The data of a file, in which a reference that can lead to one place only is a `$ref`."""
    if _DYNAMIC in text:
        _settle_dynamic(data)
    if _RECURSIVE in text:
        _settle_recursive(data)
    return data


def _settle_dynamic(data: Json) -> None:
    anchors: dict[str, int] = {}
    mappings = [mapping for mapping, _ in _schemas(data)]
    for mapping in mappings:
        anchor = mapping.get("$dynamicAnchor")
        if isinstance(anchor, str):
            anchors[anchor] = anchors.get(anchor, 0) + 1
    for mapping in mappings:
        reference = mapping.get(_DYNAMIC)
        if isinstance(reference, str) and anchors.get(reference.removeprefix("#")) == 1:
            _replace(mapping, _DYNAMIC, reference)


def _settle_recursive(data: Json) -> None:
    """The schema around it that has an anchor is what a recursive reference means."""
    for mapping, anchored in _schemas(data):
        if mapping.get(_RECURSIVE) == "#" and anchored is not None:
            # What stands after `#` is decoded as part of an address.
            pointer = pointer_along(anchored).replace("%", "%25")
            _replace(mapping, _RECURSIVE, f"#{pointer}")


def _replace(mapping: dict[str, Json], keyword: str, reference: str) -> None:
    if "$ref" not in mapping:
        del mapping[keyword]
        mapping["$ref"] = reference


def _schemas(data: Json) -> list[tuple[dict[str, Json], Way | None]]:
    """Every mapping, with the way to the nearest around it that has a recursive anchor."""
    found: list[tuple[dict[str, Json], Way | None]] = []
    stack: list[tuple[Json, Way, Way | None]] = [(data, (), None)]
    while stack:
        value, path, anchored = stack.pop()
        if isinstance(value, dict):
            if value.get("$recursiveAnchor") is True:
                anchored = path
            found.append((value, anchored))
            stack.extend((each, (path, key), anchored) for key, each in value.items())
        elif isinstance(value, list):
            inner = enumerate(value)
            stack.extend((each, (path, index), anchored) for index, each in inner)
    return found
