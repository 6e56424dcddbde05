"""Calls everything that one emitted package offers: run in an interpreter of its own.

    python -m tests.corpus.exercise DOCUMENT FOLDER

Prints what was found as JSON.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import re
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

import httpx2

from .answers import Answer, Answers, difference
from .calls import MODES, Calls, Given, arguments
from .findings import Findings
from .raw import Description, Operation, bare
from .reader import Reader
from .samples import NoSample, NoText
from .server import Server
from .surface import Method, surface
from .wire import Trial, base_of

_ELSEWHERE: Final = "https://api.test/base"
_ABSOLUTE: Final = re.compile(r"https?://[^\s\"'<>]+")


class Exercise:
    """One document and its package."""

    def __init__(self, document: Path, package: Path) -> None:
        self.findings = Findings()
        self._description = Description(document)
        self._surface = surface(package)
        self._calls = Calls(self._description)
        self._answers = Answers(self._description)
        self._server = Server()
        self._module = importlib.import_module(package.name)
        runtime = f"{package.name}._runtime"
        decoding = importlib.import_module(f"{runtime}.decoding")
        encoding = importlib.import_module(f"{runtime}.encoding")
        self._plain: Callable[[object], Any] = lambda v: json.loads(
            encoding.encode_json(v)
        )
        self._errors = importlib.import_module(f"{runtime}.errors")
        memory = json.loads((package.parent / ".sdkgen.json").read_text())
        self._reader = Reader(
            self._description,
            self._module,
            decoding.strict_validator,
            self._plain,
            memory["names"].get("schemas", {}),
            self.findings,
        )
        roots = self._description.root.each("servers")
        url = str(roots[0].plain("url")) if roots else ""
        self._base_url = None if _ABSOLUTE.fullmatch(url) else _ELSEWHERE

    def run(self) -> Findings:
        """Call every method, first as a client that waits, then as one that awaits."""
        start = time.perf_counter()
        found = self.findings
        operations = self._description.operations
        by_path = {(o.method, bare(o.template)): o for o in operations.values()}
        found.operations = len(operations)
        methods: dict[tuple[str, str], list[Method]] = {}
        for method in self._surface.methods:
            key = (method.method, bare(method.template))
            if key in by_path:
                methods.setdefault(key, []).append(method)
            else:
                found.found.append(f"{method}: {key} is not described")
        found.emitted = len(methods)
        self._reader.read_schemas()
        self._reader.read_webhooks()
        with self._sync(strict=True) as strict, self._sync(strict=False) as tolerant:
            asyncio.run(self._each(by_path, methods, strict, tolerant))
        found.unmade = sorted({*found.unmade, *self._answers.unmade})
        found.seconds = round(time.perf_counter() - start, 1)
        return found

    async def _each(
        self,
        operations: dict[tuple[str, str], Operation],
        methods: dict[tuple[str, str], list[Method]],
        strict: Any,
        tolerant: Any,
    ) -> None:
        async with self._async(strict=True) as a_strict, self._async(strict=False) as a:
            for key, operation in operations.items():
                worked = [
                    await self._operation(
                        operation, method, strict, tolerant, a_strict, a
                    )
                    for method in methods.get(key, ())
                ]
                self.findings.called += bool(worked) and all(worked)

    # Clients -----------------------------------------------------------------------

    def _settings(self, **settings: Any) -> dict[str, Any]:
        settings |= dict.fromkeys(self._surface.credentials, "secret")
        if self._base_url is not None:
            settings["base_url"] = self._base_url
        return {"max_retries": 0, **settings}

    def _sync(self, *, strict: bool) -> Any:
        client = httpx2.Client(transport=httpx2.MockTransport(self._server))
        return self._module.Client(http_client=client, **self._settings(strict=strict))

    def _async(self, *, strict: bool) -> Any:
        transport = httpx2.MockTransport(self._server.handle)
        client = httpx2.AsyncClient(transport=transport)
        settings = self._settings(strict=strict)
        return self._module.AsyncClient(http_client=client, **settings)

    # Operations --------------------------------------------------------------------

    async def _operation(
        self,
        operation: Operation,
        method: Method,
        strict: Any,
        tolerant: Any,
        a_strict: Any,
        a_tolerant: Any,
    ) -> bool:
        """Call one method in all ways; whether there was nothing to object to."""
        before = len(self.findings.found)
        answers = self._answers.successes(operation)
        given, can_be_said = None, True
        for mode in MODES:
            try:
                given = self._calls.given(operation, method, mode)
            except NoSample as error:
                self.findings.unmade.append(f"{operation}: {error}")
                can_be_said = can_be_said and not isinstance(error, NoText)
                continue
            except (KeyError, LookupError) as error:
                self._note(operation, method, mode, f"cannot be called: {error!r}")
                continue
            self._lay(method, answers)
            self._call(operation, method, strict, given, f"sync {mode}")
            self._lay(method, answers)
            await self._call_async(operation, method, a_strict, given, f"async {mode}")
        if given is not None:
            await self._read_all(
                operation,
                method,
                given,
                answers,
                (strict, tolerant),
                (a_strict, a_tolerant),
            )
            self._fail_all(operation, method, given, tolerant)
        elif can_be_said:
            self._note(operation, method, "any mode", "was never called")
        return len(self.findings.found) == before

    def _lay(self, method: Method, answers: list[Answer]) -> None:
        fitting = [answer for answer in answers if answer.fits] or answers
        self._server.method, self._server.answers = method, fitting
        self._server.request = self._server.answered = None

    def _note(self, operation: Operation, method: Method, how: str, what: str) -> None:
        self.findings.found.append(f"{operation} ({method}, {how}): {what}"[:1_500])

    def _call(
        self, operation: Operation, method: Method, client: Any, given: Given, how: str
    ) -> None:
        self.findings.calls += 1
        try:
            result = _bound(client, method)(**arguments(method, given))
            result = self._complete(method, result)
        except Exception as error:
            self._note(operation, method, how, f"{type(error).__name__}: {error}")
        else:
            self._compare(operation, method, how, result)
        self._judge(operation, method, given, how)

    async def _call_async(
        self, operation: Operation, method: Method, client: Any, given: Given, how: str
    ) -> None:
        self.findings.calls += 1
        try:
            call = _bound(client, method)(**arguments(method, given))
            if method.sender == "_stream":
                async with call as stream:
                    result: Any = [event async for event in stream]
            else:
                result = await call
                result = result.body if method.sender == "_page" else result
        except Exception as error:
            self._note(operation, method, how, f"{type(error).__name__}: {error}")
        else:
            self._compare(operation, method, how, result)
        self._judge(operation, method, given, how)

    @staticmethod
    def _complete(method: Method, result: Any) -> Any:
        if method.sender == "_page":
            return result.body
        if method.sender == "_stream":
            with result as stream:
                return list(stream)
        return result

    def _judge(
        self, operation: Operation, method: Method, given: Given, how: str
    ) -> None:
        request = self._server.request
        if request is None:
            self._note(operation, method, how, "nothing was sent")
            return
        base = self._base_url or base_of(self._description, operation)
        trial = Trial(self._description, operation, base, request, given)
        for finding in trial.findings:
            self._note(operation, method, how, finding)

    async def _read_all(
        self,
        operation: Operation,
        method: Method,
        given: Given,
        answers: list[Answer],
        clients: tuple[Any, Any],
        a_clients: tuple[Any, Any],
    ) -> None:
        """Read every answer; those that fit their schema strictly."""
        for answer in answers:
            self._lay(method, [])
            self._server.answers = [answer]
            how = f"{answer.status} {answer.media_type} {answer.source}"
            try:
                client = clients[not answer.fits]
                result = _bound(client, method)(**arguments(method, given))
                result = self._complete(method, result)
            except Exception as error:
                refused = isinstance(error, self._errors.APIResponseValidationError)
                if refused and not answer.fits:
                    # An example of another kind than its schema has no value to give.
                    self.findings.unfit.append(f"{operation}: {how}")
                elif self._server.answered is not None:
                    text = f"{type(error).__name__}: {error}"
                    self._note(operation, method, how, text)
                continue
            if self._server.answered is not None:
                self.findings.answers += 1
                self._compare(operation, method, how, result)

    def _fail_all(
        self, operation: Operation, method: Method, given: Given, client: Any
    ) -> None:
        """Read every error that is described; each is raised with its body."""
        for answer in self._answers.failures(operation):
            self._lay(method, [])
            self._server.answers = [answer]
            self._server.method = replace(method, sender="any")
            how = f"{answer.status} {answer.media_type} {answer.source}"
            try:
                result = _bound(client, method)(**arguments(method, given))
                self._complete(method, result)
            except self._errors.APIStatusError as error:
                self.findings.answers += 1
                if answer.is_json and self._server.answered is not None:
                    differs = difference(self._plain(error.body), answer.value)
                    if differs is not None:
                        self._note(operation, method, how, differs)
            except Exception as error:
                if self._server.answered is not None:
                    text = f"{type(error).__name__}: {error}"
                    self._note(operation, method, how, text)
            else:
                if self._server.answered is not None:
                    self._note(operation, method, how, "does not raise")

    def _compare(
        self, operation: Operation, method: Method, how: str, result: Any
    ) -> None:
        answer = self._server.answered
        if answer is None:
            return
        followed = dict(answer.headers).get("location") is not None
        if answer.status // 100 == 3 and (followed or not answer.is_json):
            if result not in ((b"a file", None) if followed else (None, b"")):
                self._note(operation, method, how, f"read {result!r:.300}")
        elif answer.media_type is None:
            if result is not None:
                self._note(operation, method, how, f"read {result!r:.300} for nothing")
        elif answer.is_json or answer.is_stream:
            try:
                plain = self._plain(result)
            except Exception as error:
                text = f"cannot be written again: {type(error).__name__}: {error}"
                self._note(operation, method, how, text)
                return
            differs = difference(plain, answer.value)
            if differs is not None:
                self._note(operation, method, how, differs)
        elif result not in (answer.value, answer.content):
            self._note(operation, method, how, f"read {result!r:.300}")


def _bound(client: Any, method: Method) -> Callable[..., Any]:
    found = client
    for name in method.path:
        found = getattr(found, name)
    return found  # type: ignore[no-any-return]


def main() -> None:
    sys.setrecursionlimit(5_000)
    document, folder = map(Path, sys.argv[1:])
    sys.path.insert(0, str(folder))
    package = next(folder.glob("*/_client.py")).parent
    print(json.dumps(asdict(Exercise(document, package).run())))


if __name__ == "__main__":
    main()
