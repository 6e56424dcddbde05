"""What a schema without a key is called: by the steps of the pointer to it."""

from __future__ import annotations

import posixpath

from ...document import File, Node
from ...names import pascal
from ...pointers import split

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


def shared_place(node: Node, root: File) -> str | None:
    """The place of a schema that several operations may share, unless it is in a list.

    Its name comes from the first of them, which may be a later addition. What is inserted
    into a list changes the numbers of what follows.
    """
    steps = split(node.pointer)
    is_root = node.file is root
    shares = steps[1:2] != ["schemas"] if steps[:1] == ["components"] else not is_root
    if not shares or any(step.isdigit() for step in steps):
        return None
    return f"{'' if is_root else node.file.name}#{node.pointer}"
