"""What a template may do: place what Python decided.

It may print a name or an attribute, loop, test a truth value, define, import and call
macros, include, and indent. The rest belongs into the views.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment, nodes


def violations(source: str) -> list[str]:
    """What a template does that it may not, each with its line."""
    tree = Environment(trim_blocks=True, lstrip_blocks=True).parse(source)
    return [
        f"line {node.lineno}: {_name(node)}" for node in _forbidden(tree, _macros(tree))
    ]


def _macros(tree: nodes.Template) -> set[str]:
    """The names under which macros can be called."""
    found = {macro.name for macro in tree.find_all(nodes.Macro)}
    for imported in tree.find_all(nodes.FromImport):
        for name in imported.names:
            found.add(name if isinstance(name, str) else name[1])
    return found


def _forbidden(node: nodes.Node, macros: set[str]) -> Iterator[nodes.Node]:
    match node:
        case nodes.Template() | nodes.Output():
            inner = list(node.iter_child_nodes())
        case nodes.TemplateData() | nodes.Name():
            return
        case nodes.Getattr() | nodes.Not():
            inner = [node.node]
        case nodes.For(test=None, recursive=False):
            inner = [*_targets(node.target), node.iter, *node.body, *node.else_]
        case nodes.If():
            inner = [node.test, *node.body, *node.elif_, *node.else_]
        case nodes.Macro(defaults=[]):
            inner = list(node.body)
        case nodes.Include(template=nodes.Const()) | nodes.FromImport(
            template=nodes.Const()
        ):
            return
        case nodes.Call(
            node=nodes.Name(name=name), kwargs=[], dyn_args=None, dyn_kwargs=None
        ) if (name in macros):
            inner = list(node.args)
        case nodes.Filter(name="indent", dyn_args=None, dyn_kwargs=None) if node.node:
            widths = [*node.args, *(keyword.value for keyword in node.kwargs)]
            inner = [node.node, *(w for w in widths if not isinstance(w, nodes.Const))]
        case _:
            yield node
            return
    for child in inner:
        yield from _forbidden(child, macros)


def _targets(target: nodes.Node) -> list[nodes.Node]:
    return list(target.items) if isinstance(target, nodes.Tuple) else [target]


def _name(node: nodes.Node) -> str:
    detail = getattr(node, "name", None) or getattr(node, "op", None)
    name = type(node).__name__
    return f"{name} {detail}" if isinstance(detail, str) else name
