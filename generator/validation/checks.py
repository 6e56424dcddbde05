"""sdkgen's own checks: what the frontend relies on, on any input and in bounded time."""

from __future__ import annotations

from collections.abc import Collection

from ..document import BrokenReference, Document, Node
from ..document.walk import Met, Misfit, Reference, walk
from ..errors import Problem, Problems
from . import contradictions, cycles, fields, operations, shapes


def check(
    document: Document, without: Collection[tuple[str, str]] = ()
) -> list[Problem]:
    """What is wrong with a description, found by walking it once.

    Of places in `without`, and of what is only reached through them, nothing is said.

    Among the errors are all that keep an operation, a parameter, a schema or a field from
    being emitted rightly: values of the wrong form, references that lead nowhere or in a
    circle, and fields without which nothing can be made of an object.
    """
    problems = Problems()
    visits = list(walk(document, without))
    for visit in visits:
        match visit:
            case Misfit(node, shape):
                problems.add(shapes.misfit(node, shape))
            case Reference(_, _, BrokenReference() as broken):
                problems.add(broken.problem)
            case Reference(node, shape, Node() as target):
                problems.update(shapes.unfollowed(node, shape))
                problems.update(shapes.strayed(node, shape, target))
            case Met(node, kind):
                problems.update(fields.faults(node, kind))
            case _:
                pass
    problems.update(operations.faults(document, without))
    problems.update(cycles.faults(visits))
    problems.update(contradictions.faults(visits))
    return list(problems)
