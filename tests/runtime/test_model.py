"""Models: what servers send is taken as it comes, what people write is checked."""

import copy
import json
import pickle
import sys
import threading
import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from types import ModuleType
from typing import Annotated, Any, Literal, TypeAlias
from uuid import UUID

import pytest
from pydantic import BaseModel, Field, ValidationError, field_validator
from typing_extensions import TypeAliasType

from templates.python._runtime.decoding import strict_validator, validator
from templates.python._runtime.model import Model
from templates.python._runtime.problems import Problem
from templates.python._runtime.room import with_room
from templates.python._runtime.unions import Tagged, Unknown, Untagged

RunStatus: TypeAlias = Literal["queued", "completed"]
Json = TypeAliasType(
    "Json", "bool | int | float | str | list[Json] | dict[str, Json] | None"
)
Moment = TypeAliasType("Moment", datetime)


class Usage(Model):
    prompt_tokens: int
    ratio: float


class Function(Model):
    name: str
    parameters: dict[str, Any] | None = None


class FunctionTool(Model):
    type: Literal["function"]
    function: Function


class CodeTool(Model):
    type: Literal["code"]


Tool: TypeAlias = Annotated[
    CodeTool | FunctionTool | Unknown,
    Tagged("type", {"code": CodeTool, "function": FunctionTool}),
]


class Run(Model):
    id: str
    object: Literal["thread.run"]
    created_at: int
    status: RunStatus | str
    from_: Annotated[str, Field(alias="from")]
    usage: Usage | None
    tools: list[Tool]
    metadata: dict[str, str] | None
    usages: dict[str, Usage]
    done: bool
    temperature: float | None = None
    notes: list[str] | None = None


class Scalars(Model):
    moment: datetime | None = None
    named: Moment | None = None
    day: date | None = None
    clock: time | None = None
    span: timedelta | None = None
    uuid: UUID | None = None
    amount: Decimal | None = None
    blob: bytes | None = None
    ratio: float | None = None
    ratios: list[float] | None = None
    days: list[date] | None = None
    count: int | None = None
    flag: bool | None = None
    text: str | None = None
    level: Literal[1, 2] | None = None
    yes: Literal[True] | None = None
    mixed: Literal["a", 1] | None = None
    either: int | str | None = None
    pair: tuple[int, datetime] | None = None
    anything: Any = None
    json_: Annotated[Json, Field(alias="json")] = None


class Node(Model):
    name: str
    parent: "Node | None" = None
    children: "list[Node] | None" = None
    group: "Group | None" = None


class Group(Model):
    members: list[Node]


class Counts(Model):
    __pydantic_extra__: dict[str, int] = Field(init=False)

    total: int


class Grid(Model):
    rows: list[list[Usage]]
    table: dict[str, list[float]]


RUN: dict[str, Any] = {
    "id": "run_1",
    "object": "thread.run",
    "created_at": 1,
    "status": "queued",
    "from": "me",
    "usage": {"prompt_tokens": 1, "ratio": 0.5},
    "tools": [{"type": "function", "function": {"name": "f"}}],
    "metadata": {"a": "b"},
    "usages": {"x": {"prompt_tokens": 2, "ratio": 1.5}},
    "done": True,
}


def decoded(type_: Any, value: Any) -> Any:
    return validator(type_)(json.dumps(value).encode())


def paths(model: Model) -> list[str]:
    return [".".join(map(str, problem.path)) for problem in model.problems()]


# What servers send


def test_a_response_that_fits_is_typed_all_the_way_down() -> None:
    run: Run = decoded(Run, RUN)
    assert run.from_ == "me"
    assert isinstance(run.tools[0], FunctionTool)
    assert run.tools[0].function.name == "f"
    assert run.usages["x"].prompt_tokens == 2
    assert run.problems() == []
    assert run.to_dict() == RUN


def test_a_missing_field_is_none_and_not_set() -> None:
    run: Run = decoded(Run, {"id": "run_1"})
    assert run.created_at is None
    assert run.tools is None
    assert run.model_fields_set == {"id"}
    assert run.to_dict() == {"id": "run_1"}


def test_null_is_none_where_it_is_not_allowed_and_is_kept() -> None:
    nulls = dict.fromkeys(RUN)
    run: Run = decoded(Run, nulls)
    assert run.id is None
    assert run.tools is None
    assert run.to_dict() == nulls


