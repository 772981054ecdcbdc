"""The webhook: who may call it, what it answers, and when."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx
import pytest
from starlette.applications import Starlette

from bot.channels.port import Refused
from bot.channels.telegram.channel import ByWebhook, TelegramChannel
from bot.channels.telegram.webhook import HEADER, MAX_BODY, PATH
from flows.event import Picked, Text
from tests.channels.adapters.telegram import NOW_MS, PUBLIC_URL, SECRET
from tests.channels.contract import Inbox
from tests.servers.telegram import TelegramServer, telegram_server
from tests.servers.telegram_failures import SILENT, Failure


@dataclass
class World:
    """A channel by webhook, with Telegram on one side and the line on the other."""

    server: TelegramServer
    channel: TelegramChannel
    inbox: Inbox
    client: httpx.AsyncClient


@pytest.fixture
async def world() -> AsyncIterator[World]:
    """Everything but started."""
    async with telegram_server() as server:
        channel = TelegramChannel(
            server.token, ByWebhook(PUBLIC_URL + "/", SECRET), now=lambda: NOW_MS, api_base_url=server.url,
            call_seconds=600,
        )  # fmt: skip
        transport = httpx.ASGITransport(Starlette(routes=list(channel.routes())))
        async with httpx.AsyncClient(transport=transport, base_url=PUBLIC_URL) as client:
            yield World(server, channel, Inbox(), client)
        await channel.close()
        assert server.problems == []


async def test_start_registers_the_webhook(world: World) -> None:
    """Given a start, Telegram knows the address, the secret and the kinds that we want."""
    await world.channel.start(world.inbox.accept)
    assert world.server.webhook == {
        "url": "https://kpj.example/webhooks/telegram",
        "secret_token": SECRET,
        "allowed_updates": ["message", "edited_message", "callback_query", "message_reaction", "my_chat_member"],
    }


@pytest.mark.parametrize("secret", [None, "", "salah", SECRET + "x", SECRET[:-1], "ÿ"])
async def test_nobody_else_may_call(world: World, secret: str | None) -> None:
    """Given a wrong or missing secret, the call is forbidden, whatever it holds."""
    await world.channel.start(world.inbox.accept)
    headers = httpx.Headers({} if secret is None else {HEADER: secret}, "utf-8")
    answer = await world.client.post(PATH, content=b'{"update_id": 1}', headers=headers)
    assert answer.status_code == 403
    assert world.inbox.offers == 0


async def test_five_copies_at_once_are_one_event(world: World) -> None:
    """Given the same update five times at once, all are acknowledged and one event is kept."""
    await world.channel.start(world.inbox.accept)
    update = world.server.text("halo")
    answers = await asyncio.gather(*(world.server.deliver(update, world.client) for _ in range(5)))
    assert [answer.status_code for answer in answers] == [200] * 5
    assert world.inbox.offers == 5
    [event] = world.inbox.events
    assert isinstance(event, Text)


@pytest.mark.parametrize("chunked", [True, False])
async def test_a_body_beyond_the_limit_is_refused(world: World, *, chunked: bool) -> None:
    """Given more than a megabyte, with or without a declared length, it is refused before it is read."""
    await world.channel.start(world.inbox.accept)
    body = b"x" * (MAX_BODY + 1)

    async def in_pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(body), 65536):
            yield body[start : start + 65536]

    headers = {HEADER: SECRET}
    answer = await world.client.post(PATH, content=in_pieces() if chunked else body, headers=headers)
    assert answer.status_code == 413


async def test_before_the_start_telegram_shall_come_again(world: World) -> None:
    """Given an update before the line is there, it is not lost."""
    answer = await world.client.post(
        PATH, content=b'{"update_id":1,"message":{"message_id":1,"chat":{"id":1},"text":"a"}}', headers={HEADER: SECRET}
    )
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")


async def test_kinds_that_do_not_concern_us_are_acknowledged(world: World) -> None:
    """Given an update of an unknown kind, Telegram is told that all is well, and nothing happens."""
    await world.channel.start(world.inbox.accept)
    answer = await world.server.deliver({"update_id": 5, "purchased_paid_media": {}, "brand_new": 1}, world.client)
    assert answer.status_code == 200
    assert world.inbox.offers == 0


async def test_a_press_is_answered_once_it_is_durable(world: World) -> None:
    """Given a press, it stops turning after the event is kept, and not while the line is away."""
    await world.channel.start(world.inbox.accept)
    press = world.server.press("nav.menu")
    world.inbox.away = True
    assert (await world.server.deliver(press, world.client)).status_code == 503
    assert world.server.called("answerCallbackQuery") == []
    world.inbox.away = False
    assert (await world.server.deliver(press, world.client)).status_code == 200
    await world.server.until(lambda: bool(world.server.called("answerCallbackQuery")))
    assert [type(event) for event in world.inbox.events] == [Picked]
    assert world.server.called("answerCallbackQuery") == [{"callback_query_id": press["callback_query"]["id"]}]


async def test_a_press_that_cannot_be_answered_holds_nothing_up(world: World) -> None:
    """Given Telegram failing or silent on the answers, messages are still acknowledged, and closing does not wait."""
    await world.channel.start(world.inbox.accept)
    world.server.fail("answerCallbackQuery", Failure(400, "Bad Request: query is too old"))
    world.server.fail("answerCallbackQuery", SILENT)
    for _ in range(2):
        assert (await world.server.deliver(world.server.press("nav.menu"), world.client)).status_code == 200
    await world.server.until(lambda: len(world.server.called("answerCallbackQuery")) == 2)
    async with asyncio.timeout(60):
        await world.channel.close()


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
async def test_only_post_is_served(world: World, method: str) -> None:
    """Given another method, it is not allowed."""
    assert (await world.client.request(method, PATH, headers={HEADER: SECRET})).status_code == 405


@pytest.mark.parametrize("secret", ["", "dengan spasi", "x" * 257, "ü"])
def test_a_secret_that_telegram_would_not_take_is_named(secret: str) -> None:
    """Given a secret with characters that setWebhook refuses, the operator reads which variable it is."""
    with pytest.raises(Refused, match="TELEGRAM_WEBHOOK_SECRET") as caught:
        TelegramChannel("1:a", ByWebhook(PUBLIC_URL, secret), now=lambda: NOW_MS)
    assert caught.value.operator
