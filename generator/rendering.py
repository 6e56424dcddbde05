"""Templates in, text out: one Jinja environment, in which every name must be defined."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from difflib import get_close_matches
from importlib import import_module, resources
from pathlib import Path, PurePosixPath
from types import ModuleType, TracebackType

import jinja2
import jinja2.meta
from jinja2.bccache import Bucket, BytecodeCache

from . import cache

_SUFFIX = ".jinja"
_RUNTIME = "sdkgen_runtime"


class RenderingError(Exception):
    """A template cannot be rendered; the text says which one, where and why."""


def check_overrides(folder: Path) -> None:
    """Looks whether every template in a folder of one's own is one that is used.

    Raises:
        RenderingError: It is no folder, or one of its templates takes nothing's place.
    """
    if not folder.is_dir():
        fact = "is not a folder" if folder.exists() else "is not there"
        raise RenderingError(
            f"{folder} {fact}; name one that has templates in python/ or docs/"
        )
    built_in = {str(path) for path in _templates(_built_in())}
    own = {str(path) for path in _templates(folder)}
    imported = {name for path in own for name in _imported(folder / path)}
    facts = [
        f"{folder / path} takes the place of no template; {_nearest(path, built_in)}"
        for path in sorted(own - built_in - imported)
    ]
    if facts:
        raise RenderingError("\n".join(facts))


class Templates:
    """The built-in templates, or a person's own where `overrides` has one of the same name."""

    def __init__(self, overrides: Path | None = None) -> None:
        self._folders = [*([overrides] if overrides else []), _built_in()]
        # Nothing is escaped here: the output is code and Markdown, each with rules of
        # its own, and the views hand over text that is already safe where it goes. Nor
        # is there a sandbox: it renders seven times slower, and what a template says is
        # ours or of the person who runs this, never the description's.
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self._folders),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            bytecode_cache=_CompiledTemplates(),
        )

    def render(self, template: str, /, **context: object) -> str:
        """The text of a template (its path below the templates folder) in this context.

        Raises:
            RenderingError: There is no such template, or it cannot be rendered.
        """
        try:
            return self._environment.get_template(template).render(context)
        except jinja2.TemplateNotFound as error:
            places = " or ".join(str(folder) for folder in self._folders)
            raise RenderingError(
                f"{template}: there is no template {error.name} in {places}"
            ) from error
        except jinja2.TemplateSyntaxError as error:
            place = error.filename or error.name or template
            raise RenderingError(f"{place}:{error.lineno}: {error.message}") from error
        # Whatever a template touches may raise anything, and only here it is known
        # which line of which template did.
        except Exception as error:
            place = self._place(error.__traceback__) or template
            raise RenderingError(f"{place}: {_fact(error)}") from error

    def plain_files(self, folder: str) -> list[tuple[PurePosixPath, bytes]]:
        """The files below a templates folder that are no templates, to be copied as they are.

        Their paths are relative to `folder` and sorted.
        """
        found: dict[PurePosixPath, Path] = {}
        for base in reversed(self._folders):
            for path in (base / folder).rglob("*"):
                relative = PurePosixPath(path.relative_to(base / folder).as_posix())
                if _is_plain(path) and not _is_aside(relative):
                    found[relative] = path
        return [(path, found[path].read_bytes()) for path in sorted(found)]

    def _place(self, trace: TracebackType | None) -> str | None:
        place = None
        folders = tuple(str(folder) for folder in self._folders)
        while trace is not None:
            filename = trace.tb_frame.f_code.co_filename
            if filename.startswith(folders):
                place = f"{filename}:{trace.tb_lineno}"
            trace = trace.tb_next
        return place


class _CompiledTemplates(BytecodeCache):
    """Compiled templates in the content cache; Jinja itself checks that they are its own."""

    def load_bytecode(self, bucket: Bucket) -> None:
        found = cache.get(_bytecode_key(bucket))
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        cache.put(_bytecode_key(bucket), bucket.bytecode_to_string())


def _bytecode_key(bucket: Bucket) -> str:
    return cache.key_of("template", jinja2.__version__, bucket.key, bucket.checksum)


def runtime_module(name: str) -> ModuleType:
    """A module of the runtime that is copied into every package, to be run here.

    It has to be one that imports nothing but Python's own and others like it.
    """
    if _RUNTIME not in sys.modules:
        # Its folder is below this package in a wheel, and beside it in a checkout.
        package = ModuleType(_RUNTIME)
        package.__path__ = [str(_built_in() / "python" / "_runtime")]
        sys.modules[_RUNTIME] = package
    return import_module(f"{_RUNTIME}.{name}")


def _built_in() -> Path:
    packaged = Path(str(resources.files("generator"))) / "templates"
    # A checkout keeps the templates beside the package, a wheel inside it.
    return packaged if packaged.is_dir() else packaged.parent.parent / "templates"


def _templates(folder: Path) -> Iterator[PurePosixPath]:
    for path in folder.rglob(f"*{_SUFFIX}"):
        relative = PurePosixPath(path.relative_to(folder).as_posix())
        if path.is_file() and not _is_aside(relative):
            yield relative


def _imported(template: Path) -> Iterator[str]:
    """The templates that one imports or includes, as far as it names them."""
    try:
        tree = jinja2.Environment().parse(template.read_text(encoding="utf-8"))
    except jinja2.TemplateSyntaxError as error:
        raise RenderingError(f"{template}:{error.lineno}: {error.message}") from error
    except UnicodeDecodeError as error:
        raise RenderingError(f"{template}: it is no UTF-8 text ({error})") from error
    return filter(None, jinja2.meta.find_referenced_templates(tree))


def _nearest(path: str, names: set[str]) -> str:
    """What may be meant by the path of a template that nothing asks for."""
    name = PurePosixPath(path).name
    moved = sorted(each for each in names if PurePosixPath(each).name == name)
    close = moved or get_close_matches(path, sorted(names), 1, 0)
    return f"did you mean {close[0]}?"


def _is_aside(path: PurePosixPath) -> bool:
    """Whether a file is an editor's or the system's, as a copy or settings are."""
    return path.name.endswith("~") or any(part.startswith(".") for part in path.parts)


def _is_plain(path: Path) -> bool:
    # Running the tests leaves bytecode beside the runtime's modules.
    return path.suffix != _SUFFIX and path.is_file() and "__pycache__" not in path.parts


def _fact(error: Exception) -> str:
    if isinstance(error, jinja2.UndefinedError):
        return error.message or "a name is undefined"
    return f"{type(error).__name__}: {error}"