@pytest.mark.parametrize(
    "value", [None, True, 7, 7.5, "text", [], ["x", 1], {}, {"x": {"y": None}}]
)
@pytest.mark.parametrize("field", RUN)
def test_a_value_of_another_type_is_kept_as_it_came(field: str, value: Any) -> None:
    sent = {**RUN, field: value}
    run: Run = decoded(Run, sent)
    assert run.to_dict() == sent
    assert json.loads(run.to_json()) == sent
    others = {name: value for name, value in RUN.items() if name != field}
    assert {name: run.to_dict()[name] for name in others} == others
    assert all(path.split(".")[0] == field for path in paths(run))


@pytest.mark.parametrize("field", Scalars.model_fields)
@pytest.mark.parametrize(
    "value",
    [
        True,
        1,
        0,
        1.0,
        2.5,
        12345678901234567890,
        "1",
        "",
        "true",
        "1699016383",
        "P1M",
        "P1Y2M3DT4H",
        "2020-13-45T00:00:00Z",
        " 1",
        "1_000",
        "NaN",
        "not base64!",
        [1, "2020-01-01T00:00:00Z", 3],
        ["x", None, 1.5],
        {"a": [None]},
    ],
)
def test_no_value_becomes_another_one(field: str, value: Any) -> None:
    name = Scalars.model_fields[field].alias or field
    scalars: Scalars = decoded(Scalars, {name: value})
    again = scalars.to_dict()[name]
    assert again == value
    # 1, 1.0 and true are equal for Python, and different things for JSON.
    if not isinstance(value, (int, list)) or field not in ("ratio", "ratios"):
        assert json.dumps(again) == json.dumps(value)
    assert not isinstance(again, bool) or isinstance(value, bool)


def test_text_becomes_what_its_format_says_and_goes_back_as_it_came() -> None:
    sent = {
        "moment": "2024-05-31T12:30:00Z",
        "named": "2024-05-31T12:30:00+02:00",
        "day": "2024-05-31",
        "clock": "12:30:00",
        "span": "P3DT4H",
        "uuid": "12345678-1234-5678-1234-567812345678",
        "amount": "1.10",
        "blob": "+/+/",
        "ratio": 1.5,
        "days": ["2024-05-31", "2024-06-01"],
    }
    scalars: Scalars = decoded(Scalars, sent)
    assert scalars.moment == datetime(2024, 5, 31, 12, 30, tzinfo=UTC)
    assert isinstance(scalars.named, datetime)
    assert scalars.day == date(2024, 5, 31)
    assert scalars.clock == time(12, 30)
    assert scalars.span == timedelta(days=3, hours=4)
    assert scalars.uuid == UUID("12345678-1234-5678-1234-567812345678")
    assert scalars.amount == Decimal("1.10")
    assert scalars.blob == b"\xfb\xff\xbf"
    assert scalars.days == [date(2024, 5, 31), date(2024, 6, 1)]
    assert scalars.to_dict() == sent
    assert scalars.problems() == []


@pytest.mark.parametrize(
    "sent",
    [{"count": 7.0}, {"count": -0.0}, {"either": 1e300}, {"level": 2.0}],
)
def test_a_whole_number_with_a_fraction_is_an_integer(sent: dict[str, float]) -> None:
    [(name, value)] = sent.items()
    data = json.dumps(sent).encode()
    kept = validator(Scalars)(data)
    assert json.dumps(kept.to_dict()) == json.dumps(sent)
    assert kept.problems() == []
    for checked in (strict_validator(Scalars)(data), Scalars(**sent)):
        number = getattr(checked, name)
        assert type(number) is int
        assert number == value


@pytest.mark.parametrize("value", [7.5, float("inf"), True, "7"])
def test_nothing_else_becomes_an_integer(value: Any) -> None:
    with pytest.raises(ValidationError, match=r"1 validation error.*\ncount"):
        strict_validator(Scalars)(json.dumps({"count": value}).encode())


def test_an_integer_is_taken_for_a_number() -> None:
    scalars: Scalars = decoded(Scalars, {"ratio": 1, "ratios": [1, 2.5]})
    assert isinstance(scalars.ratio, float)
    assert scalars.ratios == [1.0, 2.5]
    assert scalars.problems() == []


