"""Small descriptions on disk."""

from __future__ import annotations

from pathlib import Path

from generator.document import Document, load
from generator.errors import UnusableInput

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"


def write(folder: Path, **files: str | bytes) -> Path:
    """Writes files (`pets_yaml` becomes `pets.yaml`); returns the first one's path."""
    paths: list[Path] = []
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = content.encode() if isinstance(content, str) else content
        path.write_bytes(raw)
        paths.append(path)
    return paths[0]


def opened(folder: Path, text: str | bytes, **others: str | bytes) -> Document:
    """The document whose root is a YAML file with this text."""
    return load(write(folder, api_yaml=text, **others))


def refusal(folder: Path, text: str | bytes, name: str = "api_yaml") -> str:
    """Why a file with this text cannot be used, without the folder's name."""
    path = write(folder, **{name: text})
    try:
        load(path)
    except UnusableInput as error:
        return str(error).replace(f"{folder}/", "")
    raise AssertionError("the file was read")
