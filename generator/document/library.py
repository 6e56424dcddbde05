"""The files that a description may consist of, each read once."""

from __future__ import annotations

from contextlib import suppress
from os.path import normpath
from pathlib import Path
from posixpath import relpath
from urllib.parse import unquote, urljoin, urlsplit

from ..errors import Problem, UnusableInput, clip
from ..pointers import Json, references_in
from .faults import START
from .files import File, read_file


class Unresolved(Exception):
    """Why a reference leads nowhere; only the asker knows the place."""

    def __init__(self, fact: str, remedy: str) -> None:
        self.fact = fact
        self.remedy = remedy
        super().__init__(fact)


class Library:
    """What stands below the root's folder, and what else is allowed."""

    def __init__(self, root: Path, *, allow_remote: bool, allow_outside: bool) -> None:
        # First of all: what can be read is at no end of links without end.
        self.root = read_file(root, root.name, str(root))
        self._shown_folder = root.parent
        self._folder = root.absolute().parent.resolve()
        self._allow_remote = allow_remote
        self._allow_outside = allow_outside
        self._by_location: dict[tuple[str, str], File | Unresolved] = {}
        self._by_name: dict[str, File] = {self.root.name: self.root}
        self._named: list[File] = []
        """Those beside the root that call themselves something."""
        self._moved: dict[str, str] = {}
        self._searched: set[str] = set()
        self.tried: dict[Path, str | None] = {}
        """Paths that lead to no file, or by a link to one with another: the digest of that."""
        self.unreadable: dict[str, UnusableInput] = {}
        """Files that hold no data, by their names."""
        self.has_asked_network = False
        self._root_path = root.resolve()

    @property
    def files(self) -> tuple[File, ...]:
        """All that have been read so far, the root first."""
        return tuple(self._by_name.values())

    def file(self, base: File, location: str) -> File:
        """The file that a reference in `base` names.

        Raises:
            Unresolved: It is not there, cannot be read, or may not be.
        """
        found = self._by_location.get((base.name, location))
        if found is None:
            try:
                found = self._find(base, location)
            except Unresolved as error:
                found = error
            except UnusableInput as error:
                problem = error.problems[0]
                found = Unresolved(
                    f"the file {clip(location)} that is referred to cannot be read: "
                    f"{problem.fact}{_place_of(problem)}",
                    problem.remedy,
                )
            self._by_location[(base.name, location)] = found
        if isinstance(found, Unresolved):
            raise Unresolved(found.fact, found.remedy)
        return found

    def read_all(self) -> None:
        """Reads every file that those read so far refer to by a path."""
        while new := [file for file in self.files if file.name not in self._searched]:
            for file in new:
                self._searched.add(file.name)
                for location in _paths_in(file.data) if "://" not in file.name else ():
                    with suppress(Unresolved, UnusableInput):
                        self._fetched(file, location)

    def _find(self, base: File, location: str) -> File:
        known = self._identified(base, location)
        if known is None and "://" in location:
            # Nothing is fetched that another reference has brought already, or will bring.
            self.read_all()
            known = self._identified(base, location)
        if known is not None:
            return known
        try:
            return self._fetched(base, location)
        except Unresolved:
            self.read_all()
            known = self._identified(base, location)
            if known is None:
                raise
            return known

    def _fetched(self, base: File, location: str) -> File:
        """The file at a place, whatever it calls itself."""
        is_remote = "://" in base.name
        try:
            if is_remote:
                location = urljoin(base.name, location)
            parts = urlsplit(location)
        except ValueError:
            raise Unresolved(
                f"the reference {clip(location)} is neither a path nor a URL",
                "correct the reference",
            ) from None
        scheme = parts.scheme.lower()
        if scheme in ("http", "https"):
            return self._remote(location)
        if scheme == "file" and is_remote:
            # Whoever runs that server would choose which files here are read.
            raise Unresolved(
                f"the reference {clip(location)} stands in a file from the network, "
                "which may not name files of this machine",
                "save copies of both beside the description, and refer to those",
            )
        if scheme and scheme != "file":
            raise Unresolved(
                f"the reference {clip(location)} has a scheme that cannot be followed",
                "save a copy beside the description and refer to that",
            )
        if parts.netloc and not scheme:
            raise Unresolved(
                f"the reference {clip(location)} names a host, and not how to ask it",
                "write the whole address with https:, or save a copy beside the description",
            )
        # Windows tools write backslashes, which no URL has.
        path = unquote(parts.path).replace("\\", "/")
        return self._local(base.path.parent / path, location)

    def _local(self, path: Path, location: str) -> File:
        try:
            real = path.resolve()
            is_file = real.is_file()
        except (OSError, RuntimeError, ValueError):
            raise Unresolved(
                f"the reference {clip(location)} is not a path", "correct the reference"
            ) from None
        if real == self._root_path:
            return self._come_by(path, self.root)
        if not self._allow_outside and not real.is_relative_to(self._folder):
            raise Unresolved(
                f"the reference {clip(location)} leads out of the description's folder, "
                "where nothing is read unasked",
                "move the file below the folder, or allow it with --allow-outside",
            )
        if not is_file:
            self.tried[path] = None
            raise Unresolved(
                f"the reference {clip(location)} leads to a file that is not there",
                "add the file, or correct the reference",
            )
        name = relpath(real.as_posix(), self._folder.as_posix())
        if name not in self._by_name:
            self._keep(self._read(real, name))
        return self._come_by(path, self._by_name[name])

    def _come_by(self, path: Path, file: File) -> File:
        """The file, to which a path led that may be a link."""
        if str(file.path) != normpath(path):
            self.tried[path] = file.digest
        return file

    def _read(self, path: Path, name: str) -> File:
        if name in self.unreadable:
            raise UnusableInput(self.unreadable[name].problems)
        try:
            shown = str(self._shown_folder / name)
            return read_file(path, name, shown, may_be_prose=True)
        except UnusableInput as error:
            self.unreadable[name] = error
            raise

    def _remote(self, url: str) -> File:
        url = self._moved.get(url, url)
        if url in self._by_name:
            return self._by_name[url]
        if not self._allow_remote:
            raise Unresolved(
                f"the reference {clip(url)} leads to the network, where nothing is fetched unasked",
                "save a copy beside the description, or allow it with --allow-remote",
            )
        # What few runs need is not loaded by all.
        from .remote import fetch

        self.has_asked_network = True
        fetched = fetch(url)
        # What it refers to stands beside the place that it came from at last.
        name = self._moved[url] = fetched.url
        if name not in self._by_name:
            path, content = Path(name), fetched.content
            self._keep(File(path, name, name, content, may_be_prose=True))
        return self._by_name[name]

    def _keep(self, file: File) -> None:
        self._by_name[file.name] = file
        if file.identifiers:
            self._named.append(file)

    def _identified(self, base: File, location: str) -> File | None:
        """The file that calls itself so, and is here already."""
        # An overlay may have named the root since.
        files = [self.root, *self._named]
        named = [file for file in files if file.identifiers]
        if not named:
            return None
        places = (_retrieved(base), *_identities(base))
        meant = {joined(place, location) for place in places}
        for file in named:
            if not meant.isdisjoint(_identities(file)):
                return file
        return None


def _place_of(problem: Problem) -> str:
    """Where in a file a problem is, unless it is one of the whole."""
    if (problem.line, problem.column) == START:
        return ""
    return f" (line {problem.line}, column {problem.column})"


def _retrieved(file: File) -> str:
    """The URI that a file was read from."""
    return file.name if "://" in file.name else file.path.absolute().as_uri()


def _identities(file: File) -> list[str]:
    """The URIs that a file calls itself by."""
    return [joined(_retrieved(file), own) for own in file.identifiers]


def joined(place: str, location: str) -> str:
    """A reference as the URI that it stands for where it is made."""
    try:
        return urljoin(place, location)
    except ValueError:
        # It is no URI at all, and so nobody's.
        return location


def _paths_in(data: Json) -> list[str]:
    """The paths of other files to which something refers, as they appear."""
    # Of two files with one identifier, it decides which of them counts.
    locations = (ref.partition("#")[0].strip() for ref in references_in(data))
    return list(dict.fromkeys(each for each in locations if each and ":" not in each))
