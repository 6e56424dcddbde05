"""Schemas under media types of which everything is sent and given as it comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...document import Node
from ...errors import Problem, Severity
from ..context import Context
from ..shapes.flattening import Shape
from ..types.alternatives import leaves_of
from .media import essence, is_same


def note_untyped(
    media_type: str,
    schema: Node | None,
    typed: Iterable[Node | None],
    given_as: str,
    context: Context,
) -> None:
    """Keeps a schema that says more than the `text` or the `bytes` that it becomes.

    What is among those that are typed as well says nothing that is lost.
    """
    if schema is None or all(map(_is_plain, leaves_of(schema, context))):
        return
    if not any(is_same(schema, other) for other in typed):
        found = context.untyped.setdefault((essence(media_type), given_as), {})
        found.setdefault(schema.key, schema)


def untyped_bodies(context: Context) -> Iterator[Problem]:
    """One warning for each media type whose schemas become no types."""
    for (media_type, given_as), found in sorted(context.untyped.items()):
        times = "once" if len(found) == 1 else f"{len(found)} times"
        yield next(iter(found.values())).problem(
            f"a schema stands under {media_type} {times}; what it describes is sent and"
            f" given as {given_as}",
            "describe it as JSON as well where the API has that",
            Severity.WARNING,
        )


def _is_plain(shape: Shape) -> bool:
    """Whether a shape is no more than one text, or nothing at all."""
    if shape.types is None:
        return not (shape.is_object or shape.items or shape.prefix)
    return shape.types in ((), ("string",), ("file",))
