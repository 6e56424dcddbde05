"""The descriptions' own Markdown: readable as it was meant, and unable to do anything else.

Raw HTML, images, headings, reference definitions and extensions of the renderers never
pass; paragraphs, lists, tables, quotes, code, emphasis and links do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import assert_never

from ....spelling.deprecation import says_deprecated
from ....spelling.html import to_markdown
from ....spelling.markdown import cell_code, clean, code, fence
from .blocks import Block, Code, Heading, Item, Paragraph, Quote, Table, blocks
from .inline import inline

# Beginnings of a line that Python-Markdown or one of its extensions gives a meaning to
# and that `blocks` does not know as a block.
_MARKER = re.compile(
    r"(?:[#>=:?/~]|!!!|\+\+\+|--|-8<|[-+*](?=\s|\Z)|(?:[*_]\s*){3,}\Z|\d+(?=[.)]))",
    re.ASCII,
)
_LONGEST_CODE = 80


def prose(source: str, base: str | None = None) -> str:
    """A description as safe Markdown of any number of blocks, without a line's end."""
    return _written(blocks(to_markdown(clean(source))), base)


def line(source: str, base: str | None = None) -> str:
    """A description on one line, for list entries and sentences."""
    return _line(source, base, cell=False)


def cell(source: str, base: str | None = None) -> str:
    """A description on one line, for a table's cell."""
    return _line(source, base, cell=True)


def repeats(first: str, doc: str) -> bool:
    """Whether a description begins with what its summary says."""
    return summary(doc).rstrip(".") == first.rstrip(".")


def introduced(first: str, doc: str) -> str:
    """A description with the summary before it that it does not begin with anyway."""
    first, doc = first.strip(), doc.strip()
    if not first or not doc or repeats(first, doc):
        return doc or first
    return f"{ended(first)}\n\n{doc}"


def ended(text: str) -> str:
    """A sentence with its full stop, which code in a block has not."""
    ends = text[-1:].isalnum() or text.endswith(("`", ")"))
    return f"{text}." if ends and not text.endswith("```") else text


def marked(text: str, *, deprecated: bool) -> str:
    """A description that says first if what it describes is deprecated."""
    if not deprecated or says_deprecated(text):
        return text
    return f"**Deprecated.** {text}".strip()


def summary(source: str) -> str:
    """The first sentence or line of a description, still in its own Markdown."""
    found = blocks(to_markdown(clean(source)))
    first = next((block.text for block in found if isinstance(block, Paragraph)), "")
    flat = " ".join(first.split())
    end = _SENTENCE.search(flat)
    return flat[: end.end()] if end else flat


_SENTENCE = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\betc)[.!?](?= [A-Z\[`*])")


def _written(parts: Iterable[Block], base: str | None) -> str:
    written = ""
    previous: Block | None = None
    numbered: dict[int, bool] = {}
    for block in parts:
        between = "\n\n"
        if isinstance(block, Item):
            # A list right below one of the other kind would be taken for text of that.
            is_numbered = block.number is not None
            is_same = numbered.get(block.level, is_numbered) == is_numbered
            between = "\n" if isinstance(previous, Item) and is_same else between
            outer = [each for each in numbered.items() if each[0] < block.level]
            numbered = {**dict(outer), block.level: is_numbered}
        written += (between if written else "") + _block(block, base)
        previous = block
    return written


def _block(block: Block, base: str | None) -> str:
    match block:
        case Paragraph(text, level):
            return _lines(text, base, " " * 4 * level)
        case Heading(text):
            return _bold(inline(" ".join(text.split()), base))
        case Quote(inner):
            return _prefixed(_written(inner, base), "> ")
        case Item(text, level, number):
            margin = " " * 4 * level
            marker = "-" if number is None else f"{number}."
            shown = _lines(text, base, margin + "    ").lstrip()
            return f"{margin}{marker} {shown}"
        case Code(text, language, level):
            return _prefixed(fence(text, language), " " * 4 * level)
        case Table(rows):
            return _table(rows, base)
        case _:
            assert_never(block)


def _prefixed(written: str, prefix: str) -> str:
    empty = prefix.rstrip(" ")
    lines = written.split("\n")
    return "\n".join(f"{prefix}{each}" if each else empty for each in lines)


def _lines(text: str, base: str | None, margin: str) -> str:
    return "\n".join(margin + _guarded(part) for part in inline(text, base).split("\n"))


def _guarded(written: str) -> str:
    """The line, its first sign as an entity where it would begin something."""
    marker = _MARKER.match(written)
    if marker is None:
        return written
    first = marker[0][0]
    if first.isdigit():
        end = marker.end()
        return f"{written[:end]}\\{written[end:]}"
    return f"&#{ord(first)};{written[1:]}"


def _bold(written: str) -> str:
    # Emphasis within emphasis is read differently by different renderers.
    return _guarded(written) if "*" in written else f"**{written}**"


def _table(rows: tuple[tuple[str, ...], ...], base: str | None) -> str:
    written = [[inline(text, base, cell=True) for text in row] for row in rows]
    written.insert(1, ["---"] * len(rows[0]))
    return "\n".join(f"| {' | '.join(row)} |" for row in written)


# The same few descriptions stand in many tables.
@lru_cache(maxsize=1 << 14)
def _line(source: str, base: str | None, *, cell: bool) -> str:
    return _joined(blocks(to_markdown(clean(source))), base, cell=cell)


def _joined(found: Iterable[Block], base: str | None, *, cell: bool) -> str:
    parts: list[str] = []
    previous: Block | None = None
    for block in found:
        part = _flat(block, base, cell)
        if isinstance(previous, Paragraph) and isinstance(block, Paragraph):
            parts[-1] = ended(parts[-1])
        if isinstance(previous, Heading) and parts[-1][-1:].isalnum():
            parts[-1] += ":"
        # Entries of a list become parts of a sentence.
        separator = (
            "; " if isinstance(block, Item) and block.level + len(parts) else " "
        )
        if parts and parts[-1].endswith((".", ":", ";", ",", "!", "?")):
            separator = " "
        parts.extend([separator, part] if parts else [part])
        previous = block
    return "".join(parts)


def _flat(block: Block, base: str | None, cell: bool) -> str:
    match block:
        case Code(text):
            first = " ".join(text.split())
            shown = (
                first if len(first) <= _LONGEST_CODE else f"{first[:_LONGEST_CODE]}…"
            )
            return cell_code(shown) if cell else code(shown)
        case Table(rows):
            texts = (text for row in rows[1:] for text in row if text)
            return inline(", ".join(texts), base, cell=cell)
        case Quote(inner):
            return _joined(inner, base, cell=cell)
        case Paragraph() | Heading() | Item():
            return inline(" ".join(block.text.split()), base, cell=cell)
        case _:
            assert_never(block)
