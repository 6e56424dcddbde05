"""What the commands share: their arguments, and how a run's failures are told."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from os.path import realpath
from pathlib import Path
from typing import Any, NoReturn, TextIO

import click

from .errors import Problem, Severity, UnusableInput
from .formatting import FormattingError
from .inputs import Inputs, find_inputs, find_out
from .output import OutputError
from .pipeline import Rejected
from .rendering import RenderingError, check_overrides
from .site import SiteError
from .verification import VerificationError

PATH = click.Path(path_type=Path)

FINDINGS, UNUSABLE = 1, 2
"""Exit statuses: something is wrong with what was read; it could not be read at all."""

_NOT_IMPORTED = (
    "nothing was written. This is a mistake of the templates that --templates names, or"
    " else of sdkgen; --no-verify writes the files all the same"
)


_SPEC = click.argument("spec", type=PATH, required=False)
_CONFIG = click.option(
    "--config",
    type=PATH,
    help="The configuration (sdkgen.yaml beside SPEC, or in spec/).",
)

_OUT = "the configuration's, or generated"


def describing(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments of `reading`, and those that say what comes of it."""

    @reading
    @click.option("--out", type=PATH, help=f"The folder to write to ({_OUT}).")
    @click.option("--templates", type=PATH, help="A folder with templates of your own.")
    @click.option(
        "--lenient", is_flag=True, help="Leave out what is broken, and go on."
    )
    @wraps(command)
    def run(
        inputs: Inputs,
        *,
        out: Path | None,
        templates: Path | None,
        lenient: bool,
        **options: Any,
    ) -> None:
        if templates is not None:
            check_overrides(templates)
        folder = out or inputs.out
        command(
            replace(inputs, out=folder, templates=templates, lenient=lenient), **options
        )

    return run


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments that say what to read, turned into `Inputs`."""
    return _SPEC(_CONFIG(_reading(command, find_inputs)))


def beginning(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments of a command that reads a description without a configuration."""
    found = _reading(command, lambda spec: Inputs(spec, Path()))
    return click.argument("spec", type=PATH)(found)


def _reading(
    command: Callable[..., None], find: Callable[..., Inputs]
) -> Callable[..., None]:
    """The arguments that say what else is read, beside those by which inputs are found."""

    @click.option(
        "--overlay",
        type=PATH,
        multiple=True,
        help="An OpenAPI Overlay to apply; may be given again.",
    )
    @click.option("--allow-remote", is_flag=True, help="Follow references to URLs.")
    @click.option(
        "--allow-outside", is_flag=True, help="Follow references out of the folder."
    )
    @wraps(command)
    def run(
        *,
        overlay: tuple[Path, ...],
        allow_remote: bool,
        allow_outside: bool,
        **options: Any,
    ) -> None:
        named = {key: options.pop(key) for key in ("spec", "config") if key in options}
        with failures():
            inputs = find(**named)
            inputs = replace(
                inputs,
                overlays=(*inputs.overlays, *overlay),
                allow_remote=allow_remote,
                allow_outside=allow_outside,
            )
            command(inputs, **options)

    return run


def finding(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments that say where the emitted project is, turned into its folder."""

    @_SPEC
    @_CONFIG
    @click.option("--out", type=PATH, help=f"The emitted project ({_OUT}).")
    @wraps(command)
    def run(
        *, spec: Path | None, config: Path | None, out: Path | None, **options: Any
    ) -> None:
        with failures():
            command(out or find_out(spec, config), **options)

    return run


@contextmanager
def failures() -> Generator[None]:
    """Turns what a run can raise into a message and an exit status."""
    try:
        yield
    except UnusableInput as error:
        tell(error.problems, sys.stderr)
        sys.exit(UNUSABLE)
    except Rejected as error:
        tell(error.problems, sys.stderr)
        fail(_refusal(error.problems), FINDINGS)
    except VerificationError as error:
        fail(f"{error}\n{_NOT_IMPORTED}", FINDINGS)
    except (OutputError, FormattingError) as error:
        fail(str(error), FINDINGS)
    except (RenderingError, SiteError) as error:
        fail(str(error), UNUSABLE)
    except BrokenPipeError:
        # Whoever reads has read enough; click ends the run without a word.
        raise
    except OSError as error:
        fail(_refused(error), UNUSABLE)


def _refusal(problems: Iterable[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        return (
            f"{errors} error{'s' * (errors != 1)}; nothing was written. --lenient goes on, and"
            " leaves out or widens to any value what is broken"
        )
    return "the configuration is strict and there are warnings; nothing was written"


def _refused(error: OSError) -> str:
    """What the system did not do, without the number that it has for it."""
    if error.filename is None or not error.strerror:
        return str(error)
    return f"{error.filename}: {error.strerror[0].lower()}{error.strerror[1:]}"


def prepare(path: Path | None, inputs: Inputs) -> None:
    """Makes the folder of a file that a run is to write, or ends the run before it begins."""
    if path is None:
        return
    read = (inputs.spec, inputs.config_path, *inputs.overlays)
    spare(path, (each for each in read if each is not None))
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        fail(f"{path}: is a folder; name a file in it", UNUSABLE)
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        fail(f"{path}: permission denied; name another file", UNUSABLE)


def spare(path: Path, read: Iterable[Path]) -> None:
    """Ends the run where it would write over what it reads."""
    if realpath(path) in [realpath(each) for each in read]:
        fail(f"{path}: is read by this run; name another file", UNUSABLE)


def tell(problems: Iterable[Problem], stream: TextIO) -> None:
    for problem in problems:
        print(line_of(problem), file=stream)


def line_of(problem: Problem) -> str:
    return f"{problem.severity.value}: {problem}"


def say(text: str) -> None:
    click.echo(text, err=True)


def fail(text: str, status: int) -> NoReturn:
    click.echo(f"sdkgen: {text}", err=True)
    sys.exit(status)
