"""Starting, stopping, starting again, and talking in the terminal beside a running service."""

import asyncio
import json
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import redis

from flows.journeys import FLOWS
from tests.system.conftest import Serve, import_members
from tests.system.people import Worker, short_way
from tests.system.program import Service, command
from tests.system.whatsapp import Twilio, twilio_environment

SOCKET = Path("data") / "redis" / "redis.sock"


def keys_of(folder: Path) -> set[bytes]:
    """The names of all keys in the embedded server."""
    with redis.Redis(unix_socket_path=str(folder / SOCKET)) as client:
        return set(client.keys())


@pytest.mark.alone
async def test_an_orderly_end(provider: Twilio, serve: Serve, short_folder: Path) -> None:
    """SIGTERM in the middle of conversations: over within seconds, nothing half done, and the next start goes on."""
    workers = [Worker(number) for number in range(40)]
    await import_members(short_folder, *workers)
    service = await serve(twilio_environment(provider))
    provider.webhook_urls, provider.slowness = [service.url], 0.02
    async with asyncio.TaskGroup() as group:
        talks = [group.create_task(provider.converse(worker, short_way(worker))) for worker in workers]
        await provider.until(lambda: len(provider.messages) > 60)
        begun = time.monotonic()
        assert await service.stop() == 0
        assert time.monotonic() - begun < 8
        with pytest.raises(redis.ConnectionError):  # the last one to leave has stopped it
            keys_of(short_folder)
        await service.start()
    for worker, talk in zip(workers, talks, strict=True):
        said = talk.result()
        assert len(said) == len(set(said)), "an orderly end repeats nothing"
        assert worker.kpjs[0] in said[-1]
    assert service.troubles() == []


@pytest.mark.alone
async def test_a_start_is_quick(serve: Serve) -> None:
    """From the command to the first answer, everything embedded, disk warm; the bound is one for busy machines."""
    service = await serve()
    await service.stop()
    begun = time.monotonic()
    await service.start()
    assert (await service.get("/readyz")).status_code == 200
    assert time.monotonic() - begun < 15


async def test_chats_beside_a_service(provider: Twilio, whatsapp: Service, short_folder: Path) -> None:
    """Two chats at once on the same data folder: each in its language, neither disturbs the other, no key is left."""
    one, two = Worker(11), Worker(12)
    await import_members(short_folder, one, two)
    await provider.converse(one, short_way(one))
    before = keys_of(short_folder)
    typed = ["\n".join(short_way(worker)) + "\n" for worker in (one, two)]
    first, second = await asyncio.gather(
        command(short_folder, "chat", "--json", "--phone", one.phone, typed=typed[0]),
        command(short_folder, "chat", "--json", "--phone", two.phone, "--locale", "en", typed=typed[1]),
    )
    assert (first.status, second.status) == (0, 0)
    told, said = ([json.loads(line) for line in chat.out.splitlines()] for chat in (first, second))
    assert one.kpjs[0] in told[-1]["text"]
    assert two.kpjs[0] in said[-1]["text"]
    assert two.kpjs[0] not in first.out
    assert "Teman KPJ" in told[0]["text"]
    assert told[0]["text"] != said[0]["text"]
    choices = [choice["id"] for message in told for choice in message["choices"]]
    assert {"menu.recover", "menu.language", "consent.yes", "consent.no", "nav.menu"} <= set(choices)
    after = {key for key in keys_of(short_folder) if b"chat" in key}
    assert after == set()
    assert before <= keys_of(short_folder) | {key for key in before if b"lease" in key or b"worker" in key}
    assert whatsapp.troubles() == []


async def test_a_chat_without_a_phone(short_folder: Path) -> None:
    """Nothing proves the phone, so all questions come; an empty input ends at once."""
    worker = Worker(13)
    await import_members(short_folder, worker)
    chat = await command(short_folder, "chat", "--json", typed="\n".join(short_way(worker)) + "\n")
    assert chat.status == 0
    assert worker.kpjs[0] not in chat.out
    empty = await command(short_folder, "chat", "--json")
    assert (empty.status, empty.err) == (0, "")


async def test_diagrams(short_folder: Path) -> None:
    """Mermaid for each flow, balanced and with a start; SVG where Graphviz is, and one sentence where it is not."""
    whole = await command(short_folder, "flows", "diagram")
    assert whole.status == 0
    lines = whole.out.splitlines()
    names = [line.split()[1] for line in lines if line.startswith("    state ") and line.endswith("{")]
    assert {"menu", "identity", "recovery"} <= set(names)
    assert whole.out.count("[*] -->") == len(names)
    for name in ("identity", "recovery"):
        part = (await command(short_folder, "flows", "diagram", name)).out
        assert part.startswith("stateDiagram-v2\n")
        assert part.count("{\n") == part.count("    }\n") == 1
    drawn = await command(short_folder, "flows", "diagram", "--svg")
    assert drawn.status == 0, drawn.err
    picture = ET.fromstring(drawn.out.split("\n", 1)[1])  # noqa: S314 - Graphviz wrote it just now
    written = [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")]
    for flow in FLOWS.values():
        assert flow.name in written
        for state in flow.states:
            assert any((text or "").partition(":")[0] == state for text in written), f"{flow.name}.{state}"
    assert written.count("not_proven") >= 1
    nowhere = short_folder / "nowhere"
    nowhere.mkdir()
    without = await command(short_folder, "flows", "diagram", "--svg", given={"PATH": str(nowhere)})
    assert without.status == 1
    assert len(without.err.splitlines()) == 1
    assert "Graphviz" in without.err


async def test_a_recorded_chat_runs_at_once(short_folder: Path) -> None:
    """What was said in a chat is a file for its owner alone, which runs as it went, without what the chat needed."""
    worker = Worker(14, cards=2)
    await import_members(short_folder, worker)
    typed = ["halo", "1", "setuju", "ini bayar ga?", worker.nik, "data saya apa saja yang disimpan?", "english", ":-)"]
    words = ("chat", "--phone", worker.phone, "--record", "got_it.yaml")
    chat = await command(short_folder, *words, typed="\n".join(typed) + "\n")
    assert (chat.status, chat.err) == (0, "")
    file = short_folder / "got_it.yaml"
    assert file.stat().st_mode & 0o777 == 0o600
    assert all(kpj in file.read_text() for kpj in worker.kpjs)
    nothing = {"REDIS_URL": "redis://127.0.0.1:1", "DATABASE_URL": "nonsense", "TEMANKPJ__DATA_DIR": "/nowhere"}
    run = await command(short_folder, "dialogues", "run", "got_it.yaml", given=nothing)
    assert (run.status, run.out) == (0, "  ok    got_it.yaml: Got it\n")
    again = await command(short_folder, *words, typed="halo\n")
    assert again.status == 1
    assert again.err.splitlines() == ["--record: got_it.yaml exists already; nothing is written over."]
    silent = await command(short_folder, "chat", "--record", "silent.yaml")
    assert silent.status == 0
    assert not (short_folder / "silent.yaml").exists()