def test_one_bad_item_does_not_untype_the_rest() -> None:
    run: Run = decoded(
        Run,
        {
            "tools": [7, {"type": "code"}, {"type": "new"}, None],
            "usages": {"bad": 7, "good": {"prompt_tokens": 1}},
            "metadata": {"a": 1, "b": "c"},
            "notes": ["a", 1],
        },
    )
    assert run.tools[0] == Unknown(7)
    assert isinstance(run.tools[1], CodeTool)
    assert run.tools[2] == Unknown({"type": "new"})
    assert run.tools[3] is None
    assert run.usages["bad"] == 7
    assert run.usages["good"].prompt_tokens == 1
    assert run.metadata == {"a": 1, "b": "c"}
    assert run.notes == ["a", 1]


def test_items_are_tolerated_at_any_depth() -> None:
    sent = {
        "rows": [[{"prompt_tokens": 1, "ratio": 1.5}, "x"], "y", [None]],
        "table": {"a": [1.5, "x"], "b": "y"},
    }
    grid: Grid = decoded(Grid, sent)
    assert grid.rows[0][0].ratio == 1.5
    assert grid.to_dict() == sent


def test_an_unknown_value_of_an_open_enum_is_no_problem() -> None:
    run: Run = decoded(Run, {**RUN, "status": "paused"})
    assert run.status == "paused"
    assert run.problems() == []


def test_unknown_fields_are_kept_as_attributes() -> None:
    run: Any = decoded(Run, {**RUN, "new": {"a": [1, None]}, "from_": "x"})
    assert run.new == {"a": [1, None]}
    assert run.from_ == "me"
    assert run.to_dict()["new"] == {"a": [1, None]}


def test_typed_further_fields_are_tolerated_too() -> None:
    counts: Counts = decoded(Counts, {"total": 1, "a": 2, "b": "x", "c": None})
    assert counts.__pydantic_extra__ == {"a": 2, "b": "x", "c": None}
    assert paths(counts) == ["b", "c"]


def test_models_may_stand_in_circles() -> None:
    node: Node = decoded(
        Node,
        {
            "name": "a",
            "parent": {"name": "b", "children": [{"name": 1}, 2]},
            "group": {"members": [{"name": "c", "group": {}}]},
        },
    )
    assert node.parent is not None
    assert node.parent.children is not None
    assert isinstance(node.parent.children[0], Node)
    assert node.group is not None
    assert isinstance(node.group.members[0].group, Group)
    assert paths(node) == [
        "parent.children.0.name",
        "parent.children.1",
        "group.members.0.group.members",
    ]


@pytest.mark.parametrize("body", [b"[]", b'"x"', b"null", b"7", b"{", b"", b"{}x"])
def test_the_outermost_shape_is_not_tolerated(body: bytes) -> None:
    with pytest.raises(ValidationError):
        validator(Run)(body)


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (str, "x"),
        (int, 1),
        (list[str], ["a", 1, None]),
        (list[int], [1, "a"]),
        (dict[str, int], {"a": 1, "b": "c"}),
        (list[Tool], [{"type": "code"}, 7]),
        (Any, {"a": [1]}),
    ],
)
def test_types_that_are_no_models_are_decoded_too(type_: Any, value: Any) -> None:
    found = decoded(type_, value)
    if type_ == list[Tool]:
        assert found == [CodeTool(type="code"), Unknown(7)]
    else:
        assert found == value


@pytest.mark.parametrize(
    ("type_", "value"), [(str, 1), (int, "1"), (list[str], {}), (bool, 1), (Run, [])]
)
def test_their_outermost_shape_is_not_tolerated_either(type_: Any, value: Any) -> None:
    with pytest.raises(ValidationError):
        decoded(type_, value)


def test_a_value_becomes_the_type_that_an_alias_names() -> None:
    assert decoded(Moment, "2024-05-31T12:30:00Z") == datetime(
        2024, 5, 31, 12, 30, tzinfo=UTC
    )
    assert decoded(Json, {"a": [1, None, {"b": "c"}]}) == {"a": [1, None, {"b": "c"}]}


def test_constraints_are_the_callers_to_keep_and_not_the_servers() -> None:
    class Limited(Model):
        name: Annotated[str, Field(max_length=3)]
        sizes: Annotated[list[int], Field(max_length=1)]

    sent = {"name": "a long name", "sizes": [1, 2]}
    limited: Limited = decoded(Limited, sent)
    assert limited.to_dict() == sent
    assert paths(limited) == ["name", "sizes"]
    with pytest.raises(ValidationError, match="at most 3 characters"):
        Limited(name="a long name", sizes=[])
    assert decoded(Annotated[list[str], Field(min_length=1)], ["a", 1]) == ["a", 1]


