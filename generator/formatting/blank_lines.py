"""The blank lines that black puts before a statement, or takes away."""

from __future__ import annotations

from .scanning import Statement


class BlankLines:
    """Goes through a module with it; what is right depends on what was before."""

    def __init__(self) -> None:
        self._before_previous: Statement | None = None
        self._previous: Statement | None = None
        self._definitions: list[int] = []
        """The depths of those that the statement before stands in."""

    def before(self, statement: Statement) -> int:
        """The blank lines between the statement before and this one."""
        earlier, previous = self._before_previous, self._previous
        self._before_previous, self._previous = previous, statement
        ended = self._end_definitions(statement)
        if previous is None:
            return 0
        count = _count(previous, statement, ended)
        if previous.is_string and earlier is None and not statement.is_definition:
            # The docstring of the module.
            return 1
        if previous.is_string and earlier and earlier.is_class and previous.opened:
            return max(1, count)
        return count

    def _end_definitions(self, statement: Statement) -> int | None:
        """The depth of the outermost definition that ended before a statement."""
        ended = None
        while self._definitions and self._definitions[-1] >= statement.depth:
            ended = self._definitions.pop()
        if statement.is_definition:
            self._definitions.append(statement.depth)
        return ended


def _count(previous: Statement, statement: Statement, ended: int | None) -> int:
    depth = statement.depth
    emitted = min(statement.blanks, 1 if depth else 2)
    if statement.is_string and statement.opened and previous.is_definition:
        return 0
    if statement.is_definition or statement.is_decorator:
        if previous.is_decorator:
            return 0
        if previous.is_definition and previous.depth < depth:
            return min(emitted, 1)
        return 1 if depth else 2
    if previous.is_import and not statement.is_import:
        if depth == 0 and previous.depth == 0:
            return 1
        if depth == previous.depth:
            return _after_definition(statement, ended, emitted) or 1
    return _after_definition(statement, ended, emitted)


def _after_definition(statement: Statement, ended: int | None, emitted: int) -> int:
    if ended is None:
        return emitted
    # A clause belongs to the block in which the definition stands.
    return 1 if statement.depth or (ended and statement.is_clause) else 2
