"""From the first message to the KPJ, through the real program and what providers speak, over HTTP."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.servers.ports import free_ports
from tests.servers.redis import RedisServer
from tests.servers.telegram import TelegramServer, telegram_server
from tests.system.conftest import Serve, import_members
from tests.system.people import Worker, answers, short_way, unconfirmed
from tests.system.program import Service
from tests.system.whatsapp import Twilio, twilio_environment

SECRET = "rahasia-webhook_uji"
KEY = "kJqO1m0cYVvMHYwFZ4oJ3m5vQy8m1c7d2T6uJm3vX9E="
"""Of the tests alone."""

Hand = Callable[[dict[str, Any]], Awaitable[object]]


async def test_four_messages_on_whatsapp(provider: Twilio, whatsapp: Service, short_folder: Path) -> None:
    """A worker whose number is registered writes exactly four messages and reads the KPJ in the last answer."""
    worker = Worker(1)
    await import_members(short_folder, worker)
    script = short_way(worker)
    assert len(script) == 4
    said = await provider.converse(worker, script)
    assert said == [text for step in answers(worker, script) for text in step]
    assert worker.kpjs[0] in said[-1]
    assert not any(worker.kpjs[0] in text for text in said[:-1])
    assert await whatsapp.metric('temankpj_depth{where="dead"}') == 0


async def test_several_cards_and_a_stranger(provider: Twilio, whatsapp: Service, short_folder: Path) -> None:
    """All memberships are shown to their owner; who writes from another phone sees none of them."""
    owner, stranger = Worker(1, cards=3), Worker(2, stranger=True)
    await import_members(short_folder, owner, stranger)
    shown, kept = await asyncio.gather(
        provider.converse(owner, short_way(owner)), provider.converse(stranger, unconfirmed(stranger))
    )
    assert all(kpj in "\n".join(shown) for kpj in owner.kpjs)
    assert kept == [text for step in answers(stranger, unconfirmed(stranger)) for text in step]
    assert stranger.kpjs[0] not in "\n".join(kept)
    assert whatsapp.troubles() == []


async def test_servers_of_the_operators_own(
    provider: Twilio, serve: Serve, short_folder: Path, redis_server_alone: RedisServer, postgres_url: str
) -> None:
    """With a Redis and a PostgreSQL of the operator's own, nothing is kept in the data folder."""
    own = {
        "REDIS_URL": redis_server_alone.url, "DATABASE_URL": postgres_url, "TEMANKPJ_SECRET_KEY": KEY,
    }  # fmt: skip
    worker = Worker(7)
    await import_members(short_folder, worker, given=own)
    service = await serve(own | twilio_environment(provider))
    provider.webhook_urls = [service.url]
    assert worker.kpjs[0] in (await provider.converse(worker, short_way(worker)))[-1]
    assert (await service.get("/readyz")).status_code == 200
    assert not list((short_folder / "data").glob("*"))
    assert service.troubles() == []


async def by_telegram(telegram: TelegramServer, hand: Hand, worker: Worker) -> None:
    """The whole way on Telegram; checks what Telegram alone can do."""
    await hand(written_now(telegram.text("/start")))
    await telegram.until(lambda: any("menu.recover" in dict(sent.buttons) for sent in telegram.sent))
    await hand(telegram.press("menu.recover"))
    await telegram.until(lambda: any("consent.yes" in dict(sent.buttons) for sent in telegram.sent))
    await hand(telegram.press("consent.yes"))
    await telegram.until(lambda: "keyboard" in telegram.sent[-1].markup)
    [[button], *_] = telegram.sent[-1].markup["keyboard"]
    assert button["request_contact"] is True
    count = len(telegram.sent)
    contact = written_now(telegram.contact(worker.phone.removeprefix("+")))
    await hand(contact)
    await telegram.sent_message(count)
    nik = written_now(telegram.text(worker.nik))
    await hand(nik)
    await telegram.until(lambda: worker.kpjs[0] in telegram.sent[-1].text)
    assert telegram.sent[-1].params["protect_content"] is True
    assert not any(sent.params.get("protect_content") for sent in telegram.sent[:-1])
    deleted = {call["message_id"] for call in telegram.called("deleteMessage")}
    assert {nik["message"]["message_id"], contact["message"]["message_id"]} <= deleted
    assert telegram.problems == []


def written_now(update: dict[str, Any]) -> dict[str, Any]:
    """The update with the time of today: what is proven lasts for half an hour."""
    update["message"]["date"] = int(time.time())
    return update


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_telegram_from_start_to_kpj(serve: Serve, short_folder: Path, mode: str) -> None:
    """By polling and by webhook: one tap shares the contact, the NIK is deleted, the KPJ protected."""
    worker, [port] = Worker(3), free_ports(1)
    await import_members(short_folder, worker)
    async with telegram_server() as telegram:
        service = await serve(telegram_environment(telegram, mode, port), port=port)
        hand: Hand = telegram.push
        if mode == "webhook":
            await telegram.until(lambda: telegram.webhook is not None)

            async def deliver(update: dict[str, Any]) -> None:
                answer = await telegram.deliver(update)
                assert answer.status_code == 200

            hand = deliver
        await by_telegram(telegram, hand, worker)
        assert service.troubles() == []
        await service.stop()


def telegram_environment(telegram: TelegramServer, mode: str, port: int) -> dict[str, str]:
    """What tells the program to use it."""
    return {
        "TELEGRAM_BOT_TOKEN": telegram.token,
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
        "TEMANKPJ__CHANNELS__TELEGRAM__API_BASE_URL": telegram.url,
        "TEMANKPJ__CHANNELS__TELEGRAM__MODE": mode,
        "TEMANKPJ__PUBLIC_URL": f"http://127.0.0.1:{port}",
    }


@pytest.mark.parametrize("channel", ["telegram", "whatsapp"])
async def test_five_times_at_once_is_answered_once(serve: Serve, provider: Twilio, channel: str) -> None:
    """The same webhook delivered five times side by side gets five times 200 and one answer."""
    [port], worker, script = free_ports(1), Worker(1), ["halo", "bantuan"]
    expected = [text for step in answers(worker, script) for text in step]
    async with telegram_server() as telegram:
        given = twilio_environment(provider) | telegram_environment(telegram, "webhook", port)
        service = await serve(given, port=port)
        provider.public, provider.webhook_urls = service.url, [service.url]
        for words in script:
            update, fields = telegram.text(words), provider.fields(worker.whatsapp, words)
            if channel == "telegram":
                taken = await asyncio.gather(*(telegram.deliver(update) for _ in range(5)))
            else:
                taken = await asyncio.gather(*(provider.post(fields) for _ in range(5)))
            assert [answer.status_code for answer in taken] == [200] * 5
        assert await service.metric("temankpj_duplicates_total") == 8
        said = provider.said[worker.whatsapp]
        if channel == "telegram":
            await telegram.until(lambda: len(telegram.sent) >= len(expected))
        else:
            await provider.until(lambda: len(said) >= len(expected))
        await service.stop()  # waits some seconds until what is under way is said
        if channel == "telegram":
            assert len(telegram.sent) == len(expected)
        else:
            assert said == expected
