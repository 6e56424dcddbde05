"""References: where they lead, and where they may not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from generator.document import BrokenReference, Document, Node, load
from generator.errors import UnusableInput

from .documents import HEAD, opened, write


def problem_of(node: Node) -> str:
    with pytest.raises(BrokenReference) as caught:
        node.deref()
    return caught.value.problem.fact


def first_ref(document: Document) -> Node:
    return document.root["x"]


# References within a file ----------------------------------------------------------


def test_pointers_are_decoded_twice(tmp_path: Path) -> None:
    text = (
        HEAD
        + "x: {$ref: '#/paths/~1a~1%7Bid%7D~0/get'}\npaths: {'/a/{id}~': {get: here}}\n"
    )
    assert first_ref(opened(tmp_path, text)).target().value == "here"


def test_a_pointer_may_lead_into_a_list(tmp_path: Path) -> None:
    text = HEAD + "x: {$ref: '#/y/1/z'}\ny: [0, {z: here}]\n"
    assert first_ref(opened(tmp_path, text)).target().value == "here"


def test_a_pointer_may_lead_through_another_reference(tmp_path: Path) -> None:
    text = HEAD + "x: {$ref: '#/y/z'}\ny: {$ref: '#/w'}\nw: {z: here}\n"
    target = first_ref(opened(tmp_path, text)).target()
    assert (target.value, target.pointer) == ("here", "/w/z")


def test_a_schema_can_be_named_by_its_anchor(tmp_path: Path) -> None:
    text = HEAD + "x: {$ref: '#pet'}\ny: [{$anchor: pet, type: object}]\n"
    assert first_ref(opened(tmp_path, text)).target().pointer == "/y/0"


def test_a_dynamic_reference_with_one_target_leads_there(tmp_path: Path) -> None:
    text = HEAD + "x: {$dynamicRef: '#node'}\ny: [{$dynamicAnchor: node}]\n"
    assert first_ref(opened(tmp_path, text)).target().pointer == "/y/0"
    several = f"{text}z: {{$dynamicAnchor: node}}\n"
    assert first_ref(opened(tmp_path, several)).ref is None


def test_an_anchor_is_one_of_the_schema_around_it_that_has_an_id(
    tmp_path: Path,
) -> None:
    text = HEAD + "\n".join(
        (
            "a: {$id: https://a.example/a, p: {$ref: '#n'}, q: {$anchor: n, type: string},"
            " r: {$ref: '#'}}",
            "b: {$id: https://a.example/b, p: {$ref: '#n'}, q: {$anchor: n, type: number}}",
            "x: {$ref: 'https://a.example/b#n'}",
            "y: {$ref: '#n'}\n",
        )
    )
    root = opened(tmp_path, text).root
    assert root["a"]["p"].target().pointer == "/a/q"
    assert root["a"]["r"].target().pointer == "/a"
    assert root["b"]["p"].target().pointer == "/b/q"
    assert root["x"].target().pointer == "/b/q"
    assert "several schemas have this $anchor" in problem_of(root["y"])


def test_a_schema_in_another_file_is_found_by_its_id(tmp_path: Path) -> None:
    text = (
        HEAD + "x: {$ref: 'https://a.example/pet#/properties/p'}\ny: {$ref: b.yaml}\n"
    )
    pet = (
        "$defs: {Pet: {$id: https://a.example/pet, properties: {p: {type: string}}}}\n"
    )
    target = first_ref(opened(tmp_path, text, b_yaml=pet)).target()
    assert target.key == ("b.yaml", "/$defs/Pet/properties/p")


def test_a_recursive_reference_leads_to_the_anchor_around_it(tmp_path: Path) -> None:
    inner = "{items: {$recursiveRef: '#'}}"
    text = HEAD + f"x: {inner}\ny: {{'50%': {{$recursiveAnchor: true, a: {inner}}}}}\n"
    root = opened(tmp_path, text).root
    assert root["y"]["50%"]["a"]["items"].target().pointer == "/y/50%"
    assert root["x"]["items"].ref is None


@pytest.mark.parametrize(
    ("ref", "pointer"),
    [
        ("https://ids.example/pet", "/y/pet"),
        ("https://ids.example/pet#", "/y/pet"),
        ("https://ids.example/pet#/$defs/name", "/y/pet/$defs/name"),
        ("https://ids.example/pet#owner", "/y/pet/$defs/owner"),
        ("shop", "/y/shop"),
    ],
)
def test_a_schema_can_be_named_by_its_identifier(
    tmp_path: Path, ref: str, pointer: str
) -> None:
    text = HEAD + f"x: {{$ref: '{ref}'}}\ny:\n  shop: {{$id: shop}}\n"
    text += "  pet: {$id: 'https://ids.example/pet', $defs: {name: {type: string},"
    text += " owner: {$anchor: owner}}}\n"
    assert first_ref(opened(tmp_path, text)).target().pointer == pointer


def test_a_pointer_may_start_at_the_schema_around_it_that_has_an_identifier(
    tmp_path: Path,
) -> None:
    text = HEAD + "y: {$id: a, $defs: {b: {type: string}, info: {}}, items: %s}\n"
    pet = opened(tmp_path, text % "{$ref: '#/$defs/b'}").root["y"]["items"]
    assert pet.target().pointer == "/y/$defs/b"
    # Most who write an identifier go on to count from the root.
    pet = opened(tmp_path, text % "{$ref: '#/info'}").root["y"]["items"]
    assert pet.target().pointer == "/info"
    with pytest.raises(BrokenReference, match="the file has no"):
        opened(tmp_path, text % "{$ref: '#/c'}").root["y"]["items"].target()


@pytest.mark.parametrize(
    ("ref", "pointer"),
    [
        ("address", "/y/$defs/address"),
        ("address#/items", "/y/$defs/address/items"),
        ("./more/phone.json", "/y/$defs/phone"),
        ("/phone", "/z"),
        ("beside.yaml", ""),
    ],
)
def test_a_reference_is_relative_to_the_identifier_around_it(
    tmp_path: Path, ref: str, pointer: str
) -> None:
    text = HEAD + f"""y:
  $id: https://ids.example/a/customer.json
  x: {{$ref: '{ref}'}}
  $defs:
    address: {{$id: address, items: {{}}}}
    phone: {{$id: 'https://ids.example/a/more/phone.json'}}
