"""Python of the kind that is emitted, at random: short and long, tidy and not."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

_NAMES = [
    "a",
    "self",
    "limit",
    "thread_id",
    "Omit",
    "None",
    "str",
    "int",
    "OMIT",
    "True",
    "models",
]
_LITERALS = ["0", "1.0", "-1", "600", "'a\"b'", '"a.b"', r'"a\nb"', '"[x"', "'single'"]


class RandomPython:
    """Writes statements and modules; some of them only black knows how to lay out."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def module(self) -> str:
        lines = self._maybe(['"""What the module is about."""'])
        for _ in range(self._random.randint(1, 4)):
            lines += self._between()
            lines += self._random.choice([self._class, self._function, self._lines])(0)
        return "\n".join(lines) + "\n" * self._random.randint(0, 2)

    def statement(self) -> str:
        write = self._random.choice(
            [self._assignment, self._annotated, self._call_statement, self._import]
        )
        return write()

    def expression(self, depth: int = 3) -> str:
        if depth <= 0 or self._random.random() < 0.35:
            return self._choose(self._dotted, self._dotted, self._literal)
        inner = depth - 1
        match self._random.randrange(7):
            case 0 | 1:
                return self._call(inner)
            case 2:
                items = self._items(lambda: self.expression(inner), 1, 4)
                return f"{self._dotted()}[{items}]"
            case 3:
                return f"[{self._items(lambda: self.expression(inner), 0, 5)}]"
            case 4:
                return f"({self._items(lambda: self.expression(inner), 2, 4)})"
            case 5:
                return "{" + self._items(lambda: self._entry(inner), 0, 5) + "}"
            case _:
                return self._union(lambda: self.expression(inner))

    def annotation(self, depth: int = 2) -> str:
        if depth <= 0 or self._random.random() < 0.4:
            return self._choose(self._dotted, self._dotted, self._dotted, self._string)
        if self._random.random() < 0.5:
            return self._union(lambda: self.annotation(depth - 1))
        items = self._items(lambda: self.annotation(depth - 1), 1, 4)
        return f"{self._name()}[{items}]"

    def _class(self, depth: int) -> list[str]:
        bases = self._choose(
            lambda: "", lambda: f"({self._listed(self.annotation, 1, 2)})"
        )
        return [
            *self._maybe([f"{'    ' * depth}@{self._dotted()}"]),
            f"{'    ' * depth}class {self._name()}{bases}:",
            *self._body(depth + 1, [self._function, self._lines, self._lines]),
        ]

    def _function(self, depth: int) -> list[str]:
        start = self._choose(lambda: "def", lambda: "async def")
        parameters = self._items(self._parameter, 0, 6)
        result = self._choose(lambda: "", lambda: f" -> {self.annotation()}")
        return [
            *self._maybe([f"{'    ' * depth}@{self._dotted()}"]),
            f"{'    ' * depth}{start} {self._name()}({parameters}){result}:",
            *self._body(depth + 1, [self._lines]),
        ]

    def _body(self, depth: int, writers: list[Callable[[int], list[str]]]) -> list[str]:
        lines = self._maybe(self._docstring(depth))
        for _ in range(self._random.randint(1, 3)):
            lines += self._between() if lines else self._maybe([""])
            lines += self._random.choice(writers)(depth)
        return lines

    def _lines(self, depth: int) -> list[str]:
        indent = "    " * depth
        lines: list[str] = []
        for _ in range(self._random.randint(1, 3)):
            lines += [indent + self.statement(), *self._maybe(self._docstring(depth))]
            lines += self._maybe([""])
        return lines

    def _docstring(self, depth: int) -> list[str]:
        indent = "    " * depth
        long = "word " * self._random.randint(1, 20)
        first = self._choose(lambda: "Short.", long.strip, lambda: f" {long}")
        rest = [f"{indent}{self._random.choice(['', '', '    '])}More, `code`.", ""]
        return self._random.choice(
            [
                [f'{indent}"""{first}"""'],
                [f'{indent}"""{first}', "", *rest, f'{indent}{long}"""'],
                [f'{indent}"""{first}', "", *rest, f'{indent}"""'],
                [f'{indent}"""{first}', f'{indent}"""'],
            ]
        )

    def _between(self) -> list[str]:
        return [""] * self._random.choice([0, 1, 1, 2, 2, 3])

    def _assignment(self) -> str:
        targets = self._random.choice(
            [self._dotted(), f"{self._name()}, {self._name()}"]
        )
        return f"{targets} = {self.expression()}"

    def _annotated(self) -> str:
        value = self._choose(lambda: "", self.expression, self._dotted, self._string)
        return f"{self._name()}: {self.annotation()}" + (value and f" = {value}")

    def _call_statement(self) -> str:
        start = self._random.choice(
            ["", "return ", "return await ", "await ", "super()."]
        )
        return start + self._call(2)

    def _import(self) -> str:
        dots = self._random.choice(["", ".", ".."])
        names = self._listed(self._imported, 1, 6)
        return f"from {dots}{self._dotted()} import {names}"

    def _imported(self) -> str:
        name = self._name()
        return self._random.choice([name, f"{name} as {self._name()}"])

    def _parameter(self) -> str:
        annotated = f"{self._name()}: {self.annotation()}"
        match self._random.randrange(8):
            case 0:
                return self._name()
            case 1:
                return "*"
            case 2:
                return f"**{annotated}"
            case 3:
                return f"{self._name()}={self._dotted()}"
            case 4 | 5:
                return f"{annotated} = {self._choose(self._dotted, self._string)}"
            case _:
                return annotated

    def _call(self, depth: int) -> str:
        return f"{self._dotted()}({self._items(lambda: self._argument(depth), 0, 6)})"

    def _argument(self, depth: int) -> str:
        value = self.expression(depth)
        match self._random.randrange(7):
            case 0 | 1:
                return value
            case 2 | 3:
                return f"{self._name()}={value}"
            case 4:
                return f"{self._name()}=lambda: {value}"
            case 5:
                return f"**{self._name()}"
            case _:
                return '"""\nseveral\n\nlines"""'

    def _entry(self, depth: int) -> str:
        return f"{self._string()}: {self.expression(depth)}"

    def _union(self, write: Callable[[], str]) -> str:
        return " | ".join(write() for _ in range(self._random.choice([2, 2, 3, 5])))

    def _items(self, write: Callable[[], str], least: int, most: int) -> str:
        items = self._listed(write, least, most)
        return f"{items}," if items and self._random.random() < 0.15 else items

    def _listed(self, write: Callable[[], str], least: int, most: int) -> str:
        return ", ".join(write() for _ in range(self._random.randint(least, most)))

    def _dotted(self) -> str:
        count = self._random.choice([1, 1, 1, 1, 1, 1, 2, 2, 3])
        return ".".join(self._name() for _ in range(count))

    def _name(self) -> str:
        kind = self._random.random()
        if kind < 0.45:
            return self._random.choice(_NAMES)
        length = (
            self._random.randint(3, 40) if kind < 0.9 else self._random.randint(30, 95)
        )
        return "Name".ljust(length, "x")

    def _literal(self) -> str:
        return self._choose(self._string, lambda: self._random.choice(_LITERALS))

    def _string(self) -> str:
        length = self._random.choice([0, 4, 10, 20, 40, 80])
        return '"' + "s" * length + '"'

    def _maybe(self, lines: list[str]) -> list[str]:
        return self._random.choice([[], lines])

    def _choose(self, *writers: Callable[[], str]) -> str:
        return self._random.choice(writers)()
