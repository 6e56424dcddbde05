"""Words that look like slips of the pen, in names of operations and in tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ..document import Document
from ..ir import Operation
from ..names import words
from .tags import first_tags

_WORD = re.compile(r"[A-Za-z]+")
_SHORTEST = 5
_OFTEN = 3


class Vocabulary:
    """How often the words of a description occur, in names and in prose."""

    def __init__(self, document: Document, operations: Iterable[Operation]) -> None:
        self.operations = [each for each in operations if not each.variant]
        self.tags = tuple(dict.fromkeys(first_tags(document.root).values()))
        names = Counter(word for name in self._named(document) for word in _plain(name))
        prose = (word for text in _prose(document) for word in _WORD.findall(text))
        self._all = names + Counter(word.lower() for word in prose)
        self._in_tags = {word for tag in self.tags for word in _plain(tag)}
        self._common = [word for word, count in self._all.items() if count >= _OFTEN]

    def _named(self, document: Document) -> Iterator[str]:
        """OperationIds, paths and the keys of schemas."""
        yield from (each.id for each in self.operations if " " not in each.id)
        yield from {each.path for each in self.operations}
        yield from document.components("schemas")

    def is_rare(self, word: str) -> bool:
        """Whether a word occurs at most once, uses of tags aside."""
        return self._all[word] <= 1

    def corrected(self, word: str) -> str | None:
        """The common word that one which occurs but once may stand for."""
        if word in self._in_tags or not self.is_rare(word):
            return None
        return next((each for each in self._common if is_slip(word, each)), None)


def slips(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Operations with a word that is found nowhere else, beside one that is found often.

    The id, and the name that the method would have without the slip.
    """
    taken = {operation.name for operation in vocabulary.operations}
    for operation in vocabulary.operations:
        parts = operation.name.split("_")
        told = set(_plain(operation.id))
        name = "_".join(
            (part in told and vocabulary.corrected(part)) or part for part in parts
        )
        if name not in taken:
            taken.add(name)
            yield operation.id, name


def stray(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Tags that differ from an earlier one by case, separators, plural or a slip."""
    earlier: dict[str, list[str]] = {}
    for tag in vocabulary.tags:
        parts = _plain(tag)
        for other, its in earlier.items():
            if _alike(parts, its, vocabulary):
                yield tag, other
                break
        earlier[tag] = parts


def is_slip(wrong: str, right: str) -> bool:
    """Whether a letter is wrong, missing, too many, or changed places with the next.

    Only within the word: at its ends, most such words are other forms of each other.
    """
    if min(len(wrong), len(right)) < _SHORTEST or not (wrong + right).isalpha():
        return False
    if wrong == right or wrong[0] != right[0] or wrong[-1] != right[-1]:
        return False
    same = 0
    while wrong[same : same + 1] == right[same : same + 1]:
        same += 1
    one, other = wrong[same:], right[same:]
    return (
        one == other[1:]
        or one[1:] == other
        or one[1:] == other[1:]
        or one[1::-1] + one[2:] == other
    )


def _alike(one: list[str], other: list[str], vocabulary: Vocabulary) -> bool:
    if "".join(map(_singular, one)) == "".join(map(_singular, other)):
        return True
    pairs = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return (
        len(one) == len(other)
        and len(pairs) == 1
        and is_slip(*pairs[0])
        # Words that are both in use are two words.
        and any(vocabulary.is_rare(word) for word in pairs[0])
    )


def _singular(word: str) -> str:
    """A form that a word and its plural have in common: `polici`, `databas`, `address`."""
    stem = word if word.endswith("ss") else word.removesuffix("s")
    stem = stem.removesuffix("e")
    return f"{stem[:-1]}i" if stem.endswith("y") else stem


def _plain(text: str) -> list[str]:
    return [word.lower() for word in words(text)]


def _prose(document: Document) -> Iterator[str]:
    """Descriptions, titles, and the names of parameters and fields."""
    queue: list[object] = [file.data for file in document.files]
    while queue:
        value = queue.pop()
        if isinstance(value, dict):
            yield from (
                value[key]
                for key in ("description", "summary", "title", "name")
                if isinstance(value.get(key), str)
            )
            if isinstance(fields := value.get("properties"), dict):
                yield from map(str, fields)
            queue.extend(value.values())
        elif isinstance(value, list):
            queue.extend(value)
