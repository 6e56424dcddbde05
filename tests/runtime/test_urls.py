"""Where requests go: base URLs, path templates, and what may not stand in them."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from templates.python._runtime.address import Address
from templates.python._runtime.errors import ConfigurationError, InvalidRequestError
from templates.python._runtime.omit import OMIT
from templates.python._runtime.operation import Operation
from templates.python._runtime.servers import Server, Variable

from .conftest import CONFIG, Recorder


def url(
    path: str, *values: object, base: str = "https://a.test", **options: Any
) -> str:
    operation: Operation[Any] = Operation("op", "GET", path, **options)
    return Address(operation, base, {}).url(values, {})


@pytest.mark.parametrize(
    ("path", "values", "written"),
    [
        ("/threads/{a}/runs/{b}", ("t", "r"), "/threads/t/runs/r"),
        ("/a/{id}.json", ("x",), "/a/x.json"),
        ("/x/{a}...{b}", ("v1", "v2"), "/x/v1...v2"),
        ("/pets:validate", (), "/pets:validate"),
        ("/pets/{id}:validate", ("7",), "/pets/7:validate"),
        ("/files?beta=true", (), "/files?beta=true"),
        ("/files/{id}?beta=true", ("f",), "/files/f?beta=true"),
        ("/files?id={id}", ("a&b",), "/files?id=a%26b"),
        ("/upload#big", (), "/upload"),
        ("/#X-Target={x}", ("A",), "/"),
        ("/{a}/copy/{a}", ("x",), "/x/copy/x"),
        ("/{b}/{a}/{b}", ("x", "y"), "/x/y/x"),
        ("/100%/{a}", ("x",), "/100%/x"),
        ("/ü {}/{a}", ("e", "x"), "/%C3%BC%20e/x"),
        ("plain/{a}", ("x",), "/plain/x"),
        ("/{a}", (7,), "/7"),
        ("/{a}", (True,), "/true"),
        ("/", (), "/"),
    ],
)
def test_a_path_takes_its_values(
    path: str, values: tuple[object, ...], written: str
) -> None:
    assert url(path, *values) == f"https://a.test{written}"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("../../x", "..%2F..%2Fx"),
        ("a/b", "a%2Fb"),
        ("a?b", "a%3Fb"),
        ("a#b", "a%23b"),
        ("a%2fb", "a%252fb"),
        ("a b", "a%20b"),
        ("ü", "%C3%BC"),
        ("%2e%2e", "%252e%252e"),
        ("a\\..\\b", "a%5C..%5Cb"),
        ("a;b=c", "a%3Bb%3Dc"),
        ("...", "..."),
        ("%s", "%25s"),
    ],
)
def test_a_value_never_leaves_its_segment(value: str, written: str) -> None:
    assert url("/a/{id}/b", value) == f"https://a.test/a/{written}/b"


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_a_dotted_or_empty_value_sends_nothing(make_api: Any, value: str) -> None:
    recorder = Recorder()
    delete: Operation[None] = Operation("deleteThing", "DELETE", "/things/{thing_id}")
    with pytest.raises(InvalidRequestError, match="'thing_id'"):
        make_api(recorder).call(delete, path=(value,))
    assert recorder.requests == []


def test_values_that_are_dots_only_together_are_refused_one_by_one() -> None:
    for path, values in (("/a/{x}{y}/b", (".", ".")), ("/a/.{x}/b", (".",))):
        with pytest.raises(InvalidRequestError):
            url(path, *values)


@pytest.mark.parametrize(
    ("base", "written"),
    [
        ("https://a.test/", "https://a.test/x"),
        ("https://a.test/v1/", "https://a.test/v1/x"),
        ("https://a.test:8443/v1", "https://a.test:8443/v1/x"),
        ("http://[::1]:80/v1", "http://[::1]:80/v1/x"),
        ("https://a.test/v1?api-version=2", "https://a.test/v1/x?api-version=2"),
        ("https://a.test/a%20b#frag", "https://a.test/a%20b/x"),
    ],
)
def test_a_base_url_may_have_a_path_and_a_query(base: str, written: str) -> None:
    from templates.python._runtime.base_url import checked_url

    assert url("/x", base=checked_url(base)) == written


def test_queries_of_all_origins_come_together() -> None:
    operation: Operation[Any] = Operation("op", "GET", "/x?beta=true")
    address = Address(
        operation, "https://a.test?v=1", {"page": 1, "lang": "en"}, [("key", "s&t")]
    )
    start = "https://a.test/x?beta=true&v=1&key=s%26t"
    assert address.url((), {}) == f"{start}&page=1&lang=en"
    assert address.url((), {"page": 2, "q": OMIT}) == f"{start}&page=2&lang=en"
    assert address.url((), {"q": None}) == f"{start}&page=1&lang=en"


def test_a_link_keeps_its_own_query_and_gets_the_credentials_that_it_lacks() -> None:
    operation: Operation[Any] = Operation("op", "GET", "/x")
    address = Address(operation, "https://a.test", {"page": 1}, [("key", "s")])
    assert address.link("https://a.test/x?page=2") == "https://a.test/x?page=2&key=s"
    assert address.link("https://a.test/x?key=s") == "https://a.test/x?key=s"
    assert address.link("https://a.test/x?my_key=s2#top").endswith("=s2&key=s")
    for elsewhere in ("https://evil.test/x", "http://a.test/x", "https://a.test:8/x"):
        with pytest.raises(InvalidRequestError, match="another origin"):
            address.link(elsewhere)


@pytest.mark.parametrize(
    "base",
    [
        "ftp://a.test",
        "file:///etc/passwd",
        "a.test/v1",
        "https://",
        "",
        "https://a.test:port",
        "https://a test",
        "https://a.test/\x00",
        "javascript:alert(1)",
        "https://a..test",
        f"https://{'a' * 64}.test",
        "https://xn--\u00fc.test",
    ],
)
def test_a_base_url_that_is_not_http_is_refused(make_api: Any, base: str) -> None:
    with pytest.raises(ConfigurationError, match="base_url"):
        make_api(Recorder(), base_url=base)


@pytest.mark.parametrize("base", [b"https://a.test", httpx2.URL("https://a.test"), 5])
def test_a_base_url_that_is_no_text_is_refused(make_api: Any, base: object) -> None:
    with pytest.raises(ConfigurationError, match="base_url must be text"):
        make_api(Recorder(), base_url=base)


def test_a_base_url_with_a_password_is_refused_without_showing_it(
    make_api: Any,
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        make_api(Recorder(), base_url="https://me:hunter2@a.test")
    assert "hunter2" not in str(caught.value)


GET: Operation[Any] = Operation("getThing", "GET", "/thing")


def config(**changes: Any) -> Any:
    return CONFIG.replaced(**changes)


def test_the_argument_goes_before_the_variable_and_that_before_the_servers(
    make_api: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = Recorder()
    named = config(base_url_variable="ACME_URL")
    monkeypatch.setenv("ACME_URL", "  http://env.test/e/ ")
    make_api(recorder, named, base_url="https://arg.test").call(GET)
    assert str(recorder.request.url) == "https://arg.test/thing"
    make_api(recorder, named).call(GET)
    assert str(recorder.request.url) == "http://env.test/e/thing"
    monkeypatch.setenv("ACME_URL", "")
    make_api(recorder, named).call(GET)
    assert str(recorder.request.url) == "https://api.acme.test/v1/thing"


def test_variables_of_a_server_are_filled_in(make_api: Any) -> None:
    recorder = Recorder()
    regions = {"region": Variable("eu", ("eu", "us")), "tenant": Variable("main")}
    servers = (
        Server("https://one.test"),
        Server("https://{tenant}.{region}.test/v1", regions),
    )
    regional = config(servers=servers)
    make_api(recorder, regional, server=1).call(GET)
    assert recorder.request.url.host == "main.eu.test"
    variables = {"region": "us", "tenant": "me"}
    make_api(recorder, regional, server=1, server_variables=variables).call(GET)
    assert recorder.request.url.host == "me.us.test"


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"region": "moon"}, "one of eu, us"),
        ({"tenant": "evil.test/"}, "must not be"),
        ({"tenant": "a@evil.test"}, "must not be"),
        ({"tenant": ""}, "must not be"),
        ({"planet": "mars"}, "no variable"),
    ],
)
def test_a_variable_cannot_lead_to_another_host(
    make_api: Any, variables: dict[str, str], said: str
) -> None:
    regions = {"region": Variable("eu", ("eu", "us")), "tenant": Variable("main")}
    regional = config(servers=(Server("https://{tenant}.{region}.test", regions),))
    with pytest.raises(ConfigurationError, match=said):
        make_api(Recorder(), regional, server_variables=variables)


@pytest.mark.parametrize(
    ("chosen", "url"),
    [
        ({}, "https://one.test/a/thing"),
        ({"base": "/v2"}, "https://one.test/v2/a/thing"),
    ],
)
def test_what_the_description_lists_may_be_empty_or_have_several_parts(
    make_api: Any, chosen: dict[str, str], url: str
) -> None:
    recorder = Recorder()
    paths = {"base": Variable("", ("", "/v2")), "more": Variable("/a")}
    own = config(servers=(Server("https://one.test{base}{more}", paths),))
    make_api(recorder, own, server_variables=chosen).call(GET)
    assert str(recorder.request.url) == url


def test_a_variable_without_a_default_has_to_be_given(make_api: Any) -> None:
    recorder = Recorder()
    own = config(servers=(Server("https://{x}.test", {"x": Variable(None)}),))
    with pytest.raises(ConfigurationError, match="'x' has no default"):
        make_api(recorder, own)
    make_api(recorder, own, server_variables={"x": "one"}).call(GET)
    assert recorder.request.url.host == "one.test"


@pytest.mark.parametrize("base_url", [None, "https://own.test"])
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"server": "Staging"}, r"from 0, not 'Staging'"),
        ({"server_variables": {"port": 1}}, r"'port' must be text, not 1"),
    ],
)
def test_a_server_is_chosen_by_its_place_and_variables_by_text(
    make_api: Any, base_url: str | None, wrong: dict[str, Any], said: str
) -> None:
    with pytest.raises(ConfigurationError, match=said):
        make_api(Recorder(), base_url=base_url, **wrong)


def test_a_server_that_does_not_exist_is_refused(make_api: Any) -> None:
    with pytest.raises(ConfigurationError, match="no server 3"):
        make_api(Recorder(), server=3)


@pytest.mark.parametrize("servers", [(), (Server("/v1"),)])
def test_without_a_host_a_base_url_is_asked_for(
    make_api: Any, servers: tuple[Server, ...]
) -> None:
    nowhere = config(servers=servers, base_url_variable="ACME_URL")
    api = make_api(Recorder(), nowhere)
    assert repr(api.client).endswith("without a base URL>")
    with pytest.raises(ConfigurationError, match="pass base_url= or set ACME_URL"):
        api.call(GET)


def test_the_server_that_was_chosen_is_named_where_it_has_no_host(
    make_api: Any,
) -> None:
    own = config(servers=(Server("https://one.test"), Server("/v2")))
    with pytest.raises(ConfigurationError, match="names only '/v2'"):
        make_api(Recorder(), own, server=1).call(GET)


def test_an_operation_may_live_elsewhere_unless_the_caller_chose_a_base_url(
    make_api: Any,
) -> None:
    recorder = Recorder()
    upload: Operation[Any] = Operation(
        "upload", "GET", "/x", servers=(Server("https://uploads.acme.test/"),)
    )
    make_api(recorder).call(upload)
    assert str(recorder.request.url) == "https://uploads.acme.test/x"
    make_api(recorder, base_url="https://proxy.test").call(upload)
    assert str(recorder.request.url) == "https://proxy.test/x"


def test_a_relative_server_of_an_operation_is_relative_to_the_api(
    make_api: Any,
) -> None:
    recorder = Recorder()
    operation: Operation[Any] = Operation("op", "GET", "/x", servers=(Server("/v2"),))
    make_api(recorder).call(operation)
    assert str(recorder.request.url) == "https://api.acme.test/v2/x"


def test_the_callers_choices_hold_for_servers_of_operations_too(make_api: Any) -> None:
    recorder = Recorder()
    variables = {"region": Variable("eu", ("eu", "us"))}
    operation: Operation[Any] = Operation(
        "op", "GET", "/x", servers=(Server("https://{region}.up.acme.test", variables),)
    )
    own = config(server_variables=("region",))
    make_api(recorder, config=own).call(operation)
    assert str(recorder.request.url) == "https://eu.up.acme.test/x"
    chosen = {"region": "us"}
    make_api(recorder, config=own, server_variables=chosen).call(operation)
    assert str(recorder.request.url) == "https://us.up.acme.test/x"
    wrong = make_api(recorder, config=own, server_variables={"region": "mars"})
    with pytest.raises(ConfigurationError, match="one of eu, us, not 'mars'"):
        wrong.call(operation)


@pytest.mark.parametrize(
    ("server", "host", "own_host"),
    [
        (0, "api.acme.test", "eu.up.acme.test"),
        (1, "test.acme.test", "us.up.acme.test"),
        (2, "api.acme.test", "backup.acme.test"),
    ],
)
def test_a_position_holds_for_servers_of_operations_too(
    make_api: Any, server: int, host: str, own_host: str
) -> None:
    recorder = Recorder()
    own = config(
        servers=(Server("https://api.acme.test"), Server("https://test.acme.test")),
        server_count=3,
    )
    upload: Operation[Any] = Operation(
        "upload",
        "GET",
        "/x",
        servers=tuple(
            Server(f"https://{name}.acme.test") for name in ("eu.up", "us.up", "backup")
        ),
    )
    api = make_api(recorder, config=own, server=server)
    api.call(GET)
    assert recorder.request.url.host == host
    api.call(upload)
    assert recorder.request.url.host == own_host
    with pytest.raises(ConfigurationError, match="no server 3; the API has 3"):
        make_api(recorder, config=own, server=3)


def test_a_server_with_a_variable_that_nobody_declared_is_not_called(
    make_api: Any,
) -> None:
    recorder = Recorder()
    operation: Operation[Any] = Operation(
        "op", "GET", "/x", servers=(Server("https://{region}.acme.test"),)
    )
    with pytest.raises(ConfigurationError, match="'region'"):
        make_api(recorder).call(operation)
    assert recorder.requests == []


def test_a_url_that_is_too_long_is_an_error_of_this_package(make_api: Any) -> None:
    operation: Operation[Any] = Operation("op", "GET", "/{id}")
    with pytest.raises(InvalidRequestError, match="op: URL too long"):
        make_api(Recorder()).call(operation, path=("x" * 70_000,))