def test_many_threads_build_the_same_models() -> None:
    class Inner(Model):
        name: str

    class Outer(Model):
        inner: Inner
        more: list[Inner]

    start = threading.Barrier(16)
    found: list[Any] = []

    def work(number: int) -> None:
        start.wait()
        if number % 4 == 0:
            found.append(Outer(inner=Inner(name="a"), more=[]))
        elif number % 4 == 1:
            found.append(decoded(Outer, {"inner": {"name": "a"}, "more": []}))
        elif number % 4 == 2:
            found.append(
                decoded(list[Outer], [{"inner": {"name": "a"}, "more": []}])[0]
            )
        else:
            body = b'{"inner": {"name": "a"}, "more": []}'
            found.append(strict_validator(Outer)(body))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 16
    assert all(outer == found[0] for outer in found)


# What does not fit


def test_problems_say_where_and_what() -> None:
    run: Run = decoded(
        Run,
        {
            **{name: value for name, value in RUN.items() if name != "from"},
            "created_at": "1",
            "tools": [
                {"type": "function", "function": {}},
                {"type": "function"},
                {"type": "new"},
                {"type": "code"},
            ],
            "usages": {"x": {"prompt_tokens": 1.5, "ratio": None}},
        },
    )
    assert run.problems() == [
        Problem(("created_at",), "Input should be a valid integer"),
        Problem(("from",), "Field required"),
        Problem(("tools", 0, "function", "name"), "Field required"),
        Problem(("tools", 1, "function"), "Field required"),
        Problem(
            ("tools", 2),
            "Input tag 'new' found using 'type' does not match any of the expected"
            " tags: 'code', 'function'",
        ),
        Problem(("usages", "x", "prompt_tokens"), "Input should be a valid integer"),
        Problem(("usages", "x", "ratio"), "Input should be a valid number"),
    ]
    assert str(run.problems()[0]) == "created_at: Input should be a valid integer"


class Tree(Model):
    children: list["Tree"]


def test_a_misfit_deep_in_a_tree_is_found_at_once() -> None:
    data = b'{"children":[' * 40 + b"7" + b"]}" * 40
    (problem,) = validator(Tree)(data).problems()
    assert problem.path == ("children", 0) * 40


@pytest.mark.parametrize("text", ["P1M", "-P1Y", "P1Y2M3DT4H5M6.5S"])
def test_a_duration_in_months_fits_and_stays_text(text: str) -> None:
    scalars: Scalars = decoded(Scalars, {"span": text})
    assert scalars.problems() == []
    assert scalars.to_dict() == {"span": text}
    assert Scalars(span=text).to_dict() == {"span": text}  # type: ignore[arg-type]


def test_text_of_the_wrong_form_is_told_by_an_example() -> None:
    scalars: Scalars = decoded(Scalars, {"moment": "1699016383", "span": "a month"})
    assert list(map(str, scalars.problems())) == [
        "moment: Input should be a time such as 2024-05-31T12:00:00Z",
        "span: Input should be a duration such as P3DT12H",
    ]


def test_a_value_that_fits_no_member_of_a_union_has_one_problem() -> None:
    scalars: Scalars = decoded(Scalars, {"either": []})
    assert list(map(str, scalars.problems())) == [
        "either: Input should be a valid integer or Input should be a valid string"
    ]


def test_strict_decoding_raises_for_every_place() -> None:
    with pytest.raises(ValidationError) as caught:
        strict_validator(Run)(b'{"id": 1, "usage": {"prompt_tokens": 1}}')
    places = {error["loc"] for error in caught.value.errors()}
    assert ("id",) in places
    assert ("usage", "ratio") in places
    assert ("from",) in places


def test_strict_decoding_gives_the_same_models() -> None:
    body = json.dumps(RUN).encode()
    assert strict_validator(Run)(body) == validator(Run)(body)
    assert strict_validator(list[Run])(b"[" + body + b"]") == [validator(Run)(body)]


def test_strict_decoding_is_strict_though_the_parts_were_built_before() -> None:
    validator(Usage)(b"{}")
    validator(FunctionTool)(b"{}")
    with pytest.raises(ValidationError):
        strict_validator(FunctionTool)(b'{"type": "function", "function": {}}')


# What people write