z: {{$id: 'https://ids.example/phone'}}
"""
    document = opened(tmp_path, text, beside_yaml="type: string\n")
    assert document.root["y"]["x"].target().pointer == pointer


def test_of_several_schemas_with_one_identifier_the_first_counts(
    tmp_path: Path,
) -> None:
    uri = "https://ids.example/c"
    others = {
        f"{name}_yaml": f"c: {{$id: '{uri}'}}\na: {{example: {{$id: '{uri}'}}}}\n"
        for name in "badce"
    }
    text = HEAD + f"x: {{$ref: '{uri}'}}\ny:\n"
    text += "".join(f"  - {{$ref: '{name}.yaml#/a'}}\n" for name in "badce")
    document = opened(tmp_path, text, **others)
    assert first_ref(document).target().key == ("b.yaml", "/c")
    assert [
        f"{p.severity} {Path(p.file).name}: {p.fact}" for p in document.problems
    ] == [
        f"warning {name}.yaml: the $id {uri} is that of b.yaml#/c already"
        for name in "acde"
    ]


def test_what_is_no_address_is_told(tmp_path: Path) -> None:
    text = HEAD + "y: {$id: 'http://[', x: {$ref: 'http://[x#/a'}}\n"
    assert "neither a path nor a URL" in problem_of(
        opened(tmp_path, text).root["y"]["x"]
    )


@pytest.mark.parametrize(
    ("own", "ref"),
    [
        ("https://example.com/v1/a.yaml", "https://example.com/v1/a.yaml#/info"),
        ("https://example.com/v1/a.yaml", "a.yaml#/info"),
        ("https://example.com/v1/a.yaml", "/v1/a.yaml#/info"),
        ("/v1/a.yaml", "/v1/a.yaml#/info"),
        ("urn:shop", "urn:shop#/info"),
    ],
)
def test_a_document_may_be_referred_to_by_its_own_uri(
    tmp_path: Path, own: str, ref: str
) -> None:
    text = f"{HEAD}$self: {own}\nx: {{$ref: '{ref}'}}\n"
    assert first_ref(opened(tmp_path, text)).target().pointer == "/info"


def test_target_is_one_hop_and_deref_all(tmp_path: Path) -> None:
    node = first_ref(
        opened(tmp_path, HEAD + "x: {$ref: '#/y'}\ny: {$ref: '#/z'}\nz: {a: 1}\n")
    )
    assert node.target().pointer == "/y"
    assert node.deref().pointer == "/z"
    assert node.deref().deref().pointer == "/z"


def test_items_and_elements_follow_a_reference_in_place_of_a_container(
    tmp_path: Path,
) -> None:
    document = opened(
        tmp_path, HEAD + "paths: {$ref: paths.yaml}\n", paths_yaml="/a: {}\n/b: {}\n"
    )
    assert [path for path, _ in document.root.items("paths")] == ["/a", "/b"]


@pytest.mark.parametrize(
    ("ref", "fact"),
    [
        ("#/y/none", "the reference #/y/none leads nowhere: #/y has no 'none'"),
        ("#/y/list/7", "the reference #/y/list/7 leads nowhere: #/y/list has no '7'"),
        ("#/y/list/-", "the reference #/y/list/- leads nowhere: #/y/list has no '-'"),
        ("#none", "the reference #none leads nowhere: no schema has this $anchor"),
        ("gone.yaml", "the reference gone.yaml leads to a file that is not there"),
        ("urn:x", "the reference urn:x has a scheme that cannot be followed"),
    ],
)
def test_a_reference_that_leads_nowhere_says_why(
    tmp_path: Path, ref: str, fact: str
) -> None:
    document = opened(tmp_path, HEAD + f"x: {{$ref: '{ref}'}}\ny: {{list: [1]}}\n")
    assert problem_of(first_ref(document)) == fact


@pytest.mark.parametrize(
    "ref",
    [
        "/components/schemas/Customer",
        "components/schemas/Customer",
        "#components/schemas/Customer",
        "#/definitions/Customer",
        "#/schemas/Customer",
        "#Customer",
        "Customer",
    ],
)
def test_a_reference_without_its_beginning_is_told_the_whole(
    tmp_path: Path, ref: str
) -> None:
    text = f"{HEAD}x: {{$ref: '{ref}'}}\n"
    document = opened(tmp_path, text + "components: {schemas: {Customer: {}}}\n")
    with pytest.raises(BrokenReference) as caught:
        first_ref(document).target()
    remedy = caught.value.problem.remedy
    assert remedy == "did you mean '#/components/schemas/Customer'?"


def test_a_misspelt_reference_is_told_the_right_name(tmp_path: Path) -> None:
    text = HEAD + "x: {$ref: '#/components/schemas/Custmer'}\n"
    document = opened(tmp_path, text + "components: {schemas: {Customer: {}}}\n")
    with pytest.raises(BrokenReference) as caught:
        first_ref(document).target()
    assert caught.value.problem.remedy == "did you mean 'Customer'?"


def test_references_in_a_circle_are_told_and_not_followed(tmp_path: Path) -> None:
    text = HEAD + "x: {$ref: '#/y'}\ny: {$ref: '#/x'}\nz: {$ref: '#/z/deeper'}\n"
    document = opened(tmp_path, text)
    assert (
        problem_of(first_ref(document))
        == "the reference leads in a circle: #/x -> #/y -> #/x"
    )
    assert "in a circle" in problem_of(document.root["z"])


# References to other files ---------------------------------------------------------


def test_references_are_relative_to_the_file_they_stand_in(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD + "x: {$ref: 'a/one.json#/y'}\n",
        a__one_json='{"y": {"$ref": "b/two.yaml#/z"}}',
        a__b__two_yaml="z: {$ref: ../../api.yaml#/info/title}\n",
    )
    assert first_ref(document).deref().value == "T"
    assert first_ref(document).deref().file is document.root.file
    assert [file.name for file in document.files] == [
        "api.yaml",
        "a/one.json",
        "a/b/two.yaml",
    ]


def test_a_whole_file_can_be_meant_and_its_name_be_encoded(tmp_path: Path) -> None:
    (tmp_path / "a pet.yaml").write_text("type: object\n")
    document = opened(tmp_path, HEAD + "x: {$ref: a%20pet.yaml}\n")
    assert first_ref(document).target().value == {"type": "object"}


def test_a_description_may_be_called_as_prose_is(tmp_path: Path) -> None:
    path = write(tmp_path, openapi_txt=HEAD + "x: {$ref: '#/y'}\ny: here\n")
    assert first_ref(load(path)).target().value == "here"


def test_prose_can_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    document = opened(
        tmp_path, HEAD + "x: {$ref: intro.md}\n", intro_md="# Hello: [you\n"
    )
    assert first_ref(document).target().value == "# Hello: [you\n"


def test_what_is_no_url_is_told(tmp_path: Path) -> None:
    document = opened(tmp_path, HEAD + "x: {$ref: 'http://[a#/b'}\n")
    assert "is neither a path nor a URL" in problem_of(first_ref(document))


def test_backslashes_separate_folders(tmp_path: Path) -> None:
    document = opened(tmp_path, HEAD + "x: {$ref: 'a\\b.yaml'}\n", a__b_yaml="here")
    assert first_ref(document).target().value == "here"


def test_a_file_that_cannot_be_read_is_told_at_each_reference(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD + "x: {$ref: bad.yaml}\ny: {$ref: 'bad.yaml#/z'}\n",
        bad_yaml="a: [1\nb: 2",
    )
    for node in (document.root["x"], document.root["y"]):
        assert (
            "bad.yaml that is referred to cannot be read: not valid YAML"
            in problem_of(node)
        )
        assert "(line 2, column 2)" in problem_of(node)


def test_duplicate_keys_of_every_file_are_among_the_documents_problems(
    tmp_path: Path,
) -> None:
    document = opened(tmp_path, HEAD + "x: {$ref: b.yaml}\n", b_yaml="a: 1\na: 2\n")
    assert len(document.problems) == 0
    first_ref(document).target()
    assert [problem.file for problem in document.problems] == [f"{tmp_path}/b.yaml"]


# What is not read unasked ----------------------------------------------------------


@pytest.mark.parametrize(
    "ref",
    [
        "../secret.yaml",
        "a/../../secret.yaml",
        "..%2Fsecret.yaml",
        "{}/secret.yaml",
        "file://{}/secret.yaml",
    ],
)
def test_nothing_outside_the_folder_is_read_unasked(tmp_path: Path, ref: str) -> None:
    (tmp_path / "secret.yaml").write_text("password: hunter2\n")
    folder = tmp_path / "inside"
    folder.mkdir()
    ref = ref.format(tmp_path)
    path = write(folder, api_yaml=HEAD + f"x: {{$ref: '{ref}'}}\n")
    with pytest.raises(BrokenReference) as caught:
        first_ref(load(path)).target()
    assert "--allow-outside" in caught.value.problem.remedy
    assert "hunter2" not in str(caught.value)
    allowed = load(path, allow_outside=True)
    assert first_ref(allowed).target().value == {"password": "hunter2"}


def test_a_folder_behind_links_without_end_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(UnusableInput, match=r"cannot be opened \(Too many levels"):
        load(tmp_path / "a" / "api.yaml")


def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("password: hunter2\n")
    folder = tmp_path / "inside"
    folder.mkdir()
    (folder / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "within.yaml").write_text("here")
    (folder / "good.yaml").symlink_to(folder / "within.yaml")
    text = HEAD + "x: {$ref: link.yaml}\ny: {$ref: good.yaml}\n"
    document = opened(folder, text)
    assert "leads out of" in problem_of(document.root["x"])
    assert document.root["y"].target().value == "here"


def test_what_is_not_a_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    path = write(
        tmp_path, api_yaml=HEAD + "x: {$ref: pipe.yaml}\ny: {$ref: /dev/zero}\n"
    )
    document = load(path, allow_outside=True)
    assert "not there" in problem_of(document.root["x"])
    assert "not there" in problem_of(document.root["y"])


OWN = "$self: https://example.com/shared/b.yaml\ny: {a: 1}\n"


@pytest.mark.parametrize(
    "ref", ["https://example.com/shared/b.yaml#/y", "../shared/b.yaml#/y"]
)
def test_a_file_that_is_read_anyway_may_be_referred_to_by_its_own_uri(
    tmp_path: Path, ref: str
) -> None:
    text = f"{HEAD}$self: https://example.com/v1/a.yaml\nx: {{$ref: '{ref}'}}\n"
    document = opened(tmp_path, f"{text}z: {{$ref: files/b.yaml}}\n", files__b_yaml=OWN)
    assert first_ref(document).target().value == {"a": 1}


def test_a_uri_of_no_file_that_is_read_leads_to_the_network(tmp_path: Path) -> None:
    text = HEAD + "x: {$ref: 'https://example.com/shared/b.yaml#/y'}\n"
    assert "leads to the network" in problem_of(
        first_ref(opened(tmp_path, text, files__b_yaml=OWN))
    )


class Handler(BaseHTTPRequestHandler):
    """Has one YAML text below `/api`, and remembers what it was asked for."""

    requests: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.requests.append(self.path)
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/api/deep/one.yaml")
            self.end_headers()
            return
        if self.path == "/short":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"type: string\n")
            return
        found = self.path.startswith("/api")
        self.send_response(200 if found else 404)
        self.end_headers()
        if found:
            self.wfile.write(
                b"a: {$ref: 'other.yaml#/b'}\nb: {$ref: '../none'}\n"
                b"c: {$ref: 'file:///etc/hosts'}\nd: {$ref: 'FILE:../etc/hosts#/a'}\n"
            )

    def log_message(self, format: str, *args: object) -> None:
        """Keeps quiet."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    Handler.requests.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


