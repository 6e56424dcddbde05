"""Python names from wire names: readable, legal, unique, and the same every time.

A name depends on its own wire name alone as long as nothing collides. Where two would
become one, the one spelled exactly so on the wire keeps the name, then the first; names
of an earlier generation (`Memory`) come before both, so that adding a thing to a
description never renames another.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

# What a sign at the edge of a name means; between letters it only separates words.
_SIGNS = {
    "+": "plus",
    "<": "lt",
    ">": "gt",
    "=": "eq",
    "!": "not",
    "*": "star",
    "@": "at",
    "#": "hash",
    "%": "percent",
    "&": "and",
    "|": "or",
    "~": "tilde",
    "^": "caret",
    "?": "query",
}

_ACRONYM_PLURAL = re.compile(r"(?<![A-Z])([A-Z]{2,}+)s(?![a-z])")
_ACRONYM_END = re.compile(r"([A-Z])([A-Z][a-z])")
_HUMP = re.compile(r"([a-z0-9])([A-Z])")
_SEPARATOR = re.compile(r"[\W_]+")
_SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\Z")
_PASCAL = re.compile(r"[A-Z][A-Za-z0-9]*\Z")

# Attributes that a model inherits from pydantic or from the runtime's `Model`; a field of
# the same name would hide them. `dt` and `builtins` are modules its annotations may use.
RESERVED_FIELDS = frozenset(
    "builtins construct copy dict dt from_orm json model_computed_fields model_config"
    " model_construct model_copy model_dump model_dump_json model_extra model_fields"
    " model_fields_set model_json_schema model_parametrized_name model_post_init"
    " model_rebuild model_validate model_validate_json model_validate_strings parse_file"
    " parse_obj parse_raw problems schema schema_json to_dict to_json update_forward_refs"
    " validate".split()
)

# Names that emitted modules import for themselves.
RESERVED_CLASSES = frozenset(
    "Any Annotated AsyncClient AsyncPager AsyncResource AsyncStream Body Callable Client"
    " Decimal False Field FileInput Generic JsonLines Literal Mapping Model Never None"
    " NotRequired OMIT Omit Operation Page Paging Param Part Polling Required Resource"
    " Sequence Sse"
    " Stream TYPE_CHECKING Tagged True TypeAlias TypeAliasType TypedDict UUID Unknown"
    " Untagged".split()
)

# Names that modules of resources and of the clients import beside the classes of resources.
RESERVED_RESOURCE_CLASSES = RESERVED_CLASSES | frozenset(
    "ApiKey BaseAsyncClient BaseClient Basic Bearer Changes ClassVar ClientConfig Iterable"
    " OAuth2 Secret Server Unpack Variable Webhooks".split()
)

# Those and what the module of streams imports, and the package that exports its classes.
RESERVED_STREAM_CLASSES = RESERVED_RESOURCE_CLASSES | frozenset(
    "APIConnectionError APIError APIResponseValidationError APIStatusError APITimeoutError"
    " Accumulation AsyncIterator AsyncPage AsyncResponse AuthenticationError"
    " BadRequestError ClientClosedError ConfigurationError ConflictError GoneError Hooks"
    " InternalServerError InvalidRequestError Iterator MethodNotAllowedError NotFoundError"
    " PayloadTooLargeError PermissionDeniedError PollTimeoutError RateLimitError"
    " RequestTimeoutError Response ResponseTooLargeError Retries Slot StreamError Timeout"
    " UnprocessableEntityError".split()
)

# Arguments that an emitted method or its annotations use themselves.
RESERVED_ARGUMENTS = frozenset({"self", "models", "params", "dt", "builtins"})

# What the methods that poll have beside the arguments of the operation that they read,
# and what they call the thing that an operation starts.
RESERVED_IN_POLLERS = RESERVED_ARGUMENTS | {"interval", "deadline", "on_progress"}
RESERVED_IN_STARTERS = RESERVED_ARGUMENTS | {"started"}

# Attributes of the runtime's resources, and what stands in their classes beside them.
RESERVED_METHODS = frozenset("builtins dt models object params property".split())

# Windows opens a device by these names, whatever their case and the file's ending.
DEVICES = frozenset(
    ["aux", "con", "nul", "prn"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)

# Attributes of the runtime's clients, and what stands in their classes beside them;
# and resources have modules of their name.
RESERVED_RESOURCES = DEVICES | frozenset(
    "aclose base_url cached_property close closed config httpx2 int is_closed"
    " options str with_options".split()
)

# Arguments of the clients' constructors that are no credentials.
RESERVED_CREDENTIALS = frozenset(
    "base_url body clock cookies headers hooks http_client idempotency_key"
    " max_response_bytes max_retries options poll_deadline poll_interval poll_progress query"
    " redact retries self server server_variables strict timeout".split()
)


_LONGEST = 200
"""How many bytes of a name are kept: file systems take 255."""


@lru_cache(maxsize=1 << 14)
def words(wire: str) -> tuple[str, ...]:
    """The words of a wire name, in their own case: `createdAt` is `created`, `At`."""
    text = unicodedata.normalize("NFKC", wire).replace("OAuth", "Oauth")
    text = _spell_signs(text)
    text = _ACRONYM_PLURAL.sub(lambda match: match[1].capitalize() + "s", text)
    text = _HUMP.sub(r"\1_\2", _ACRONYM_END.sub(r"\1_\2", text))
    return tuple(
        word
        for raw in _SEPARATOR.split(text)
        if (word := "".join(c for c in raw if ("a" + c).isidentifier()))
    )


def _spell_signs(text: str) -> str:
    core = text.strip("".join(_SIGNS) + "-")
    if core == text:
        return text
    start = text.index(core) if core else len(text)
    before, after = text[:start], text[start + len(core) :]
    # A minus is a word only before a digit (`-1`) or where there is nothing else.
    minus = "minus" if core[:1].isdigit() or not core else ""
    head = [minus if c == "-" else _SIGNS[c] for c in before]
    tail = [_SIGNS.get(c, "") for c in after]
    return "_".join([*head, core, *tail])


def snake(wire: str, kind: str) -> str:
    """A legal snake_case identifier; `kind` stands before what may not come first.

    >>> snake("createdAt", "field"), snake("2nd", "field"), snake("class", "field")
    ('created_at', 'field_2nd', 'class_')
    """
    if _SNAKE.match(wire):
        name = wire
    else:
        name = "_".join(words(wire)).lower() or kind
        if not name.isidentifier():
            name = f"{kind}_{name}"
    return f"{name}_" if keyword.iskeyword(name) else _short(name)


def pascal(wire: str, kind: str = "Model") -> str:
    """A legal PascalCase identifier; a wire name that is one already stays as it is."""
    if _PASCAL.match(wire):
        name = wire
    else:
        name = "".join(word[0].upper() + word[1:] for word in words(wire)) or kind
        if not name.isidentifier():
            name = kind + name
    return f"{name}_" if keyword.iskeyword(name) else _short(name)


def plain(identifier: str, kind: str) -> str:
    """What of an identifier is ASCII, which package indexes and shells ask for.

    `kind` stands for all of it where no word but that for a package is left.

    >>> plain("größe_sdk", "api_sdk"), plain("書籍_sdk", "api_sdk")
    ('grosse_sdk', 'api_sdk')
    """
    if identifier.isascii():
        return identifier
    letters = unicodedata.normalize("NFKD", identifier.casefold())
    left = letters.encode("ascii", "ignore").decode()
    name = "_".join(word for word in left.split("_") if word)
    if name in ("", "sdk"):
        return kind
    return name if name.isidentifier() else f"sdk_{name}"


def _short(name: str) -> str:
    """What of a name fits into that of a file, with room for an ending and a number."""
    return name.encode()[:_LONGEST].decode(errors="ignore")


Memory = dict[str, dict[str, str]]
"""Scope to identity to name, for every name that is not its wire name."""


@dataclass
class Scope:
    """One namespace, in which every identity gets a name of its own.

    `remembered` are the names that an earlier generation gave; they are never given to
    anybody else.
    """

    reserved: frozenset[str] = frozenset()
    remembered: Mapping[str, str] = field(default_factory=dict)
    taken: dict[str, str] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)
    """What to remember: every name that neither the wire nor the configuration gives."""
    _names: dict[str, str] = field(default_factory=dict)
    _kept: dict[str, str] | None = None
    _numbers: dict[str, int] = field(default_factory=dict)
    """The first number that nobody asked for, by what stands before it."""

    def claim(
        self, identity: str, wanted: str, *others: str, explicit: bool = False
    ) -> str:
        """The name for `identity`: `wanted`; where it is taken, one of the others.

        Where these are taken as well, the last of them with a number. `explicit` names
        come from the configuration and override what is remembered.
        """
        if identity in self._names:
            return self._names[identity]
        old = None if explicit else self.remembered.get(identity)
        if old and self._free(old):
            name = old
        else:
            name = self._unused((wanted, *others), identity, explicit)
        self.taken[self._key(name)] = identity
        self._names[identity] = name
        if name != identity and not explicit:
            self.given[identity] = name
        return name

    def claim_all(self, wanted: Iterable[tuple[str, ...]]) -> dict[str, str]:
        """Names for many identities at once, each with the names it may have, best first.

        Those that already are their name come first.
        """
        claims = list(wanted)
        for identity, name, *_ in claims:
            # One that has to yield waits, or it would take the name of the next.
            if identity == name and self._fits(name, identity):
                self.claim(identity, name)
        return {identity: self.claim(identity, *names) for identity, *names in claims}

    def keep(self, identities: Iterable[str]) -> None:
        """Remembers names that are the wire's, where what comes later might take them."""
        for identity in identities:
            self.given[identity] = self._names[identity]

    def _unused(self, wanted: tuple[str, ...], identity: str, explicit: bool) -> str:
        name = wanted[0]
        for each in wanted:
            name = f"{each}_" if each in self.reserved else each
            if self._fits(name, identity) or (explicit and self._free(name)):
                return name
        stem = f"{name}_" if name.islower() else name
        while True:
            number = self._numbers.get(stem, 2)
            self._numbers[stem] = number + 1
            if self._fits(f"{stem}{number}", identity):
                return f"{stem}{number}"

    def _fits(self, name: str, identity: str) -> bool:
        """Whether nobody else has the name or had it in the last generation."""
        if self._kept is None:
            self._kept = {self._key(name): who for who, name in self.remembered.items()}
        return (
            self._free(name) and self._kept.get(self._key(name), identity) == identity
        )

    def _free(self, name: str) -> bool:
        return self._key(name) not in self.taken and name not in self.reserved

    @staticmethod
    def _key(name: str) -> str:
        # Case is folded: classes become files, and some file systems fold case too.
        return name.casefold()
