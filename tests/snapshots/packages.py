"""All expected packages side by side in one, so that one run of a tool sees them all.

They share one runtime, one package up; nothing else in them is altered.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from . import cases

PACKAGE = "snapshots_of"
_RUNTIME = cases.FOLDER.parent.parent / "templates" / "python" / "_runtime"
# A relative import of the runtime, and a line in the table of names to import lazily.
_IMPORT = re.compile(r"(?m)^(\s*from )(\.+)(?=_runtime\b)")
_TABLE = re.compile(r"(?m)^(?=_runtime\.\w+: )")


def assemble(folder: Path) -> list[str]:
    """Writes the package of all packages below `folder`; returns the features in it."""
    whole = folder / PACKAGE
    shutil.copytree(
        _RUNTIME, whole / "_runtime", ignore=shutil.ignore_patterns("__pycache__")
    )
    (whole / "__init__.py").touch()
    (whole / "py.typed").touch()
    common = cases.expected(cases.BASELINE).files
    found = []
    for name in cases.names():
        own = cases.expected(name).files
        if not own:
            continue
        found.append(name)
        left_out = {
            path: common[path] for path in cases.common_paths() if path in common
        }
        for path, content in {**left_out, **own}.items():
            module = Path(path)
            if module.parts[0] == cases.MODULE and module.suffix == ".py":
                place = whole / name / module.relative_to(cases.MODULE)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(_one_up(content), encoding="utf-8")
    return found


def _one_up(content: str) -> str:
    return _TABLE.sub(".", _IMPORT.sub(r"\1\2.", content))
