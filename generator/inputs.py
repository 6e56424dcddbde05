"""What a run reads and where it writes, from what its call says and a configuration."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from .config import Config
from .errors import Problem, UnusableInput


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run reads, and where it writes: every path is absolute or of the caller's folder."""

    spec: Path
    out: Path
    config: Config = field(default_factory=Config)
    config_path: Path | None = None
    overlays: tuple[Path, ...] = ()
    templates: Path | None = None
    lenient: bool = False
    allow_remote: bool = False
    allow_outside: bool = False

    def more_files(self) -> list[Path]:
        """What a run reads beside the description's own files, or would if it were there."""
        beside = self.spec.parent / "sdkgen.yaml"
        own = sorted(self.templates.rglob("*")) if self.templates is not None else []
        return [self.config_path or beside, *(path for path in own if path.is_file())]

    def folders(self) -> list[Path]:
        """Those of which a run reads every file."""
        return [self.templates] if self.templates is not None else []


def find_inputs(spec: Path | None, config: Path | None) -> Inputs:
    """The description, output folder, configuration and its overlays that are meant.

    The configuration is the one named; else `sdkgen.yaml` beside the description unless it
    names another one, or in `spec/` where no description is named.

    Raises:
        UnusableInput: There is no description, or the configuration is wrong.
    """
    found, settings = _configuration(spec, config)
    folder = found.parent if found is not None else Path()
    named = tuple(folder / overlay for overlay in settings.overlays)
    return Inputs(
        spec or _described(found, settings),
        _out(found, settings),
        settings,
        found,
        named,
    )


def find_out(spec: Path | None, config: Path | None) -> Path:
    """The folder that the output is written to, as `find_inputs` finds it.

    Raises:
        UnusableInput: The configuration is wrong.
    """
    return _out(*_configuration(spec, config))


def _described(path: Path | None, settings: Config) -> Path:
    """The description that a configuration names."""
    if path is not None and settings.spec is not None:
        return path.parent / settings.spec
    fact, remedy = "no description is named", "give its path, or set `spec:`"
    place = str(path or "spec/sdkgen.yaml")
    raise UnusableInput([Problem(place, 1, 1, "", fact, remedy)])


def _out(path: Path | None, settings: Config) -> Path:
    """The folder that a configuration has the output written to."""
    if path is None or settings.out is None:
        return Path("generated")
    return _tidy(path.parent / settings.out)


def _configuration(spec: Path | None, named: Path | None) -> tuple[Path | None, Config]:
    folder = spec.parent if spec is not None else Path("spec")
    path = named or folder / "sdkgen.yaml"
    if named is None and not path.is_file():
        return None, Config()
    # Loaded where there is a file to read: it takes as long as all else together.
    from .config_reading import load_config

    settings = load_config(path)
    # A configuration beside a description may belong to another one.
    if named is None and spec is not None and not _is_for(settings, folder, spec):
        return None, Config()
    return path, settings


def _tidy(path: Path) -> Path:
    """The path without `..`, unless a link on the way makes that another place."""
    short = Path(os.path.normpath(path))
    return short if short.resolve() == path.resolve() else path


def _is_for(settings: Config, folder: Path, spec: Path) -> bool:
    named = settings.spec
    return named is None or (folder / named).resolve() == spec.resolve()
