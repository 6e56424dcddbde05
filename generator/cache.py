"""What is slow to find out and depends on nothing but content, kept between runs.

Entries stand in the user's cache folder, or where `SDKGEN_CACHE` says; `SDKGEN_CACHE=off`
keeps nothing. Losing entries costs time only, so every fault of the disk is passed over.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from platformdirs import user_cache_path

CAP_BYTES = 256 * 1024 * 1024
"""What all entries may take together; the ones not used for longest go first."""

_DIGEST_BYTES = 32


def key_of(*parts: bytes | str) -> str:
    """The key for something that depends on `parts`, and on their order."""
    digest = sha256()
    for part in parts:
        content = (
            part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        )
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.hexdigest()


def get(key: str) -> bytes | None:
    """What was put under `key`; `None` when there is nothing, or nothing whole."""
    folder = _folder()
    if folder is None:
        return None
    path = folder / key[:2] / key
    try:
        entry = path.read_bytes()
    except OSError:
        return None
    digest, content = entry[:_DIGEST_BYTES], entry[_DIGEST_BYTES:]
    if _digest(key, content) != digest:
        with suppress(OSError):
            path.unlink()
        return None
    with suppress(OSError):
        os.utime(path)
    return content


def put(key: str, content: bytes) -> None:
    """Keeps `content` under `key`, whole or not at all."""
    folder = _folder()
    if folder is None:
        return
    _sweep_once(folder)
    path = folder / key[:2] / key
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
            file.write(_digest(key, content) + content)
        Path(file.name).replace(path)


def _digest(key: str, content: bytes) -> bytes:
    """What an entry begins with: one that has come to stand in another's place is none."""
    digest = sha256(key.encode())
    digest.update(content)
    return digest.digest()


def _folder() -> Path | None:
    setting = os.environ.get("SDKGEN_CACHE", "")
    if setting.lower() == "off":
        return None
    return Path(setting) if setting else user_cache_path("sdkgen", appauthor=False)


@lru_cache(maxsize=1)
def _sweep_once(folder: Path) -> None:
    """Makes room, once a run: looking at every entry takes longer than writing a few."""
    entries: list[tuple[float, int, Path]] = []
    with suppress(OSError):
        for path in folder.glob("??/*"):
            with suppress(OSError):
                status = path.stat()
                entries.append((status.st_mtime, status.st_size, path))
    excess = sum(size for _, size, _ in entries) - CAP_BYTES
    for _, size, path in sorted(entries):
        if excess <= 0:
            return
        with suppress(OSError):
            path.unlink()
        excess -= size