def test_a_model_made_by_hand_is_checked() -> None:
    with pytest.raises(ValidationError, match=r"function\n  Field required"):
        FunctionTool(type="function")  # type: ignore[call-arg]
    with pytest.raises(ValidationError, match="Input should be 'function'"):
        FunctionTool(type="code", function=Function(name="f"))  # type: ignore[arg-type]
    with pytest.raises(ValidationError, match=r"function.name"):
        FunctionTool(type="function", function={"name": 1})  # type: ignore[arg-type]
    with pytest.raises(ValidationError, match="valid integer"):
        Usage(prompt_tokens="1", ratio=1.5)  # type: ignore[arg-type]


def test_a_model_made_by_hand_takes_models_and_dicts() -> None:
    tool = FunctionTool(type="function", function={"name": "f"})  # type: ignore[arg-type]
    assert tool == FunctionTool(type="function", function=Function(name="f"))
    assert tool.to_dict() == {"type": "function", "function": {"name": "f"}}


def test_a_model_made_by_hand_takes_both_names_of_a_field() -> None:
    class Mail(Model):
        from_: Annotated[str, Field(alias="from")]

    assert Mail(from_="me") == Mail(**{"from": "me"})
    assert Mail(from_="me").to_dict() == {"from": "me"}


def test_a_field_that_comes_later_does_not_take_a_name_from_code() -> None:
    class Before(Model):
        a_b: Annotated[str, Field(alias="a-b")]

    class After(Model):
        a_b: Annotated[str, Field(alias="a-b")]
        a_b_2: Annotated[str | None, Field(alias="a_b")] = None

    for model in (Before, After):
        assert model(a_b="old").to_dict() == {"a-b": "old"}
        assert model(**{"a-b": "old"}).to_dict() == {"a-b": "old"}
    both = After(a_b="old", a_b_2="new")
    assert both.to_dict() == {"a-b": "old", "a_b": "new"}
    assert validator(After)(both.to_json().encode()) == both


def test_a_model_made_by_hand_takes_what_its_fields_hold() -> None:
    moment = datetime(2024, 5, 31, 12, 30, tzinfo=UTC)
    scalars = Scalars(moment=moment, blob=b"\xfb\xff", amount=Decimal("1.10"), ratio=1)
    assert scalars.to_dict() == {
        "moment": "2024-05-31T12:30:00Z",
        "blob": "+/8=",
        "amount": "1.10",
        "ratio": 1.0,
    }
    with pytest.raises(ValidationError):
        Scalars(moment=1699016383)  # type: ignore[arg-type]
    with pytest.raises(ValidationError, match="Input should be Base64"):
        Scalars(blob="text!")  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["+/8=", "+/9=", "+/\r\n8=\r\n"])
def test_base64_may_be_broken_into_lines_and_end_in_odd_bits(text: str) -> None:
    assert Scalars(blob=text).blob == b"\xfb\xff"  # type: ignore[arg-type]


def test_a_received_part_can_be_used_for_a_new_model() -> None:
    run: Run = decoded(Run, {"tools": [{"type": "new"}, {"type": "code"}]})

    class Request(Model):
        tools: list[Tool]

    assert Request(tools=run.tools).to_dict() == {
        "tools": [{"type": "new"}, {"type": "code"}]
    }


def test_what_is_assigned_is_sent() -> None:
    run: Run = decoded(Run, {"id": "run_1"})
    run.metadata = None
    run.done = True
    assert run.to_dict() == {"id": "run_1", "metadata": None, "done": True}


# What models can do besides


def test_models_can_be_copied_compared_and_pickled() -> None:
    run: Run = decoded(Run, {**RUN, "new": 1, "created_at": "x"})
    for twin in (copy.copy(run), copy.deepcopy(run), pickle.loads(pickle.dumps(run))):
        assert twin == run
        assert twin.to_dict() == run.to_dict()
        assert twin.model_fields_set == run.model_fields_set
    changed = run.model_copy(update={"id": "run_2"})
    assert changed != run
    assert changed.id == "run_2"


def test_a_subclass_adds_fields_and_checks() -> None:
    class MyUsage(Usage):
        note: str

        @field_validator("note")
        @classmethod
        def _short(cls, value: str) -> str:
            if len(value) > 3:
                raise ValueError("too long")
            return value

    usage: MyUsage = decoded(MyUsage, {"prompt_tokens": "x", "note": "long note"})
    assert usage.note == "long note"
    assert paths(usage) == ["prompt_tokens", "ratio", "note"]
    with pytest.raises(ValidationError, match="too long"):
        MyUsage(prompt_tokens=1, ratio=1.5, note="long note")


