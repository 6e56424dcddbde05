"""The command `sdkgen`.

Exit status: 0 when all is well, 1 when there are findings, 2 when the input or the call
cannot be used.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn, ParamSpec

import click

from . import pipeline
from .drift import drift
from .errors import Problem, Severity, UnusableInput
from .freshness import Outcome, remember
from .output import OutputError, write
from .pipeline import Generated, Inputs, Rejected
from .progress import Progress
from .rendering import RenderingError
from .site import SiteError, build, serve
from .verification import VerificationError, verify

P = ParamSpec("P")
_FILE = click.Path(path_type=Path)

FINDINGS, UNUSABLE = 1, 2


@click.group()
@click.version_option(package_name="sdkgen")
def cli() -> None:
    """Generates Python SDKs and their docs from OpenAPI descriptions."""


def _inputs(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments that say what to read, turned into `Inputs`."""

    @click.argument("spec", type=_FILE, required=False)
    @click.option("--config", type=_FILE, help="The configuration (spec/sdkgen.yaml).")
    @click.option("--out", type=_FILE, help="The folder to write to (generated).")
    @click.option(
        "--overlay", type=_FILE, multiple=True, help="An OpenAPI Overlay to apply."
    )
    @click.option(
        "--templates", type=_FILE, help="A folder with templates of your own."
    )
    @click.option(
        "--lenient", is_flag=True, help="Leave out what is broken, and go on."
    )
    @click.option("--allow-remote", is_flag=True, help="Follow references to URLs.")
    @click.option(
        "--allow-outside", is_flag=True, help="Follow references out of the folder."
    )
    @wraps(command)
    def run(
        *args: Any,
        spec: Path | None,
        config: Path | None,
        out: Path | None,
        overlay: tuple[Path, ...],
        templates: Path | None,
        lenient: bool,
        allow_remote: bool,
        allow_outside: bool,
        **options: Any,
    ) -> None:
        with _Failures():
            found = pipeline.find_inputs(spec, config, out, overlays=overlay)
            path, folder, settings, settings_path, overlays = found
            inputs = Inputs(
                path,
                folder,
                settings,
                settings_path,
                overlays,
                templates,
                lenient,
                allow_remote,
                allow_outside,
            )
            command(*args, inputs, **options)

    return run


