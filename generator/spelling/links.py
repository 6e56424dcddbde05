"""Markdown's links by reference, written out: a part of a text knows where they lead as well."""

from __future__ import annotations

import re

# A text may be long and hostile: what has a `+` more is not gone through again.
# Fenced code, and code within a line: what is written in it means nothing.
CODE = (
    r"(?P<code>^ *+(?P<fence>`{3,}+|~{3,}+).*?^ *+(?P=fence)"
    r"|(?<!`)(?P<ticks>`{1,2})(?!`)(?:(?!\n\n).)+?(?<!`)(?P=ticks)(?!`))"
)
_DEFINITION = re.compile(
    CODE + r"|^ {0,3}\[(?P<label>[^\[\]^\n][^\[\]\n]*)\]:[ \t]*+"
    r"<?(?P<target>(?=[^\s<>]*[:/#.])[^\s<>]++)>?"
    r"(?:[ \t]++(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t\r]*+$\n?",
    re.DOTALL | re.MULTILINE,
)
_REFERENCE = re.compile(
    CODE + r"|\\[\[\]]"
    r"|\[(?P<shown>[^\[\]]+)\](?:\[(?P<label>[^\[\]]*)\]|(?![\[(]))",
    re.DOTALL | re.MULTILINE,
)


def inlined(source: str) -> str:
    """The text with `[this][1]` as `[this](target)`, and without the lines that say `[1]: target`."""
    if "]:" not in source:
        return source
    targets: dict[str, str] = {}
    for match in _DEFINITION.finditer(source):
        if match["label"]:
            targets.setdefault(_key(match["label"]), match["target"])
    bare = _DEFINITION.sub(lambda match: match["code"] or "", source)
    used = {_asked(match) for match in _REFERENCE.finditer(bare)} & targets.keys()
    if not used:
        return source

    def leave_out(match: re.Match[str]) -> str:
        return "" if match["label"] and _key(match["label"]) in used else match[0]

    def write_out(match: re.Match[str]) -> str:
        asked = _asked(match)
        if asked not in used:
            return match[0]
        # A target with brackets would end at the first that closes.
        target = f"<{targets[asked]}>" if "(" in targets[asked] else targets[asked]
        return f"[{match['shown']}]({target})"

    return _REFERENCE.sub(write_out, _DEFINITION.sub(leave_out, source)).rstrip()


def _asked(match: re.Match[str]) -> str:
    """The key that a reference asks for; none for code."""
    return _key(match["label"] or match["shown"] or "")


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()