def test_a_model_is_a_part_of_other_peoples_models() -> None:
    class Theirs(BaseModel):
        run: Run
        usage: Usage

    theirs = Theirs.model_validate({"run": {"id": 7}, "usage": {}})
    assert theirs.run.to_dict() == {"id": 7}
    assert theirs.usage.ratio is None
    assert "run" in Theirs.model_json_schema()["properties"]


def test_no_warning_is_printed_for_values_of_another_type() -> None:
    run: Run = decoded(Run, {**RUN, "created_at": [], "usage": 1, "tools": {}})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        run.model_dump()
        run.model_dump_json()
        run.model_dump(mode="json")
        repr(run)


def test_json_can_be_indented() -> None:
    assert CodeTool(type="code").to_json(indent=2) == '{\n  "type": "code"\n}'


def test_fields_may_be_called_like_parts_of_a_schema() -> None:
    class Odd(Model):
        type: int
        schema_: Annotated[dict[str, Usage], Field(alias="schema")]
        metadata: Annotated[list[Usage] | Usage | Unknown, Untagged()]
        choices: list[int]

    odd: Odd = decoded(Odd, {"type": "x", "schema": {"a": {}}, "choices": ["x"]})
    assert odd.to_dict()["type"] == "x"
    assert isinstance(odd.schema_["a"], Usage)
    assert paths(odd) == [
        "type",
        "schema.a.prompt_tokens",
        "schema.a.ratio",
        "metadata",
        "choices.0",
    ]


def test_deep_and_hostile_nesting_is_refused_in_good_time() -> None:
    depth = 200
    body = b'{"name":1,"parent":' * depth + b"{}" + b"}" * depth
    try:
        node = validator(Node)(body)
    except ValidationError as error:
        assert "recursion" in str(error).lower()
    else:
        assert isinstance(node, Node)


@pytest.mark.parametrize(
    "read",
    [
        lambda model, data: validator(model)(data),
        lambda model, data: model.model_validate_json(data),
    ],
)
@pytest.mark.parametrize("count", [30, 150])
def test_a_long_circle_of_models_decodes(
    count: int, read: Callable[[Any, bytes], Any]
) -> None:
    names = [f"Link{number}" for number in range(count)]
    module = ModuleType("circle_of_models")
    module.__dict__.update(Model=Model)
    fields = (
        f"class {name}(Model):\n    following: {other} | None = None\n"
        for name, other in zip(names, [*names[1:], names[0]], strict=True)
    )
    source = "\n".join(["from __future__ import annotations", *fields])
    sys.modules[module.__name__] = module
    try:
        exec(source, module.__dict__)
        link = read(module.Link0, b'{"following": {"x": 1}}')
        assert isinstance(link.following, module.Link1)
        assert link.problems() == []
    finally:
        del sys.modules[module.__name__]


def test_a_model_of_ones_own_may_name_what_stands_around_it() -> None:
    space = {"__annotations__": {"inner": "later"}, "__module__": __name__}
    outer: Any = type("Outer", (Model,), space)

    class Inner(Model):
        n: int

    later = Inner
    assert outer.model_rebuild() is True
    assert isinstance(outer.model_validate({"inner": {"n": 1}}).inner, later)
    assert outer.model_rebuild() is None


def test_there_is_an_end_to_the_room() -> None:
    def never() -> None:
        never()

    frames = sys.getrecursionlimit()
    with pytest.raises(RecursionError):
        with_room(never)
    assert sys.getrecursionlimit() == frames


class Login(Model, hide_input_in_errors=True):
    user: str
    key: str | None = None


class Session(Model):
    login: Login


def test_a_model_that_holds_a_secret_does_not_quote_it() -> None:
    faults = (
        lambda: Login(**{"key": "hunter2"}),
        lambda: strict_validator(Login)(b'{"key": "hunter2"}'),
        lambda: validator(Login)(b'["hunter2"]'),
    )
    for fault in faults:
        with pytest.raises(ValidationError) as raised:
            fault()
        assert "hunter2" not in str(raised.value)
    for type_ in (list[Login], Login | Function, Session):
        with pytest.raises(ValidationError) as raised:
            strict_validator(type_)(b'[{"key": ["hunter2"]}]')
        assert "hunter2" not in str(raised.value)
    with pytest.raises(ValidationError) as raised:
        Session(**{"login": {"key": "hunter2"}})
    assert "hunter2" not in str(raised.value)
    with pytest.raises(ValidationError, match="input_value="):
        Function(**{"parameters": {}})
