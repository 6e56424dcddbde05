"""Words that look like slips of the pen, in names of operations and in tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ..document import Document
from ..ir import Operation
from ..names import words
from .raw import first_tags

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
        self._common: dict[tuple[str, int], list[tuple[int, str]]] = {}
        for place, (word, count) in enumerate(self._all.items()):
            if count >= _OFTEN:
                key = _outline(word), len(word)
                self._common.setdefault(key, []).append((place, word))

    def _named(self, document: Document) -> Iterator[str]:
        """OperationIds, paths and the keys of schemas."""
        yield from (each.id for each in self.operations if " " not in each.id)
        yield from dict.fromkeys(each.path for each in self.operations)
        yield from document.components("schemas")

    def is_rare(self, word: str) -> bool:
        """Whether a word occurs at most once, uses of tags aside."""
        return self._all[word] <= 1

    def corrected(self, word: str) -> str | None:
        """The common word that one which occurs but once may stand for."""
        if word in self._in_tags or not self.is_rare(word):
            return None
        candidates = (
            (place, each)
            for length in _near(len(word))
            for place, each in self._common.get((_outline(word), length), ())
            if is_slip(word, each)
        )
        return min(candidates, default=(0, None))[1]


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
    names = [_plain(tag) for tag in vocabulary.tags]
    forms: dict[str, int] = {}
    outlines: dict[tuple[tuple[str, ...], int], list[int]] = {}
    for place, parts in enumerate(names):
        form = "".join(map(_singular, parts))
        outline, length = tuple(map(_outline, parts)), sum(map(len, parts))
        alike = [
            other
            for size in _near(length)
            for other in outlines.get((outline, size), ())
            if _differ_by_slip(parts, names[other], vocabulary)
        ]
        if form in forms:
            alike.append(forms[form])
        if alike:
            yield vocabulary.tags[place], vocabulary.tags[min(alike)]
        forms.setdefault(form, place)
        outlines.setdefault((outline, length), []).append(place)


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


def _outline(word: str) -> str:
    """What a word has in common with its slips; words that can have none are themselves."""
    has_slips = len(word) >= _SHORTEST and word.isalpha()
    return word[0] + word[-1] if has_slips else word


def _near(length: int) -> tuple[int, ...]:
    """The lengths that slips of something of this length have."""
    return length, length - 1, length + 1


def _differ_by_slip(one: list[str], other: list[str], vocabulary: Vocabulary) -> bool:
    """Whether names with as many words differ in one of these, by a slip."""
    pairs = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return (
        len(pairs) == 1
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
