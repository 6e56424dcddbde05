"""Files that appear when all of them has come."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from typing import IO


@contextmanager
def complete_file(path: str | os.PathLike[str]) -> Generator[IO[bytes], None, None]:
    """A file to write to, which gets its name only when the block ends well."""
    partial = f"{os.fspath(path)}.{os.urandom(4).hex()}.part"
    try:
        with open(partial, "xb") as file:
            yield file
        os.replace(partial, path)
    except BaseException:
        if os.path.exists(partial):
            os.unlink(partial)
        raise
