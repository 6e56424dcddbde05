"""Slips in sound descriptions: whatever comes of them, it is no traceback and no broken code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from generator.config import Config
from generator.document import Json, load
from generator.errors import Severity, UnusableInput
from generator.files import File
from generator.frontend import build
from generator.rendering import Templates
from generator.targets import docs, python
from generator.validation import check

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"
WRONG: list[Json] = json.loads("""[
    null, true, 0, 1.5, "", "a", "é b", [], [null], ["string"], {}, {"a": 1},
    {"$ref": "#"}, {"$ref": "#/nowhere"}, {"type": ["string", "null"]},
    {"oneOf": [{}, {"type": "object"}]}, {"enum": [1, "1", null, [2]]},
    {"properties": {"model_x": {}, "": {}}}, {"discriminator": {"propertyName": 1}}
]""")


def sound() -> Iterator[Json]:
    """The descriptions of all features that need one file."""
    for path in sorted(SNAPSHOTS.glob("*/openapi.yaml")):
        if (path.parent / "expected").is_dir() and len(list(path.parent.iterdir())) < 4:
            yield load(path).root.value


SOUND = list(sound())


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """All mappings and lists with their keys and indices."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in list(inner):
        yield value, key
        if isinstance(child, dict | list):
            yield from places(child)


@st.composite
def slips(draw: st.DrawFn) -> Json:
    """A description in which up to three values are wrong, gone, or other values of it."""
    description = deepcopy(draw(st.sampled_from(SOUND)))
    for _ in range(draw(st.integers(1, 3))):
        found = list(places(description))
        holder, key = draw(st.sampled_from(found))
        other, of_other = draw(st.sampled_from(found))
        match draw(st.sampled_from(["wrong", "gone", "other", "renamed"])):
            case "wrong":
                holder[key] = deepcopy(draw(st.sampled_from(WRONG)))
            case "gone":
                del holder[key]
            case "other":
                holder[key] = deepcopy(other[of_other])
            case _ if isinstance(holder, dict):
                holder[str(of_other)] = holder.pop(key)
    return description


@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(slips())
def test_whatever_is_wrong_the_rest_is_emitted(
    tmp_path: Path, description: Json
) -> None:
    path = tmp_path / "api.json"
    path.write_text(json.dumps(description), encoding="utf-8")
    for file in emitted(path):
        if file.path.suffix == ".py":
            compile(file.data, str(file.path), "exec")


def emitted(path: Path) -> list[File]:
    """The files for a description, or none where it cannot be used at all."""
    try:
        document = load(path)
    except UnusableInput:
        return []
    check(document)
    built = build(document, Config(), {})
    assert json.dumps(built.count().as_json())
    templates = Templates(None)
    return [*python.emit(built.api, templates), *docs.emit(built.api, templates)]


@pytest.mark.parametrize(
    "operation",
    [
        {"parameters": [{"name": "a", "in": {}, "schema": {}}]},
        {
            "requestBody": {
                "content": {
                    "multipart/form-data": {
                        "schema": {"properties": {"a": {"type": "object"}}},
                        "encoding": {"a": {"style": {}}},
                    }
                }
            }
        },
    ],
    ids=["where a parameter stands", "the style of a part"],
)
def test_a_mapping_in_place_of_a_word(tmp_path: Path, operation: Json) -> None:
    path = tmp_path / "api.json"
    text = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {"/a": {"post": operation}},
    }
    path.write_text(json.dumps(text), encoding="utf-8")
    document = load(path)
    assert any(p.severity is Severity.ERROR for p in check(document))
    assert any(file.path.name == "a.py" for file in emitted(path))
