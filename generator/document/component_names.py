"""Names under `components` for what a bundle brings in from other files."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import PurePosixPath

from ..pointers import split
from .grammar import COMPONENTS, Kind
from .nodes import Document, Node

Key = tuple[str, str]

SECTIONS = {kind: section for section, kind in COMPONENTS.items()}

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9._-]+")


def component_names(
    document: Document, moving: dict[Key, tuple[Node, Kind]]
) -> dict[Key, str]:
    """A component name for everything that moves; the short one where only one wants it."""
    taken = {
        (section, name)
        for section in COMPONENTS
        for name in document.components(section)
    }
    wanting: defaultdict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, (node, kind) in moving.items():
        wanting[(SECTIONS[kind], short_name(node))].append(key)
    names: dict[Key, str] = {}
    crowded: list[tuple[str, Key]] = []
    for (section, short), keys in wanting.items():
        if len(keys) == 1 and (section, short) not in taken:
            names[keys[0]] = short
            taken.add((section, short))
        else:
            crowded.extend((section, key) for key in keys)
    numbers: defaultdict[tuple[str, str], int] = defaultdict(lambda: 1)
    for section, key in sorted(crowded, key=lambda one: one[1]):
        long = name = _long_name(moving[key][0])
        while (section, name) in taken:
            numbers[section, long] += 1
            name = f"{long}_{numbers[section, long]}"
        names[key] = name
        taken.add((section, name))
    return names


def short_name(node: Node) -> str:
    telling = [step for step in split(node.pointer) if not step.isdecimal()]
    return _as_name(telling[-1] if telling else PurePosixPath(node.file.name).stem)


def _long_name(node: Node) -> str:
    path = PurePosixPath(node.file.name).with_suffix("")
    return _as_name("_".join([*path.parts, *split(node.pointer)]))


def _as_name(text: str) -> str:
    return _NOT_IN_A_NAME.sub("_", text).strip("_.") or "unnamed"
