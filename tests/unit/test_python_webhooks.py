"""How `parse_webhook` tells events apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.targets.python.webhooks import WebhookModule, webhook_module

from .descriptions import built

TAGGED = "{required: [type], properties: {type: {const: %s}}}"
EITHER = f"{{oneOf: [{TAGGED % 'c'}, {TAGGED % 'd'}]}}"


def module(folder: Path, *bodies: str) -> WebhookModule:
    """The module for webhooks `hook0`, `hook1` ... with these schemas; empty for none."""
    text = "paths: {}\nwebhooks:\n"
    for number, schema in enumerate(bodies):
        text += f"  hook{number}:\n    post:\n      responses: {{'200': {{description: ok}}}}\n"
        if schema:
            content = f"{{application/json: {{schema: {schema}}}}}"
            text += f"      requestBody: {{content: {content}}}\n"
    return webhook_module(built(folder, text).api)


@pytest.mark.parametrize(
    ("bodies", "tag", "tagged", "named"),
    [
        (
            [TAGGED % "a", TAGGED % "b"],
            "'type'",
            "{'a': lambda: models.Hook0Payload, 'b': lambda: models.Hook1Payload}",
            "",
        ),
        (
            [TAGGED % "a", EITHER, "", "{type: array, items: {type: string}}"],
            "'type'",
            "{'a': lambda: models.Hook0Payload, 'c': lambda: models.Hook1Payload,"
            " 'd': lambda: models.Hook1Payload}",
            "{'hook2': lambda: Any, 'hook3': lambda: list[str]}",
        ),
        (
            [TAGGED % "a", TAGGED % "a"],
            "None",
            "{}",
            "{'hook0': lambda: models.Hook0Payload, 'hook1': lambda: models.Hook1Payload}",
        ),
    ],
)
def test_a_tag_tells_what_has_one_and_the_name_tells_the_rest(
    tmp_path: Path, bodies: list[str], tag: str, tagged: str, named: str
) -> None:
    found = module(tmp_path, *bodies)
    quoted = [text.replace('"', "'") for text in (found.tag, found.tagged, found.named)]
    assert quoted == [tag, tagged, named]


def test_each_method_of_a_path_item_is_an_event_of_its_name(tmp_path: Path) -> None:
    operation = (
        "{requestBody: {content: {application/json: {schema: {required: [%s],"
        " properties: {%s: {type: integer}}}}}}, responses: {'200': {description: ok}}}"
    )
    text = (
        "paths: {}\nwebhooks:\n  both:\n"
        f"    post: {operation % ('a', 'a')}\n    put: {operation % ('b', 'b')}\n"
    )
    found = webhook_module(built(tmp_path, text).api)
    union = "models.BothPayload | models.Both2Payload | Unknown"
    assert found.named == f'{{"both": lambda: Annotated[{union}, Untagged()]}}'
    assert "from ._runtime.unions import Unknown, Untagged" in found.imports
