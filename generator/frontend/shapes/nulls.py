"""Which named schemas let null pass, so that whoever refers to them has to say so."""

from __future__ import annotations

from ...document import BrokenReference, Node
from .flattening import Flattener, Shape
from .siblings import is_null


class Nulls:
    """Remembers what it has found out about each schema."""

    def __init__(self, flattener: Flattener) -> None:
        self._flattener = flattener
        self._known: dict[tuple[str, str], bool] = {}

    def may_pass(self, target: Node) -> bool:
        """Whether null fits the schema, beside whatever else does."""
        if target.key not in self._known:
            # A schema that leads back to itself lets no more pass for that.
            self._known[target.key] = False
            shape = self._flattener.flatten((target,))
            self._known[target.key] = self.may_pass_shape(shape)
        return self._known[target.key]

    def may_pass_shape(self, shape: Shape) -> bool:
        """Whether null fits what a schema comes to, beside whatever else does."""
        nulls = shape.nullable and shape.types != ()
        return nulls or any(
            is_null(branch) or self._may_pass_branch(branch)
            for union in shape.unions
            for branch in union.branches
        )

    def _may_pass_branch(self, branch: Node) -> bool:
        try:
            target = branch.target() if branch.ref is not None else branch
            target.deref()
        except BrokenReference:
            return False
        return self.may_pass(target)
