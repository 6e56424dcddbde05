"""What a call returns, as far as a program that makes the call has to know."""

from __future__ import annotations

from dataclasses import dataclass

from ....ir import Any, Operation, Response, ResponseContent, ResponseKind, Type


@dataclass(frozen=True, slots=True)
class Answer:
    """One form of a successful answer; without `content` it has no body."""

    response: Response
    content: ResponseContent | None

    @property
    def kind(self) -> ResponseKind:
        return self.content.kind if self.content else ResponseKind.NONE

    @property
    def type(self) -> Type | None:
        """The type of the decoded value; `None` where bytes, text or nothing come."""
        return (
            self.content.type
            if self.content and self.kind is ResponseKind.JSON
            else None
        )

    @property
    def is_open(self) -> bool:
        """Whether nothing says what will come, not even whether it is JSON."""
        open_ = self.content is not None and "*" in self.content.media_type
        return open_ and isinstance(self.type, Any)


def answers(operation: Operation) -> tuple[Answer, ...]:
    """The successful answers that differ in what they return, in the description's order."""
    found: dict[tuple[ResponseKind, Type | None], Answer] = {}
    for response in operation.responses:
        answer = Answer(response, response.content)
        found.setdefault((answer.kind, answer.type), answer)
    return tuple(found.values())


def answer(operation: Operation) -> Answer | None:
    """The one answer of an operation; `None` where there are several that differ, or none."""
    found = answers(operation)
    return found[0] if len(found) == 1 else None