def test_the_network_is_not_asked_unless_it_is_allowed(
    tmp_path: Path, server: ThreadingHTTPServer
) -> None:
    url = f"http://127.0.0.1:{server.server_port}/api/one.yaml"
    path = write(tmp_path, api_yaml=HEAD + f"x: {{$ref: '{url}#/a'}}\n")
    node = first_ref(load(path))
    with pytest.raises(BrokenReference) as caught:
        node.target()
    assert "--allow-remote" in caught.value.problem.remedy
    assert Handler.requests == []
    allowed = first_ref(load(path, allow_remote=True))
    assert "answers with 404" in problem_of(allowed)
    assert Handler.requests == ["/api/one.yaml", "/api/other.yaml", "/none"]


@pytest.mark.parametrize("key", ["c", "d"])
def test_what_came_from_the_network_cannot_name_files_of_this_machine(
    tmp_path: Path, server: ThreadingHTTPServer, key: str
) -> None:
    """Whatever is allowed: the server would choose what is read here, and shown."""
    url = f"http://127.0.0.1:{server.server_port}/api/one.yaml"
    path = write(tmp_path, api_yaml=HEAD + f"x: {{$ref: '{url}#/{key}'}}\n")
    document = load(path, allow_remote=True, allow_outside=True)
    assert "may not name files of this machine" in problem_of(first_ref(document))
    assert not any("etc" in file.name for file in document.files)


