"""What a schema without a key is called: by the steps of the pointer to it."""

from __future__ import annotations

import posixpath

from ...names import pascal

# Steps of a pointer that say where a schema stands, not what it is.
_STEPS = frozenset(
    [
        "components",
        "schemas",
        "properties",
        "paths",
        "content",
        "schema",
        "responses",
        "allOf",
        "oneOf",
        "anyOf",
        "parameters",
        "requestBody",
        "$defs",
        "definitions",
        "patternProperties",
        "application/json",
    ]
)
_MEANING = {"items": "Item", "additionalProperties": "Value"}


def name_of_place(steps: list[str], file: str) -> str:
    """The name for a schema that stands at these steps of a file."""
    if steps[-2:-1] and steps[-2] in ("schemas", "$defs", "definitions"):
        return pascal(steps[-1])
    last = telling(steps)[-4:]
    if not last:
        return pascal(posixpath.splitext(posixpath.basename(file))[0])
    return "".join(pascal(_MEANING.get(step, step)) for step in last)


def telling(steps: list[str]) -> list[str]:
    """The steps to a schema that say what it is."""
    return [step for step in steps if step not in _STEPS and not step.isdigit()]
