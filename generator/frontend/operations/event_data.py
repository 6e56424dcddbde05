"""Events whose data is a text that holds JSON, as the specification describes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...document import Node
from ..context import Context
from ..texts import text
from ..types.alternatives import shapes_of
from .answers import is_envelope
from .endpoints import Endpoint
from .media import essence, is_json, schema_of


def note_event_data(endpoints: Iterable[Endpoint], context: Context) -> None:
    """Keeps what the `data` of events holds, before their schemas are converted."""
    for endpoint in endpoints:
        for _, entry in endpoint.node.items("responses"):
            response = context.try_follow(entry)
            for media_type, content in response.items("content") if response else ():
                if essence(media_type) != "text/event-stream":
                    continue
                described = context.try_follow(content)
                if described is None:
                    continue
                schema = schema_of(media_type, described, context)
                if schema is not None and is_envelope(schema, context):
                    context.held.update(_held(schema, context))


def _held(schema: Node, context: Context) -> Iterator[tuple[tuple[str, str], Node]]:
    for shape in shapes_of(schema, context):
        for data in shape.properties.get("data", ()):
            held = data.get("contentSchema")
            if held is not None and is_json(text(data, "contentMediaType") or "*/*"):
                yield data.key, held