def test_references_of_what_has_moved_start_from_its_last_place(
    tmp_path: Path, server: ThreadingHTTPServer
) -> None:
    host = f"http://127.0.0.1:{server.server_port}"
    text = HEAD + f"x: {{$ref: '{host}/moved#/a'}}\ny: {{$ref: '{host}/moved#/b'}}\n"
    document = load(write(tmp_path, api_yaml=text), allow_remote=True)
    first_ref(document).deref()
    assert document.root["y"].target().file.name == f"{host}/api/deep/one.yaml"
    asked = ["/moved", "/api/deep/one.yaml", "/api/deep/other.yaml", "/api/none"]
    assert Handler.requests == asked


def test_what_comes_only_in_part_is_refused(
    tmp_path: Path, server: ThreadingHTTPServer
) -> None:
    url = f"http://127.0.0.1:{server.server_port}/short"
    path = write(tmp_path, api_yaml=HEAD + f"x: {{$ref: '{url}'}}\n")
    assert problem_of(first_ref(load(path, allow_remote=True))).endswith(
        "/short that is referred to cannot be read: only 13 of its 1000 bytes came"
    )


def test_a_host_without_a_scheme_is_no_folder(tmp_path: Path) -> None:
    text = HEAD + "x: {$ref: //host.example/x.yaml}\n"
    assert "names a host" in problem_of(first_ref(opened(tmp_path, text)))


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, api_yaml=HEAD + "x: {$ref: 'http://127.0.0.1:1/a.yaml'}\n")
    assert "it cannot be fetched" in problem_of(
        first_ref(load(path, allow_remote=True))
    )