def _reading(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments of commands that only look at one description."""

    @click.argument("spec", type=_FILE)
    @click.option(
        "--overlay", type=_FILE, multiple=True, help="An OpenAPI Overlay to apply."
    )
    @click.option("--allow-remote", is_flag=True, help="Follow references to URLs.")
    @click.option(
        "--allow-outside", is_flag=True, help="Follow references out of the folder."
    )
    @wraps(command)
    def run(
        *args: Any,
        spec: Path,
        overlay: tuple[Path, ...],
        allow_remote: bool,
        allow_outside: bool,
        **options: Any,
    ) -> None:
        inputs = Inputs(
            spec,
            Path(),
            overlays=overlay,
            allow_remote=allow_remote,
            allow_outside=allow_outside,
        )
        with _Failures():
            command(*args, inputs, **options)

    return run


@cli.command()
@click.option("--force", is_flag=True, help="Overwrite emitted files that were edited.")
@click.option("--no-verify", is_flag=True, help="Do not import what was written.")
@click.option(
    "--report", type=_FILE, help="A file to write counts and problems to, as JSON."
)
@_inputs
def generate(
    inputs: Inputs, *, force: bool, no_verify: bool, report: Path | None
) -> None:
    """Writes the SDK and its docs for a description.

    Without SPEC it takes the one that spec/sdkgen.yaml names.
    """
    with Progress() as progress:
        try:
            made = _generated(inputs, progress)
        except Rejected as rejected:
            _write_report(report, rejected)
            raise
        _write_report(report, made)
        progress("writing")
        written = write(inputs.out, made.files, made.names, force=force)
        if not no_verify:
            progress("importing")
            verify(inputs.out, made.api.package.module)
    changed, removed = len(written.written), len(written.removed)
    counts = f"{len(made.files)} files, {changed} written, {removed} removed"
    _say(f"{inputs.out}: {counts}")
    words = click.get_current_context().obj
    if words is not None:
        lines = tuple(_line(problem) for problem in made.problems)
        summary = f"{inputs.out}: {len(made.files)} files, nothing to do"
        files = [file.path for file in made.document.files]
        read = [*files, *inputs.more_files()]
        remember(words, read, inputs.out, Outcome(lines, summary))


@cli.command()
@_inputs
def check(inputs: Inputs) -> None:
    """Tells whether the output folder is what `generate` would write.

    Prints the difference as a unified diff.
    """
    with Progress() as progress:
        made = _generated(inputs, progress)
        difference = drift(inputs.out, made.files, made.names)
    if difference:
        click.echo(difference, nl=False)
        _fail(
            f"{inputs.out} is not what the description yields; run `sdkgen generate`",
            FINDINGS,
        )


@cli.command()
@_reading
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Lines for people, or a list of objects.",
)
def validate(inputs: Inputs, *, form: str) -> None:
    """Lists every problem of a description."""
    try:
        with Progress() as progress:
            _, problems = pipeline.examine(inputs, progress)
        found, status = list(problems), FINDINGS if len(problems) else 0
    except UnusableInput as error:
        found, status = list(error.problems), UNUSABLE
    if form == "json":
        click.echo(json.dumps([problem.as_json() for problem in found], indent=2))
    else:
        _list(found, sys.stdout)
    sys.exit(status)


@cli.command()
@_reading
@click.option("--out", type=_FILE, default=Path("sdkgen.yaml"), help="Where it goes.")
def init(inputs: Inputs, *, out: Path) -> None:
    """Writes a first sdkgen.yaml for a description, with what can be inferred from it."""
    if out.exists():
        _fail(
            f"{out} is there already; remove it, or name another with --out", UNUSABLE
        )
    with Progress() as progress:
        text = pipeline.propose(inputs, progress)
    out.write_text(text, encoding="utf-8")
    _say(f"{out}: written; go through it, then run `sdkgen generate --config {out}`")


@cli.command()
@_reading
@click.option("--out", type=_FILE, help="Where it goes; standard output when left out.")
def bundle(inputs: Inputs, *, out: Path | None) -> None:
    """Writes a description of several files as one, in JSON."""
    with Progress() as progress:
        text = json.dumps(
            pipeline.bundled(inputs, progress), indent=2, ensure_ascii=False
        )
    if out is None:
        click.echo(text)
    else:
        out.write_text(f"{text}\n", encoding="utf-8")


@cli.group()
def docs() -> None:
    """Makes a site of the docs."""


@docs.command("build")
@click.option(
    "--out", type=_FILE, default=Path("generated"), help="The emitted project."
)
@click.option("--site", type=_FILE, default=Path("site"), help="Where the site goes.")
def docs_build(out: Path, site: Path) -> None:
    """Builds the site as a folder of static files, which needs no server."""
    with _Failures():
        build(out, site)
    _say(f"{site}: open {site / 'index.html'}")


@docs.command("gaps")
@_reading
@click.option("--out", type=_FILE, help="Where it goes; standard output when left out.")
def docs_gaps(inputs: Inputs, *, out: Path | None) -> None:
    """Lists what the description leaves unsaid, with an overlay to fill in."""
    with Progress() as progress:
        text = pipeline.missing(inputs, progress)
    if out is None:
        click.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")


@docs.command("serve")
@click.option(
    "--out", type=_FILE, default=Path("generated"), help="The emitted project."
)
@click.option("--address", default="127.0.0.1:8000", help="Where to listen.")
def docs_serve(out: Path, address: str) -> None:
    """Serves the site, and follows changes."""
    with _Failures():
        serve(out, address)


def _generated(inputs: Inputs, progress: Progress) -> Generated:
    made = pipeline.generate(inputs, progress)
    progress.pause()
    _list(made.problems, sys.stderr)
    return made


def _write_report(path: Path | None, outcome: Generated | Rejected) -> None:
    if path is not None:
        text = json.dumps(outcome.report(), indent=2)
        path.write_text(f"{text}\n", encoding="utf-8")


class _Failures:
    """Turns what a run can raise into a message and an exit status."""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: object, error: BaseException | None, trace: object
    ) -> None:
        match error:
            case UnusableInput(problems=problems):
                _list(problems, sys.stderr)
                sys.exit(UNUSABLE)
            case Rejected(problems=problems):
                _list(problems, sys.stderr)
                _fail(_refusal(problems), FINDINGS)
            case OutputError() | VerificationError():
                _fail(str(error), FINDINGS)
            case RenderingError() | SiteError() | OSError():
                _fail(str(error), UNUSABLE)
            case _:
                return


def _refusal(problems: Iterable[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        return (
            f"{errors} error{'s' * (errors != 1)}; nothing was written. --lenient goes on, and"
            " leaves out or widens to any value what is broken"
        )
    return "the configuration is strict and there are warnings; nothing was written"


def _list(problems: Iterable[Problem], stream: Any) -> None:
    for problem in problems:
        print(_line(problem), file=stream)


def _line(problem: Problem) -> str:
    return f"{problem.severity.value}: {problem}"


def _say(text: str) -> None:
    click.echo(text, err=True)


def _fail(text: str, status: int) -> NoReturn:
    click.echo(f"sdkgen: {text}", err=True)
    sys.exit(status)
