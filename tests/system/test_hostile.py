"""What nobody should send, on every channel of the real program: a kind answer or a clean refusal, nothing broken."""

import asyncio
import json
import re
from pathlib import Path

from tests.channels.hostile import BODIES, TEXTS
from tests.channels.web.visitor import Visitor
from tests.servers.ports import free_ports
from tests.servers.telegram import TelegramServer, telegram_server
from tests.system.conftest import Serve, import_members
from tests.system.people import Worker, short_way
from tests.system.program import Service, command
from tests.system.test_conversations import telegram_environment, written_now
from tests.system.whatsapp import PATH, Twilio

CLEAN = {200, 400, 403, 404, 413, 415, 422, 429}


async def test_on_whatsapp(provider: Twilio, whatsapp: Service, short_folder: Path) -> None:
    """Texts in the middle of a conversation are answered each; bodies that are no forms are refused."""
    hostile, worker = Worker(8), Worker(9)
    await import_members(short_folder, worker)
    assert len(TEXTS) + len(BODIES) >= 50
    await provider.write(hostile, "halo")
    await provider.until(lambda: len(provider.said[hostile.whatsapp]) == 2)
    for text in TEXTS.values():
        before = len(provider.said[hostile.whatsapp])
        await provider.write(hostile, text)
        await provider.until(lambda count=before: len(provider.said[hostile.whatsapp]) > count)  # type: ignore[misc]
    for name, body in BODIES.items():
        answer = await provider.http.post(whatsapp.url + PATH, content=body, headers=provider.signed({}))
        assert answer.status_code in {400, 403, 413}, name
    strange = {"NumMedia": "many", "Latitude": "north", "MessageType": "\x00", "ButtonPayload": "x" * 9000, "Neu": "1"}
    for field, value in strange.items():
        answer = await provider.post(provider.fields(hostile.whatsapp, "a", **{field: value}))
        assert answer.status_code == 200, field
    assert worker.kpjs[0] in (await provider.converse(worker, short_way(worker)))[-1]


async def test_on_telegram(serve: Serve, short_folder: Path) -> None:
    """The same by Telegram's webhook, each text in a chat of its own."""
    [port], worker = free_ports(1), Worker(9)
    await import_members(short_folder, worker)
    async with telegram_server() as telegram:
        service = await serve(telegram_environment(telegram, "webhook", port), port=port)
        await telegram.until(lambda: telegram.webhook is not None)
        for chat, text in enumerate(TEXTS.values(), 7001):
            assert (await telegram.deliver(telegram.text(text, chat=chat))).status_code == 200
        for name, body in BODIES.items():
            assert (await telegram.deliver(body)).status_code in CLEAN, name
        chats = set(range(7001, 7001 + len(TEXTS)))
        await telegram.until(lambda: {sent.chat_id for sent in telegram.sent} >= chats)
        assert worker.kpjs[0] in await in_words(telegram, worker)
        assert service.troubles() == []
        await service.stop()


async def in_words(telegram: TelegramServer, worker: Worker) -> str:
    """A normal conversation in one of many chats, typed; what was said last."""
    chat = 9001

    def own() -> list[str]:
        return [sent.text for sent in telegram.sent if sent.chat_id == chat]

    updates = [telegram.text(words, chat=chat) for words in ("halo", "1", "setuju")]
    updates += [telegram.contact(worker.phone.removeprefix("+"), chat=chat), telegram.text(worker.nik, chat=chat)]
    for update, count in zip(updates, (2, 3, 4, 5, 6), strict=True):
        assert (await telegram.deliver(written_now(update))).status_code == 200
        await telegram.until(lambda count=count: len(own()) >= count)  # type: ignore[misc]
    return own()[-1]


async def test_on_the_web(serve: Serve) -> None:
    """The same in the web chat, which also refuses to go faster than people write."""
    service = await serve()
    wrote, posted = Visitor(service.url), Visitor(service.url)
    for visitor in (wrote, posted):
        await visitor.visit()
    statuses = [(await wrote.write(text, key)).status_code for key, text in enumerate(TEXTS.values())]
    assert set(statuses) <= CLEAN | {202, 204}
    for name, body in BODIES.items():
        assert (await posted.post(body)).status_code in CLEAN, name
    normal = Visitor(service.url)
    await normal.visit()
    async with normal.listening() as page:
        assert (await normal.write("halo", 1)).is_success
        await page.until("said", lambda said: "menu.recover" in json.dumps(said))
    for visitor in (wrote, posted, normal):
        await visitor.http.aclose()
    assert service.troubles() == []


async def test_in_the_terminal(short_folder: Path) -> None:
    """Each line is answered with JSON in which nothing controls the terminal."""
    lines = [re.sub(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", " ", text) for text in TEXTS.values()]
    done = await command(short_folder, "chat", "--json", typed="\n".join([*lines, "menu"]) + "\n")
    assert done.status == 0
    told = [json.loads(line) for line in done.out.splitlines()]
    assert len(told) >= len(lines)
    assert "menu.recover" in {choice["id"] for choice in told[-1]["choices"]}
    assert not any("\x1b" in message["text"] for message in told)
    assert done.err == "" or "Traceback" not in done.err


async def test_a_flood_of_one_user(provider: Twilio, whatsapp: Service) -> None:
    """Forty messages side by side by one user: each is taken once, and the last word is still an answer."""
    worker = Worker(5)
    await asyncio.gather(*(provider.write(worker, f"apa {number}") for number in range(40)))
    await provider.until(lambda: len(provider.said[worker.whatsapp]) > 40)
    assert await whatsapp.metric("temankpj_accepted_total") >= 40
