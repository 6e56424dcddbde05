"""Templates in, text out: one Jinja environment, in which every name must be defined."""

from __future__ import annotations

from importlib import resources
from pathlib import Path, PurePosixPath
from types import TracebackType

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from . import cache

_SUFFIX = ".jinja"


class RenderingError(Exception):
    """A template cannot be rendered; the text says which one, where and why."""


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
                if _is_plain(path):
                    relative = path.relative_to(base / folder)
                    found[PurePosixPath(relative.as_posix())] = path
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


def _built_in() -> Path:
    packaged = Path(str(resources.files("generator"))) / "templates"
    # A checkout keeps the templates beside the package, a wheel inside it.
    return packaged if packaged.is_dir() else packaged.parent.parent / "templates"


def _is_plain(path: Path) -> bool:
    # Running the tests leaves bytecode beside the runtime's modules.
    return path.suffix != _SUFFIX and path.is_file() and "__pycache__" not in path.parts


def _fact(error: Exception) -> str:
    if isinstance(error, jinja2.UndefinedError):
        return error.message or "a name is undefined"
    return f"{type(error).__name__}: {error}"
