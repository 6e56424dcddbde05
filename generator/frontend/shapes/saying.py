"""What is said of a schema where it is used: of itself, of its values, of what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document import Node
from ...ir import Any, Literal, Map, Ref, Type, but_null
from ...names import words
from ..texts import joined, sections, text
from .flattening import Flattener, Shape
from .limits import alternatives, held, placed
from .siblings import definition, single_reference
from .value_texts import text_of

_DEEPEST = 8
_WORD = re.compile(r"\w+")
# These tell a title from no name.
_EMPTY = frozenset(
    "a an and for in of on or the to model object property schema type".split()
)


def doc_of(
    shape: Shape,
    type_: Type,
    flattener: Flattener,
    said: str = "",
    name: str = "",
    depth: int = 0,
) -> str:
    """What stands at a use of a schema, beside what is `said` of the use itself."""
    inner = but_null(type_)
    if isinstance(inner, Ref):
        # A named schema says its own where it stands.
        return said or shape.doc
    # An item has no name of its own that a title could say more than.
    own = shape.doc if depth else titled(shape, name)
    own = own or _of_other_than_null(shape, flattener)
    doc = said if own in said else joined(said, own)
    if isinstance(inner, Literal):
        lines = "\n".join(f"- `{value}`: {told}" for value, told in value_docs(shape))
        return f"{doc or 'One of these:'}\n\n{lines}" if lines else doc
    if depth == _DEEPEST:
        return doc
    doc = _with_variants(doc, shape, flattener)
    for place, nodes, of in _parts(shape, inner):
        if isinstance(but_null(of), Ref):
            part = _of_use(nodes, flattener)
        else:
            part = doc_of(flattener.flatten(nodes), of, flattener, depth=depth + 1)
        if part and part not in doc:
            doc = f"{doc}\n\n{place}: {part}" if doc else f"{place}: {part}"
    return doc


def _with_variants(doc: str, shape: Shape, flattener: Flattener) -> str:
    """The text with what is said of single alternatives, but for what it says already."""
    known = " ".join(doc.split())
    new = [each for each in _variants(shape, flattener) if each not in known]
    if len(new) < 2:
        return sections(doc, *new)
    return "\n".join([doc or "One of these:", "", *(f"- {each}" for each in new)])


def _variants(shape: Shape, flattener: Flattener) -> Iterator[str]:
    """What is said of the alternatives that become no class to say it."""
    for branch in (branch for union in shape.unions for branch in union.branches):
        own = flattener.flatten((branch,))
        is_inline = branch.ref is None and not own.is_object
        said = titled(own, "") if is_inline else _of_use((branch,), flattener)
        if said:
            yield " ".join(said.split())


def _of_use(nodes: Sequence[Node], flattener: Flattener) -> str:
    """What is said where a named schema is used, that it does not say itself."""
    reference = single_reference(nodes)
    if reference is None:
        return ""
    said = flattener.flatten(nodes).doc
    return "" if said == flattener.flatten((definition(reference),)).doc else said


def _parts(shape: Shape, type_: Type) -> Iterator[tuple[str, Sequence[Node], Type]]:
    """What a value holds: which part it is, its schemas, and its type."""
    first = placed(shape, type_)
    for number, (node, item) in enumerate(first, 1):
        yield f"Item {number}", (node,), item
    nodes, item = held(shape, type_)
    if nodes:
        yield "Each further" if first else "Each", nodes, item


def model_doc(shape: Shape, name: str, flattener: Flattener) -> str:
    """What is said of an object with fields, and of those that it may have beside them."""
    doc = titled(shape, name)
    nodes, extra = held(shape, Map(Any()))
    inner = flattener.flatten(nodes)
    if any(node.ref is not None for node in nodes) or inner.is_object:
        # A class of its own says it.
        return doc
    said = doc_of(inner, extra, flattener, depth=1) if nodes else ""
    return sections(doc, f"Any other field: {said}" if said else "")


def titled(shape: Shape, name: str) -> str:
    """The description, after a title in words that neither it nor the name has."""
    title, doc = shape.title, shape.doc
    # One word is not for readers, but what a class is to be called.
    if len(title.split()) < 2:
        return doc
    known = {*_EMPTY, *_lower(name), *_WORD.findall(doc.lower())}
    return doc if _lower(title) <= known else joined(title, doc)


def _lower(name: str) -> set[str]:
    return {word.lower() for word in words(name)}


def _of_other_than_null(shape: Shape, flattener: Flattener) -> str:
    """What the only branch of a union says that is not null."""
    branches = [each for each in alternatives(shape, flattener) if each.types]
    return branches[0].doc if len(branches) == 1 == len(shape.unions) else ""


def value_docs(shape: Shape) -> tuple[tuple[str, str], ...]:
    """What the description says of single values: of constants in `oneOf`, or of an enum's."""
    found = dict(shape.value_texts)
    for branch in (branch for union in shape.unions for branch in union.branches):
        value = branch.value
        if isinstance(value, dict) and "const" in value:
            told = text_of(value["const"], value.get("title"), value.get("description"))
            if told := told or text(branch, "title"):
                found[str(value["const"])] = told
    return tuple(found.items())
