"""The command `sdkgen`.

Exit status: 0 when all is well, 1 when there are findings, 2 when the input or the call
cannot be used.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from . import pipeline
from .arguments import (
    FINDINGS,
    PATH,
    UNUSABLE,
    beginning,
    describing,
    fail,
    finding,
    line_of,
    prepare,
    reading,
    say,
    spare,
    tell,
)
from .delivery import Delivery
from .drift import drift
from .errors import UnusableInput
from .freshness import Outcome, Seen, remember
from .inputs import Inputs
from .output import recover
from .pipeline import Emitted, Generated, Rejected
from .progress import Progress
from .site import build, serve


@click.group()
@click.version_option(package_name="sdkgen")
def cli() -> None:
    """Generates Python SDKs and their docs from OpenAPI descriptions.

    Without SPEC the commands take the description that spec/sdkgen.yaml names. They end
    with status 0 when all is well, 1 when there are findings, and 2 when the input or the
    call cannot be used.
    """


@cli.command()
@click.option("--force", is_flag=True, help="Overwrite emitted files that were edited.")
@click.option("--no-verify", is_flag=True, help="Do not import what is to be written.")
@click.option(
    "--report", type=PATH, help="A file to write counts and problems to, as JSON."
)
@describing
def generate(
    inputs: Inputs, *, force: bool, no_verify: bool, report: Path | None
) -> None:
    """Writes the SDK and its docs for a description.

    Without SPEC it takes the one that spec/sdkgen.yaml names.
    """
    prepare(report, inputs)
    recover(inputs.out)
    delivery = Delivery(inputs.out, verified=not no_verify)
    seen = Seen.of(inputs.more_files(), inputs.folders())
    with Progress() as progress:
        try:
            made = _generated(inputs, progress, delivery.verify)
        except Rejected as rejected:
            _write_report(report, rejected)
            raise
        _write_report(report, made)
        delivered = delivery.finish(made, progress, force=force)
    written = delivered.written
    for path in written.overwritten_edits:
        say(f"{inputs.out / path}: was edited, and is overwritten")
    if delivered.missing:
        names = ", ".join(delivered.missing)
        say(f"{inputs.out}: imported as far as is possible without {names}")
    changed, removed = len(written.written), len(written.removed)
    counts = f"{len(made.files)} files, {changed} written, {removed} removed"
    say(f"{inputs.out}: {counts}")
    words, sources = click.get_current_context().obj, made.document.sources
    if words is not None and sources is not None:
        lines = tuple(line_of(problem) for problem in made.problems)
        summary = f"{inputs.out}: {len(made.files)} files, nothing to do"
        remember(words, sources, seen, inputs.out, Outcome(lines, summary))


@cli.command()
@describing
def check(inputs: Inputs) -> None:
    """Tells whether the output folder is what `generate` would write.

    Prints the difference as a unified diff.
    """
    with Progress() as progress:
        made = _generated(inputs, progress)
        difference = drift(inputs.out, made.files, made.names)
    if difference:
        click.echo(difference, nl=False)
        fail(
            f"{inputs.out} is not what the description yields; run `sdkgen generate`",
            FINDINGS,
        )


@cli.command()
@reading
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Lines for people (text), or a list of objects.",
)
def validate(inputs: Inputs, *, form: str) -> None:
    """Lists every problem of a description, and of its configuration."""
    try:
        with Progress() as progress:
            _, problems = pipeline.examine(inputs, progress)
        found, status = list(problems), FINDINGS if len(problems) else 0
    except UnusableInput as error:
        found, status = list(error.problems), UNUSABLE
    if form == "json":
        click.echo(json.dumps([problem.as_json() for problem in found], indent=2))
    else:
        tell(found, sys.stdout)
    sys.exit(status)


@cli.command()
@beginning
@click.option(
    "--out", type=PATH, default=Path("sdkgen.yaml"), help="Where it goes (sdkgen.yaml)."
)
def init(inputs: Inputs, *, out: Path) -> None:
    """Writes a first sdkgen.yaml for a description.

    It says what can be inferred, and suggests the rest in comments.
    """
    if out.exists():
        fail(f"{out} is there already; remove it, or name another with --out", UNUSABLE)
    prepare(out, inputs)
    with Progress() as progress:
        text, problems = pipeline.propose(inputs, out, progress)
    out.write_text(text, encoding="utf-8")
    tell(problems, sys.stderr)
    say(f"{out}: written; go through it, then run `sdkgen generate --config {out}`")


@cli.command()
@reading
@click.option("--out", type=PATH, help="Where it goes; standard output when left out.")
def bundle(inputs: Inputs, *, out: Path | None) -> None:
    """Writes a description of several files as one.

    It is JSON, with the overlays applied.
    """
    prepare(out, inputs)
    with Progress() as progress:
        document, data, problems = pipeline.bundled(inputs, progress)
    is_ascii = out is None and not sys.stdout.encoding.lower().startswith("utf")
    _put(f"{json.dumps(data, indent=2, ensure_ascii=is_ascii)}\n", out, document.paths)
    tell(problems, sys.stderr)
    sys.exit(FINDINGS if problems else 0)


@cli.group()
def docs() -> None:
    """Makes a site of the docs, or lists what they lack."""


@docs.command("build")
@finding
@click.option("--site", type=PATH, default=Path("site"), help="Where it goes (site).")
def docs_build(out: Path, *, site: Path) -> None:
    """Builds the site as a folder of static files, which needs no server."""
    build(out, site)
    say(f"{site}: open {site / 'index.html'}")


@docs.command("gaps")
@reading
@click.option("--out", type=PATH, help="Where it goes; standard output when left out.")
def docs_gaps(inputs: Inputs, *, out: Path | None) -> None:
    """Lists what the description leaves unsaid.

    The list is Markdown, with an overlay to fill in.
    """
    prepare(out, inputs)
    with Progress() as progress:
        document, text = pipeline.missing(inputs, progress)
    _put(text, out, document.paths)


@docs.command("serve")
@finding
@click.option(
    "--address", default="127.0.0.1:8000", help="Where to listen (127.0.0.1:8000)."
)
def docs_serve(out: Path, *, address: str) -> None:
    """Serves the site, and follows changes."""
    serve(out, address)


def _generated(
    inputs: Inputs, progress: Progress, emitted: Emitted | None = None
) -> Generated:
    made = pipeline.generate(inputs, progress, emitted)
    progress.pause()
    tell(made.problems, sys.stderr)
    return made


def _put(text: str, out: Path | None, read: Iterable[Path]) -> None:
    """Writes a text to a file that was not read, or to standard output where none is named."""
    if out is None:
        click.echo(text, nl=False)
    else:
        spare(out, read)
        out.write_text(text, encoding="utf-8")


def _write_report(path: Path | None, outcome: Generated | Rejected) -> None:
    if path is not None:
        text = json.dumps(outcome.report(), indent=2)
        _put(f"{text}\n", path, outcome.document.paths)
