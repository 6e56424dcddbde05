"""The way that nearly every program goes, against Prism."""

from __future__ import annotations

import pytest
from assistants_sdk import AsyncClient, Client
from assistants_sdk.models import ThreadMessageDelta


def test_a_program_goes_from_an_assistant_to_a_streamed_run(
    prism_with_streams: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with Client(api_key="sk-test", base_url=prism_with_streams) as client:
        assistant = client.assistants.create_assistant(
            model="gpt-4-turbo",
            tools=[{"type": "code_interpreter"}],
        )
        thread = client.assistants.create_thread()
        client.assistants.create_message(thread.id, role="user", content="Hello?")
        run = client.assistants.create_run(thread.id, assistant_id=assistant.id)
        print(run.status)

        for message in client.assistants.list_messages(thread.id, limit=100):
            print(message.role)

        with client.assistants.create_run_stream(
            thread.id, assistant_id=assistant.id
        ) as events:
            for event in events:
                match event:
                    case ThreadMessageDelta(data=delta):
                        print(delta.delta.to_dict())

    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "queued"
    assert set(printed[1:-1]) == {"assistant", "user"}
    assert "About 320" in printed[-1]


@pytest.mark.anyio
async def test_a_program_that_awaits_goes_the_same_way(prism_with_streams: str) -> None:
    async with AsyncClient(api_key="sk-test", base_url=prism_with_streams) as client:
        assistant = await client.assistants.create_assistant(model="gpt-4-turbo")
        thread = await client.assistants.create_thread()
        await client.assistants.create_message(thread.id, role="user", content="Hello?")
        run = await client.assistants.create_run(thread.id, assistant_id=assistant.id)
        assert run.status == "queued"

        messages = [m async for m in client.assistants.list_messages(thread.id)]
        assert {message.role for message in messages} == {"assistant", "user"}

        async with client.assistants.create_run_stream(
            thread.id, assistant_id=assistant.id
        ) as events:
            first = await anext(aiter(events))
        assert isinstance(first, ThreadMessageDelta)
