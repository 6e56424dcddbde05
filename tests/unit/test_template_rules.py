"""Templates place, Python decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from .template_rules import violations

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.mark.parametrize(
    "template", sorted(TEMPLATES.rglob("*.jinja")), ids=lambda path: path.name
)
def test_a_template_decides_nothing(template: Path) -> None:
    assert violations(template.read_text(encoding="utf-8")) == []


def test_there_are_templates_to_check() -> None:
    assert list(TEMPLATES.rglob("*.jinja"))


@pytest.mark.parametrize(
    "source",
    [
        "plain text, {# with a comment #} and {{ name }}",
        "{{ view.title }} {{ view.owner.name }}",
        "{% for item in view.items %}{{ item.line }}{% else %}none{% endfor %}",
        "{% for key, value in view.pairs %}{{ key }}: {{ value }}{% endfor %}",
        "{% for item in view.items %}{{ loop.index }}{% endfor %}",
        "{% if view.doc %}{{ view.doc }}{% elif view.name %}x{% else %}y{% endif %}",
        "{% if not view.doc %}x{% endif %}",
        "{{ view.body | indent(4) }}{{ view.body | indent(width=8, first=True) }}",
        "{% macro row(view) %}| {{ view.cell }} |{% endmacro %}{{ row(view.first) }}",
        "{% from 'macros.jinja' import row, cell as one %}{{ row(a) }}{{ one(a.b) }}",
        "{% include 'head.jinja' %}",
    ],
)
def test_placing_is_allowed(source: str) -> None:
    assert violations(source) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("{{ 'text' }}", "Const"),
        ("{{ 1 }}", "Const"),
        ("{{ a ~ b }}", "Concat"),
        ("{{ a + b }}", "Add"),
        ("{{ -a }}", "Neg"),
        ("{{ a * 2 }}", "Mul"),
        ("{{ [a, b] }}", "List"),
        ("{{ (a, b) }}", "Tuple"),
        ("{{ {'a': b} }}", "Dict"),
        ("{{ a[0] }}", "Getitem"),
        ("{{ a['key'] }}", "Getitem"),
        ("{{ a if b else c }}", "CondExpr"),
        ("{{ a | upper }}", "Filter upper"),
        ("{{ a | indent(b + 1) }}", "Add"),
        ("{{ a | join(', ') | indent }}", "Filter join"),
        ("{{ a.method() }}", "Call"),
        ("{{ unknown(a) }}", "Call"),
        ("{% macro m(x) %}{% endmacro %}{{ m('text') }}", "Const"),
        ("{% macro m(x) %}{% endmacro %}{{ m(x=a) }}", "Call"),
        ("{% macro m(x=1) %}{% endmacro %}", "Macro m"),
        ("{% if a == b %}{% endif %}", "Compare"),
        ("{% if a in b %}{% endif %}", "Compare"),
        ("{% if a and b %}{% endif %}", "And"),
        ("{% if a or b %}{% endif %}", "Or"),
        ("{% if a is defined %}{% endif %}", "Test defined"),
        ("{% if not a is none %}{% endif %}", "Test none"),
        ("{% if a %}{% elif b == c %}{% endif %}", "Compare"),
        ("{% set a = b %}", "Assign"),
        ("{% set a %}text{% endset %}", "AssignBlock"),
        ("{% with a = b %}{% endwith %}", "With"),
        ("{% filter upper %}text{% endfilter %}", "FilterBlock"),
        ("{% for a in b if a %}{% endfor %}", "For"),
        ("{% for a in b recursive %}{% endfor %}", "For"),
        ("{% for a in range(3) %}{% endfor %}", "Call"),
        ("{% for a in b | sort %}{% endfor %}", "Filter sort"),
        ("{% for a in b %}{{ a + 1 }}{% endfor %}", "Add"),
        ("{% include name %}", "Include"),
        ("{% extends 'base.jinja' %}", "Extends"),
        ("{% block a %}{% endblock %}", "Block a"),
        ("{% import 'macros.jinja' as m %}{{ m.row(a) }}", "Call"),
        ("{% from 'm' import row %}{% call row(a) %}x{% endcall %}", "CallBlock"),
    ],
)
def test_deciding_is_not(source: str, found: str) -> None:
    assert any(found in violation for violation in violations(source))


def test_a_violation_names_its_line() -> None:
    assert violations("{{ a }}\n{% if b %}\n{{ c + d }}\n{% endif %}\n") == [
        "line 3: Add"
    ]
